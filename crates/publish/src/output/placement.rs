//! How a new site comes into its place: decided before the work, by what is known of
//! the folder and of the one that holds it.

use std::io::ErrorKind;

/// What is known.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// Whether the folder is there.
    pub exists: bool,
    /// Whether whoever publishes wants it to stay.
    pub asked: bool,
    /// Whether a file system is mounted at it.
    pub mounted: bool,
    /// Whether it lies where a folder in use cannot be renamed.
    pub holds_on: bool,
    /// Why nothing can be written beside it.
    pub beside: Option<ErrorKind>,
}

/// How it comes into its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    /// A whole folder takes the place of the one before.
    Swap,
    /// File by file, as the folder itself must stay.
    InPlace(Reason),
}

/// Why a folder must stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Whoever publishes wants it to.
    Asked,
    /// A file system is mounted at it.
    Mounted,
    /// A share where a folder in use cannot be renamed.
    Share,
    /// Nothing can be written beside it.
    Beside,
    /// The system would not rename it.
    Unmoved,
}

/// The safest way that the facts allow.
///
/// # Errors
/// What the system says, when there is none.
pub fn placement(facts: Facts) -> Result<Placement, ErrorKind> {
    match facts {
        Facts { asked: true, .. } => Ok(Placement::InPlace(Reason::Asked)),
        Facts {
            exists: true,
            mounted: true,
            ..
        } => Ok(Placement::InPlace(Reason::Mounted)),
        Facts {
            exists: true,
            holds_on: true,
            ..
        } => Ok(Placement::InPlace(Reason::Share)),
        Facts { beside: None, .. } => Ok(Placement::Swap),
        Facts {
            exists: true,
            beside: Some(error),
            ..
        } if is_refusal(error) => Ok(Placement::InPlace(Reason::Beside)),
        Facts {
            beside: Some(error),
            ..
        } => Err(error),
    }
}

/// Whether it is the folder that may not be written, and not the disk that cannot.
fn is_refusal(error: ErrorKind) -> bool {
    matches!(
        error,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Facts = Facts {
        exists: true,
        asked: false,
        mounted: false,
        holds_on: false,
        beside: None,
    };

    #[test]
    fn replaces_a_whole_folder_where_it_can() {
        assert_eq!(placement(PLAIN), Ok(Placement::Swap));
        let new = Facts {
            exists: false,
            ..PLAIN
        };
        assert_eq!(placement(new), Ok(Placement::Swap));
        let new = Facts {
            exists: false,
            holds_on: true,
            ..PLAIN
        };
        assert_eq!(placement(new), Ok(Placement::Swap));
    }

    #[test]
    fn writes_in_place_what_cannot_be_renamed() {
        for (facts, reason) in [
            (
                Facts {
                    asked: true,
                    ..PLAIN
                },
                Reason::Asked,
            ),
            (
                Facts {
                    asked: true,
                    exists: false,
                    ..PLAIN
                },
                Reason::Asked,
            ),
            (
                Facts {
                    mounted: true,
                    ..PLAIN
                },
                Reason::Mounted,
            ),
            (
                Facts {
                    holds_on: true,
                    ..PLAIN
                },
                Reason::Share,
            ),
            (
                Facts {
                    beside: Some(ErrorKind::ReadOnlyFilesystem),
                    ..PLAIN
                },
                Reason::Beside,
            ),
            (
                Facts {
                    beside: Some(ErrorKind::PermissionDenied),
                    ..PLAIN
                },
                Reason::Beside,
            ),
            (
                Facts {
                    mounted: true,
                    beside: Some(ErrorKind::PermissionDenied),
                    ..PLAIN
                },
                Reason::Mounted,
            ),
        ] {
            assert_eq!(
                placement(facts),
                Ok(Placement::InPlace(reason)),
                "{facts:?}"
            );
        }
    }

    #[test]
    fn refuses_where_there_is_no_way() {
        for (exists, error) in [
            (false, ErrorKind::PermissionDenied),
            (false, ErrorKind::ReadOnlyFilesystem),
            (true, ErrorKind::StorageFull),
            (false, ErrorKind::NotADirectory),
        ] {
            let facts = Facts {
                exists,
                beside: Some(error),
                ..PLAIN
            };
            assert_eq!(placement(facts), Err(error));
        }
    }
}
