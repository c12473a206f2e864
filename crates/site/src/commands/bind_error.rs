//! Why a server cannot listen, and what to try.

use std::io::{Error, ErrorKind};

use content::io_words::describe_io;
use model::Lang;

/// Why the address cannot be listened at, and what to try.
pub fn bind_error(error: &Error, host: &str, port: u16, lang: Lang) -> String {
    let why = describe_io(error, lang);
    let other = other_port(port);
    match (error.kind(), lang) {
        (ErrorKind::AddrInUse, Lang::En) => {
            format!("port {port} is in use by another program. Take another: --port {other}")
        }
        (ErrorKind::AddrInUse, _) => {
            format!("端口 {port} 已经有程序在用。请换一个：--port {other}")
        }
        (ErrorKind::PermissionDenied, Lang::En) => {
            format!("port {port} may not be used: {why}. Take another: --port {other}")
        }
        (ErrorKind::PermissionDenied, _) => {
            format!("端口 {port} 不许使用：{why}。请换一个：--port {other}")
        }
        (_, Lang::En) => format!("cannot listen at {host}: {why}. Check --host."),
        (_, _) => format!("用不了地址 {host}：{why}。请检查 --host。"),
    }
}

/// The next one; those below 1024 are the system's.
fn other_port(port: u16) -> u16 {
    (port.checked_add(1))
        .filter(|next| *next > 1024)
        .unwrap_or(8080)
}
