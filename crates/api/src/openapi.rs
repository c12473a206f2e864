//! The interface described: for programs as OpenAPI 3.1, for readers as a page. Both are
//! made from the rows that answer, and the types that are read and written.

use publish::escape::text;
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::BASE;
use crate::caller::{Needs, Right};
use crate::row::Row;
use crate::wire::ProblemBody;

/// The description for programs.
pub fn document(rows: &[Row]) -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
    });
    let mut generator = settings.into_generator();
    let problem = generator.subschema_for::<ProblemBody>();
    let mut paths = Map::new();
    for row in rows {
        let path = row.path.replace("{*", "{");
        let at = paths.entry(path).or_insert_with(|| json!({}));
        at[row.method.to_lowercase()] = operation(row, &mut generator, &problem);
    }
    let schemas = generator.take_definitions(true);
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "The editors' interface",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Records, review, publishing and people of one site. What went wrong is said as RFC 9457 has it.",
        },
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "servers": [{ "url": BASE }],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "session": { "type": "apiKey", "in": "cookie", "name": crate::sessions::COOKIE },
                "token": { "type": "http", "scheme": "bearer" },
            },
        },
    })
}

fn operation(row: &Row, generator: &mut SchemaGenerator, problem: &schemars::Schema) -> Value {
    let in_path = row.path.split('/').filter_map(|part| {
        let name = part.strip_prefix('{')?.strip_suffix('}')?;
        Some(json!({
            "name": name.trim_start_matches('*'),
            "in": "path",
            "required": true,
            "schema": { "type": "string" },
        }))
    });
    let in_query = row.query.iter().map(|(name, about)| {
        json!({ "name": name, "in": "query", "description": about, "schema": { "type": "string" } })
    });
    let in_headers = row.headers.iter().map(|(name, about)| {
        json!({ "name": name, "in": "header", "description": about, "schema": { "type": "string" } })
    });
    let parameters: Vec<Value> = in_path.chain(in_query).chain(in_headers).collect();
    let mut good = json!({ "description": "Done." });
    if let Some(gives) = row.gives {
        good["content"] = json!({ "application/json": { "schema": gives(generator) } });
    }
    let mut operation = json!({
        "operationId": operation_id(row),
        "summary": row.summary,
        "description": who(row.needs),
        "parameters": parameters,
        "security": security(row.needs),
        "responses": {
            "2XX": good,
            "default": {
                "description": "What went wrong.",
                "content": { "application/problem+json": { "schema": problem } },
            },
        },
    });
    if let Some(takes) = row.takes {
        operation["requestBody"] = json!({
            "required": true,
            "content": { "application/json": { "schema": takes(generator) } },
        });
    }
    if let Some(kind) = row.takes_bytes {
        // Without a schema: in OpenAPI 3.1 that is how bytes as they are are described.
        operation["requestBody"] = json!({ "required": true, "content": { kind: {} } });
    }
    operation
}

fn operation_id(row: &Row) -> String {
    let words = row
        .path
        .split(['/', '{', '}', '*', '.', '-'])
        .filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    format!("{}-{}", row.method.to_lowercase(), words.join("-"))
}

fn security(needs: Needs) -> Value {
    match needs {
        Needs::Nothing => json!([]),
        Needs::Right(_) => json!([{ "session": [] }, { "token": [] }]),
        Needs::Person(_) => json!([{ "session": [] }]),
    }
}

/// Who may, in words.
fn who(needs: Needs) -> &'static str {
    match needs {
        Needs::Nothing => "Anybody.",
        Needs::Person(Right::Administer) | Needs::Right(Right::Administer) => "Administrators.",
        Needs::Person(_) => "Everybody who is signed in; no token.",
        Needs::Right(Right::Read) => "Everybody who is signed in, and tokens.",
        Needs::Right(Right::Write) => "Writers, and tokens for `write`.",
        Needs::Right(Right::Publish) => "Publishers, and tokens for `publish`.",
    }
}

/// The description for readers.
pub fn page(rows: &[Row], base: &str) -> String {
    let mut body = String::new();
    for row in rows {
        let path = text(&format!(
            "{} {base}{}",
            row.method,
            row.path.replace("{*", "{")
        ));
        let mut query = String::new();
        for (name, about) in row.query {
            query.push_str(&format!(
                "<br><code>?{}=</code> {}",
                text(name),
                text(about)
            ));
        }
        for (name, about) in row.headers {
            query.push_str(&format!("<br><code>{}:</code> {}", text(name), text(about)));
        }
        body.push_str(&format!(
            "<tr><th scope=\"row\"><code>{path}</code></th><td>{}{query}</td><td>{}</td></tr>\n",
            text(row.summary),
            text(who(row.needs))
        ));
    }
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>The editors’ interface</title>\
         <link rel=\"stylesheet\" href=\"{base}/style.css\"></head><body><main>\
         <h1>The editors’ interface</h1>\
         <p>For programs: <a href=\"{base}/openapi.json\">openapi.json</a>.</p>\
         <table><thead><tr><th scope=\"col\">Request</th><th scope=\"col\">What it does</th>\
         <th scope=\"col\">Who may</th></tr></thead><tbody>\n{body}</tbody></table></main></body></html>\n"
    )
}
