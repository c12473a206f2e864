//! The elements that the site uses: a name that is not here does not compile.

use super::Markup;
use super::content::Content;
use super::kind::Kind;
use super::node::{ElementData, Node};

macro_rules! tags {
    ($($name:ident)*) => {$(
        #[doc = concat!("`<", stringify!($name), ">`")]
        pub const fn $name<K: Kind>() -> Markup<K> {
            Markup::of(ElementData::new(stringify!($name)))
        }
    )*};
}

tags! {
    a article aside b blockquote br button caption circle cite code dd defs desc details
    dialog div dl dt em fieldset figcaption figure footer form g h1 h2 h3 h4 header hr img
    input label legend li line mark marker nav ol option p path pattern picture pre rect section
    select small source span strong summary svg table tbody td text th thead time title tr
    tspan ul
}

/// Nothing yet: what is put in stands side by side.
pub const fn fragment<K: Kind>() -> Content<K> {
    Node::Many(Vec::new()).of_kind()
}
