//! How markup is written: as in `view!`, so that both read alike.

/// Builds a [`Markup`](super::Markup).
///
/// ```text
/// markup! {
///     <p class="note" lang={phrase.lang}>
///         {phrase.text} " · " <a href={href(route)}>{words.more}</a>
///     </p>
/// }
/// ```
///
/// A value is a literal or stands in braces. A child is a literal, an element,
/// or an expression in braces that can become
/// [`Content`](super::Content): text, markup, an option or a list of them, a
/// view. `<>…</>` puts several side by side. Names of elements are checked against [`tags`](super::tags).
///
/// `on:click={|event| …}` listens to an event, with the names and types of
/// [`leptos::ev`](leptos::ev). `prop:value={…}` sets a property of the element
/// rather than an attribute: what stands in a field, whether a box is ticked. It
/// takes a value or a closure that reads signals; `None` leaves the property
/// alone. Both are of the browser and leave no trace in HTML.
///
/// How it works: token by token, with the element under construction in the
/// first brackets, as its name and what is to be put on it, and those around it
/// in the second. It is put together by statements and not by a chain of moves:
/// that is a third less code.
#[macro_export]
macro_rules! markup {
    // Begins: `<name`.
    (< $name:ident $($rest:tt)*) => {
        $crate::markup!(@attributes [$name] [] $($rest)*)
    };
    // Several side by side: `<> … </>`.
    (< > $($rest:tt)*) => {
        $crate::markup!(@children [fragment] [] $($rest)*)
    };

    // `on:event={handler}`, `prop:name={value}`.
    (@attributes [$($element:tt)*] $around:tt on : $event:ident = { $handler:expr } $($rest:tt)*) => {
        $crate::markup!(@attributes
            [$($element)* (on $crate::ev::$event, $handler)] $around $($rest)*)
    };
    (@attributes [$($element:tt)*] $around:tt prop : $name:ident = $value:literal $($rest:tt)*) => {
        $crate::markup!(@attributes
            [$($element)* (prop stringify!($name), $value)] $around $($rest)*)
    };
    (@attributes [$($element:tt)*] $around:tt prop : $name:ident = { $value:expr } $($rest:tt)*) => {
        $crate::markup!(@attributes
            [$($element)* (prop stringify!($name), $value)] $around $($rest)*)
    };

    // `name=value`, `na-me=value`; then the end of the start tag.
    (@attributes [$($element:tt)*] $around:tt $first:ident $(- $more:ident)* = $value:literal $($rest:tt)*) => {
        $crate::markup!(@attributes
            [$($element)* (set concat!(stringify!($first) $(, "-", stringify!($more))*), $value)]
            $around $($rest)*)
    };
    (@attributes [$($element:tt)*] $around:tt $first:ident $(- $more:ident)* = { $value:expr } $($rest:tt)*) => {
        $crate::markup!(@attributes
            [$($element)* (set concat!(stringify!($first) $(, "-", stringify!($more))*), $value)]
            $around $($rest)*)
    };
    (@attributes $element:tt $around:tt / > $($rest:tt)*) => {
        $crate::markup!(@end $element $around $($rest)*)
    };
    (@attributes $element:tt $around:tt > $($rest:tt)*) => {
        $crate::markup!(@children $element $around $($rest)*)
    };

    // Children, then `</name>` or `</>`.
    (@children [$($element:tt)*] $around:tt { $child:expr } $($rest:tt)*) => {
        $crate::markup!(@children [$($element)* (push $child)] $around $($rest)*)
    };
    (@children [$($element:tt)*] $around:tt $child:literal $($rest:tt)*) => {
        $crate::markup!(@children [$($element)* (push $child)] $around $($rest)*)
    };
    (@children $element:tt $around:tt < / $($name:ident)? > $($rest:tt)*) => {
        $crate::markup!(@end $element $around $($rest)*)
    };
    (@children $element:tt [$($around:tt)*] < $name:ident $($rest:tt)*) => {
        $crate::markup!(@attributes [$name] [$element $($around)*] $($rest)*)
    };

    // An element is whole: into the one around it, or out.
    (@end $element:tt [[$($parent:tt)*] $($around:tt)*] $($rest:tt)*) => {
        $crate::markup!(@children
            [$($parent)* (push $crate::markup!(@whole $element))] [$($around)*] $($rest)*)
    };
    (@end $element:tt []) => { $crate::markup!(@whole $element) };
    (@whole [$name:ident $(($method:ident $($argument:expr),*))*]) => {{
        // Of which kind it is follows from what is put on it and in it.
        let mut element = $crate::tags::$name();
        #[cfg(not(target_arch = "wasm32"))]
        element.data().room(
            const { $crate::count(&[$(stringify!($method)),*], "set") },
            const { $crate::count(&[$(stringify!($method)),*], "push") },
        );
        let kind = ::std::marker::PhantomData::<$crate::Fixed>;
        $(let kind = $crate::both(kind, element.data().$method($($argument),*));)*
        element.done(kind);
        element
    }};
}
