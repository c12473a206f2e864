//! The words of a closed list.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, Error, Fields, LitStr};

use super::names::variants;

pub fn derive(input: &DeriveInput) -> syn::Result<TokenStream> {
    let Data::Enum(data) = &input.data else {
        return Err(Error::new_spanned(input, "only an enum is a list of words"));
    };
    let (mut to, mut from) = (format_ident!("as_str"), format_ident!("from_word"));
    for attribute in input.attrs.iter().filter(|it| it.path().is_ident("words")) {
        attribute.parse_nested_meta(|meta| {
            let name = meta.value()?.parse::<LitStr>()?;
            let name = format_ident!("{}", name.value(), span = name.span());
            match meta.path.is_ident("to") {
                true => to = name,
                false if meta.path.is_ident("from") => from = name,
                false => return Err(meta.error("`to` or `from`")),
            }
            Ok(())
        })?;
    }
    let (mut idents, mut words) = (Vec::new(), Vec::new());
    for (variant, word) in variants(input, data)? {
        if !matches!(variant.fields, Fields::Unit) {
            return Err(Error::new_spanned(variant, "a word has no content"));
        }
        idents.push(&variant.ident);
        words.push(word);
    }
    let (name, count) = (&input.ident, idents.len());
    Ok(quote! {
        impl #name {
            /// Every one, in the order in which they are declared.
            pub const ALL: [Self; #count] = [#(Self::#idents),*];

            /// The word for it, the same in JSON and in addresses.
            pub const fn #to(self) -> &'static str {
                match self {
                    #(Self::#idents => #words),*
                }
            }

            /// The one that this word stands for.
            pub fn #from(word: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|it| it.#to() == word)
            }
        }
    })
}
