//! What `site upload` says.

use content::io_words::describe_io;
use model::Lang;
use upload::{Address, Report, UploadError};

/// What was done, or would be, in a line.
pub fn said(report: &Report, to: &Address, dry_run: bool, lang: Lang) -> String {
    let Report {
        put,
        unchanged,
        removed,
        kept,
        ..
    } = report;
    let (put, removed) = (put.len(), removed.len());
    let kilobytes = report.bytes.div_ceil(1000);
    match lang {
        Lang::En => {
            let would = if dry_run {
                "Would bring to"
            } else {
                "Brought to"
            };
            let resumed = match report.resumed {
                true => "; an earlier upload was broken off, this one goes on from there",
                false => "",
            };
            format!(
                "{would} {to}: {put} files ({kilobytes} kB), {unchanged} unchanged, {removed} removed, {kept} of earlier sites kept for open pages{resumed}."
            )
        }
        Lang::ZhHans | Lang::ZhHant => {
            let would = if dry_run {
                "将上传到"
            } else {
                "已上传到"
            };
            let resumed = match report.resumed {
                true => "；上一次上传中断，这次接着做",
                false => "",
            };
            format!(
                "{would} {to}：文件 {put} 个（{kilobytes} kB），未变 {unchanged} 个，删去 {removed} 个，为还开着的网页留下旧文件 {kept} 个{resumed}。"
            )
        }
    }
}

/// What would be done, file by file.
pub fn listed(report: &Report, lang: Lang) -> impl Iterator<Item = String> {
    let (put, remove) = match lang {
        Lang::En => ("upload", "remove"),
        Lang::ZhHans | Lang::ZhHant => ("上传", "删去"),
    };
    let puts = report.put.iter().map(move |name| format!("{put}  {name}"));
    let removals = report.removed.iter();
    puts.chain(removals.map(move |name| format!("{remove}  {name}")))
}

/// What went wrong, and how to mend it.
pub fn fault(error: &UploadError, lang: Lang) -> String {
    match lang {
        Lang::En => format!("site upload: {error}"),
        Lang::ZhHans | Lang::ZhHant => format!("上传没有完成：{}", in_chinese(error)),
    }
}

fn in_chinese(error: &UploadError) -> String {
    match error {
        UploadError::NoSite(dir) => format!("{} 不是已发布的网站。请先发布。", dir.display()),
        UploadError::Writing(dir) => {
            format!("正在发布到 {}。请等它结束再上传。", dir.display())
        }
        UploadError::Read { path, error } => format!(
            "读不了 {}：{}",
            path.display(),
            describe_io(error, Lang::ZhHans)
        ),
        UploadError::Name(name) => format!("存储桶里不能有叫“{name}”的文件。请改名。"),
        UploadError::NoCredentials => {
            "没有密钥。请设环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY（OSS、COS 也用这两个名字）。".to_owned()
        }
        UploadError::Settings(why) => format!("环境变量所说的存储打不开：{why}"),
        UploadError::NoBucket { bucket, endpoint } => format!(
            "{endpoint} 没有名为 {bucket} 的存储桶。请先建好，或检查 AWS_ENDPOINT_URL 和 AWS_REGION。"
        ),
        UploadError::Refused { bucket, what } => format!(
            "存储桶 {bucket} 拒绝了（{what}）。请检查 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY，以及这把密钥能否在那里列出、读、写、删。"
        ),
        UploadError::Storage { what, why } => format!(
            "存储没有回应，或报了错（{what}）：{why}\n读者看到的网站仍是完整的。请再运行一次，会接着做。"
        ),
        UploadError::Record(name) => format!(
            "存储桶里的 {name} 不是本程序写的样子：是更新版本的程序写的，或坏了。请用那个版本；或删去它，再加 --replace 上传。"
        ),
        UploadError::Foreign {
            address,
            count,
            first,
        } => format!(
            "{address} 里有 {count} 个不是上传命令放的文件会被换掉，第一个是 {first}。请换一个前缀；要换掉它们，加 --replace。"
        ),
        UploadError::Overtaken => "另一次上传到同一处已经开始，由它继续。".to_owned(),
        UploadError::Disturbed { address, count } => format!(
            "有别的程序同时在写 {address}：{count} 个文件和刚上传的不一样。请等它停下，再运行一次。"
        ),
        UploadError::Random(why) => format!("系统给不出随机数：{why}"),
    }
}
