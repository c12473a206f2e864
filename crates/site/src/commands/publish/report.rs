//! What `site publish` says, in the words of those who meet it.

use content::fault::paint::Paint;
use content::io_words::describe_io;
use model::Lang;
use publish::artifacts::cards::Undrawn;
use publish::output::atomic_dir::{Reason, ReplaceError};
use publish::output::foreign::OnForeign;
use publish::{ForeignFiles, Options, PublishError, Report};

use crate::commands::missing_app;

/// What was written, in a line.
pub fn written(options: &Options, report: &Report, lang: Lang) -> String {
    let out = options.out.display();
    let Report {
        pages,
        documents,
        cards,
        files,
        unchanged,
        revision,
        ..
    } = report;
    let bytes = report.bytes.div_ceil(1000);
    let compressed = report.compressed.div_ceil(1000);
    match lang {
        Lang::ZhHans | Lang::ZhHant => {
            let packed = match options.compress {
                true => format!("，压缩后 {compressed} kB"),
                false => String::new(),
            };
            format!(
                "已发布到 {out}：页面 {pages} 个，文档 {documents} 个，分享图片 {cards} 张，文件 {files} 个（未变 {unchanged} 个），{bytes} kB{packed}；版本 {revision}"
            )
        }
        Lang::En => {
            let packed = match options.compress {
                true => format!(" ({compressed} kB after brotli)"),
                false => String::new(),
            };
            format!(
                "Published to {out}: {pages} pages, {documents} documents, {cards} cards, {files} files ({unchanged} unchanged), {bytes} kB{packed}; revision {revision}"
            )
        }
    }
}

/// What became of files that no publish had written.
pub fn with_foreign(options: &Options, report: &Report, lang: Lang) -> Option<String> {
    let count = report.foreign.len();
    let files = ForeignFiles {
        folder: options.out.clone(),
        files: report.foreign.clone(),
    };
    let kept = options.foreign == OnForeign::Keep;
    (count > 0).then(|| match (lang, kept) {
        (Lang::En, true) => format!(
            "Kept {count} files that no publish has written: {}",
            files.listed(", ")
        ),
        (Lang::En, false) => format!(
            "Left behind {count} files that no publish has written: {}",
            files.listed(", ")
        ),
        (_, true) => format!("带上了 {count} 个不是发布写的文件：{}", files.listed("、")),
        (_, false) => format!("去掉了 {count} 个不是发布写的文件：{}", files.listed("、")),
    })
}

/// Why the folder was not replaced whole, and what follows.
pub fn in_place(reason: Reason, lang: Lang) -> String {
    match lang {
        Lang::En => {
            let why = match reason {
                Reason::Asked => "the folder is to stay",
                Reason::Mounted => "a disk is mounted at the folder",
                Reason::Share => {
                    "the folder lies on a share where a folder in use cannot be renamed"
                }
                Reason::Beside => "nothing may be written beside the folder",
                Reason::Unmoved => "the system does not rename the folder",
            };
            format!(
                "As {why}, the files were replaced one by one: pages after what they need, what is old last. No earlier publish is kept there to go back to."
            )
        }
        Lang::ZhHans | Lang::ZhHant => {
            let why = match reason {
                Reason::Asked => "按 --in-place 的要求，文件夹本身不换",
                Reason::Mounted => "文件夹是挂载点（例如 Docker 的卷）",
                Reason::Share => "文件夹在网络共享上，用着的时候改不了名",
                Reason::Beside => "文件夹旁边不许写",
                Reason::Unmoved => "系统不让整个换掉这个文件夹",
            };
            format!(
                "{why}，所以在原处逐个更新：先放网页要用的文件，再放网页，最后删去旧的。这里不保留更早的发布，不能用 site rollback 退回。"
            )
        }
    }
}

/// That an article has no picture of its own, and why.
pub fn without_card(undrawn: &Undrawn, lang: Lang) -> String {
    let Undrawn { path, character } = undrawn;
    match lang {
        Lang::ZhHans | Lang::ZhHant => format!(
            "提醒：{path} 没有画出，字体里没有“{character}”字。分享这篇文章时显示栏目的图片。"
        ),
        Lang::En => format!(
            "Warning: {path} is not drawn, its type has no “{character}”. Shares of the article show the card of the news."
        ),
    }
}

/// What follows from no address being given.
pub fn without_origin(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhHans | Lang::ZhHant => {
            "没有给出 --origin：规范链接和站点地图以实际提供网站的地址为准，不虚构域名。网站有了域名后，请加上 --origin https://…"
        }
        Lang::En => {
            "No --origin: canonical links and the sitemap use the address that serves the site; no domain is made up. Once it has a domain, publish with --origin https://…"
        }
    }
}

/// What went wrong, in the words of the language where editors meet it.
pub fn fault(error: &PublishError, lang: Lang) -> String {
    let unchanged = match lang {
        Lang::ZhHans | Lang::ZhHant => "没有发布，原有网站未作改动。",
        Lang::En => "Nothing was published; the site is as it was.",
    };
    let what = match (error, lang) {
        (PublishError::Faults(faults), _) => faults.painted(lang, &Paint::COLOURS),
        (error, Lang::En) => error.to_string(),
        (error, Lang::ZhHans | Lang::ZhHant) => in_chinese(error),
    };
    format!("{what}\n{unchanged}")
}

fn in_chinese(error: &PublishError) -> String {
    let why = |error| describe_io(error, Lang::ZhHans);
    match error {
        PublishError::App(error) => missing_app::describe(error),
        PublishError::Synthetic => "内容含有合成数据，只供测量，不能发布为网站。".to_owned(),
        PublishError::Write(error) => format!("写不了：{}", why(error)),
        PublishError::Foreign(files) => format!(
            "{} 里有不是发布写的文件，这次发布会去掉它们：{}。\n请把它们移到内容文件夹的 root/ 里，以后每次都照原样发布；也可以加 --foreign keep 原样带上，或加 --foreign drop 去掉。",
            files.folder.display(),
            files.listed("、")
        ),
        PublishError::AtomicDir(ReplaceError::Busy(folder)) => format!(
            "另一个 site publish 或 site rollback 正在写 {}。请等它结束再发布。",
            folder.display()
        ),
        PublishError::AtomicDir(ReplaceError::Refused {
            path,
            beside,
            error,
        }) => format!(
            "写不了 {}，也不能在 {} 里另建文件夹：{}。请用 --out 换一个地方，或请技术同事给这两处写的权限。",
            path.display(),
            beside.display(),
            why(error)
        ),
        PublishError::AtomicDir(ReplaceError::NoRoom {
            path,
            kept,
            free,
            free_files,
            need,
            files,
        }) => format!(
            "{} 所在的磁盘满了：剩 {free} MB{}，至少要 {need} MB 和 {files} 个新文件。请先腾出地方；{kept} 里是以前的发布，可以删去几个。",
            path.display(),
            free_files.map_or_else(String::new, |free| format!("，还能放 {free} 个文件"))
        ),
        PublishError::AtomicDir(ReplaceError::NotOurs(folder)) => format!(
            "{} 里有不属于本网站的文件。请换一个空的或新的文件夹。",
            folder.display()
        ),
        PublishError::AtomicDir(ReplaceError::NoFolder(path)) => {
            format!("{} 不是文件夹。请用 --out 指明另一个。", path.display())
        }
        PublishError::AtomicDir(ReplaceError::Write { path, error }) => {
            format!("写不了 {}：{}", path.display(), why(error))
        }
        PublishError::AtomicDir(ReplaceError::Rename { path, error }) => {
            format!("换不了 {}：{}", path.display(), why(error))
        }
        // What no editor can bring about by what is in the bundle.
        other => format!("程序出错，请告诉技术同事：{other}"),
    }
}
