//! The browser's reader of a served type.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DataEnum, DeriveInput, Error, Fields, FieldsNamed};

use super::names::{serde_value, variants};
use super::texts;

pub fn derive(input: &DeriveInput) -> syn::Result<TokenStream> {
    let body = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => of_struct(input, fields)?,
            _ => return Err(Error::new_spanned(input, "a struct needs named fields")),
        },
        Data::Enum(data) => of_enum(input, data)?,
        Data::Union(_) => return Err(Error::new_spanned(input, "a union is not served")),
    };
    let (name, texts) = (&input.ident, texts::derive(input)?);
    Ok(quote! {
        impl crate::read::Read for #name {
            // Copies in every list that holds it would cost kilobytes.
            #[inline(never)]
            fn read<S: crate::read::Source>(
                source: &S,
                fault: &mut crate::read::Fault,
            ) -> Self {
                #body
            }
        }

        #texts
    })
}

fn of_struct(input: &DeriveInput, fields: &FieldsNamed) -> syn::Result<TokenStream> {
    if let Some(all) = serde_value(&input.attrs, "rename_all")? {
        return Err(Error::new_spanned(all, "fields are served by their names"));
    }
    let mut reads = Vec::new();
    for field in &fields.named {
        let ident = &field.ident;
        let name = match serde_value(&field.attrs, "rename")? {
            Some(own) => own.value(),
            None => ident.as_ref().map(ToString::to_string).unwrap_or_default(),
        };
        reads.push(quote! { #ident: crate::read::field(source, #name, fault) });
    }
    Ok(quote! { Self { #(#reads),* } })
}

fn of_enum(input: &DeriveInput, data: &DataEnum) -> syn::Result<TokenStream> {
    let (mut words, mut contents, mut empty) = (Vec::new(), Vec::new(), None);
    for (variant, name) in variants(input, data)? {
        let ident = &variant.ident;
        match &variant.fields {
            Fields::Unit => {
                words.push(quote! { Some(#name) => return Self::#ident });
                empty.get_or_insert(ident);
            }
            Fields::Unnamed(fields) => {
                let reads: Vec<TokenStream> = match fields.unnamed.len() {
                    // Alone it is not in a list.
                    1 => vec![quote! { crate::read::Read::read(&content, fault) }],
                    count => (0..count as u32)
                        .map(|index| quote! { crate::read::element(&content, #index, fault) })
                        .collect(),
                };
                contents.push(quote! {
                    if let Some(content) = crate::read::named(source, #name, fault) {
                        return Self::#ident(#(#reads),*);
                    }
                });
            }
            Fields::Named(fields) => {
                return Err(Error::new_spanned(
                    fields,
                    "the reader has no such variants",
                ));
            }
        }
    }
    let Some(empty) = empty else {
        let message = "a variant without content is needed for what cannot be read";
        return Err(Error::new_spanned(&input.ident, message));
    };
    Ok(quote! {
        let text = crate::read::Source::text(source);
        match text.as_deref() {
            #(#words,)*
            _ => {}
        }
        #(#contents)*
        fault.note("no known word");
        Self::#empty
    })
}
