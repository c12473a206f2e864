//! Whether markup is fixed or has something reactive in it, as a type.

use std::marker::PhantomData;

/// A kind of markup: [`Fixed`] or [`Reactive`].
pub trait Kind: Copy + Send + Sync + 'static {
    /// The kind of what has both this and the other in it.
    type With<Other: Kind>: Kind;

    /// Whether the browser has to look into it when it takes a page over.
    const REACTIVE: bool;
}

/// Nothing in it changes, nothing listens: once it is in the page, nobody has to
/// look at it again.
#[derive(Clone, Copy, Debug)]
pub struct Fixed;

/// Somewhere in it something follows signals, listens to events or is a view.
#[derive(Clone, Copy, Debug)]
pub struct Reactive;

impl Kind for Fixed {
    type With<Other: Kind> = Other;

    const REACTIVE: bool = false;
}

impl Kind for Reactive {
    type With<Other: Kind> = Reactive;

    const REACTIVE: bool = true;
}

/// The kind of what has both in it.
#[doc(hidden)]
#[inline(always)]
pub fn both<One: Kind, Other: Kind>(
    _: PhantomData<One>,
    _: PhantomData<Other>,
) -> PhantomData<One::With<Other>> {
    PhantomData
}
