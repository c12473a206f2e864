//! A store by its address: `folder:DIR` or `postgres://…`.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;

use thiserror::Error;

use crate::error::StoreError;
use crate::folder::FolderStore;
use crate::postgres::PostgresStore;
use crate::store::Store;

/// Where a store is.
#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    /// In a bundle's folder.
    Folder(PathBuf),
    /// In PostgreSQL, by its address with the password.
    Postgres(String),
}

/// Why an address is none.
#[derive(Clone, Debug, Error)]
#[error("a backend is folder:DIR or postgres://NAME@HOST/DATABASE")]
pub struct AddressError;

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(address: &str) -> Result<Self, AddressError> {
        match address.split_once(':') {
            Some(("folder", dir)) if !dir.is_empty() => Ok(Self::Folder(dir.into())),
            Some(("postgres" | "postgresql", rest)) if rest.starts_with("//") => {
                Ok(Self::Postgres(address.to_owned()))
            }
            _ => Err(AddressError),
        }
    }
}

/// Without the password: addresses are logged.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(dir) => write!(f, "folder:{}", dir.display()),
            Self::Postgres(address) => {
                let place = address.split('?').next().unwrap_or_default();
                let place = place.rsplit_once('@').map_or(place, |(_, place)| place);
                let place = place.trim_start_matches("postgresql://");
                write!(f, "postgres://{}", place.trim_start_matches("postgres://"))
            }
        }
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Opens a store.
///
/// # Errors
/// When it cannot be read, does not answer, or another program has it open.
pub async fn open(address: &Address) -> Result<Arc<dyn Store>, StoreError> {
    Ok(match address {
        Address::Folder(dir) => Arc::new(FolderStore::open(dir).await?),
        Address::Postgres(address) => Arc::new(PostgresStore::open(address).await?),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn never_shows_a_password() {
        for address in [
            "postgres://site:secret@db.example/site",
            "postgres://db.example/site?user=site&password=secret",
        ] {
            let address: Address = address.parse().unwrap();
            assert_eq!(format!("{address}"), "postgres://db.example/site");
            assert!(!format!("{address:?}").contains("secret"));
        }
        assert!("mysql://x".parse::<Address>().is_err());
        assert!("folder:".parse::<Address>().is_err());
    }
}
