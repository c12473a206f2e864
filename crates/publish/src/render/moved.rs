//! A small page at an address of an earlier version: it leads to where the page is.

use model::Lang;
use model::routes::Address;
use model::traditional::traditional;

use crate::escape::{attribute, text};
use crate::origin::Origin;
use content::words::words;

/// Where a page of the site was in an earlier version, below the root, and what
/// stands there now; none for a page that has always been where it is.
///
/// Only the first page of a list has one: what was on the others has moved on since.
pub fn moved_page(address: &Address, origin: Option<&Origin>) -> Option<(String, String)> {
    let path = address.path();
    let earlier = address
        .earlier_path()
        .filter(|_| !path.contains("/page/"))?;
    let lang = address.lang;
    let said = words(lang).moved;
    let said = match lang {
        Lang::ZhHant => traditional(said),
        Lang::ZhHans | Lang::En => said.into(),
    };
    let canonical = Origin::url(origin, &path);
    let html = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{said}</title>\n<meta name=\"robots\" content=\"noindex\">\n\
         <link rel=\"canonical\" href=\"{}\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={path}\">\n</head>\n\
         <body>\n<p><a href=\"{path}\">{said}</a></p>\n</body>\n</html>\n",
        lang.tag(),
        attribute(&canonical),
        said = text(&said),
        path = attribute(&path),
    );
    Some((
        format!("{}index.html", earlier.trim_start_matches('/')),
        html,
    ))
}
