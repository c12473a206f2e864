//! What can be one thing only is mended in one press.

use store::Role;

use crate::desk::{Site, expect_quiet_console, field, open, see_saved, write};

#[test]
fn a_certain_mend_is_one_press_at_the_field_and_one_step_to_undo() {
    let site = Site::open();
    let browser = site.editor(Role::Writer);
    open(&browser, "article/founding");
    // The radical of Kangxi's dictionary that looks like 广.
    write(&browser, "title", "⼴元的铝业联盟成立");
    browser.run::<()>("document.activeElement.blur()", &[]);
    let button = browser.find(".field__fault button", "改为 广");
    browser.click(&button);
    browser.wait_until("the letter is mended, and nothing else", |browser| {
        field(browser, "title") == "广元的铝业联盟成立"
    });
    browser.press_button("撤销");
    browser.wait_until("it is as it was typed", |browser| {
        field(browser, "title") == "⼴元的铝业联盟成立"
    });
    // In the list of faults as well, by keyboard.
    browser.press_button("重做");
    see_saved(&browser);
    let saved = site.record("article/founding");
    assert_eq!(saved["title"]["zh-Hans"], "广元的铝业联盟成立");
    assert!(!browser.sees("改为 广"), "there is nothing left to mend");
    expect_quiet_console(&browser, "after a mend");
}
