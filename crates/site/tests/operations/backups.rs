//! Everything put away while others work, and back again.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, SystemTime};

use crate::node::{Node, postgres, site};
use crate::{bundle, root, said};

fn backend(address: &str, args: &[&str]) -> Output {
    site()
        .arg("backend")
        .args(args)
        .args(["--lang", "en"])
        .env("SITE_BACKEND", address)
        .output()
        .unwrap()
}

fn done(output: &Output) -> String {
    assert!(output.status.success(), "{}", said(output));
    said(output)
}

fn add_person(address: &str, name: &str) {
    let mut child = site()
        .args(["backend", "add-person", name, "--role", "administrator"])
        .env("SITE_BACKEND", address)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(b"a long password\n").unwrap();
    drop(input);
    assert!(child.wait().unwrap().success());
}

/// Backs up by the script in `deploy/`, and gives the newest backup.
fn back_up(address: &str, to: &Path) -> String {
    let output = Command::new(root().join("deploy/backup.sh"))
        .arg(to)
        .env("SITE", env!("CARGO_BIN_EXE_site"))
        .env("SITE_BACKEND", address)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", said(&output));
    let names = fs::read_dir(to)
        .unwrap()
        .flatten()
        .map(|entry| entry.path());
    let newest = names.max().unwrap();
    newest.to_str().unwrap().to_owned()
}

#[test]
fn puts_a_folder_away_while_it_is_served_and_back() {
    let room = tempfile::tempdir().unwrap();
    let content = room.path().join("内容");
    bundle(&content);
    let address = format!("folder:{}", content.display());
    done(&backend(&address, &["people"]));
    add_person(&address, "anna");
    let node = Node::join(&address, &room.path().join("dist"));
    let backups = room.path().join("backups");
    fs::create_dir(&backups).unwrap();
    let old = backups.join("2025-01-01T000000Z");
    fs::create_dir(&old).unwrap();
    let long_ago = SystemTime::now() - Duration::from_secs(400 * 86_400);
    fs::File::open(&old)
        .unwrap()
        .set_modified(long_ago)
        .unwrap();
    let backup = back_up(&address, &backups);
    assert!(!old.exists(), "what is old is forgotten");
    assert_eq!(node.get("/").unwrap().0, 200, "the server has gone on");
    drop(node);

    let again = format!("folder:{}", room.path().join("又一个").display());
    done(&backend(&again, &["restore", &backup]));
    assert!(done(&backend(&again, &["people"])).contains("anna\tadministrator"));
    let exported = |address: &str, name: &str| {
        let out = room.path().join(name);
        done(&backend(address, &["export", out.to_str().unwrap()]));
        let mut files = Vec::new();
        for entry in walkdir::WalkDir::new(&out).sort_by_file_name() {
            let entry = entry.unwrap();
            if entry.file_type().is_file() {
                let name = entry.path().strip_prefix(&out).unwrap().to_owned();
                files.push((name, fs::read(entry.path()).unwrap()));
            }
        }
        files
    };
    assert_eq!(exported(&address, "a"), exported(&again, "b"));

    // Not over what is there; not of what was touched.
    let refused = backend(&again, &["restore", &backup]);
    assert!(said(&refused).contains("not empty"), "{}", said(&refused));
    let taken = backend(&address, &["backup", &backup]);
    assert!(
        said(&taken).contains("is there already"),
        "{}",
        said(&taken)
    );
    let database = Path::new(&backup).join("store.db");
    let mut bytes = fs::read(&database).unwrap();
    bytes[5000] ^= 1;
    fs::write(&database, bytes).unwrap();
    let third = format!("folder:{}", room.path().join("third").display());
    let damaged = backend(&third, &["restore", &backup]);
    assert!(said(&damaged).contains("`store.db`"), "{}", said(&damaged));
}

#[test]
fn puts_a_database_away_and_back() {
    let room = tempfile::tempdir().unwrap();
    let address = postgres::database();
    let content = root().join("public/content");
    done(&backend(&address, &["import", content.to_str().unwrap()]));
    add_person(&address, "anna");
    let backup = back_up(&address, room.path());
    let again = postgres::database();
    done(&backend(&again, &["restore", &backup]));
    assert!(done(&backend(&again, &["people"])).contains("anna\tadministrator"));
    let out = room.path().join("out");
    done(&backend(&again, &["export", out.to_str().unwrap()]));
    let same = site()
        .args(["diff", "--lang", "en"])
        .arg(content)
        .arg(&out)
        .output()
        .unwrap();
    assert_eq!(same.status.code(), Some(0), "{}", said(&same));
    let verified = site()
        .args(["audit", "verify"])
        .env("SITE_BACKEND", &again)
        .status()
        .unwrap();
    assert!(verified.success());
    let refused = backend(&again, &["restore", &backup]);
    assert!(said(&refused).contains("not empty"), "{}", said(&refused));
    let other = format!("folder:{}", room.path().join("folder").display());
    let refused = backend(&other, &["restore", &backup]);
    assert!(
        said(&refused).contains("another kind"),
        "{}",
        said(&refused)
    );
}
