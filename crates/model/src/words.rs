//! The interface's own words, typed and complete: a missing one does not
//! compile.
//!
//! One file per part of the site, the languages side by side. Words with
//! numbers in them hold `{}` where [`fill`] puts the number. The browser is
//! given the words of its page's language and keeps no others ([`given`]).
#![cfg_attr(
    not(feature = "native"),
    allow(dead_code, reason = "the browser is given its words")
)]

#[macro_use]
mod listed;

mod about;
mod ask;
mod chain;
mod events;
mod figures;
mod filter;
mod home;
mod kept;
mod kinds;
mod levers;
mod members;
mod news;
mod papers;
mod picture;
mod reader;
mod search;
mod settings;
mod shell;
mod states;
mod take;
mod view;

pub use about::AboutWords;
pub use ask::AskWords;
pub use chain::ChainWords;
pub use events::EventsWords;
pub use figures::FiguresWords;
pub use filter::FilterWords;
pub use home::HomeWords;
pub use kept::KeptWords;
pub use kinds::KindWords;
pub use levers::LeversWords;
pub use members::MembersWords;
pub use news::NewsWords;
pub use papers::PaperWords;
pub use picture::PictureWords;
pub use reader::ReaderWords;
pub use search::SearchWords;
pub use settings::SettingsWords;
pub use shell::ShellWords;
pub use states::StateWords;
pub use take::TakeWords;
pub use view::ViewWords;

use std::sync::OnceLock;

use super::Lang;
#[cfg(feature = "native")]
use super::routes::Door;
#[cfg(feature = "native")]
use super::traditional::traditional;
use listed::Listed;

words! {
    /// Every word of the interface in one language.
    pub struct Words {
        /// Header and footer.
        pub shell: ShellWords,
        /// The home page.
        pub home: HomeWords,
        /// The list of news and the article.
        pub news: NewsWords,
        /// The list of companies and the company.
        pub members: MembersWords,
        /// The filter beside a list.
        pub filter: FilterWords,
        /// The chain.
        pub chain: ChainWords,
        /// The picture of the chain.
        pub picture: PictureWords,
        /// What can be changed on the chain's page.
        pub levers: LeversWords,
        /// How a number of the chain comes about.
        pub ask: AskWords,
        /// Scenarios that the reader keeps.
        pub kept: KeptWords,
        /// The figures.
        pub figures: FiguresWords,
        /// Events.
        pub events: EventsWords,
        /// Papers.
        pub papers: PaperWords,
        /// About the alliance.
        pub about: AboutWords,
        /// Downloads and links of the picture of the chain.
        pub take: TakeWords,
        /// The full view of pictures.
        pub view: ViewWords,
        /// Reading aloud.
        pub reader: ReaderWords,
        /// The reading settings.
        pub settings: SettingsWords,
        /// The search.
        pub search: SearchWords,
        /// Loading, failed, not found.
        pub states: StateWords,
        /// The names of closed lists: categories, kinds of figures, memberships.
        pub kinds: KindWords,
    }
}

static ZH_HANS: Words = Words {
    shell: shell::ZH_HANS,
    home: home::ZH_HANS,
    news: news::ZH_HANS,
    members: members::ZH_HANS,
    filter: filter::ZH_HANS,
    chain: chain::ZH_HANS,
    picture: picture::ZH_HANS,
    levers: levers::ZH_HANS,
    ask: ask::ZH_HANS,
    kept: kept::ZH_HANS,
    figures: figures::ZH_HANS,
    events: events::ZH_HANS,
    papers: papers::ZH_HANS,
    about: about::ZH_HANS,
    take: take::ZH_HANS,
    view: view::ZH_HANS,
    reader: reader::ZH_HANS,
    settings: settings::ZH_HANS,
    search: search::ZH_HANS,
    states: states::ZH_HANS,
    kinds: kinds::ZH_HANS,
};

static EN: Words = Words {
    shell: shell::EN,
    home: home::EN,
    news: news::EN,
    members: members::EN,
    filter: filter::EN,
    chain: chain::EN,
    picture: picture::EN,
    levers: levers::EN,
    ask: ask::EN,
    kept: kept::EN,
    figures: figures::EN,
    events: events::EN,
    papers: papers::EN,
    about: about::EN,
    take: take::EN,
    view: view::EN,
    reader: reader::EN,
    settings: settings::EN,
    search: search::EN,
    states: states::EN,
    kinds: kinds::EN,
};

#[cfg(feature = "native")]
impl Lang {
    /// The interface's words.
    pub fn words(self) -> &'static Words {
        match self {
            Lang::ZhHans => &ZH_HANS,
            Lang::ZhHant => &ZH_HANT,
            Lang::En => &EN,
        }
    }
}

#[cfg(not(feature = "native"))]
impl Lang {
    /// The interface's words: those that the page was given, whose language
    /// this is.
    pub fn words(self) -> &'static Words {
        GIVEN.get().expect("the app starts with its words")
    }
}

/// 繁體中文, made from 简体中文.
#[cfg(feature = "native")]
static ZH_HANT: std::sync::LazyLock<Words> = std::sync::LazyLock::new(|| {
    // Leaked: they live as long as the program.
    let made = |word: &'static str| &*traditional(word).into_owned().leak();
    from_list(list(&ZH_HANS).into_iter().map(made))
});

/// The words of the page's language, in the browser.
static GIVEN: OnceLock<Words> = OnceLock::new();

/// The number that a list of words begins with: a list made for another
/// version of the app has another one.
pub const SHAPE: u32 = Words::SHAPE;

/// Every word in the order in which [`from_list`] reads them.
pub fn list(words: &Words) -> Vec<&'static str> {
    let mut list = Vec::new();
    words.clone().each(&mut |word| list.push(*word));
    list
}

/// Reads words back from their list. Where it is short, the rest is empty:
/// whoever reads a list has compared its shape.
pub fn from_list(mut list: impl Iterator<Item = &'static str>) -> Words {
    let mut words = Words::EMPTY;
    words.each(&mut |word| *word = list.next().unwrap_or_default());
    words
}

/// The words of a language that a door needs: those of other doors' pages are empty,
/// which weighs nothing.
#[cfg(feature = "native")]
pub fn of_door(lang: Lang, door: Door) -> Words {
    let mut words = lang.words().clone();
    match door {
        Door::App => {
            words.levers = LeversWords::EMPTY;
            words.ask = AskWords::EMPTY;
            words.kept = KeptWords::EMPTY;
        }
        Door::Chain => words.home = HomeWords::EMPTY,
    }
    words
}

/// Gives the browser its words, before anything is drawn. Given once, they
/// stay.
pub fn given(list: impl Iterator<Item = &'static str>) {
    let _ = GIVEN.set(from_list(list));
}

/// Puts values into the `{}` of a template, in order.
pub fn fill(template: &str, values: &[&str]) -> String {
    // By one character: looking for two takes much more code.
    let mut parts = template.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (part, value) in parts.zip(values) {
        text.push_str(value);
        text.push_str(part.strip_prefix('}').unwrap_or(part));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_places_for_values() {
        let places = |lang: Lang| -> Vec<usize> {
            let words = list(lang.words()).into_iter();
            words.map(|word| word.matches("{}").count()).collect()
        };
        let chinese = list(Lang::ZhHans.words());
        for lang in Lang::ALL {
            let words = list(lang.words());
            assert_eq!(words.len(), chinese.len());
            for (at, (one, other)) in places(Lang::ZhHans).iter().zip(places(lang)).enumerate() {
                assert_eq!(*one, other, "{} and {}", chinese[at], words[at]);
            }
        }
    }
}
