//! The names that serde writes.

use syn::{Attribute, DataEnum, DeriveInput, Error, LitStr, Variant};

/// Every variant and the word it is served as.
pub fn variants<'a>(
    input: &DeriveInput,
    data: &'a DataEnum,
) -> syn::Result<Vec<(&'a Variant, String)>> {
    let all = serde_value(&input.attrs, "rename_all")?;
    if let Some(other) = all.as_ref().filter(|all| all.value() != "kebab-case") {
        return Err(Error::new_spanned(other, "only kebab-case is understood"));
    }
    let mut variants = Vec::new();
    for variant in &data.variants {
        let name = match (serde_value(&variant.attrs, "rename")?, &all) {
            (Some(own), _) => own.value(),
            (None, Some(_)) => kebab(&variant.ident.to_string()),
            (None, None) => variant.ident.to_string(),
        };
        variants.push((variant, name));
    }
    Ok(variants)
}

/// `RefiningHeatCo2` as `refining-heat-co2`, as serde does it.
fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for char in name.chars() {
        if char.is_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.extend(char.to_lowercase());
    }
    kebab
}

/// What `#[serde(key = "…")]` says; other keys are serde's own business, unless they
/// change a name behind the reader's back.
pub fn serde_value(attributes: &[Attribute], key: &str) -> syn::Result<Option<LitStr>> {
    let mut value = None;
    for attribute in attributes.iter().filter(|it| it.path().is_ident("serde")) {
        attribute.parse_nested_meta(|meta| {
            let own = match meta.input.peek(syn::Token![=]) {
                true => Some(meta.value()?.parse::<LitStr>()?),
                false => None,
            };
            if meta.path.is_ident(key) {
                value = own;
                return Ok(());
            }
            let known = ["default", "skip_serializing_if", "rename", "rename_all"];
            match known.iter().any(|known| meta.path.is_ident(known)) {
                true => Ok(()),
                false => Err(meta.error("the browser's reader does not know this")),
            }
        })?;
    }
    Ok(value)
}
