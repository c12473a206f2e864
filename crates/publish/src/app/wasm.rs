//! Short names between the wasm and its script.
//!
//! The two call each other by names of fifty letters, half of them digits of a
//! digest that no compression shortens: here by `$0`, `$1` and so on.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use thiserror::Error;
use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{CustomSection, ExportSection, ImportSection, Module};
use wasmparser::{CustomSectionReader, Export, Import, ImportSectionReader, Parser};

/// How the names begin that wasm-bindgen gives; no other is changed.
const LONG: [&str; 2] = ["__wb", "wasm_bindgen"];

/// Why a file is not WebAssembly.
#[derive(Debug, Error)]
#[error("{0}")]
pub struct WasmError(#[from] reencode::Error);

/// The module and its script, with short names for each other.
///
/// # Errors
/// When the bytes are no wasm module.
pub fn shorten_names(wasm: &[u8], js: &str) -> Result<(Vec<u8>, String), WasmError> {
    let mut shortener = Shortener {
        used: words(js).filter(|word| is_name(word)).collect(),
        names: BTreeMap::new(),
        next: 0,
    };
    let mut module = Module::new();
    shortener.parse_core_module(&mut module, Parser::new(0), wasm)?;
    let js = words(js).map(|word| shortener.names.get(word).map_or(word, String::as_str));
    Ok((module.finish(), js.collect()))
}

struct Shortener<'a> {
    /// The names in the script.
    used: BTreeSet<&'a str>,
    /// The short ones, by the long ones.
    names: BTreeMap<String, String>,
    /// The number of the next one.
    next: usize,
}

impl Shortener<'_> {
    /// The short name for one that is long, always the same.
    fn short(&mut self, name: &str) -> String {
        if !LONG.iter().any(|long| name.starts_with(long)) {
            return name.to_owned();
        }
        if let Some(short) = self.names.get(name) {
            return short.clone();
        }
        let short = loop {
            let short = format!("${}", self.next);
            self.next += 1;
            if !self.used.contains(short.as_str()) {
                break short;
            }
        };
        self.names.insert(name.to_owned(), short.clone());
        short
    }
}

impl Reencode for Shortener<'_> {
    type Error = Infallible;

    /// As it is: what is in it is not our business.
    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        module.section(&CustomSection {
            name: section.name().into(),
            data: section.data().into(),
        });
        Ok(())
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        for import in section.into_imports() {
            let import = import?;
            let name = self.short(import.name);
            let named = Import {
                name: &name,
                ..import
            };
            self.parse_import(imports, named)?;
        }
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), reencode::Error> {
        let name = self.short(export.name);
        let export = Export {
            name: &name,
            ..export
        };
        utils::parse_export(self, exports, export)
    }
}

/// A script's names, and what stands between them: together all of it.
fn words(js: &str) -> impl Iterator<Item = &str> {
    let mut rest = js;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let ends = |char| is_part(char) != is_part(first);
        let (word, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        rest = after;
        Some(word)
    })
}

fn is_name(word: &str) -> bool {
    word.starts_with(is_part)
}

fn is_part(char: char) -> bool {
    char.is_alphanumeric() || char == '_' || char == '$'
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, FunctionSection, TypeSection};
    use wasmparser::Payload;

    /// Imports and exports functions of these names.
    fn module(imported: &[&str], exported: &[&str]) -> Vec<u8> {
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        for name in imported {
            imports.import("./app_bg.js", name, EntityType::Function(0));
        }
        let mut exports = ExportSection::new();
        for name in exported {
            exports.export(name, ExportKind::Func, 0);
        }
        let mut module = Module::new();
        (module.section(&types).section(&imports))
            .section(&FunctionSection::new())
            .section(&exports);
        module.section(&CustomSection {
            name: "target_features".into(),
            data: b"\0"[..].into(),
        });
        module.finish()
    }

    /// Names of imports, exports and sections.
    fn named(wasm: &[u8]) -> wasmparser::Result<Vec<String>> {
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        names.push(import?.name.to_owned());
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        names.push(export?.name.to_owned());
                    }
                }
                Payload::CustomSection(section) => names.push(section.name().to_owned()),
                _ => {}
            }
        }
        Ok(names)
    }

    #[test]
    fn both_call_each_other_by_short_names() {
        let wasm = module(
            &["__wbg_log_0a1b", "__wbg_new_2c3d"],
            &["__wbindgen_free", "main"],
        );
        let js = "const i = { __wbg_log_0a1b: main => log(main), __wbg_new_2c3d: f };\n\
            wasm.__wbindgen_free(); wasm.main();";
        let (wasm, js) = shorten_names(&wasm, js).expect("it is a module");
        assert_eq!(
            named(&wasm).expect("it still is"),
            ["$0", "$1", "$2", "main", "target_features"]
        );
        assert_eq!(
            js,
            "const i = { $0: main => log(main), $1: f };\nwasm.$2(); wasm.main();"
        );
    }

    #[test]
    fn a_name_that_the_script_has_is_not_given() {
        let wasm = module(&["__wbg_log_0a1b"], &[]);
        let js = "let $0 = {__wbg_log_0a1b}, __wbg_log_0a1b_2;";
        let (wasm, js) = shorten_names(&wasm, js).expect("it is a module");
        assert_eq!(
            named(&wasm).expect("it still is"),
            ["$1", "target_features"]
        );
        assert_eq!(js, "let $0 = {$1}, __wbg_log_0a1b_2;");
    }

    #[test]
    fn refuses_what_is_no_module() {
        let whole = module(&["__wbg_log_0a1b"], &[]);
        for bytes in [&b"<!doctype html>"[..], &whole[..20], b""] {
            shorten_names(bytes, "").expect_err("it is no module");
        }
    }
}
