//! How often somebody may try to sign in: for each account, and for each address.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// So many wrong passwords of an account, or from an address, are taken at once.
const AT_ONCE: NonZeroU32 = NonZeroU32::new(10).expect("ten is not zero");
/// Then one in so long.
const ONE_IN: Duration = Duration::from_secs(30);
/// Many people may share an address, so it may try more often than an account.
const ADDRESS_AT_ONCE: NonZeroU32 = NonZeroU32::new(30).expect("thirty is not zero");
const ADDRESS_ONE_IN: Duration = Duration::from_secs(10);
/// Beyond so many names that were tried, those are forgotten that may try again anyway.
const REMEMBERED: usize = 10_000;

/// Counts the tries.
pub struct Limits {
    accounts: DefaultKeyedRateLimiter<String>,
    addresses: DefaultKeyedRateLimiter<IpAddr>,
}

impl std::fmt::Debug for Limits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Limits")
    }
}

impl Default for Limits {
    fn default() -> Self {
        let quota = |one_in, at_once| {
            Quota::with_period(one_in)
                .unwrap_or(Quota::per_minute(at_once))
                .allow_burst(at_once)
        };
        Self {
            accounts: RateLimiter::keyed(quota(ONE_IN, AT_ONCE)),
            addresses: RateLimiter::keyed(quota(ADDRESS_ONE_IN, ADDRESS_AT_ONCE)),
        }
    }
}

impl Limits {
    /// Counts a try; in how many seconds another one may be made, if this one may not.
    ///
    /// # Errors
    /// The seconds.
    pub fn count(&self, account: &str, address: IpAddr) -> Result<(), u64> {
        if self.accounts.len() > REMEMBERED {
            self.accounts.retain_recent();
        }
        if self.addresses.len() > REMEMBERED {
            self.addresses.retain_recent();
        }
        let account: String = account.chars().take(64).collect();
        let now = DefaultClock::default().now();
        let by_address = self
            .addresses
            .check_key(&address)
            .map_err(|not| not.wait_time_from(now));
        let by_account = self
            .accounts
            .check_key(&account)
            .map_err(|not| not.wait_time_from(now));
        match by_address.and(by_account) {
            Ok(()) => Ok(()),
            Err(wait) => Err(wait.as_secs() + 1),
        }
    }
}
