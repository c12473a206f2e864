//! JSON Schemas of the types that are written as JSON by hand.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::date::{Clock, Date, Moment, Period};
use crate::quantity::{Number, Unit};

/// A type that is written as JSON by hand.
macro_rules! schema {
    ($type:ty, $name:literal, $schema:expr) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

const DATE: &str = r"(\d{4}(-\d{2}(-\d{2})?)?|XXXX-\d{2}-\d{2})";
const CLOCK: &str = r"([01]\d|2[0-3]):[0-5]\d";

schema!(
    Date,
    "Date",
    json_schema!({ "type": "string", "pattern": format!("^{DATE}$") })
);
schema!(
    Clock,
    "Clock",
    json_schema!({ "type": "string", "pattern": format!("^{CLOCK}$") })
);
schema!(
    Moment,
    "Moment",
    json_schema!({
        "type": "string",
        "pattern": format!(r"^({DATE}|\d{{4}}-\d{{2}}-\d{{2}}[ T]{CLOCK})$"),
    })
);
schema!(
    Period,
    "Period",
    json_schema!({
        "type": "string",
        "pattern": format!(r"^({DATE}|XXXX|\d{{4}}(-\d{{2}}){{0,2}}/\d{{4}}(-\d{{2}}){{0,2}})$"),
    })
);
schema!(
    Unit,
    "Unit",
    json_schema!({
        "type": "string",
        "enum": Unit::ALL.map(Unit::as_str),
    })
);
schema!(Number, "Number", json_schema!({ "type": "number" }));
