//! Words as one plain list and back: the browser is given those of the page's
//! language in a file of their own, and no others.

/// What consists of nothing but words, in an order that both halves know.
pub trait Listed {
    /// Changes whenever the order may have changed: a list of another shape is
    /// not read.
    const SHAPE: u32;
    /// Without words.
    const EMPTY: Self;

    /// Shows every word in turn, to be read or exchanged.
    fn each(&mut self, see: &mut dyn FnMut(&mut &'static str));
}

impl Listed for &'static str {
    const SHAPE: u32 = 1;
    const EMPTY: Self = "";

    fn each(&mut self, see: &mut dyn FnMut(&mut &'static str)) {
        see(self);
    }
}

impl<T: Listed, const N: usize> Listed for [T; N] {
    const SHAPE: u32 = mix(T::SHAPE, N as u32);
    const EMPTY: Self = [const { T::EMPTY }; N];

    fn each(&mut self, see: &mut dyn FnMut(&mut &'static str)) {
        for one in self {
            one.each(see);
        }
    }
}

impl<A: Listed, B: Listed> Listed for (A, B) {
    const SHAPE: u32 = mix(A::SHAPE, B::SHAPE);
    const EMPTY: Self = (A::EMPTY, B::EMPTY);

    fn each(&mut self, see: &mut dyn FnMut(&mut &'static str)) {
        self.0.each(see);
        self.1.each(see);
    }
}

/// One more number in a hash (FNV-1a, by words of 32 bits).
pub const fn mix(hash: u32, number: u32) -> u32 {
    (hash ^ number).wrapping_mul(0x0100_0193)
}

/// One more name in a hash.
pub const fn name(mut hash: u32, name: &str) -> u32 {
    let bytes = name.as_bytes();
    let mut index = 0;
    while index < bytes.len() {
        hash = mix(hash, bytes[index] as u32);
        index += 1;
    }
    hash
}

/// Declares a struct of words, which can be written down as a list and read
/// back from it.
macro_rules! words {
    (
        $(#[$of:meta])*
        pub struct $words:ident {
            $($(#[$about:meta])* $sight:vis $field:ident: $kind:ty,)+
        }
    ) => {
        $(#[$of])*
        #[derive(Clone, Debug)]
        pub struct $words {
            $($(#[$about])* $sight $field: $kind,)+
        }

        impl $crate::words::listed::Listed for $words {
            const SHAPE: u32 = {
                use $crate::words::listed::{Listed, mix, name};
                let shape = 0x811c_9dc5;
                $(let shape = mix(name(shape, stringify!($field)), <$kind as Listed>::SHAPE);)+
                shape
            };
            const EMPTY: Self = Self {
                $($field: <$kind as $crate::words::listed::Listed>::EMPTY,)+
            };

            fn each(&mut self, see: &mut dyn FnMut(&mut &'static str)) {
                $($crate::words::listed::Listed::each(&mut self.$field, see);)+
            }
        }
    };
}
