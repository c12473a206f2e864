//! 繁體中文 against OpenCC's own test cases: those of `s2tw` in its
//! `test/testcases/testcases.json` and, with jieba, in
//! `plugins/jieba/tests/data/jieba_comparison_testcases.json` (Apache-2.0).
#![cfg(feature = "native")]

use model::traditional::traditional;

/// Where this site writes otherwise than OpenCC's test says, and why is in
/// `docs/decisions/traditional.md`.
const OTHERWISE: [&str; 5] = [
    // 梁 for 樑, as Taiwan's schools write.
    "case_057_s2x",
    // 周线图 is not in the dictionaries that we have.
    "case_065_s2x",
    // 吃 for 喫, as everybody in Taiwan writes.
    "BYVoid_OpenCC_PR_447_s2x",
    // 皂 for 皁, too.
    "BYVoid_OpenCC_PR_1248_niu_ji_tong_zao",
    "jieba_s2t_BYVoid_OpenCC_PR1248",
];

#[test]
fn is_written_as_opencc_tests_it() {
    let cases = include_str!("fixtures/opencc-s2tw.tsv");
    let mut otherwise = Vec::new();
    let mut count = 0;
    for case in cases.lines() {
        let [id, simplified, expected] = case.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three fields expected: {case}");
        };
        count += 1;
        let written = traditional(simplified);
        if written != expected {
            println!("{id}: {simplified}\n  {written}\n  {expected}");
            otherwise.push(id);
        }
    }
    assert_eq!(count, 67);
    assert_eq!(otherwise, OTHERWISE);
}
