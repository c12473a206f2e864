//! The uploads under way: how far each is, and how each is called off.

use std::collections::HashMap;

use leptos::prelude::*;
use web_sys::{AbortController, AbortSignal};

/// How far an upload is.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// Which.
    pub number: u32,
    /// The file's name, as its owner knows it.
    pub name: String,
    /// How many bytes the server has.
    pub sent: f64,
    /// How many there are.
    pub total: f64,
    /// Whether the line is broken.
    pub waits: bool,
    /// Whether it was called off.
    pub is_off: bool,
}

/// All of them. They go on wherever in the desk somebody is.
#[derive(Clone, Copy, Debug)]
pub struct Uploading {
    all: RwSignal<Vec<Progress>>,
    last: StoredValue<u32>,
    /// What breaks off the request of each.
    requests: StoredValue<HashMap<u32, AbortController>, LocalStorage>,
}

impl Uploading {
    /// With none.
    pub fn new() -> Self {
        Self {
            all: RwSignal::default(),
            last: StoredValue::new(0),
            requests: StoredValue::new_local(HashMap::new()),
        }
    }

    /// Begins one; its number.
    pub fn begin(self, name: String, total: f64) -> u32 {
        let number = self.last.get_value() + 1;
        self.last.set_value(number);
        self.all.update(|all| {
            all.push(Progress {
                number,
                name,
                sent: 0.0,
                total,
                waits: false,
                is_off: false,
            });
        });
        number
    }

    /// It is over.
    pub fn end(self, number: u32) {
        self.requests.update_value(|all| drop(all.remove(&number)));
        self.all
            .update(|all| all.retain(|one| one.number != number));
    }

    /// The server has so much of it.
    pub fn has(self, number: u32, sent: f64) {
        self.change(number, |one| {
            one.sent = sent;
            one.waits = false;
        });
    }

    /// Its line is broken.
    pub fn waits(self, number: u32) {
        self.change(number, |one| one.waits = true);
    }

    /// Somebody does not want it any more.
    pub fn call_off(self, number: u32) {
        self.change(number, |one| one.is_off = true);
        self.break_off(number);
    }

    /// Breaks off its request.
    pub fn break_off(self, number: u32) {
        self.requests.with_value(|all| {
            if let Some(request) = all.get(&number) {
                request.abort();
            }
        });
    }

    /// Whether it was called off.
    pub fn is_off(self, number: u32) -> bool {
        self.all
            .with_untracked(|all| all.iter().any(|one| one.number == number && one.is_off))
    }

    /// What the next request of it is broken off by.
    pub fn request(self, number: u32) -> Option<AbortSignal> {
        let request = AbortController::new().ok()?;
        let signal = request.signal();
        self.requests
            .update_value(|all| drop(all.insert(number, request)));
        Some(signal)
    }

    /// The numbers of all.
    pub fn numbers(self) -> Vec<u32> {
        self.all
            .with(|all| all.iter().map(|one| one.number).collect())
    }

    /// How far one is; none when it is over.
    pub fn of(self, number: u32) -> Option<Progress> {
        self.all
            .with(|all| all.iter().find(|one| one.number == number).cloned())
    }

    fn change(self, number: u32, change: impl FnOnce(&mut Progress)) {
        self.all.update(|all| {
            if let Some(one) = all.iter_mut().find(|one| one.number == number) {
                change(one);
            }
        });
    }
}
