//! Where a site is published to: whoever may read it there, whatever stands in the way,
//! whoever is killed meanwhile.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../../publish/tests/common/trial.rs"]
mod trial;

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use publish::output::atomic_dir::Reason;
use publish::output::history::History;
use publish::{Options, publish};
use walkdir::WalkDir;

use trial::{Site, tree};

/// The arguments of a publish into a folder.
fn arguments(site: &Site, out: &Path) -> Vec<String> {
    let [content, app, out] =
        [&site.content(), &site.app(), out].map(|path| path.display().to_string());
    [
        "publish",
        "--no-cards",
        "--no-compress",
        "--content",
        &content,
        "--app",
        &app,
        "--out",
        &out,
    ]
    .map(str::to_owned)
    .into()
}

fn command(site: &Site, out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_site"));
    command.args(arguments(site, out));
    command
}

fn said(output: &Output) -> String {
    let [out, err] = [&output.stdout, &output.stderr].map(|said| String::from_utf8_lossy(said));
    format!("{out}{err}")
}

/// Runs a script in which `"$@"` publishes.
fn script(site: &Site, out: &Path, script: &str) -> Output {
    Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_site")])
        .arg(env!("CARGO_BIN_EXE_site"))
        .args(arguments(site, out))
        .output()
        .unwrap()
}

fn are_open_to_all(folder: &Path) {
    for entry in WalkDir::new(folder) {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        let expected = if entry.file_type().is_dir() {
            0o755
        } else {
            0o644
        };
        assert_eq!(mode, expected, "{}: {mode:o}", entry.path().display());
    }
}

#[test]
fn lets_everybody_read_the_site_whatever_the_shell_says() {
    for umask in ["077", "000"] {
        let site = Site::new();
        let out = site.root().join("deep/out");
        let publish = format!("umask {umask}; exec \"$@\"");
        for _ in 0..2 {
            let output = script(&site, &out, &publish);
            assert!(output.status.success(), "{}", said(&output));
            are_open_to_all(&site.root().join("deep/out"));
            let parent = fs::metadata(site.root().join("deep")).unwrap();
            assert_eq!(parent.permissions().mode() & 0o777, 0o755);
        }
        // What an earlier version or a careless copy has left is mended.
        for entry in WalkDir::new(&out) {
            let entry = entry.unwrap();
            if entry.file_type().is_file() {
                fs::set_permissions(entry.path(), fs::Permissions::from_mode(0o600)).unwrap();
            }
        }
        assert!(script(&site, &out, &publish).status.success());
        are_open_to_all(&out);
    }
}

/// What lies beside the folder that is being made.
fn beside(site: &Site) -> Vec<PathBuf> {
    (fs::read_dir(site.root()).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.file_name()
                .unwrap()
                .to_string_lossy()
                .starts_with(".out.new-")
        })
        .collect()
}

/// A publish that has begun to write, and stands still.
fn halted(site: &Site) -> Child {
    let left = beside(site);
    let mut child = command(site, &site.out())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let writes = |folder: &PathBuf| {
        !left.contains(folder) && fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some())
    };
    let begins = (0..10_000).any(|_| {
        std::thread::sleep(Duration::from_millis(1));
        beside(site).iter().any(writes)
    });
    let id = child.id().to_string();
    let stopped = Command::new("kill").args(["-STOP", &id]).status().unwrap();
    if !begins || !stopped.success() {
        child.kill().unwrap();
        child.wait().unwrap();
        panic!("it does not begin");
    }
    child
}

#[test]
fn clears_away_what_a_killed_publish_has_left_and_nothing_of_one_that_runs() {
    let site = Site::new();
    publish(&site.options()).unwrap();
    let before = tree(&site.out());
    for _ in 0..2 {
        let mut first = halted(&site);
        assert_eq!(beside(&site).len(), 1, "what others have left is gone");
        let second = command(&site, &site.out()).output().unwrap();
        assert!(!second.status.success());
        assert!(said(&second).contains("正在写"), "{}", said(&second));
        assert_eq!(beside(&site).len(), 1, "it is somebody's");
        let back = Command::new(env!("CARGO_BIN_EXE_site"))
            .args(["rollback", "--out"])
            .arg(site.out())
            .output()
            .unwrap();
        assert!(said(&back).contains("等它结束"), "{}", said(&back));
        // SIGKILL.
        first.kill().unwrap();
        first.wait().unwrap();
        assert_eq!(beside(&site).len(), 1, "nobody could clear it away");
    }
    assert!(tree(&site.out()) == before);
    publish(&site.options()).unwrap();
    assert!(beside(&site).is_empty());
    assert!(tree(&site.out()) == before);
}

#[test]
fn puts_a_site_back_that_was_moved_away_by_a_killed_publish() {
    let site = Site::new();
    publish(&site.options()).unwrap();
    let before = tree(&site.out());
    fs::rename(site.out(), site.root().join(".out.old-4711")).unwrap();
    publish(&site.options()).unwrap();
    assert!(tree(&site.out()) == before);
    assert!(!site.root().join(".out.old-4711").exists());
}

fn change(site: &Site, file: &str, from: &str, to: &str) {
    let path = site.content().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    fs::write(path, text.replace(from, to)).unwrap();
}

/// What a publish of this content gives in a folder of its own.
fn fresh(site: &Site) -> std::collections::BTreeMap<String, Vec<u8>> {
    let out = site.root().join("fresh");
    let _ = fs::remove_dir_all(&out);
    let _ = fs::remove_dir_all(site.root().join(".fresh.publishes"));
    publish(&Options {
        out: out.clone(),
        ..site.options()
    })
    .unwrap();
    let mut fresh = tree(&out);
    // Of the app of the publish before, where there was one.
    fresh.retain(|path, _| !path.starts_with(".publishes/"));
    fresh
}

fn visible(out: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut files = tree(out);
    files.retain(|path, _| !path.starts_with(".publishes/"));
    files
}

#[test]
fn brings_a_folder_that_must_stay_up_to_date() {
    let site = Site::new();
    let in_place = Options {
        in_place: true,
        ..site.options()
    };
    let report = publish(&in_place).unwrap();
    assert_eq!(report.in_place, Some(Reason::Asked));
    let folder = fs::metadata(site.out()).unwrap().ino();
    assert!(visible(&site.out()) == fresh(&site));

    // An article changes, and one goes.
    change(
        &site,
        "news/2025-10-31-output.json",
        "2025年1—9月",
        "今年2025年1—9月",
    );
    let gone = "news/2025-10-22-customs-pilot.json";
    let gone_page = site.out().join("news/2025-10-22-customs-pilot");
    assert!(gone_page.is_dir());
    fs::remove_file(site.content().join(gone)).unwrap();
    // What a killed publish has left.
    fs::create_dir(site.out().join(".publishes/new-4711")).unwrap();
    let report = publish(&in_place).unwrap();
    assert!(report.unchanged > report.files / 2, "{report:?}");
    assert!(visible(&site.out()) == fresh(&site));
    assert!(!gone_page.exists());
    assert_eq!(
        fs::metadata(site.out()).unwrap().ino(),
        folder,
        "it is the same folder"
    );
    are_open_to_all(&site.out().join("news"));
    assert_eq!(History::of(&site.out()).list(), []);
    let kept: Vec<_> = (fs::read_dir(site.out().join(".publishes")).unwrap())
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(kept, ["build-cache.json"]);

    // And files that somebody has put there are named as elsewhere.
    fs::write(site.out().join("by-hand.txt"), "x").unwrap();
    assert!(publish(&in_place).is_err());
}

#[test]
fn completes_in_place_what_a_killed_publish_has_begun() {
    let site = Site::new();
    let in_place = Options {
        in_place: true,
        ..site.options()
    };
    publish(&in_place).unwrap();
    // Some files are there, some are not, some are of before; the record is not written.
    let out = site.out();
    fs::create_dir(out.join(".publishes/new-4711")).unwrap();
    fs::write(out.join(".publishes/new-4711/index.html"), "x").unwrap();
    for file in [".publishes/build-cache.json", "app.json", "news/index.html"] {
        fs::remove_file(out.join(file)).unwrap();
    }
    fs::write(out.join("index.html"), "old").unwrap();
    fs::create_dir(out.join("news/old")).unwrap();
    fs::write(out.join("news/old/index.html"), "old").unwrap();
    fs::write(out.join("about/index.html.br"), "old").unwrap();
    publish(&in_place).unwrap();
    assert!(visible(&out) == fresh(&site));
    assert!(!out.join(".publishes/new-4711").exists());
}

#[test]
fn publishes_to_another_disk() {
    let site = Site::new();
    let disks = ["/dev/shm", env!("CARGO_TARGET_TMPDIR")];
    let device = |path: &Path| fs::metadata(path).unwrap().dev();
    let other = |disk: &&str| device(disk.as_ref()) != device(site.root());
    let disk = tempfile::tempdir_in(disks.into_iter().find(other).unwrap()).unwrap();
    let out = disk.path().join("out");
    let options = Options {
        out: out.clone(),
        ..site.options()
    };
    for _ in 0..2 {
        assert_eq!(publish(&options).unwrap().in_place, None);
    }
    assert!(tree(&out) == fresh(&site));
}

/// Whether this process may mount something for a command of its own.
fn may_mount() -> bool {
    let tried = Command::new("unshare")
        .args(["--mount", "sh", "-c", "mount -t tmpfs tmpfs /mnt"])
        .output();
    tried.is_ok_and(|tried| tried.status.success())
}

/// Runs a script in which disks may be mounted, and `"$@"` publishes.
fn with_mounts(site: &Site, out: &Path, script: &str) -> Output {
    Command::new("unshare")
        .args(["--mount", "sh", "-ec", script, "sh"])
        .arg(env!("CARGO_BIN_EXE_site"))
        .args(arguments(site, out))
        .env("OUT", out)
        .output()
        .unwrap()
}

#[test]
fn publishes_in_place_where_a_disk_is_mounted_and_refuses_one_without_room_before_the_work() {
    let site = Site::new();
    let out = site.root().join("mounted");
    fs::create_dir(&out).unwrap();
    if !may_mount() {
        // What the mount would decide is decided by hand; `placement` and `room` have
        // their own tests.
        let options = Options {
            out: out.clone(),
            in_place: true,
            ..site.options()
        };
        publish(&options).unwrap();
        assert!(visible(&out) == fresh(&site));
        return;
    }
    let output = with_mounts(
        &site,
        &out,
        "mount -t tmpfs -o mode=0755 tmpfs \"$OUT\"; \"$@\"; \"$@\"; cp -r \"$OUT\" \"$OUT.copy\"",
    );
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(
        said(&output).matches("文件夹是挂载点").count(),
        2,
        "{}",
        said(&output)
    );
    let mut copy = visible(&site.root().join("mounted.copy"));
    let mut expected = fresh(&site);
    // Published without pictures, by the command.
    copy.retain(|path, _| path.ends_with(".json"));
    expected.retain(|path, _| path.ends_with(".json"));
    assert!(copy.keys().eq(expected.keys()));

    let output = with_mounts(
        &site,
        &out,
        "mount -t tmpfs -o size=300k tmpfs \"$OUT\"; \"$@\"",
    );
    assert!(!output.status.success());
    assert!(
        said(&output).contains("磁盘满了：剩 0 MB，至少要"),
        "{}",
        said(&output)
    );

    let output = with_mounts(&site, &out, "mount -t tmpfs -o ro tmpfs \"$OUT\"; \"$@\"");
    assert!(!output.status.success());
    assert!(
        said(&output).contains("请用 --out 换一个地方"),
        "{}",
        said(&output)
    );

    let output = with_mounts(
        &site,
        &out,
        "mount --bind \"$OUT\" \"$OUT\"; \"$@\"; test -f \"$OUT/index.html\"; rm -r \"$OUT\"/* \"$OUT/.publishes\"",
    );
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn refuses_before_the_work_where_nothing_can_be_written() {
    let site = Site::new();
    fs::write(site.root().join("file"), "x").unwrap();
    for out in [Path::new("/proc/dist"), &site.root().join("file/dist")] {
        let output = command(&site, out).output().unwrap();
        assert!(!output.status.success());
        let said = said(&output);
        assert!(said.contains(&out.display().to_string()), "{said}");
        assert!(said.contains("请用 --out"), "{said}");
    }
    assert_eq!(fs::read(site.root().join("file")).unwrap(), b"x");
}
