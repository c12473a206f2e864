//! What an editor fetches to begin.

use std::fs;

use crate::desk::{Site, folder};

/// Program, script and styles, as they are served to a browser that takes brotli.
const MOST: usize = 480_000;

#[test]
fn the_desk_keeps_its_budget() {
    let site = Site::open();
    let mut sum = 0;
    for entry in fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let mut endings = [".wasm", ".js", ".css"].into_iter();
        if !endings.any(|ending| name.ends_with(ending)) {
            continue;
        }
        let address = format!("http://{}/desk/{name}", site.running.address);
        let served = site.runtime.block_on(async {
            let http = reqwest::Client::new();
            let asked = http.get(&address).header("accept-encoding", "br");
            let answer = asked.send().await.unwrap();
            assert_eq!(answer.headers()["content-encoding"], "br", "{name}");
            answer.bytes().await.unwrap()
        });
        // Packed by the build, not at the start of a server.
        let packed = fs::read(folder().join(format!("{name}.br"))).unwrap();
        assert!(served == packed, "{name}");
        sum += served.len();
    }
    println!("the desk: {sum} of {MOST} bytes");
    assert!(sum > 0 && sum <= MOST, "{sum} bytes of {MOST}");
}
