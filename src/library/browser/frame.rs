//! Work that waits until the reader has seen an answer.

use std::cell::Cell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use std::time::Duration;

use leptos::prelude::{request_animation_frame, set_timeout};

/// Runs `then` once the next frame is on its way to the screen: that frame answers
/// a tap, so long work comes after it.
pub fn after_frame(then: impl FnOnce() + 'static) {
    boxed(Box::new(then));
}

// Not generic: every closure would bring its own.
#[inline(never)]
fn boxed(then: Box<dyn FnOnce()>) {
    // In a frame's own callback the frame is not drawn yet.
    request_animation_frame(move || set_timeout(then, Duration::ZERO));
}

/// The same as a future. It counts from the call.
pub fn frame() -> impl Future<Output = ()> {
    begun(&boxed)
}

/// A wait of so many milliseconds.
pub fn pause(milliseconds: f64) -> impl Future<Output = ()> {
    begun(&|then| set_timeout(then, Duration::from_millis(milliseconds as u64)))
}

/// What ends when that calls which is begun now.
fn begun(begin: &dyn Fn(Box<dyn FnOnce()>)) -> impl Future<Output = ()> + use<> {
    // A waker that does nothing until the future is polled; `None` after the frame.
    let waits = Rc::new(Cell::new(Some(Waker::noop().clone())));
    let there = Rc::clone(&waits);
    begin(Box::new(move || {
        if let Some(waker) = there.take() {
            waker.wake();
        }
    }));
    poll_fn(move |context| match waits.take() {
        None => Poll::Ready(()),
        Some(_) => {
            waits.set(Some(context.waker().clone()));
            Poll::Pending
        }
    })
}
