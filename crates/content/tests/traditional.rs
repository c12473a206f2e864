//! 繁體中文 as this bundle's pages have it, with the terms that editors keep.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::Path;
use std::sync::LazyLock;

use content::load::load;
use model::traditional::{Traditional, traditional};
use rstest::rstest;

static SCRIPT: LazyLock<Traditional> = LazyLock::new(|| {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content");
    load(&dir).unwrap().traditional()
});

#[rstest]
// No phrase cuts a word in two.
#[case("总发电量", "總發電量")]
#[case("被发展改革委批复", "被發展改革委批覆")]
#[case("须发改委核准", "須發改委核准")]
#[case("展示了如何", "展示了如何")]
#[case("参与制造", "參與製造")]
#[case("百年历程", "百年歷程")]
#[case("请选中后自行复制", "請選中後自行複製")]
#[case("集中签约", "集中簽約")]
#[case("若干法规", "若干法規")]
#[case("骨干化工企业", "骨幹化工企業")]
#[case("具有自制力", "具有自制力")]
#[case("老人参与", "老人參與")]
#[case("这周围和那周边", "這周圍和那周邊")]
#[case("勇敢的士兵", "勇敢的士兵")]
#[case("一个中学生", "一個中學生")]
// Words of the trade.
#[case("干法净化", "乾法淨化")]
#[case("干熄焦", "乾熄焦")]
#[case("铝电解槽烟气干法净化", "鋁電解槽煙氣乾法淨化")]
#[case("折合标煤", "折合標煤")]
#[case("余热发电", "餘熱發電")]
#[case("阳极导杆与圆铝杆", "陽極導桿與圓鋁桿")]
#[case("一条铝杆线", "一條鋁桿線")]
#[case("自制设备、制氢、制罐", "自製設備、製氫、製罐")]
#[case("签长单、签下合同", "簽長單、簽下合同")]
#[case("铝云汇", "鋁雲匯")]
// Surnames are written as they are.
#[case("董事长于明", "董事長于明")]
#[case("副市长于志远到会", "副市長于志遠到會")]
#[case("于总、范总、余总", "于總、范總、余總")]
#[case("于先生说，范女士说", "于先生說，范女士說")]
#[case("范立新表示", "范立新表示")]
#[case("负责人余文化介绍", "負責人余文化介紹")]
#[case("王伟、于明、范力", "王偉、于明、范力")]
#[case("岳峰主任和郁文老师", "岳峰主任和郁文老師")]
#[case("钟经理、万教授、叶主任", "鍾經理、萬教授、葉主任")]
#[case("沈总、曲总、姜总", "沈總、曲總、姜總")]
// Where it is a word, it is written as one.
#[case("位于广元，用于总装，位于总部", "位於廣元，用於總裝，位於總部")]
#[case("记者于广元报道", "記者於廣元報道")]
#[case("代表于会上表示", "代表於會上表示")]
#[case("来自于董事长的说法", "來自於董事長的說法")]
#[case("有利于工业、不大于3%", "有利於工業、不大於3%")]
#[case("负责人余热利用", "負責人餘熱利用")]
#[case("100余人参加，10余位代表出席", "100餘人參加，10餘位代表出席")]
#[case("范围、范例、示范", "範圍、範例、示範")]
#[case("其余总额和剩余总量", "其餘總額和剩餘總量")]
#[case("一种先进工艺、品种总数", "一種先進工藝、品種總數")]
#[case("骨干教授、涂层主任", "骨幹教授、塗層主任")]
// What is counted one by one.
#[case("轮毂一百万只", "輪轂一百萬隻")]
#[case("年产25只、100万只轮毂", "年產25隻、100萬隻輪轂")]
#[case(
    "一百万只是起点，只占一成，还只有三成",
    "一百萬只是起點，只佔一成，還只有三成"
)]
// As before.
#[case("占全省58%", "佔全省58%")]
#[case("赵文峤", "趙文嶠")]
#[case("着力研究", "著力研究")]
#[case("初具雏形", "初具雛形")]
fn is_written_as_the_trade_does(#[case] simplified: &str, #[case] written: &str) {
    assert_eq!(SCRIPT.convert(simplified), written);
    let within = format!("（1）{simplified}；{simplified}。");
    let expected = format!("（1）{written}；{written}。");
    assert_eq!(SCRIPT.convert(&within), expected);
}

#[test]
fn says_of_the_interface_what_its_own_terms_say() {
    for (simplified, written) in [
        ("请选中后自行复制", "請選中後自行複製"),
        ("各系数", "各係數"),
        ("签约", "簽約"),
    ] {
        assert_eq!(traditional(simplified), written);
    }
    assert_eq!(traditional("干法"), "幹法", "the bundle's terms say better");
}
