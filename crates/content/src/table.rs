//! The files of a bundle: what they are called, which lists of records they hold,
//! and what in them refers to a record. Loading, checking, faults, schemas,
//! differences and counts all go by this table.

use std::path::Path;

/// What an id refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Referent {
    /// In `sources.json`.
    Source,
    /// In `companies.json`.
    Company,
    /// A product in `companies.json`.
    Product,
    /// A district in `companies.json`.
    District,
    /// In `indicators.json`.
    Indicator,
    /// A factor in `chain.json`.
    Factor,
    /// A preset in `chain.json`. Nothing in the bundle refers to one; their
    /// ids stand in addresses.
    Preset,
    /// A material in `chain.json`.
    Material,
    /// A file in `news/`.
    Article,
    /// In `projects.json`. Nothing refers to one yet; their ids must differ.
    Project,
    /// A role in `alliance.json`.
    Role,
    /// In `glossary.json`. Nothing refers to one; their ids must differ.
    Term,
    /// In `media.json`.
    Picture,
    /// In `events.json`. Nothing refers to one; their ids must differ.
    Event,
    /// In `documents.json`.
    Paper,
    /// In `offers.json`. Nothing refers to one; their ids must differ.
    Offer,
}

impl Referent {
    /// What such a record is called where records are kept one by one. It stands in
    /// addresses and never changes.
    pub(crate) fn kind(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Company => "company",
            Self::Product => "product",
            Self::District => "district",
            Self::Indicator => "indicator",
            Self::Factor => "factor",
            Self::Preset => "preset",
            Self::Material => "material",
            Self::Article => "article",
            Self::Project => "project",
            Self::Role => "role",
            Self::Term => "term",
            Self::Picture => "picture",
            Self::Event => "event",
            Self::Paper => "paper",
            Self::Offer => "offer",
        }
    }
}

/// What a record is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordKind {
    /// An article.
    Article,
    /// A company.
    Company,
    /// A project.
    Project,
    /// An indicator.
    Indicator,
    /// Part of the chain.
    Chain,
    /// The alliance itself.
    Alliance,
    /// A term.
    Term,
    /// A source.
    Source,
    /// A picture.
    Picture,
    /// An event.
    Event,
    /// A paper.
    Paper,
    /// An offer or a need.
    Offer,
    /// A list for choosing.
    Choice,
    /// How a word is written in traditional characters.
    Script,
}

/// A file of the bundle that is no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BundleFile {
    Alliance,
    Chain,
    Companies,
    Projects,
    Indicators,
    Sources,
    Glossary,
    Terms,
    Media,
    Events,
    Documents,
    Offers,
}

/// What is known of a file, or of the articles' files.
pub(crate) struct FileRow {
    /// Its name; of the articles their folder.
    pub name: &'static str,
    /// The name of its type.
    pub type_name: &'static str,
    /// What its schema is called.
    pub schema: &'static str,
    /// Whether a bundle may lack it.
    pub optional: bool,
    /// The kind of what it holds besides its lists; none when that is nothing.
    pub kind: Option<RecordKind>,
    /// Its lists of records.
    pub lists: &'static [ListRow],
    /// The ways to what refers to a record, and to which kind.
    pub references: &'static [(&'static str, Referent)],
}

impl FileRow {
    /// Whether a bundle in this folder must have the file, or has it.
    pub fn is_wanted_in(&self, dir: &Path) -> bool {
        !self.optional || dir.join(self.name).exists()
    }
}

/// A list of records.
pub(crate) struct ListRow {
    /// Its field.
    pub key: &'static str,
    /// The name of its records' type.
    pub type_name: &'static str,
    /// What its ids stand for; none when nothing refers to them and the file's own check
    /// knows which there must be.
    pub referent: Option<Referent>,
    /// The kind of its records in a comparison; none when they are compared with the file.
    pub kind: Option<RecordKind>,
}

const fn list(
    key: &'static str,
    type_name: &'static str,
    referent: Option<Referent>,
    kind: Option<RecordKind>,
) -> ListRow {
    ListRow {
        key,
        type_name,
        referent,
        kind,
    }
}

/// The files that are no articles, in the order of [`BundleFile`].
pub(crate) const FILES: [FileRow; 12] = [
    FileRow {
        name: "alliance.json",
        type_name: "Alliance",
        schema: "alliance",
        optional: false,
        kind: Some(RecordKind::Alliance),
        lists: &[list("roles", "Role", Some(Referent::Role), None)],
        references: &[
            ("founding.article", Referent::Article),
            ("founding.source", Referent::Source),
            ("chair.source", Referent::Source),
            ("contact.source", Referent::Source),
            ("joining.source", Referent::Source),
        ],
    },
    FileRow {
        name: "chain.json",
        type_name: "Chain",
        schema: "chain",
        optional: false,
        kind: Some(RecordKind::Chain),
        lists: &[
            list("stages", "Stage", None, Some(RecordKind::Chain)),
            list(
                "materials",
                "Material",
                Some(Referent::Material),
                Some(RecordKind::Chain),
            ),
            list(
                "factors",
                "Factor",
                Some(Referent::Factor),
                Some(RecordKind::Chain),
            ),
            list("flows", "Flow", None, Some(RecordKind::Chain)),
            list(
                "presets",
                "Preset",
                Some(Referent::Preset),
                Some(RecordKind::Chain),
            ),
        ],
        references: &[
            ("stages[].sources[]", Referent::Source),
            ("stages[].capacity", Referent::Indicator),
            ("stages[].factors[]", Referent::Factor),
            ("flows[].material", Referent::Material),
            ("factors[].source", Referent::Source),
            ("factors[].former[].source", Referent::Source),
            ("presets[].values[].factor", Referent::Factor),
            ("presets[].source", Referent::Source),
        ],
    },
    FileRow {
        name: "companies.json",
        type_name: "Companies",
        schema: "companies",
        optional: false,
        kind: None,
        lists: &[
            list(
                "companies",
                "Company",
                Some(Referent::Company),
                Some(RecordKind::Company),
            ),
            list(
                "products",
                "Named",
                Some(Referent::Product),
                Some(RecordKind::Choice),
            ),
            list(
                "districts",
                "Named",
                Some(Referent::District),
                Some(RecordKind::Choice),
            ),
        ],
        references: &[
            ("companies[].products[]", Referent::Product),
            ("companies[].district", Referent::District),
            ("companies[].capacities[].source", Referent::Source),
            ("companies[].contacts[].source", Referent::Source),
            ("companies[].membership.source", Referent::Source),
            ("companies[].sources[]", Referent::Source),
            ("companies[].logo", Referent::Picture),
            ("companies[].photos[]", Referent::Picture),
            ("companies[].papers[]", Referent::Paper),
        ],
    },
    FileRow {
        name: "projects.json",
        type_name: "Projects",
        schema: "projects",
        optional: false,
        kind: None,
        lists: &[list(
            "projects",
            "Project",
            Some(Referent::Project),
            Some(RecordKind::Project),
        )],
        references: &[
            ("projects[].companies[]", Referent::Company),
            ("projects[].source", Referent::Source),
            ("projects[].pictures[]", Referent::Picture),
        ],
    },
    FileRow {
        name: "indicators.json",
        type_name: "Indicators",
        schema: "indicators",
        optional: false,
        kind: Some(RecordKind::Indicator),
        lists: &[list(
            "indicators",
            "Indicator",
            Some(Referent::Indicator),
            Some(RecordKind::Indicator),
        )],
        references: &[
            ("featured[]", Referent::Indicator),
            ("indicators[].points[].source", Referent::Source),
        ],
    },
    FileRow {
        name: "sources.json",
        type_name: "Sources",
        schema: "sources",
        optional: false,
        kind: None,
        lists: &[list(
            "sources",
            "Source",
            Some(Referent::Source),
            Some(RecordKind::Source),
        )],
        references: &[],
    },
    FileRow {
        name: "glossary.json",
        type_name: "Glossary",
        schema: "glossary",
        optional: false,
        kind: None,
        lists: &[list(
            "terms",
            "Term",
            Some(Referent::Term),
            Some(RecordKind::Term),
        )],
        references: &[("terms[].source", Referent::Source)],
    },
    FileRow {
        name: "terms.json",
        type_name: "Terms",
        schema: "terms",
        optional: true,
        kind: None,
        lists: &[list("terms", "WrittenTerm", None, Some(RecordKind::Script))],
        references: &[],
    },
    FileRow {
        name: "media.json",
        type_name: "Media",
        schema: "media",
        optional: true,
        kind: None,
        lists: &[list(
            "pictures",
            "Picture",
            Some(Referent::Picture),
            Some(RecordKind::Picture),
        )],
        references: &[],
    },
    FileRow {
        name: "events.json",
        type_name: "Events",
        schema: "events",
        optional: true,
        kind: None,
        lists: &[list(
            "events",
            "Event",
            Some(Referent::Event),
            Some(RecordKind::Event),
        )],
        references: &[
            ("events[].article", Referent::Article),
            ("events[].source", Referent::Source),
            ("events[].cover", Referent::Picture),
            ("events[].gallery[]", Referent::Picture),
            ("events[].papers[]", Referent::Paper),
        ],
    },
    FileRow {
        name: "documents.json",
        type_name: "Documents",
        schema: "documents",
        optional: true,
        kind: None,
        lists: &[list(
            "papers",
            "Paper",
            Some(Referent::Paper),
            Some(RecordKind::Paper),
        )],
        references: &[("papers[].source", Referent::Source)],
    },
    FileRow {
        name: "offers.json",
        type_name: "Offers",
        schema: "offers",
        optional: true,
        kind: None,
        lists: &[list(
            "offers",
            "Offer",
            Some(Referent::Offer),
            Some(RecordKind::Offer),
        )],
        references: &[
            ("offers[].company", Referent::Company),
            ("offers[].source", Referent::Source),
        ],
    },
];

/// The articles' files.
pub(crate) const ARTICLES: FileRow = FileRow {
    name: "news/",
    type_name: "Article",
    schema: "article",
    optional: false,
    kind: Some(RecordKind::Article),
    lists: &[],
    references: &[
        ("companies[]", Referent::Company),
        ("source", Referent::Source),
        ("cover", Referent::Picture),
        ("gallery[]", Referent::Picture),
        ("papers[]", Referent::Paper),
    ],
};

/// The names of the files that are no articles.
pub(crate) fn names() -> [&'static str; FILES.len()] {
    FILES.each_ref().map(|row| row.name)
}

/// What is known of a file of this name.
pub(crate) fn row_of(name: &str) -> Option<&'static FileRow> {
    match name.starts_with(ARTICLES.name) {
        true => Some(&ARTICLES),
        false => FILES.iter().find(|row| row.name == name),
    }
}

/// The file and the list that hold what is referred to; none for articles.
pub(crate) fn list_of(referent: Referent) -> Option<(&'static FileRow, &'static ListRow)> {
    let lists = FILES
        .iter()
        .flat_map(|row| row.lists.iter().map(move |list| (row, list)));
    lists
        .into_iter()
        .find(|(_, list)| list.referent == Some(referent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_a_row_for_each_file_in_order() {
        let rows = [
            (BundleFile::Alliance, "alliance.json"),
            (BundleFile::Chain, "chain.json"),
            (BundleFile::Companies, "companies.json"),
            (BundleFile::Projects, "projects.json"),
            (BundleFile::Indicators, "indicators.json"),
            (BundleFile::Sources, "sources.json"),
            (BundleFile::Glossary, "glossary.json"),
            (BundleFile::Terms, "terms.json"),
            (BundleFile::Media, "media.json"),
            (BundleFile::Events, "events.json"),
            (BundleFile::Documents, "documents.json"),
            (BundleFile::Offers, "offers.json"),
        ];
        assert_eq!(rows.map(|(file, _)| FILES[file as usize].name), names());
        assert_eq!(rows.map(|(_, name)| name), names());
    }

    #[test]
    fn names_types_and_fields_that_have_words() {
        for row in FILES.iter().chain([&ARTICLES]) {
            assert!(
                crate::fields::about_type(row.type_name).is_some(),
                "{}",
                row.name
            );
            for list in row.lists {
                let words = crate::fields::field(row.type_name, list.key);
                assert!(words.is_some(), "{} of {}", list.key, row.name);
            }
        }
    }
}
