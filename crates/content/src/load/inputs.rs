//! What `site balance` is asked: a file with values for the inputs of the
//! balance by their short names, the others at their defaults.

use crate::fault::{Fault, Faults, Kind, Shape};
use crate::json::{Json, Member, Path, Step};
use crate::source::SourceFile;
use crate::suggest::nearest;
use chain::{ImpossibleInput, Inputs, Limits};
use model::Input;

/// Reads the inputs in a text; `defaults` for those that it does not name or
/// that are `null`.
///
/// # Errors
/// Every fault of the text: of its form, of names, of values, and of values
/// that contradict each other.
pub fn inputs(name: &str, bytes: Vec<u8>, defaults: Inputs) -> Result<Inputs, Faults> {
    let mut faults = Vec::new();
    let Some(file) = SourceFile::of(name, bytes, &mut faults) else {
        return Err(faults_of(faults, name));
    };
    let mut inputs = defaults;
    if let Json::Object(members) = &file.root.json {
        for member in members {
            if let Some((input, value)) = read(&file, member, &mut faults) {
                inputs = inputs.with(input, value);
            }
        }
    } else {
        let (found, expected) = (shape(&file.root.json), vec![Shape::Object]);
        let kind = Kind::WrongShape { found, expected };
        faults.push(file.fault(file.root.range.clone(), &Path::default(), kind));
    }
    // What contradicts each other is of interest once each alone is possible.
    if faults.is_empty()
        && let Err(impossible) = inputs.check()
    {
        faults.push(contradiction(&file, impossible));
    }
    match Faults::of(faults) {
        Some(faults) => Err(faults),
        None => Ok(inputs),
    }
}

/// A text that is no JSON has left a fault; should it not, it is no JSON still.
fn faults_of(faults: Vec<Fault>, name: &str) -> Faults {
    Faults::of(faults).unwrap_or_else(|| {
        let syntax = Kind::Syntax(crate::fault::Syntax::Unexpected);
        Faults::one(Fault::of_file(name, syntax))
    })
}

fn read(file: &SourceFile, member: &Member, faults: &mut Vec<Fault>) -> Option<(Input, f64)> {
    let path = Path::default().join(Step::Key(member.key.clone()));
    let Some(input) = Input::from_key(&member.key) else {
        let accepted = Input::ALL.map(Input::key);
        let kind = Kind::UnknownField {
            field: member.key.clone(),
            accepted: accepted.map(str::to_owned).to_vec(),
            suggestion: nearest(&member.key, accepted),
            unused: None,
        };
        faults.push(file.fault(member.key_range.clone(), &path, kind));
        return None;
    };
    let range = member.value.range.clone();
    let value = match &member.value.json {
        Json::Null => return None,
        Json::Number(text) => text.parse().unwrap_or(f64::NAN),
        Json::Bool(on) if input == Input::FromCell => f64::from(u8::from(*on)),
        other => {
            let (found, expected) = (shape(other), vec![Shape::Number]);
            faults.push(file.fault(range, &path, Kind::WrongShape { found, expected }));
            return None;
        }
    };
    if let Err(impossible) = input.check(value) {
        faults.push(file.fault(range, &path, Kind::Impossible(impossible)));
        return None;
    }
    Some((input, value))
}

/// At the first of the inputs that contradict each other which the file names.
fn contradiction(file: &SourceFile, impossible: ImpossibleInput) -> Fault {
    let named = impossible
        .involved()
        .iter()
        .find_map(|input| file.root.member(input.key()));
    match named {
        Some(member) => {
            let path = Path::default().join(Step::Key(member.key.clone()));
            let range = member.value.range.clone();
            file.fault(range, &path, Kind::Impossible(impossible))
        }
        None => Fault::of_file(file.name(), Kind::Impossible(impossible)),
    }
}

const fn shape(json: &Json) -> Shape {
    match json {
        Json::Null => Shape::Null,
        Json::Bool(_) => Shape::Boolean,
        Json::Number(_) => Shape::Number,
        Json::String(_) => Shape::String,
        Json::List(_) => Shape::List,
        Json::Object(_) => Shape::Object,
    }
}
