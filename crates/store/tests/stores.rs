//! What every store does: the same suite for the folder and for PostgreSQL.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::fs;
use std::time::Duration;

use common::{Of, editors_bundle, files, tried};
use rstest::rstest;
use store::bundle::formatted_file;
use store::{
    Author, Change, Expected, FolderStore, Key, PublishKind, ReviewState, Role, Scope, SignIn,
    Store, StoreError, Version, Which, transfer,
};

fn anna() -> Author {
    Author::new("anna", "电话换了")
}

fn bo() -> Author {
    Author::new("bo", "")
}

fn change(key: &Key, content: &str, expected: Expected) -> Change {
    Change {
        key: key.clone(),
        content: Some(content.to_owned()),
        expected,
    }
}

async fn save(store: &dyn Store, key: &Key, content: &str, expected: Expected) -> Version {
    let saved = store
        .save(&anna(), vec![change(key, content, expected)])
        .await;
    saved.unwrap().pop().unwrap()
}

async fn newest(store: &dyn Store, key: &Key) -> Version {
    let head = store.ledger().head(key).await.unwrap().unwrap();
    store.ledger().version_of(key, head.draft).await.unwrap()
}

async fn state(store: &dyn Store, key: &Key) -> ReviewState {
    store.ledger().head(key).await.unwrap().unwrap().state()
}

async fn a_company(store: &dyn Store) -> Key {
    let heads = store.ledger().heads(Some("company")).await.unwrap();
    heads.first().unwrap().key.clone()
}

/// Makes readers see what is ready.
async fn publish(store: &dyn Store, which: &Which) -> i64 {
    let wanted = store.ledger().state(which).await.unwrap();
    let ledger = store.ledger();
    let begun = ledger
        .begin_publish(&bo(), PublishKind::Publish, &wanted)
        .await
        .unwrap();
    ledger.finish_publish(&begun, "r1").await.unwrap();
    begun.number
}

#[rstest]
#[tokio::test]
async fn exports_what_was_imported_byte_for_byte(#[values(Of::Folder, Of::Postgres)] of: Of) {
    let tried = tried(of).await;
    let out = tempfile::tempdir().unwrap();
    let out = out.path().join("out");
    transfer::export(&*tried.store, &Which::Drafts, &out)
        .await
        .unwrap();
    let formatted = files(&tried.bundle).into_iter().map(|(name, bytes)| {
        let bytes = match name.ends_with(".json") {
            true => formatted_file(&String::from_utf8(bytes).unwrap())
                .unwrap()
                .into_bytes(),
            false => bytes,
        };
        (name, bytes)
    });
    let exported = files(&out);
    for (expected, found) in formatted.zip(&exported) {
        assert_eq!(expected.0, found.0);
        assert!(expected.1 == found.1, "{} is another", found.0);
    }
    assert_eq!(files(&tried.bundle).len(), exported.len());
}

#[rstest]
#[tokio::test]
async fn takes_over_from_each_other_without_a_difference() {
    let folder = tried(Of::Folder).await;
    let database = tried(Of::Postgres).await;
    let out = tempfile::tempdir().unwrap();
    let (one, two) = (out.path().join("1"), out.path().join("2"));
    transfer::export(&*folder.store, &Which::Drafts, &one)
        .await
        .unwrap();
    let changed = transfer::import(&*database.store, &bo(), &one).await;
    assert!(changed.is_ok());
    transfer::export(&*database.store, &Which::Drafts, &two)
        .await
        .unwrap();
    assert!(files(&one) == files(&two));
}

#[rstest]
#[tokio::test]
async fn keeps_every_version_with_who_when_and_why(#[values(Of::Folder, Of::Postgres)] of: Of) {
    let tried = tried(of).await;
    let store = &*tried.store;
    let key = a_company(store).await;
    let first = newest(store, &key).await;
    let second = save(
        store,
        &key,
        "{\"id\": \"x\"}",
        Expected::Revision(first.number),
    )
    .await;
    let history = store.ledger().history(&key, i64::MAX, 10).await.unwrap();
    assert_eq!(history, [second.clone(), first.clone()]);
    assert_eq!(
        (&*second.who, &*second.why, second.before),
        ("anna", "电话换了", Some(first.number))
    );
    assert!(second.at > 1_700_000_000_000);
    // What is as it was makes no version.
    let again = change(&key, "{\"id\": \"x\"}", Expected::Revision(second.number));
    assert_eq!(store.save(&bo(), vec![again]).await.unwrap(), []);
}

#[rstest]
#[tokio::test]
async fn answers_a_conflict_with_both_and_their_ancestor(
    #[values(Of::Folder, Of::Postgres)] of: Of,
) {
    let tried = tried(of).await;
    let store = &*tried.store;
    let key = a_company(store).await;
    let first = newest(store, &key).await;
    let theirs = save(store, &key, "{\"a\":1}", Expected::Revision(first.number)).await;
    let mine = change(&key, "{\"a\":2}", Expected::Revision(first.number));
    let other = Key::parse("article", "new-one").unwrap();
    let beside = change(&other, "{}", Expected::Nothing);
    let Err(StoreError::Conflict(conflict)) = store.save(&bo(), vec![beside, mine]).await else {
        panic!("the second save must not win");
    };
    assert_eq!(conflict.ancestor, Some(first));
    assert_eq!(conflict.theirs, Some(theirs.clone()));
    assert_eq!(conflict.yours.as_deref(), Some("{\"a\":2}"));
    // All or none: what was beside it has not been saved either.
    assert_eq!(store.ledger().head(&other).await.unwrap(), None);
    assert_eq!(newest(store, &key).await, theirs);
    let new = change(&key, "{}", Expected::Nothing);
    assert!(matches!(
        store.save(&bo(), vec![new]).await,
        Err(StoreError::Conflict(_))
    ));
}

#[rstest]
#[tokio::test]
async fn loses_none_of_many_writes_at_once(#[values(Of::Folder, Of::Postgres)] of: Of) {
    let tried = tried(of).await;
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..8 {
        let store = tried.store.clone();
        writers.spawn(async move {
            let key = Key::parse("article", "shared").unwrap();
            let mut won = 0;
            while won < 5 {
                let head = store.ledger().head(&key).await.unwrap();
                let expected =
                    head.map_or(Expected::Nothing, |head| Expected::Revision(head.draft));
                let content = format!("{{\"by\":\"{writer}-{won}\"}}");
                let saved = store
                    .save(&bo(), vec![change(&key, &content, expected)])
                    .await;
                match saved {
                    Ok(_) => won += 1,
                    Err(StoreError::Conflict(_)) => {}
                    Err(error) => panic!("{error}"),
                }
            }
        });
    }
    writers.join_all().await;
    let key = Key::parse("article", "shared").unwrap();
    let ledger = tried.store.ledger();
    let history = ledger.history(&key, i64::MAX, 100).await.unwrap();
    assert_eq!(history.len(), 40);
    for (after, before) in history.iter().zip(&history[1..]) {
        assert_eq!(after.before, Some(before.number));
    }
    ledger.verify_audit().await.unwrap();
}

#[rstest]
#[tokio::test]
async fn lets_out_only_what_was_approved_as_it_stands(#[values(Of::Folder, Of::Postgres)] of: Of) {
    let tried = tried(of).await;
    let store = &*tried.store;
    let ledger = store.ledger();
    publish(store, &Which::Drafts).await;
    let key = a_company(store).await;
    assert_eq!(state(store, &key).await, ReviewState::Published);
    let live = newest(store, &key).await.number;
    let draft = save(store, &key, "{\"id\":\"x\"}", Expected::Any)
        .await
        .number;
    assert_eq!(state(store, &key).await, ReviewState::Draft);
    let of = [(key.clone(), draft)];
    assert!(matches!(
        ledger.approve(&bo(), &of).await,
        Err(StoreError::Review { .. })
    ));
    ledger.propose(&anna(), &of).await.unwrap();
    ledger.send_back(&bo(), &of, "来源呢？").await.unwrap();
    assert_eq!(state(store, &key).await, ReviewState::SentBack);
    let head = ledger.head(&key).await.unwrap().unwrap();
    assert_eq!(head.note.as_deref(), Some("来源呢？"));
    ledger.propose(&anna(), &of).await.unwrap();
    ledger.approve(&bo(), &of).await.unwrap();
    assert_eq!(ledger.state(&Which::Ready).await.unwrap()[&key], draft);
    // Any change voids the approval.
    let changed = save(store, &key, "{\"id\":\"y\"}", Expected::Any)
        .await
        .number;
    assert_eq!(state(store, &key).await, ReviewState::Draft);
    assert_eq!(ledger.state(&Which::Ready).await.unwrap()[&key], live);
    assert!(matches!(
        ledger.approve(&bo(), &of).await,
        Err(StoreError::Outdated { .. })
    ));
    let of = [(key.clone(), changed)];
    ledger.propose(&anna(), &of).await.unwrap();
    ledger.approve(&bo(), &of).await.unwrap();
    publish(store, &Which::Ready).await;
    assert_eq!(state(store, &key).await, ReviewState::Published);
    assert_eq!(ledger.state(&Which::Live).await.unwrap()[&key], changed);
}

#[rstest]
#[tokio::test]
async fn brings_any_state_back(#[values(Of::Folder, Of::Postgres)] of: Of) {
    let tried = tried(of).await;
    let store = &*tried.store;
    let ledger = store.ledger();
    let first = publish(store, &Which::Drafts).await;
    let key = a_company(store).await;
    let (before, at) = (newest(store, &key).await, ledger.now().await.unwrap());
    let after = save(store, &key, "{\"id\":\"x\"}", Expected::Any).await;
    let new = Key::parse("article", "new-one").unwrap();
    save(store, &new, "{}", Expected::Nothing).await;
    let gone = Change {
        key: key.clone(),
        content: None,
        expected: Expected::Revision(after.number),
    };
    store.save(&bo(), vec![gone]).await.unwrap();
    publish(store, &Which::Drafts).await;
    let then = ledger.state(&Which::At(at)).await.unwrap();
    assert_eq!(then[&key], before.number);
    assert!(!then.contains_key(&new));
    assert_eq!(ledger.state(&Which::Published(first)).await.unwrap(), then);
    assert!(matches!(
        ledger.state(&Which::At(i64::MAX)).await,
        Err(StoreError::NoState(_))
    ));
    // Back to the first publish: the article is not seen any more.
    let begun = ledger
        .begin_publish(&bo(), PublishKind::Rollback, &then)
        .await
        .unwrap();
    ledger.finish_publish(&begun, "r1").await.unwrap();
    assert_eq!(ledger.state(&Which::Live).await.unwrap(), then);
}

#[rstest]
#[tokio::test]
async fn knows_a_publish_that_was_broken_off(#[values(Of::Folder, Of::Postgres)] of: Of) {
    let tried = tried(of).await;
    let ledger = tried.store.ledger();
    let wanted = ledger.state(&Which::Drafts).await.unwrap();
    let begun = ledger
        .begin_publish(&bo(), PublishKind::Publish, &wanted)
        .await
        .unwrap();
    assert_eq!(ledger.broken_off().await.unwrap(), Some(begun.clone()));
    assert_eq!(ledger.state(&Which::Live).await.unwrap().len(), 0);
    ledger.abandon_publish(begun.number).await.unwrap();
    assert_eq!(ledger.broken_off().await.unwrap(), None);
    assert_eq!(ledger.publish_items(begun.number).await.unwrap().len(), 0);
}

#[rstest]
#[tokio::test]
async fn shows_where_the_log_was_tampered_with(#[values(Of::Folder, Of::Postgres)] of: Of) {
    let tried = tried(of).await;
    let store = &*tried.store;
    let key = a_company(store).await;
    for content in ["{\"a\":1}", "{\"a\":2}", "{\"a\":3}"] {
        save(store, &key, content, Expected::Any).await;
    }
    let ledger = store.ledger();
    let entries = ledger.audit_after(0, 100).await.unwrap();
    assert_eq!(
        ledger.verify_audit().await.unwrap(),
        entries.len() as i64,
        "an honest log holds together"
    );
    for (how, tamper) in [
        (
            "it was changed",
            (|entries: &mut Vec<store::AuditEntry>| entries[1].who = "bo".to_owned())
                as fn(&mut Vec<store::AuditEntry>),
        ),
        ("it is missing", |entries| drop(entries.remove(1))),
        ("it does not follow the entry before", |entries| {
            let last = entries.len() - 1;
            entries[last].before = entries[0].before.clone();
        }),
    ] {
        let mut tampered = entries.clone();
        tamper(&mut tampered);
        let broken = store::AuditEntry::verify(&tampered, None).unwrap_err();
        assert_eq!(broken.how, how);
    }
}

#[rstest]
#[tokio::test]
async fn lets_people_in_by_password_and_code(#[values(Of::Folder, Of::Postgres)] of: Of) {
    let tried = tried(of).await;
    let ledger = tried.store.ledger();
    let password = "正确的马电池钉书钉 1";
    let person = ledger
        .add_person(&bo(), "anna", Role::Administrator, password)
        .await
        .unwrap();
    assert!(matches!(
        ledger
            .add_person(&bo(), "anna", Role::Writer, password)
            .await,
        Err(StoreError::Taken { .. })
    ));
    assert!(
        ledger
            .add_person(&bo(), "carl", Role::Writer, "short")
            .await
            .is_err()
    );
    let welcome = SignIn::Welcome(person);
    assert_eq!(
        ledger.sign_in("anna", password, None).await.unwrap(),
        welcome
    );
    for (name, password) in [("anna", "wrong password"), ("nobody", password)] {
        let refused = ledger.sign_in(name, password, None).await.unwrap();
        assert_eq!(refused, SignIn::Refused);
    }
    let secret = store::secret::new_totp().unwrap();
    ledger.set_totp(&bo(), "anna", Some(&secret)).await.unwrap();
    assert_eq!(
        ledger.sign_in("anna", password, None).await.unwrap(),
        SignIn::CodeWanted
    );
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap();
    let code = store::secret::totp_code(&secret, now.as_secs()).unwrap();
    let first = ledger.sign_in("anna", password, Some(&code)).await.unwrap();
    assert!(matches!(first, SignIn::Welcome(_)));
    let replayed = ledger.sign_in("anna", password, Some(&code)).await.unwrap();
    assert_eq!(replayed, SignIn::Refused, "a code is taken once");
    assert!(matches!(
        ledger.remove_person(&bo(), "anna").await,
        Err(StoreError::LastAdministrator(_))
    ));
    assert!(matches!(
        ledger.set_role(&bo(), "anna", Role::Writer).await,
        Err(StoreError::LastAdministrator(_))
    ));
}

#[rstest]
#[tokio::test]
async fn hands_out_words_that_end(#[values(Of::Folder, Of::Postgres)] of: Of) {
    let tried = tried(of).await;
    let ledger = tried.store.ledger();
    let word = ledger.hand_out("preview", "drafts", 60).await.unwrap();
    let stands = ledger.stands_for("preview", &word).await.unwrap();
    assert_eq!(stands.unwrap().0, "drafts");
    assert_eq!(ledger.stands_for("sign-in", &word).await.unwrap(), None);
    let late = ledger.hand_out("preview", "drafts", -1).await.unwrap();
    assert_eq!(ledger.stands_for("preview", &late).await.unwrap(), None);
    let used = ledger.use_up("preview", &word).await.unwrap();
    assert_eq!(used.as_deref(), Some("drafts"));
    assert_eq!(ledger.use_up("preview", &word).await.unwrap(), None);
    let token = ledger
        .add_token(&bo(), "scanner", &[Scope::Read], 1)
        .await
        .unwrap();
    let found = ledger.token(&token).await.unwrap().unwrap();
    assert_eq!(
        (found.name, found.scopes),
        ("scanner".to_owned(), vec![Scope::Read])
    );
    ledger.remove_token(&bo(), "scanner").await.unwrap();
    assert_eq!(ledger.token(&token).await.unwrap(), None);
}

#[tokio::test]
async fn the_folder_is_the_bundle_itself() {
    let tried = tried(Of::Folder).await;
    let untouched = files(&editors_bundle());
    for (name, bytes) in &untouched {
        assert!(
            fs::read(tried.bundle.join(name)).unwrap() == *bytes,
            "{name}"
        );
    }
    let store = &*tried.store;
    let key = Key::parse("article", "founding").unwrap();
    save(store, &key, "{\n  \"id\": \"founding\"\n}", Expected::Any).await;
    let path = tried.bundle.join("news/founding.json");
    assert_eq!(
        fs::read_to_string(path).unwrap(),
        "{\n  \"id\": \"founding\"\n}\n"
    );
    // One company changes its own lines and no others.
    let key = a_company(store).await;
    let before = fs::read_to_string(tried.bundle.join("companies.json")).unwrap();
    let content = newest(store, &key).await.content.unwrap();
    let renamed = content.replacen("\"id\"", "\"wechat\": \"x\",\n  \"id\"", 1);
    save(store, &key, &renamed, Expected::Any).await;
    let after = fs::read_to_string(tried.bundle.join("companies.json")).unwrap();
    let lines: Vec<&str> = before.lines().collect();
    let new: Vec<&str> = after.lines().filter(|line| !lines.contains(line)).collect();
    assert_eq!(new, ["      \"wechat\": \"x\","]);
}

/// The ids of a file's records stand in one line where the store writes them, and each in its
/// own where the desk does: to have the same in other lines is no change.
#[tokio::test]
async fn the_folder_takes_no_other_lines_for_a_change_by_hand() {
    let tried = tried(Of::Folder).await;
    let store = &*tried.store;
    let picture = Key::parse("picture", "gate").unwrap();
    let rest = Key::parse("file", "media").unwrap();
    save(store, &picture, "{\n  \"id\": \"gate\"\n}", Expected::Any).await;
    let as_sent = "{\n  \"pictures\": [\n    \"gate\"\n  ]\n}";
    let saved = save(store, &rest, as_sent, Expected::Any).await;
    assert_eq!(store.settle().await.unwrap(), 0);
    assert_eq!(newest(store, &rest).await.number, saved.number);
}

#[tokio::test]
async fn the_folder_takes_in_what_was_changed_by_hand() {
    let tried = tried(Of::Folder).await;
    let store = &*tried.store;
    let founding = tried.bundle.join("news/founding.json");
    let text = fs::read_to_string(&founding).unwrap();
    fs::write(
        &founding,
        text.replacen("\"date\"", "\"x\": 1, \"date\"", 1),
    )
    .unwrap();
    fs::write(tried.bundle.join("media/gate.jpg"), "gate").unwrap();
    fs::remove_file(tried.bundle.join("media/yard.jpg")).unwrap();
    assert_eq!(store.settle().await.unwrap(), 3);
    assert_eq!(store.settle().await.unwrap(), 0);
    let key = Key::parse("article", "founding").unwrap();
    let version = newest(store, &key).await;
    assert_eq!(version.who, "folder");
    assert!(version.content.unwrap().contains("\"x\": 1"));
    // A file that somebody has broken loses nothing that was known, and is not lost either.
    fs::write(&founding, "{ broken").unwrap();
    assert_eq!(store.settle().await.unwrap(), 0);
    save(store, &key, "{}", Expected::Any).await;
    let aside = tried.bundle.join(".site/put-aside").read_dir().unwrap();
    let kept: Vec<String> = aside
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    assert_eq!(kept, ["{ broken"]);
}

fn x_of(text: &str) -> serde_json::Value {
    serde_json::from_str::<serde_json::Value>(text).unwrap()["x"].clone()
}

/// Whoever asks may go away in the middle, as a telephone does in a tunnel.
#[tokio::test]
async fn a_save_that_is_given_up_is_done_or_not_and_never_taken_for_a_change_by_hand() {
    let tried = tried(Of::Folder).await;
    let store = &*tried.store;
    let key = Key::parse("article", "founding").unwrap();
    for tenths in 0..120_u64 {
        let content = format!("{{\"id\": \"founding\", \"x\": {tenths}}}");
        let changes = vec![change(&key, &content, Expected::Any)];
        let given_up = Duration::from_micros(tenths * 100);
        let _ = tokio::time::timeout(given_up, store.save(&anna(), changes)).await;
        // The database may still be at it: then the file follows the next time.
        for tried_again in 0.. {
            assert_eq!(store.settle().await.unwrap(), 0, "{given_up:?}");
            let newest = newest(store, &key).await;
            assert_ne!(newest.who, "folder", "{given_up:?}");
            let file = fs::read_to_string(tried.bundle.join("news/founding.json")).unwrap();
            if x_of(&file) == x_of(&newest.content.unwrap()) {
                break;
            }
            assert!(tried_again < 200, "the file never follows: {given_up:?}");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

#[tokio::test]
async fn the_folder_is_open_in_one_program_only() {
    let tried = tried(Of::Folder).await;
    assert!(matches!(
        FolderStore::open(&tried.bundle).await,
        Err(StoreError::InUse(_))
    ));
    let missing = tried.bundle.join("nowhere");
    assert!(FolderStore::open(&missing).await.is_err());
    assert!(!missing.exists(), "a mistaken name makes no folder");
}
