//! Of PostgreSQL: by its own programs, which know every version of it.

use std::path::Path;
use std::process::Command;

use percent_encoding::percent_decode_str;
use sqlx::{Connection, PgConnection};

use super::BackupError;
use crate::error::StoreError;

const DUMP: &str = "database.dump";

/// Puts it away as it is at one moment.
pub fn back_up(address: &str, to: &Path) -> Result<(), BackupError> {
    let program = "pg_dump";
    let mut command = command(program, address)?;
    command
        .args(["--format=custom", "--no-owner", "--no-privileges", "--file"])
        .arg(to.join(DUMP));
    run(program, command)
}

/// Puts it back: all of it, or nothing.
pub fn restore(from: &Path, address: &str) -> Result<(), BackupError> {
    let program = "pg_restore";
    let mut command = command(program, address)?;
    command
        .args(["--no-owner", "--no-privileges", "--exit-on-error"])
        .arg("--single-transaction")
        .arg(from.join(DUMP));
    run(program, command)
}

/// Whether nothing of this program is in a database yet.
pub async fn is_empty(address: &str) -> Result<bool, StoreError> {
    let mut connection = PgConnection::connect(address).await?;
    let clock: Option<String> = sqlx::query_scalar("SELECT to_regclass('clock')::text")
        .fetch_one(&mut connection)
        .await?;
    connection.close().await?;
    Ok(clock.is_none())
}

/// A program that knows where the database is. The password goes by the environment:
/// command lines can be read by everybody on the machine.
fn command(program: &'static str, address: &str) -> Result<Command, BackupError> {
    let (address, password) = without_password(address).ok_or(BackupError::Address)?;
    let mut command = Command::new(program);
    command.arg("--dbname").arg(address);
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    Ok(command)
}

/// An address as `postgres://NAME@HOST/DATABASE?…`, and the password that was in it.
fn without_password(address: &str) -> Option<(String, Option<String>)> {
    let (scheme, rest) = address.split_once("://")?;
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let mut password = None;
    let place = match place.rsplit_once('@') {
        None => place.to_owned(),
        Some((who, place)) => match who.split_once(':') {
            None => format!("{who}@{place}"),
            Some((who, word)) => {
                password = Some(word);
                format!("{who}@{place}")
            }
        },
    };
    let mut rest = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        match pair.strip_prefix("password=") {
            Some(word) => password = Some(word),
            None => rest.push(pair),
        }
    }
    let address = match rest.is_empty() {
        true => format!("{scheme}://{place}"),
        false => format!("{scheme}://{place}?{}", rest.join("&")),
    };
    let decode = |word| percent_decode_str(word).decode_utf8_lossy().into_owned();
    Some((address, password.map(decode)))
}

fn run(program: &'static str, mut command: Command) -> Result<(), BackupError> {
    let output = command
        .output()
        .map_err(|error| BackupError::NoProgram { program, error })?;
    match output.status.success() {
        true => Ok(()),
        false => Err(BackupError::Program {
            program,
            said: String::from_utf8_lossy(&output.stderr).trim().to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_no_password_in_an_address() {
        for (address, without, password) in [
            ("postgres://db/site", "postgres://db/site", None),
            ("postgres://me@db/site", "postgres://me@db/site", None),
            (
                "postgres://me:se%40cret@db:5433/site?sslmode=require",
                "postgres://me@db:5433/site?sslmode=require",
                Some("se@cret"),
            ),
            (
                "postgresql:///site?host=/run/pg&password=secret",
                "postgresql:///site?host=/run/pg",
                Some("secret"),
            ),
        ] {
            let expected = (without.to_owned(), password.map(str::to_owned));
            assert_eq!(without_password(address), Some(expected));
        }
        assert_eq!(without_password("db"), None);
    }
}
