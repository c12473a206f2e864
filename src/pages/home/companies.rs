//! The companies of every stage, by their names and what stands for them.

use crate::components::{LinkTo, company_tile, section_heading};
use crate::library::{href, use_words};
use markup::{Content, Markup, markup};
use model::StageId;
use model::document::{CompanyCard, StageCompanies};
use model::routes::{MemberFilter, Route};
use model::words::fill;

/// The companies on the home page; how many there are, and how many of them are members.
pub fn companies(stages: Vec<StageCompanies>, count: u32, confirmed: u32) -> Markup {
    let (words, members) = (&use_words().home, &use_words().members);
    let count = count.to_string();
    let all = LinkTo::new(
        href(Route::Members(MemberFilter::default())),
        fill(words.all_companies, &[&count]),
    );
    let note = match confirmed {
        0 => fill(members.none_confirmed, &[&count]),
        confirmed => fill(members.some_confirmed, &[&count, &confirmed.to_string()]),
    };
    markup! {
        <section class="section" aria-labelledby="companies">
            {section_heading(words.companies.into(), Some("companies"), Some(all))}
            <p class="home__note small">{note}</p>
            {stages.into_iter().map(stage).collect::<Vec<_>>()}
        </section>
    }
}

/// The companies of a stage.
fn stage(stage: StageCompanies) -> Markup {
    let words = &use_words().home;
    let StageCompanies {
        id,
        name,
        local,
        count,
        companies,
    } = stage;
    let items: Content = match companies.is_empty() {
        true => markup! {
            <p class="home__none">
                {match local {
                    true => use_words().members.unknown,
                    false => words.no_company,
                }}
            </p>
        }
        .into(),
        false => {
            let more = count - companies.len() as u32;
            let shown = companies.into_iter().map(company).collect::<Vec<_>>();
            let more = (more > 0).then(|| others(id, &name, more));
            markup! {
                <ul class="home__companies" role="list">
                    {shown} {more}
                </ul>
            }
            .into()
        }
    };
    markup! {
        <div class={stage_class(id)}>
            <h3 class="home__stage-name">
                {name}
                " "
                <span class="small">{fill(words.companies_count, &[&count.to_string()])}</span>
            </h3>
            {items}
        </div>
    }
}

/// The colours of the diagram.
const fn stage_class(stage: StageId) -> &'static str {
    match stage {
        StageId::Electrolytic => "home__stage home__stage--heat",
        StageId::Recycled => "home__stage home__stage--water",
        _ => "home__stage",
    }
}

fn company(company: CompanyCard) -> Markup {
    let words = &use_words().home;
    markup! {
        <li>
            <a class="home__company" href={href(Route::Member(company.id))}>
                {company_tile(company.tile, company.logo)}
                <span>
                    <span class="home__company-name" lang={company.name.lang}>
                        {company.name.text}
                    </span>
                    " "
                    <span class="home__makes small">{company.products.join(words.enumeration)}</span>
                </span>
            </a>
        </li>
    }
}

/// The way to those that are not shown.
fn others(stage: StageId, name: &str, more: u32) -> Markup {
    let filter = MemberFilter {
        stage: Some(stage),
        ..MemberFilter::default()
    };
    let more = more.to_string();
    markup! {
        <li>
            <a class="home__company" href={href(Route::Members(filter))}>
                <span class="company-tile" aria-hidden="true">"+" {more.clone()}</span>
                <span>
                    <span class="home__company-name">
                        {fill(use_words().home.more_companies, &[&more])}
                    </span>
                    " "
                    <span class="home__makes small">{name.to_owned()}</span>
                </span>
            </a>
        </li>
    }
}
