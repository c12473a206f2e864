//! What the browser reads of a served document is what was served: the reader and
//! serde are made from one declaration.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fmt::Debug;
use std::path::Path;

use serde::Serialize;
use serde_json::{Value, json};

use content::load::load;
use model::document::{
    Document, Embedded, EntryKind, Manifest, Record, Site, read_app, read_chain,
};
use model::read::{Read, Source, read, read_by};
use model::routes::Door;
use model::{Block, Category, Flow, Inline, Input, Lang, MembershipStatus, PointKind, StageId};
use publish::documents::{DocumentBuilder, PublicationError};

/// JSON as the browser has it once parsed; nothing is `undefined`.
#[derive(Clone)]
struct Parsed(Option<Value>);

impl Source for Parsed {
    fn field(&self, name: &str) -> Self {
        Self(self.0.as_ref().and_then(|value| value.get(name)).cloned())
    }

    fn element(&self, index: u32) -> Self {
        let element = self.0.as_ref().and_then(|value| value.get(index as usize));
        Self(element.cloned())
    }

    fn length(&self) -> Option<u32> {
        Some(self.0.as_ref()?.as_array()?.len() as u32)
    }

    fn text(&self) -> Option<String> {
        Some(self.0.as_ref()?.as_str()?.to_owned())
    }

    fn number(&self) -> Option<f64> {
        self.0.as_ref()?.as_f64()
    }

    fn flag(&self) -> Option<bool> {
        self.0.as_ref()?.as_bool()
    }

    fn is_undefined(&self) -> bool {
        self.0.is_none()
    }

    fn is_null(&self) -> bool {
        self.0 == Some(Value::Null)
    }
}

/// As the browser reads it.
fn read_json<T: Read>(json: Value) -> Result<T, String> {
    read(&Parsed(Some(json)))
}

/// What is served of it reads as it was.
#[track_caller]
fn reads_back<T: Serialize + Read + PartialEq + Debug>(whole: &T) {
    let json = serde_json::to_value(whole).unwrap();
    assert_eq!(&read_json::<T>(json).unwrap(), whole);
}

#[test]
fn reads_every_document_as_it_was_served() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content");
    let bundle = load(&folder).unwrap_or_else(|faults| panic!("{faults}"));
    let arranger = DocumentBuilder::new(&bundle).unwrap();
    let (pages, whole) = arranger
        .every(|| (), |(), made| Ok::<_, PublicationError>(made))
        .unwrap();
    let mut count = 0;
    for made in pages.iter().flatten() {
        let value: Value = serde_json::from_slice(&made.served.json).unwrap();
        let reader = match made.page.address.route.door() {
            Door::App => read_app,
            Door::Chain => read_chain,
        };
        let document = read_by(&Parsed(Some(value.clone())), reader).unwrap();
        // A search index is compared by its name alone.
        assert_eq!(serde_json::to_value(&document).unwrap(), value);
        assert_eq!(document, made.page.document, "{}", made.served.path);
        count += 1;
    }
    assert!(count > 100, "only {count} documents");
    for shared in arranger.shared() {
        reads_back::<Site>(&shared.site);
        let embedded = Embedded {
            path: "/".to_owned(),
            revision: whole.revision.clone(),
            site: shared.site.clone(),
            document: Document::NotFound,
        };
        let json = Parsed(Some(serde_json::to_value(&embedded).unwrap()));
        for reader in [read_app, read_chain] {
            assert_eq!(Embedded::read_by(&json, reader).as_ref(), Ok(&embedded));
        }
    }
    for file in whole
        .served
        .iter()
        .filter(|it| it.path.ends_with("manifest.json"))
    {
        reads_back::<Manifest>(&serde_json::from_slice(&file.json).unwrap());
    }
    let records = (whole.search.iter()).filter(|file| file.path.ends_with(".json"));
    for file in records {
        let served: Vec<Record> = serde_json::from_slice(file.bytes()).unwrap();
        reads_back(&served);
    }
}

#[test]
fn reads_the_words_of_closed_lists_as_serde_writes_them() {
    fn all<T: Serialize + Read + PartialEq + Debug + Copy>(
        list: &[T],
        word: fn(T) -> &'static str,
        from_word: fn(&str) -> Option<T>,
    ) {
        for one in list {
            assert_eq!(serde_json::to_value(one).unwrap(), word(*one));
            assert_eq!(from_word(word(*one)), Some(*one));
            reads_back(one);
        }
        assert_eq!(from_word("no such word"), None);
        assert_eq!(
            read_json::<Vec<T>>(json!(["no such word"])).unwrap_err(),
            "no known word in "
        );
    }
    all(&Lang::ALL, Lang::tag, Lang::from_tag);
    all(&StageId::ALL, StageId::as_str, StageId::from_word);
    all(&Flow::ALL, Flow::as_str, Flow::from_word);
    all(&Category::ALL, Category::as_str, Category::from_word);
    all(
        &MembershipStatus::ALL,
        MembershipStatus::as_str,
        MembershipStatus::from_word,
    );
    all(&PointKind::ALL, PointKind::as_str, PointKind::from_word);
    all(&Input::ALL, Input::key, Input::from_key);
    assert_eq!(EntryKind::ALL.map(EntryKind::as_str)[0], "news");
}

#[test]
fn reads_every_kind_of_block() {
    let text = || vec![Inline::Text("铝".to_owned()), Inline::Break];
    reads_back(&vec![
        Block::Rule,
        Block::Heading(2, "产能".to_owned(), text()),
        Block::List(None, vec![vec![Block::Paragraph(text())]]),
        Block::List(Some(3), vec![]),
        Block::Quote(vec![Block::Code("a\nb".to_owned())]),
        Block::Table(
            vec![model::Align::None, model::Align::Right],
            vec![vec![Inline::Em(text())], vec![Inline::Strong(text())]],
            vec![vec![
                vec![Inline::Code("x".to_owned())],
                vec![Inline::Link("#产能".to_owned(), text())],
            ]],
        ),
    ]);
}

#[test]
fn says_where_a_document_is_of_another_shape() {
    let fault = |json: Value| read_by(&Parsed(Some(json)), read_app).unwrap_err();
    let other = "no document of this part of the app in ";
    assert_eq!(fault(json!("gone")), other);
    assert_eq!(fault(json!({ "chain": {} })), other);
    assert_eq!(
        fault(json!({ "figures": { "series": 1 } })),
        "no list in series"
    );
    let series = json!({ "figures": { "series": [{ "id": "a", "name": null }] } });
    assert_eq!(fault(series), "no text in name");
}
