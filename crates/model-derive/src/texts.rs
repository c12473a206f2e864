//! The visitor of a served type's texts.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, Field, Fields};

pub fn derive(input: &DeriveInput) -> syn::Result<TokenStream> {
    let mut arms = Vec::new();
    match &input.data {
        Data::Struct(data) => arms.push(arm(quote! { Self }, &data.fields)?),
        Data::Enum(data) => {
            for variant in &data.variants {
                let ident = &variant.ident;
                arms.push(arm(quote! { Self::#ident }, &variant.fields)?);
            }
        }
        Data::Union(_) => {}
    }
    let name = &input.ident;
    Ok(quote! {
        #[cfg(feature = "native")]
        impl crate::texts::Texts for #name {
            #[allow(unused_variables, reason = "not all types have a text")]
            fn texts(&mut self, change: &mut dyn FnMut(&mut String)) {
                match self {
                    #(#arms)*
                }
            }
        }
    })
}

/// Takes a value apart and visits its fields.
fn arm(shape: TokenStream, fields: &Fields) -> syn::Result<TokenStream> {
    let (mut bound, mut visits) = (Vec::new(), Vec::new());
    for (index, field) in fields.iter().enumerate() {
        let name = format_ident!("field_{index}");
        if is_verbatim(field)? {
            continue;
        }
        let member = match &field.ident {
            Some(ident) => quote! { #ident },
            None => {
                let index = syn::Index::from(index);
                quote! { #index }
            }
        };
        bound.push(quote! { #member: #name });
        visits.push(quote! { crate::texts::Texts::texts(#name, change); });
    }
    Ok(quote! { #shape { #(#bound,)* .. } => { #(#visits)* } })
}

fn is_verbatim(field: &Field) -> syn::Result<bool> {
    let mut verbatim = false;
    for attribute in field.attrs.iter().filter(|it| it.path().is_ident("served")) {
        attribute.parse_nested_meta(|meta| match meta.path.is_ident("verbatim") {
            true => {
                verbatim = true;
                Ok(())
            }
            false => Err(meta.error("only `verbatim` is known")),
        })?;
    }
    Ok(verbatim)
}
