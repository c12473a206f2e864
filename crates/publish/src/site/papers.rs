//! The files of the bundle's papers, written.

use std::borrow::Cow;

use rayon::prelude::*;

use crate::PublishError;
use crate::output::build_cache::WrittenFile;
use crate::output::writer::Writer;
use crate::papers::{Papers, PublishedPaper};

/// Writes every file; those that are there already are taken over unread.
pub(super) fn write(papers: &Papers, writer: &Writer) -> Result<Vec<WrittenFile>, PublishError> {
    let one = |paper: &PublishedPaper| match writer.named(&paper.path)? {
        Some(file) => Ok(file),
        None => {
            let path = paper.path.clone();
            writer.made(path.clone(), path, || Ok(Cow::Owned(paper.bytes()?)))
        }
    };
    papers.all().into_par_iter().map(one).collect()
}
