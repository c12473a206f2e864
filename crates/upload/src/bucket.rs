//! A bucket: opened by what the environment says, as other programs for S3 do.

use std::env;
use std::fs;
use std::sync::Arc;
use std::time::Duration;

use futures_util::TryStreamExt;
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::path::Path;
use object_store::{
    Attribute, Attributes, BackoffConfig, Error, ObjectStore, ObjectStoreExt, PutOptions,
    RetryConfig,
};
use ureq::Agent;
use url::Url;

use crate::address::Address;
use crate::error::UploadError;
use crate::files::LocalFile;
use crate::http::Connector;
use crate::plan::Listing;
use crate::record::{self, FORMAT, Record, tag};

/// A bucket, and where in it the site lies.
#[derive(Debug)]
pub struct Bucket {
    store: Arc<dyn ObjectStore>,
    address: Address,
    endpoint: String,
}

/// Names of storage that is asked by the bucket's own host name only.
const BY_HOST: [&str; 2] = [".aliyuncs.com", ".myqcloud.com"];
/// Where credentials come from when they stand in no variable themselves.
const LENT: [&str; 3] = [
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
];

impl Bucket {
    /// Opens it: endpoint, region and credentials as the environment has them
    /// (`AWS_ENDPOINT_URL`, `AWS_REGION`, `AWS_ACCESS_KEY_ID` and so on). Nothing is asked yet.
    ///
    /// # Errors
    /// When the environment has no credentials, or what it has makes no sense.
    pub fn open(address: Address, agent: Agent) -> Result<Self, UploadError> {
        let mut builder = AmazonS3Builder::from_env()
            .with_bucket_name(&address.bucket)
            .with_http_connector(Connector(Arc::new(agent)))
            // Not every storage that speaks as S3 does knows how to delete many at once.
            .with_disable_bulk_delete(true)
            .with_retry(RetryConfig {
                backoff: BackoffConfig {
                    init_backoff: Duration::from_millis(200),
                    max_backoff: Duration::from_secs(10),
                    base: 2.,
                },
                max_retries: 6,
                retry_timeout: Duration::from_secs(120),
            });
        let value = |builder: &AmazonS3Builder, key| builder.get_config_value(&key);
        let has_key = value(&builder, AmazonS3ConfigKey::AccessKeyId).is_some()
            && value(&builder, AmazonS3ConfigKey::SecretAccessKey).is_some();
        if !has_key && !LENT.iter().any(|name| env::var_os(name).is_some()) {
            return Err(UploadError::NoCredentials);
        }
        let endpoint = value(&builder, AmazonS3ConfigKey::Endpoint);
        if let Some(endpoint) = &endpoint {
            let mut url = Url::parse(endpoint)
                .map_err(|error| UploadError::Settings(format!("{endpoint}: {error}")))?;
            let host = url.host_str().unwrap_or_default().to_owned();
            if BY_HOST.iter().any(|end| host.ends_with(end)) {
                let own = format!("{}.", address.bucket);
                if !host.starts_with(&own) {
                    url.set_host(Some(&format!("{own}{host}")))
                        .map_err(|error| UploadError::Settings(format!("{endpoint}: {error}")))?;
                }
                builder = builder
                    .with_endpoint(url.as_str().trim_end_matches('/'))
                    .with_virtual_hosted_style_request(true);
            }
            // Who names an address without TLS means it: a machine of its own.
            builder = builder.with_allow_http(url.scheme() == "http");
        }
        let store = builder
            .build()
            .map_err(|error| UploadError::Settings(error.to_string()))?;
        Ok(Self {
            store: Arc::new(store),
            endpoint: endpoint.unwrap_or_else(|| "AWS".to_owned()),
            address,
        })
    }

    /// Where it is.
    pub fn address(&self) -> &Address {
        &self.address
    }

    fn path(&self, name: &str) -> Result<Path, UploadError> {
        Path::parse(format!("{}{name}", self.address.prefix))
            .map_err(|_| UploadError::Name(name.to_owned()))
    }

    /// What lies there, but for the record.
    pub(crate) async fn list(&self) -> Result<Listing, UploadError> {
        let prefix = self.path("")?;
        let prefix = (!self.address.prefix.is_empty()).then_some(&prefix);
        let found: Vec<_> = (self.store.list(prefix).try_collect().await)
            .map_err(|error| self.error(error, "listing what lies there"))?;
        let named = found.into_iter().filter_map(|meta| {
            let name = meta.location.as_ref().strip_prefix(&*self.address.prefix)?;
            let tag = meta.e_tag.as_deref().map(tag);
            (name != record::NAME).then(|| (name.to_owned(), tag))
        });
        Ok(named.collect())
    }

    /// Puts a file there, and says what the bucket calls its content.
    pub(crate) async fn put(&self, file: &LocalFile) -> Result<Option<String>, UploadError> {
        let bytes = fs::read(&file.path).map_err(|error| UploadError::Read {
            path: file.path.clone(),
            error,
        })?;
        let mut attributes = Attributes::new();
        let said = &file.said;
        attributes.insert(Attribute::ContentType, said.kind.into());
        attributes.insert(Attribute::CacheControl, said.cache.into());
        if let Some(disposition) = &said.disposition {
            attributes.insert(Attribute::ContentDisposition, disposition.clone().into());
        }
        if let Some(encoding) = said.encoding {
            attributes.insert(Attribute::ContentEncoding, encoding.into());
        }
        self.put_bytes(&file.name, bytes, attributes).await
    }

    async fn put_bytes(
        &self,
        name: &str,
        bytes: Vec<u8>,
        attributes: Attributes,
    ) -> Result<Option<String>, UploadError> {
        let options = PutOptions {
            attributes,
            ..PutOptions::default()
        };
        let path = self.path(name)?;
        let put = self.store.put_opts(&path, bytes.into(), options);
        let put = put
            .await
            .map_err(|error| self.error(error, &format!("uploading {name}")))?;
        Ok(put.e_tag.as_deref().map(tag))
    }

    /// Takes a file away; one that is not there is no mistake.
    pub(crate) async fn remove(&self, name: &str) -> Result<(), UploadError> {
        match self.store.delete(&self.path(name)?).await {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(self.error(error, &format!("removing {name}"))),
        }
    }

    /// The record of earlier uploads, and its own tag; none when there was none.
    pub(crate) async fn record(&self) -> Result<Option<Record>, UploadError> {
        let got = match self.store.get(&self.path(record::NAME)?).await {
            Ok(got) => got,
            Err(Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(self.error(error, "reading the record")),
        };
        let bytes = got
            .bytes()
            .await
            .map_err(|error| self.error(error, "reading the record"))?;
        let record: Option<Record> = serde_json::from_slice(&bytes).ok();
        let name = || format!("{}{}", self.address, record::NAME);
        record
            .filter(|record| record.format == FORMAT)
            .map(Some)
            .ok_or_else(|| UploadError::Record(name()))
    }

    /// The record's tag, if there is one.
    pub(crate) async fn record_tag(&self) -> Result<Option<String>, UploadError> {
        match self.store.head(&self.path(record::NAME)?).await {
            Ok(meta) => Ok(meta.e_tag.as_deref().map(tag)),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(self.error(error, "reading the record")),
        }
    }

    /// Writes the record, and says its tag.
    pub(crate) async fn write_record(
        &self,
        record: &Record,
    ) -> Result<Option<String>, UploadError> {
        let bytes = serde_json::to_vec(record).map_err(|error| UploadError::Storage {
            what: "writing the record".to_owned(),
            why: error.to_string(),
        })?;
        let mut attributes = Attributes::new();
        attributes.insert(Attribute::ContentType, "application/json".into());
        attributes.insert(Attribute::CacheControl, "no-store".into());
        self.put_bytes(record::NAME, bytes, attributes).await
    }

    fn error(&self, error: Error, what: &str) -> UploadError {
        let bucket = self.address.bucket.clone();
        match error {
            Error::NotFound { .. } => UploadError::NoBucket {
                bucket,
                endpoint: self.endpoint.clone(),
            },
            Error::PermissionDenied { .. } | Error::Unauthenticated { .. } => {
                UploadError::Refused {
                    bucket,
                    what: what.to_owned(),
                }
            }
            error => {
                let why = error.to_string();
                match why.contains("NoSuchBucket") {
                    true => UploadError::NoBucket {
                        bucket,
                        endpoint: self.endpoint.clone(),
                    },
                    false => UploadError::Storage {
                        what: what.to_owned(),
                        why,
                    },
                }
            }
        }
    }
}
