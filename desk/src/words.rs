//! What the desk says, in Chinese and English.

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $zh:literal, $en:literal;)*) => {
        /// Everything that the desk says.
        #[derive(Debug)]
        pub struct Words {
            $(#[doc = $zh] pub $name: &'static str,)*
        }

        /// In Chinese.
        pub static ZH: Words = Words { $($name: $zh,)* };

        /// In English.
        pub static EN: Words = Words { $($name: $en,)* };

        #[cfg(test)]
        const PAIRS: &[(&str, &str)] = &[$(($zh, $en),)*];
    };
}

words! {
    desk: "编辑台", "Desk";
    alliance: "广元市铝产业联盟", "Guangyuan Aluminium Industry Alliance";
    skip: "跳到正文", "Skip to the main part";
    home: "首页", "Home";
    articles: "文章", "Articles";
    companies: "企业", "Companies";
    figures: "数据", "Figures";
    media: "图片", "Pictures";
    sources: "来源", "Sources";
    more: "更多", "More";
    other_language: "English", "中文";
    publish: "发布…", "Publish…";
    live_now: "网站现在是发布 #{}", "The site is publish #{}";
    never_published: "还没有发布过", "Nothing is published yet";
    unpublished: "{} 处变化还没发布", "{} changes are not published";
    all_published: "都已发布", "All is published";
    sign_out: "退出", "Sign out";

    sign_in: "登录", "Sign in";
    account: "账号", "Account";
    password: "密码", "Password";
    code: "一次性验证码", "One-time code";
    signed_out: "登录已失效。写的内容还在这台设备上；登录以后接着写。", "You are signed out. What you wrote is kept on this device; sign in to go on.";
    local_sign_in: "在本机用编辑台时，请从程序显示的地址打开，不用密码。", "On your own machine, open the address that the program shows: no password is needed.";
    refused: "账号、密码或验证码不对。", "Name, password or code is not right.";
    too_many: "试的次数太多了，请过一会儿再试。", "Too many tries: wait a little.";

    fix_title: "网页上哪里错了？", "What is wrong on the site?";
    fix_hint: "粘贴网页上的那几个字、号码或网址，直接改那一处", "Paste words, a number or an address from the site to mend it";
    fix_go: "找到这一处", "Find it";
    fix_none: "没有找到。换短一些的一段，照网页上的原样粘贴。", "Nothing found. Try a shorter piece, just as it stands on the site.";
    fix_found: "找到 {} 处。改好先存着，发布后读者才看到。", "{} found. What you change is saved; readers see it once it is published.";
    open_it: "改这一处", "Mend it";

    todo: "需要处理", "To do";
    checked_at: "检查于 {}", "Checked at {}";
    faults: "问题", "Faults";
    faults_note: "改好才能发布", "Mend these before publishing";
    reminders: "提醒", "Reminders";
    reminders_note: "不妨碍发布", "These do not hold up publishing";
    no_faults: "没有问题，可以发布。", "No faults: it can be published.";
    see_all: "全部", "All";
    show_more: "再显示一些", "Show more";
    work: "正在写、等审、定时", "Being written, waiting, scheduled";
    no_work: "没有还没发布的变化。", "Nothing is waiting to be published.";
    on_this_device: "只在这台设备上", "On this device only";
    go_on: "接着写", "Go on";
    write_article: "写新文章", "Write an article";
    add_company: "添一家企业", "Add a company";
    add_source: "添一个来源", "Add a source";
    add_figure: "添一个指标", "Add a figure";
    upload: "传图片", "Upload a picture";
    recent: "最近的修改", "Recent changes";
    site_now: "网站现在", "The site now";
    open_site: "打开网站", "Open the site";
    first_run: "第一次用？", "New here?";
    tour_1: "左边是要处理的事，右上角随时可以写新文章。", "What needs doing is on the left; write an article any time.";
    tour_2: "网页上看到错，把那几个字粘贴到最上面，就打开那一处。", "Seen a mistake? Paste it at the top and the very field opens.";
    tour_3: "写的每一个字都自动存着，存了读者还看不到。", "Every word is saved by itself; readers do not see it yet.";
    tour_4: "有问题的地方会标出来，改好才能发布；提醒不妨碍。", "Faults are marked and must be mended; reminders may stay.";
    tour_5: "按“发布…”先看改了什么，再让读者看到；发布以后也能退回。", "Publish… first shows what changes, then makes readers see it; it can be taken back.";
    tour_done: "知道了", "Got it";

    draft: "草稿", "Draft";
    proposed: "等审", "Waiting for review";
    sent_back: "退回", "Sent back";
    approved: "已批准", "Approved";
    published: "已发布", "Published";
    changed: "已发布，有新改动", "Published, with changes";
    removed: "将删除", "To be removed";
    new_one: "新的", "New";

    search_list: "按名称查找", "Find by name";
    new_record: "新添", "Add";
    nothing_here: "这里还没有内容。", "There is nothing here yet.";
    count: "{} 条", "{} records";

    saved_at: "已保存 {}", "Saved at {}";
    saving: "正在保存…", "Saving…";
    unsaved: "还没有保存", "Not saved yet";
    not_saved: "没有存上，正在重试；写的内容还在这台设备上", "Not saved, trying again; what you wrote is kept on this device";
    opened: "已打开", "Open";
    clash_state: "与别人的修改有 {} 处不同，请选", "{} differ from somebody else's change: choose";
    record_bar: "这一条", "This record";
    undo: "撤销", "Undo";
    redo: "重做", "Redo";
    history: "历史", "History";
    back: "返回", "Back";
    delete: "删除", "Remove";
    delete_sure: "确定删除？发布以后读者才看不到；历史里可以恢复。", "Remove it? Readers see it until the next publish; the history can bring it back.";
    cancel: "取消", "Cancel";
    required: "必填", "required";
    rare: "不常用的", "Seldom needed";
    example: "例如：", "For example: ";
    zh: "中文", "Chinese";
    en: "英文", "English";
    same_as_zh: "没有就不写，英文页会显示中文。", "Leave it out if there is none: the English page shows the Chinese.";
    choose: "请选择", "Choose";
    none: "（不写）", "(none)";
    add_row: "添一条", "Add one";
    remove_row: "删去第 {} 条", "Remove no. {}";
    move_up: "第 {} 条上移", "Move no. {} up";
    add_group: "填写{}", "Fill in {}";
    remove_group: "不写{}", "Leave out {}";
    find_one: "按名称查找", "Find by name";
    yes: "是", "Yes";
    new_source: "新来源", "New source";
    others_here: "{} 也开着", "{} has it open too";
    theirs: "{} 也改了这一处，两份都留着。对方的：", "{} changed this too; both are kept. Theirs: ";
    somebody: "别人", "Somebody";
    use_mine: "用我的", "Use mine";
    use_theirs: "用对方的", "Use theirs";
    recovered: "接上了这台设备上没有存上的内容。", "What was not saved is back, from this device.";
    load_failed: "打不开：{}", "Cannot open: {}";
    try_again: "再试", "Try again";
    offline: "连不上编辑台的服务", "The desk's server does not answer";
    fault_count: "问题 {}", "Faults {}";
    reminder_count: "提醒 {}", "Reminders {}";
    fault_rule: "问题改好才能发布；提醒不妨碍。", "Mend faults before publishing; reminders may stay.";
    all_good: "没有问题", "No faults";
    go_there: "跳到", "Go there";
    next_fault: "下一处", "Next";
    fold: "收起", "Fold";
    unfold: "展开", "Unfold";
    mend: "改为 {}", "Make it {}";
    mend_it: "改好这一处", "Mend this";
    elsewhere: "别处还有 {} 个问题", "{} faults elsewhere";

    heading: "标题", "Heading";
    bold: "加粗", "Bold";
    list: "列表", "List";
    numbers: "编号", "Numbered";
    quote: "引用", "Quote";
    table: "表格", "Table";
    link: "链接", "Link";
    tools: "正文工具", "Tools for the text";
    words_here: "文字", "words";
    paragraphs: "{} 段 · {} 字", "{} paragraphs · {} characters";

    preview: "预览", "Preview";
    phone: "手机", "Phone";
    computer: "电脑", "Computer";
    simplified: "简", "简";
    traditional: "繁", "繁";
    same_program: "与网站同一程序绘制", "Drawn by the site's own program";
    preview_stale: "有问题没改，预览里还是改之前的", "There are faults: this is from before them";
    preview_none: "改好问题就有预览", "Mend the faults to see it";
    new_window: "新窗口", "New window";

    new_title: "新添：{}", "Add: {}";
    name_zh: "中文名称或标题", "Name or title in Chinese";
    name_en: "英文名称或标题（可以以后写）", "Name or title in English (may come later)";
    date: "日期", "Date";
    begin: "开始写", "Begin";
    name_first: "先写中文名称或标题。", "Write the Chinese name or title first.";

    paste_cells: "可从 Excel 整块粘贴", "A block from Excel can be pasted";
    pasted_rows: "粘贴了 {} 行", "{} rows pasted";
    undo_paste: "撤销粘贴", "Undo the paste";
    grid_keys: "Enter 改、向下；Tab 向右；Ctrl+D 照抄上一格；Ctrl+V 整块粘贴", "Enter edits and goes down; Tab goes right; Ctrl+D copies from above; Ctrl+V pastes a block";
    pasted_text: "粘贴的内容已整理：{}。", "What was pasted is tidied: {}.";

    pasted_formats: "字体和颜色去掉了", "fonts and colours are gone";
    pasted_headings: "{} 个小标题", "{} headings";
    pasted_tables: "{} 个表格", "{} tables";
    pasted_trackers: "{} 个链接去掉了跟踪", "{} links without trackers";
    pasted_pictures: "{} 张图片要写说明", "{} pictures are to be described";
    pasted_picture: "图片 {}", "Picture {}";
    picture_elsewhere: "这张图片在 {}，这里取不到：请存到自己的电脑或手机里，再选来。", "This picture is at {}, where it cannot be had: save it on this device, then choose it.";
    picture_on_disk: "这张图片在写文章的那台电脑里，这里取不到：请选它的文件。", "This picture is on the computer of whoever wrote the text: choose its file.";
    picture_odd: "这种图片（{}）不能用：请另存为 JPG 或 PNG，再选来。", "A picture of this kind ({}) cannot be used: save it as JPG or PNG, then choose it.";
    picture_alt: "图上是什么", "What it shows";
    picture_credit: "谁拍的、谁提供的", "Who took it, or gave it";
    picture_said: "两样都写了，才能用。", "Both are needed before it can be used.";
    picture_store: "用这张图片", "Use this picture";
    picture_drop: "不要这张", "Leave it out";
    picture_choose: "选图片文件", "Choose its file";
    comma: "，", ", ";

    publish_title: "发布", "Publish";
    changes_title: "读者会看到的变化", "What readers will see changed";
    no_changes: "没有变化可发布。", "There is nothing to publish.";
    stands_in_the_way: "{} 个问题挡着，改好才能发布：", "{} faults stand in the way:";
    not_held: "检查过了，没有问题。", "Checked: no faults.";
    this_time: "这次发布", "Publish it this time";
    leave_out: "不选的留着，下次再发。", "What is not ticked stays for another time.";
    now: "现在", "Now";
    later: "定时", "Later";
    at_time: "北京时间", "Beijing time";
    why: "说明（写进历史，可不填）", "Why (for the history, optional)";
    publish_now: "发布", "Publish";
    publish_later: "到时发布", "Publish then";
    send_for_review: "送审", "Send for review";
    sent_for_review: "已送审。把审阅链接发给批准的人。", "Sent for review. Pass the link to the review on to who approves.";
    publishing: "正在发布…", "Publishing…";
    publish_step: "正在写网页：{} 个文件有变化", "Writing pages: {} files changed";
    publish_done: "已发布，读者现在看到的是发布 #{}。", "Published: readers now see publish #{}.";
    publish_failed: "没有发布，网站保持原样：{}", "Not published, the site is as it was: {}";
    scheduled: "定于 {} 发布", "To be published at {}";
    call_off: "取消定时", "Call it off";
    past: "以前的发布", "Publishes before";
    readers_see: "读者现在看到的", "What readers see now";
    roll_back: "退回到这次", "Go back to this";
    roll_back_sure: "退回到发布 #{}，读者会看到下面的变化。草稿不变。", "Back at publish #{}, readers see these changes. Drafts stay as they are.";
    roll_back_now: "确定退回", "Go back";
    look: "看", "Look";
    review_link: "审阅链接", "Link to the review";
    review_link_note: "发给批准的人：手机上打开，登录以后就是这次送审的，可以通过或退回。", "For who approves: on a phone too it opens, after signing in, what was sent for review, to be approved or sent back.";
    review_open: "审阅", "Review";
    preview_link: "给不登录的人看", "For who does not sign in";
    make_link: "生成预览链接", "Make a link to a preview";
    link_note: "有这个链接的人不用登录就能看到草稿做成的网站；{} 分钟后失效。", "Whoever has this link sees the drafts as the site, without signing in; it ends in {} minutes.";
    copy: "复制", "Copy";
    copied: "已复制", "Copied";
    review_title: "审阅", "Review";
    review_none: "没有等审的内容。链接里的可能已经发布或删除。", "Nothing waits for review. What the link names may be published or removed.";
    review_first: "网站还没有发布过，这些都是新的。", "Nothing is published yet: all of this is new.";
    review_faults: "有问题没有改好，不能通过：", "There are faults, so it cannot be approved:";
    review_saved: "{} 改于 {}", "Saved by {} at {}";
    review_decision: "通过或退回", "Approve or send back";
    review_may_not: "您的账号能写、能送审，不能批准。请有发布权的人打开这个链接。", "Your account may write and send for review, but not approve. Ask somebody who may publish to open this link.";
    review_not_proposed: "还没有送审，或送审以后又改过：要再送审一次才能通过。", "It was not sent for review, or has changed since: it must be sent again before it can be approved.";
    review_approved: "已通过。下次发布时读者就会看到。", "Approved. Readers see it with the next publish.";
    review_published: "已经发布，读者看到的就是这样。", "Published: this is what readers see.";
    review_sent_back: "已退回，写的人会看到说明。", "Sent back: the writer sees the note.";
    review_stale: "刚才又有人改过。已换成最新的，请再看一遍。", "Somebody has changed it just now. This is the newest: look once more.";
    review_wants_note: "退回要附一句说明，写的人才知道改什么。", "Add a note, so that the writer knows what to change.";
    pass: "通过", "Approve";
    send_back: "退回", "Send back";
    note_for_writer: "意见", "Note";
    review_note: "说明（退回时要写）", "Note (needed to send back)";
    before: "改之前", "Before";
    after: "改之后", "After";
    before_after: "改之前和改之后", "Before and after";
    page_before: "读者现在看到的网页", "The page as readers see it now";
    page_after: "发布以后的网页", "The page once this is published";
    not_before: "读者现在还看不到：是新的。", "Readers do not see it yet: it is new.";
    not_after: "发布以后读者就看不到了。", "Readers do not see it once this is published.";

    revision_by: "{} · {}", "{} · {}";
    restore: "恢复成这样", "Bring this back";
    restored: "已恢复，成为新的一次修改。", "Brought back, as a new change.";
    this_is_now: "现在的", "As it is now";
    was_removed: "删除", "Removed";
    no_difference: "没有不同", "No difference";

    sheets: "Excel", "Excel";
    sheets_title: "{}：用 Excel 改", "{}: in Excel";
    sheets_out: "带出来", "Take out";
    sheets_out_note: "所有{}，每条一行；草稿里还没发布的改动也在。公式和超链接都当文字。", "All {}, one a row, with what is saved and not published yet. Formulas and links are plain text.";
    sheets_get: "下载 .xlsx", "Download .xlsx";
    sheets_in: "带回来", "Bring in";
    sheets_in_note: "先列出每一格的变化和问题，这时什么都不写；确认了才存成草稿。", "Every change and fault is shown first, cell by cell; nothing is written before you agree, and then as drafts.";
    sheets_drop: "把改好的 .xlsx 拖到这里，或点这里选", "Drop the changed .xlsx here, or choose it";
    sheets_reading: "正在比较…", "Comparing…";
    sheets_none: "与现在的内容没有不同。", "Nothing is different from what is there now.";
    sheets_sum: "{} 条里有 {} 格要改", "In {} records {} cells change";
    sheets_faults: "{} 格不对，改好再带回来", "{} cells cannot be taken: mend them and bring the file in again";
    sheets_held: "有不对的格，这一条先不写", "Not written: a cell of it has a fault";
    sheets_checks: "写入后还要改的 {} 处（草稿可以先存）", "{} faults that stay to be mended (drafts may have them)";
    sheets_ignored: "没有看的：{}", "Not looked at: {}";
    sheets_cell: "格", "Cell";
    sheets_field: "栏目", "Field";
    sheets_before: "原来", "Before";
    sheets_after: "改成", "After";
    sheets_empty: "（空）", "(empty)";
    sheets_write: "写入 {} 条", "Write {} records";
    sheets_written: "已存成草稿：{} 条。发布以后读者才看到。", "Saved as drafts: {} records. Readers see them once they are published.";
    sheets_stale: "刚才又有人改过，重新比较了；请再看一遍。", "Somebody has changed something just now, so it was compared again: look once more.";
    sheets_why: "从 Excel 带回", "brought in from Excel";
    new_tag: "新的", "New";

    pictures_title: "图片", "Pictures";
    drop_here: "把图片拖到这里，或点这里选", "Drop pictures here, or choose them";
    drop_note: "JPG、PNG、WebP、GIF 都可以。发布时自动缩小、转正、去掉拍摄地点；原图不上网。", "JPG, PNG, WebP or GIF. They are made smaller and upright when published, without the place where they were taken; originals stay here.";
    drop_one: "把新图片拖到这里，或点这里选", "Drop the new picture here, or choose it";
    find_picture: "按说明、文件名查找", "Find by words or file name";
    uploaded: "已上传 {}（{}）", "{} uploaded ({})";
    uploading: "正在上传", "Uploading";
    uploaded_so_far: "已传 {} / {}（{}%）", "{} of {} sent ({}%)";
    upload_is_checked: "已传完，正在检查…", "All is sent; it is being checked…";
    upload_waits: "线路断了，恢复后接着传", "The line is broken; it goes on once that is back";
    cancel_upload: "取消上传 {}", "Cancel the upload of {}";
    upload_cancelled: "已取消，没有上传", "cancelled; not uploaded";
    this_picture: "选中的图片", "The chosen picture";
    choose_picture: "选一张图片，看它用在哪里、缺什么。", "Choose a picture to see where it is used and what is missing.";
    describe: "写说明", "Describe it";
    all_fields: "全部栏目", "All fields";
    used_in: "用在 {} 处", "Used in {} places";
    used_at: "用在", "Used in";
    unused: "没有用到", "Not used";
    lacks_alt: "缺文字说明", "No description";
    lacks_credit: "缺出处", "No credit";
    no_file: "没有文件", "No file";
    original: "原图", "Original";
    on_the_site: "网站上", "On the site";
    not_on_the_site: "发布以后才有", "Once it is published";
    pictures_sum: "{} 张；网站上共 {}，原图共 {}，只留在内容文件夹。", "{} pictures: {} on the site; the originals have {} and stay in the bundle's folder.";
    drop_several: "只选一张，可以先裁剪、旋转；几张一起就照原样上传，以后再裁。", "One alone can be cropped and turned first; several go as they are and can be cropped later.";
    crop: "裁剪、旋转", "Crop and turn";
    turn_left: "向左转", "Turn left";
    turn_right: "向右转", "Turn right";
    crop_shape: "画框的形状", "Shape of the frame";
    crop_free: "自由", "Free";
    crop_hint: "拖画框和它的四角，或用滑块：框里的留下。", "Drag the frame and its corners, or use the sliders: what is inside stays.";
    crop_left: "画框离左边", "Frame from the left";
    crop_top: "画框离上边", "Frame from the top";
    crop_width: "画框宽", "Frame width";
    crop_height: "画框高", "Frame height";
    crop_pixels: "{} 像素", "{} pixels";
    crop_size: "{} × {} 像素", "{} × {} pixels";
    reset_picture: "恢复原样", "Back to the original";
    use_picture: "使用", "Use it";
    crop_failed: "这台设备裁不了这张图。请恢复原样再使用，或换一台电脑。", "This device cannot crop this picture. Go back to the original and use that, or try a computer.";
    replace_everywhere: "换成另一张", "Replace everywhere";
    replace_note: "用到它的 {} 处都换；说明和出处请随后核对。", "All {} places that use it change; check description and credit afterwards.";

    saved_write: "改了", "changed";
    did_propose: "送审", "sent for review:";
    did_approve: "批准", "approved";
    did_publish: "发布", "published";
    did_rollback: "退回", "went back";
    did_remove: "删除", "removed";
    today: "今天", "today";
}

/// A text with values in the places for them.
pub fn fill(text: &str, values: &[&str]) -> String {
    let mut parts = text.split("{}");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (at, part) in parts.enumerate() {
        out.push_str(values.get(at).copied().unwrap_or_default());
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn have_the_same_places_for_values_in_both_languages() {
        for (zh, en) in PAIRS {
            assert_eq!(zh.matches("{}").count(), en.matches("{}").count(), "{zh}");
            assert!(!zh.is_empty() && !en.is_empty());
        }
    }

    #[test]
    fn are_filled_in_order() {
        assert_eq!(fill(ZH.paragraphs, &["4", "145"]), "4 段 · 145 字");
    }
}
