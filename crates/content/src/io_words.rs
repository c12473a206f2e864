//! What the system says of a file that cannot be read or written, in words.

use std::io::{Error, ErrorKind};

use model::Lang;

use crate::rename::is_held;

/// Why something of the system failed, as a part of a sentence. What Chinese
/// has no words for here is given by the system's number, which can be looked up.
pub fn describe_io(error: &Error, lang: Lang) -> String {
    if lang == Lang::En {
        return error.to_string();
    }
    // Windows has a number for this, which no kind stands for.
    if is_held(error) && error.kind() != ErrorKind::PermissionDenied {
        return "正被别的程序打开着，请关掉它再试".to_owned();
    }
    let words = of_kind(error.kind()).map(str::to_owned);
    words.unwrap_or_else(|| of_unknown(error))
}

/// The same of a kind of error, as far as Chinese has words for it here.
pub(crate) fn of_kind(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotFound => "找不到",
        ErrorKind::PermissionDenied => "没有权限",
        ErrorKind::AlreadyExists => "已经有了",
        ErrorKind::IsADirectory => "这是文件夹，不是文件",
        ErrorKind::NotADirectory => "这不是文件夹",
        ErrorKind::DirectoryNotEmpty => "文件夹里还有东西",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "磁盘满了",
        ErrorKind::FileTooLarge => "文件太大",
        ErrorKind::ReadOnlyFilesystem => "磁盘只能读，不能写",
        ErrorKind::InvalidFilename => "名字太长，或含有不能用的字符",
        ErrorKind::InvalidData => "内容不是 UTF-8 编码的文字，或者已经损坏",
        ErrorKind::UnexpectedEof => "内容不完整",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "正被别的程序使用",
        ErrorKind::CrossesDevices => "两处不在同一个磁盘上",
        ErrorKind::AddrInUse => "这个地址和端口已经有程序在用",
        ErrorKind::AddrNotAvailable => "这台电脑没有这个地址",
        ErrorKind::ConnectionRefused => "对方拒绝连接",
        ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted => "连接断了",
        ErrorKind::BrokenPipe => "接收的一方已经关闭",
        ErrorKind::TimedOut => "等得太久，没有回应",
        ErrorKind::Interrupted => "被打断了",
        ErrorKind::OutOfMemory => "内存不够",
        ErrorKind::Unsupported => "系统不支持",
        _ => return None,
    })
}

fn of_unknown(error: &Error) -> String {
    match error.raw_os_error() {
        Some(number) => format!("系统错误 {number}"),
        None => "原因不明".to_owned(),
    }
}
