//! The files of the bundle's pictures, written.

use std::borrow::Cow;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::PublishError;
use crate::output::build_cache::WrittenFile;
use crate::output::writer::Writer;
use crate::pictures::{Budget, Pictures, Source, Target, make};

/// Writes every file; those that are there already are taken over unread.
pub(super) fn write(
    pictures: &Pictures,
    writer: &Writer,
) -> Result<Vec<WrittenFile>, PublishError> {
    let budget = Budget::default();
    // Two records of one file share what is not cut: it is made once.
    let mut known = FxHashSet::default();
    let jobs: Vec<(&Source, Vec<Target>)> = (pictures.all().into_iter())
        .map(|source| {
            let targets = source.targets().into_iter();
            let own = targets.filter(|target| known.insert(target.path.clone()));
            (source, own.collect())
        })
        .collect();
    let written: Vec<Vec<WrittenFile>> = (jobs.into_par_iter())
        .with_max_len(1)
        .map(|(source, targets)| of(source, targets, &budget, writer))
        .collect::<Result<_, _>>()?;
    Ok(written.concat())
}

fn of(
    source: &Source,
    targets: Vec<Target>,
    budget: &Budget,
    writer: &Writer,
) -> Result<Vec<WrittenFile>, PublishError> {
    let mut written = Vec::new();
    let mut missing = Vec::new();
    for target in targets {
        match writer.named(&target.path)? {
            Some(file) => written.push(file),
            None => missing.push(target),
        }
    }
    if missing.is_empty() {
        return Ok(written);
    }
    for (target, bytes) in missing.iter().zip(make(source, &missing, budget)?) {
        let path = target.path.clone();
        written.push(writer.made(path.clone(), path, || Ok(Cow::Owned(bytes)))?);
    }
    Ok(written)
}
