//! Does what is to be done, and proves that it is done.

use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use futures_util::{StreamExt, TryStreamExt, stream};
use publish::output::history::{History, HoldError, INSIDE};

use crate::bucket::Bucket;
use crate::error::UploadError;
use crate::files::{LocalFile, Packing, files, hex};
use crate::plan::{Listing, Plan};
use crate::record::{Kept, Record};

/// How to upload.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How long hashed files stay that the site has no more.
    pub keep: Duration,
    /// In which form files lie there.
    pub packing: Packing,
    /// Whether to replace what somebody else has put there.
    pub replace: bool,
    /// Whether only to say what would be done.
    pub dry_run: bool,
}

/// What was done, or would be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The names of files that were put there, in this order.
    pub put: Vec<String>,
    /// Their bytes.
    pub bytes: u64,
    /// How many lay there just so.
    pub unchanged: usize,
    /// The names of files that were taken away.
    pub removed: Vec<String>,
    /// How many hashed files of earlier sites are kept for open pages.
    pub kept: usize,
    /// Whether an earlier upload had been broken off.
    pub resumed: bool,
}

/// How many files are on their way at a time.
const AT_ONCE: usize = 8;
/// What was done is noted after so many files at the latest: after a break no more than
/// these go again. A larger site's record is larger, and is written as seldom.
const NOTE_EVERY: usize = 512;
/// In how many parts at the most a large upload is noted.
const NOTES: usize = 16;
/// How often is looked whether all is there as it was put there.
const PASSES: usize = 3;

/// Brings the site in a published folder to a bucket. At every moment, also when it is
/// broken off, readers have a whole site there.
///
/// # Errors
/// See [`UploadError`].
pub async fn upload(dir: &Path, bucket: &Bucket, options: &Options) -> Result<Report, UploadError> {
    if !publish::is_published(dir) {
        return Err(UploadError::NoSite(dir.to_owned()));
    }
    // No publish puts another site into the folder while it is read.
    let history = match dir.join(INSIDE).is_dir() {
        true => History::inside(dir),
        false => History::of(dir),
    };
    let _held = match history.hold() {
        Ok(held) => Some(held),
        Err(HoldError::Busy) => return Err(UploadError::Writing(dir.to_owned())),
        // Where no lock can be laid, no publish writes either.
        Err(HoldError::Unlockable(_)) => None,
    };
    let files = files(dir, options.packing)?;
    let found = bucket.record().await?;
    let listing = bucket.list().await?;
    let known = found.is_some();
    let mut record = found.unwrap_or_default();
    if !options.replace {
        refuse_foreign(bucket, &files, &record, &listing)?;
    }
    let (now, keep) = (seconds(), options.keep.as_secs());
    let mut plan = Plan::new(&files, &record, &listing, now, keep);
    let mut report = reported(&plan, &files);
    report.resumed = known && !record.complete;
    if options.dry_run || (plan.is_empty() && record.complete && known) {
        return Ok(report);
    }
    let mut upload = Upload {
        bucket,
        tag: None,
        files: &files,
        record: &mut record,
    };
    upload.begin(&plan).await?;
    for _ in 0..PASSES {
        upload.settle(&plan).await?;
        let listing = bucket.list().await?;
        plan = Plan::new(&files, upload.record, &listing, now, keep);
        if plan.is_empty() {
            upload.end().await?;
            return Ok(report);
        }
    }
    Err(UploadError::Disturbed {
        address: bucket.address().to_string(),
        count: plan.count() + plan.removals.concat().len(),
    })
}

/// What somebody else has put where the site is to lie.
fn refuse_foreign(
    bucket: &Bucket,
    files: &[LocalFile],
    record: &Record,
    listing: &Listing,
) -> Result<(), UploadError> {
    let names = files.iter().map(|file| file.name.as_str());
    let is_foreign = |name: &&str| listing.contains_key(*name) && !record.files.contains_key(*name);
    let foreign: Vec<&str> = names.filter(is_foreign).collect();
    match foreign.first() {
        None => Ok(()),
        Some(first) => Err(UploadError::Foreign {
            address: bucket.address().to_string(),
            count: foreign.len(),
            first: (*first).to_owned(),
        }),
    }
}

fn reported(plan: &Plan, files: &[LocalFile]) -> Report {
    let put = || plan.puts.iter().flatten().map(|number| &files[*number]);
    Report {
        put: put().map(|file| file.name.clone()).collect(),
        bytes: put().map(|file| file.length).sum(),
        unchanged: plan.unchanged,
        removed: plan.removals.concat(),
        kept: plan.left.len(),
        resumed: false,
    }
}

/// An upload under way.
struct Upload<'a> {
    bucket: &'a Bucket,
    /// The tag of the record as this upload wrote it last.
    tag: Option<String>,
    files: &'a [LocalFile],
    record: &'a mut Record,
}

impl Upload<'_> {
    /// Says in the bucket what is about to be put there: if it is broken off, the next
    /// upload knows what is not of somebody else. One that is under way gives up.
    async fn begin(&mut self, plan: &Plan) -> Result<(), UploadError> {
        let mut run = [0; 16];
        getrandom::fill(&mut run).map_err(|error| UploadError::Random(error.to_string()))?;
        self.record.run = hex(&run, 32);
        self.record.complete = false;
        self.claim(plan);
        self.tag = self.bucket.write_record(self.record).await?;
        Ok(())
    }

    fn claim(&mut self, plan: &Plan) {
        for number in plan.puts.iter().flatten() {
            let file = &self.files[*number];
            let kept = Kept {
                digest: file.digest.clone(),
                tag: None,
                left: None,
            };
            self.record.files.insert(file.name.clone(), kept);
        }
        for name in &plan.gone {
            self.record.files.remove(name);
        }
        for (name, since) in &plan.left {
            if let Some(kept) = self.record.files.get_mut(name) {
                kept.left = Some(*since);
            }
        }
        // What was old and is wanted again.
        for file in self.files {
            if let Some(kept) = self.record.files.get_mut(&file.name) {
                kept.left = None;
            }
        }
    }

    /// Notes what was done, unless another upload has begun.
    async fn note(&mut self) -> Result<(), UploadError> {
        if self.bucket.record_tag().await? != self.tag {
            return Err(UploadError::Overtaken);
        }
        self.tag = self.bucket.write_record(self.record).await?;
        Ok(())
    }

    /// Puts there what is to be there, and then takes away what is old.
    async fn settle(&mut self, plan: &Plan) -> Result<(), UploadError> {
        self.claim(plan);
        let together = NOTE_EVERY.max(plan.count() / NOTES);
        for group in &plan.puts {
            for part in group.chunks(together) {
                self.put(part).await?;
                self.note().await?;
            }
        }
        for group in &plan.removals {
            self.remove(group).await?;
            self.note().await?;
        }
        Ok(())
    }

    async fn remove(&mut self, names: &[String]) -> Result<(), UploadError> {
        let bucket = self.bucket;
        let removals = names.iter().map(|name| async move {
            bucket.remove(name).await?;
            Ok::<_, UploadError>(name)
        });
        let mut removals = stream::iter(removals).buffer_unordered(AT_ONCE);
        while let Some(name) = removals.try_next().await? {
            self.record.files.remove(name);
        }
        Ok(())
    }

    async fn put(&mut self, numbers: &[usize]) -> Result<(), UploadError> {
        let (bucket, files) = (self.bucket, self.files);
        let puts = numbers.iter().map(|number| {
            let file = &files[*number];
            async move { Ok::<_, UploadError>((file, bucket.put(file).await?)) }
        });
        let mut puts = stream::iter(puts).buffer_unordered(AT_ONCE);
        while let Some((file, tag)) = puts.try_next().await? {
            if let Some(kept) = self.record.files.get_mut(&file.name) {
                kept.tag = tag;
            }
        }
        Ok(())
    }

    async fn end(&mut self) -> Result<(), UploadError> {
        self.record.complete = true;
        self.note().await
    }
}

fn seconds() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs())
}
