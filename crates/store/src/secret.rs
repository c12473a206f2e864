//! Passwords, one-time codes and random words.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

use thiserror::Error;
use totp_rs::{Builder, Secret, Totp};

use crate::digest::hex;

/// Why a secret cannot be made or compared.
#[derive(Debug, Error)]
pub enum SecretError {
    /// The system has no randomness to give.
    #[error("the system gives no random bytes: {0}")]
    Random(getrandom::Error),
    /// A password cannot be hashed.
    #[error("a password cannot be hashed: {0}")]
    Hash(argon2::password_hash::Error),
    /// A password is too easy.
    #[error("a password has at least {SHORTEST} characters, and at most {LONGEST}")]
    Length,
    /// What is stored of a password is no hash.
    #[error("what is stored of a password is damaged")]
    Damaged,
    /// A secret for one-time codes is none.
    #[error("the secret for one-time codes is damaged")]
    Totp,
}

/// No password is shorter, in characters.
pub const SHORTEST: usize = 10;
/// No password is longer: hashing would take a client's word for how long.
pub const LONGEST: usize = 200;

/// A random word that nobody guesses: 256 bits.
///
/// # Errors
/// When the system has none.
pub fn random_word() -> Result<String, SecretError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(SecretError::Random)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// What is stored of a random word, so that who reads the store cannot use it.
pub fn digest(word: &str) -> String {
    hex(&Sha256::digest(word.as_bytes()))
}

/// What is stored of a password. Takes some tens of milliseconds on purpose.
///
/// # Errors
/// When it is too short or too long.
pub fn hash_password(password: &str) -> Result<String, SecretError> {
    if !(SHORTEST..=LONGEST).contains(&password.chars().count()) {
        return Err(SecretError::Length);
    }
    let hash = Argon2::default().hash_password(password.as_bytes());
    hash.map(|hash| hash.to_string()).map_err(SecretError::Hash)
}

/// Whether a password is the one. Without one to compare with it takes as long, so that
/// nobody learns which accounts there are.
///
/// # Errors
/// When what is stored is no hash.
pub fn is_password(password: &str, stored: Option<&str>) -> Result<bool, SecretError> {
    let password = match password.len() <= 4 * LONGEST {
        true => password,
        false => "",
    };
    let nobodys = nobodys()?;
    let hash = PasswordHash::new(stored.unwrap_or(nobodys)).map_err(|_| SecretError::Damaged)?;
    let same = Argon2::default().verify_password(password.as_bytes(), &hash);
    Ok(same.is_ok() && stored.is_some())
}

/// The hash of a password that nobody has, made once.
fn nobodys() -> Result<&'static str, SecretError> {
    static HASH: OnceLock<String> = OnceLock::new();
    if HASH.get().is_none() {
        let _ = HASH.set(hash_password(&random_word()?)?);
    }
    HASH.get().map(String::as_str).ok_or(SecretError::Damaged)
}

/// A new secret for one-time codes, in base 32 as programs for them take it.
///
/// # Errors
/// When the system has no randomness.
pub fn new_totp() -> Result<String, SecretError> {
    let mut bytes = [0; 20];
    getrandom::fill(&mut bytes).map_err(SecretError::Random)?;
    Ok(Secret::from(bytes.to_vec()).to_base32())
}

/// The address by which programs for one-time codes take a secret.
///
/// # Errors
/// When the secret is none, or the account cannot stand in such an address.
pub fn totp_address(secret: &str, account: &str) -> Result<String, SecretError> {
    totp(secret, account)?
        .to_url()
        .map_err(|_| SecretError::Totp)
}

/// At which step of time a code is right, if it is: now, one before or one after. A code
/// must not be taken twice, so the step is to be remembered.
///
/// # Errors
/// When the secret is none.
pub fn totp_step(secret: &str, code: &str, seconds: u64) -> Result<Option<i64>, SecretError> {
    let step = totp(secret, "site")?.check(code, seconds);
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// The code of a moment: what a program for them shows.
///
/// # Errors
/// When the secret is none.
pub fn totp_code(secret: &str, seconds: u64) -> Result<String, SecretError> {
    Ok(totp(secret, "site")?.generate(seconds).to_string())
}

fn totp(secret: &str, account: &str) -> Result<Totp, SecretError> {
    let secret = Secret::try_from_base32(secret).map_err(|_| SecretError::Totp)?;
    let builder = Builder::new()
        .with_secret(secret)
        .with_account_name(account)
        .with_issuer(Some("site"));
    builder.build().map_err(|_| SecretError::Totp)
}
