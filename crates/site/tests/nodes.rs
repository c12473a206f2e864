//! Several servers over one PostgreSQL: what one publishes all serve, whichever of them is
//! killed, and also when the database is.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod node;

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use node::{Node, postgres, read, site, wait_until};
use serde_json::{Value, json};
use tempfile::TempDir;
use ureq::Agent;

const ID: &str = "2025-11-20-nodes";
const PAGE: &str = "/news/2025-11-20-nodes/";
const DOCUMENT: &str = "/content/v1/zh-Hans/news/2025-11-20-nodes.json";

fn article(number: u32) -> Value {
    json!({
        "id": ID,
        "date": "2025-11-20",
        "title": { "zh-Hans": format!("几台服务器第{number}版"), "en": format!("Servers, version {number}") },
        "summary": { "zh-Hans": "测试用的一篇文章。", "en": "An article that a test has written." },
        "body": { "zh-Hans": ["测试用的一段。"], "en": ["A paragraph for the test."] },
        "category": "alliance",
        "source": "founding",
    })
}

/// Saves the article with a title that has a number, and has it approved.
fn write(node: &Node, number: u32) {
    let path = format!("{}/api/v1/records/article/{ID}", node.address);
    wait_until("saved", || {
        let known = node.agent.get(&path).header("cookie", &node.cookie).call();
        let Ok(known) = known else { return false };
        let tag = known.headers().get("etag").cloned();
        let request = node
            .agent
            .put(&path)
            .header("cookie", &node.cookie)
            .header("sec-fetch-site", "same-origin");
        let request = match (known.status().as_u16(), tag) {
            (404, _) => request.header("if-none-match", "*"),
            (200, Some(tag)) => request.header("if-match", tag),
            _ => return false,
        };
        let Ok(saved) = request.send(article(number).to_string()) else {
            return false;
        };
        let tag = saved.headers().get("etag").cloned();
        let Some(tag) = tag.filter(|_| saved.status().is_success()) else {
            return false;
        };
        let revision: i64 = tag.to_str().unwrap().trim_matches('"').parse().unwrap();
        let records = json!({ "records": [{ "kind": "article", "id": ID, "revision": revision }] });
        ["/propose", "/approve"].iter().all(|step| {
            node.post(step, &records)
                .is_some_and(|(status, _)| status == 200)
        })
    });
}

/// Which version of the article a page or a document is.
fn version(text: &str) -> Option<u32> {
    let (_, rest) = text.split_once("几台服务器第")?;
    rest.split('版').next()?.parse().ok()
}

/// A reader of one server, who never sees two publishes at once.
fn reader(
    address: String,
    agent: Agent,
    known: Arc<Mutex<HashMap<String, Option<u32>>>>,
    stop: Arc<AtomicBool>,
) -> thread::JoinHandle<u32> {
    thread::spawn(move || {
        let get = |path: &str| read(&agent, &format!("{address}{path}"));
        let mut seen = 0;
        while !stop.load(Ordering::Relaxed) {
            thread::sleep(Duration::from_millis(50));
            let asked = [
                "/content/v1/manifest.json",
                PAGE,
                DOCUMENT,
                "/content/v1/manifest.json",
            ];
            // A server that was killed answers nothing, and that is no mixture.
            let Some(answers) = asked
                .iter()
                .map(|path| get(path))
                .collect::<Option<Vec<_>>>()
            else {
                continue;
            };
            let [(200, before), page, document, (200, after)] = &answers[..] else {
                panic!("no manifest: {answers:?}");
            };
            if before != after {
                continue;
            }
            let [page, document] = [page, document].map(|(status, text)| match status {
                200 => version(text),
                404 => None,
                status => panic!("{status}"),
            });
            assert_eq!(page, document, "a page and its document are of one publish");
            let mut known = known.lock().unwrap();
            let of_revision = known.entry(before.clone()).or_insert(page);
            assert_eq!(*of_revision, page, "a revision is the same everywhere");
            seen += 1;
        }
        seen
    })
}

#[test]
fn serve_all_what_one_has_published_whatever_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let database = database(&folder);
    let out = |name: &str| folder.path().join(name).join("dist");
    let mut nodes: Vec<Node> = ["a", "b", "c"]
        .map(|name| Node::join(&database, &out(name)))
        .into();
    let stop = Arc::new(AtomicBool::new(false));
    let known = Arc::default();
    let watch = |node: &Node| {
        let (address, agent) = (node.address.clone(), node.agent.clone());
        reader(address, agent, Arc::clone(&known), Arc::clone(&stop))
    };
    let mut readers: Vec<_> = nodes.iter().map(watch).collect();
    let all_show = |nodes: &[Node], number: u32| {
        wait_until(&format!("version {number} on all"), || {
            nodes.iter().all(|node| {
                node.get(PAGE)
                    .is_some_and(|(_, page)| version(&page) == Some(number))
            })
        });
        wait_until("one revision", || {
            let revision = nodes[0].revision();
            revision.is_some() && nodes.iter().all(|node| node.revision() == revision)
        });
    };

    // What one publishes, all serve.
    for (number, node) in [(1, 0), (2, 1), (3, 2)] {
        write(&nodes[node], number);
        nodes[node].publish();
        all_show(&nodes, number);
    }

    // What is asked for at a time is done once.
    let publishes = |node: &Node| {
        let (_, list) = node.get_as_editor("/publishes");
        list["publishes"].as_array().unwrap().len()
    };
    let before = publishes(&nodes[0]);
    write(&nodes[0], 4);
    let now = std::time::SystemTime::now();
    let now = now
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap()
        .as_millis();
    let at = json!({ "at": u64::try_from(now).unwrap() + 500 });
    assert_eq!(nodes[0].post("/publish", &at).unwrap().0, 202);
    all_show(&nodes, 4);
    wait_until("noted", || {
        let (_, list) = nodes[1].get_as_editor("/publishes");
        list["scheduled"] == json!([])
    });
    assert_eq!(publishes(&nodes[2]), before + 1);

    // One is killed while it publishes: the others end what it has begun.
    write(&nodes[2], 5);
    let killed = &nodes[2];
    thread::scope(|scope| {
        let publishing = scope.spawn(|| killed.post("/publish", &json!({})));
        let begun = || {
            let folder = folder.path().join("c");
            let mut names = fs::read_dir(folder).unwrap().flatten();
            names.any(|name| name.file_name().to_string_lossy().contains(".new-"))
        };
        while !begun() && !publishing.is_finished() {
            thread::sleep(Duration::from_millis(1));
        }
        let pid = killed.process.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-9", &pid])
                .status()
                .unwrap()
                .success()
        );
        let _ = publishing.join();
    });
    let mut killed = nodes.pop().unwrap();
    killed.kill();
    all_show(&nodes, 5);
    write(&nodes[0], 6);
    nodes[0].publish();
    all_show(&nodes, 6);

    // Another joins in its place, with nothing.
    nodes.push(Node::join(&database, &out("d")));
    readers.push(watch(&nodes[2]));
    all_show(&nodes, 6);
    write(&nodes[2], 7);
    nodes[2].publish();
    all_show(&nodes, 7);

    // The database goes and comes again; readers do not notice.
    postgres::server().restart();
    for node in &nodes {
        assert_eq!(node.get(PAGE).unwrap().0, 200);
    }
    write(&nodes[1], 8);
    nodes[1].publish();
    all_show(&nodes, 8);
    stop.store(true, Ordering::Relaxed);
    for reader in readers {
        assert!(reader.join().unwrap() > 0, "a reader has seen something");
    }
}

/// A database with the editors' bundle.
fn database(folder: &TempDir) -> String {
    let bundle = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content");
    let database = postgres::database();
    let imported = site()
        .args(["backend", "import", "--lang", "en"])
        .arg(bundle)
        .env("SITE_BACKEND", &database)
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(imported.status.success(), "{imported:?}");
    database
}
