//! The dialog in the browser: opened by a click on a picture, closed by its button, by
//! Escape, or by Back.
//!
//! The pictures stand side by side in a strip that scrolls, so that a thumb turns them
//! without any script.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlDialogElement, HtmlElement, KeyboardEvent, MouseEvent, NodeList,
};

use super::FullView;
use crate::library::browser::{followed_link, history, listen};
use model::words::fill;

/// The links that open it: pictures beside each other, and what stands alone.
const PICTURE: &str = "main .picture__link";
const ALONE: &str = "[data-view]";

/// What is open, so that it can be closed in every way.
#[derive(Default)]
struct Open {
    /// The link that opened it: the focus goes back there.
    link: RefCell<Option<HtmlElement>>,
    /// Whether there is a step in the history that Back takes away.
    is_step: Cell<bool>,
}

impl FullView {
    /// Opens the dialog by clicks on pictures from now on.
    pub(super) fn follow(self, dialog: &Element) {
        let dialog: HtmlDialogElement = dialog.clone().unchecked_into();
        // An older browser knows no dialog: a picture leads to its file.
        if js_sys::Reflect::get(&dialog, &"showModal".into()).is_ok_and(|show| show.is_undefined())
        {
            return;
        }
        let open = Rc::new(Open::default());
        let state = Rc::clone(&open);
        let shown = dialog.clone();
        listen(document().as_ref(), "click", move |event| {
            if let Some(link) = picture_link(&event) {
                event.prevent_default();
                self.open(&shown, &link);
                history::push_layer();
                state.is_step.set(true);
                state.link.replace(Some(link.unchecked_into()));
            }
        });
        let state = Rc::clone(&open);
        let shown = dialog.clone();
        let _ = history::on_return(move || {
            state.is_step.set(false);
            shown.close();
        });
        listen(&dialog, "close", move |_| {
            // Closed by a key or a button: the step that Back would take goes, too.
            if open.is_step.replace(false) {
                history::back();
            }
            if let Some(link) = open.link.take() {
                let _ = link.focus();
            }
        });
    }

    /// Fills the strip and shows the picture of a link.
    fn open(self, dialog: &HtmlDialogElement, link: &Element) {
        let Ok(Some(strip)) = dialog.query_selector(".full-view__strip") else {
            return;
        };
        strip.set_text_content(None);
        let links = match link.matches(ALONE) {
            Ok(true) => vec![link.clone()],
            _ => document()
                .query_selector_all(PICTURE)
                .map_or_else(|_| Vec::new(), elements),
        };
        // Those that the reader has not asked for yet are not on the page.
        let links: Vec<Element> = (links.into_iter())
            .filter(|link| link.get_client_rects().length() > 0)
            .collect();
        for link in &links {
            if let Some(slide) = slide(link) {
                let _ = strip.append_child(&slide);
            }
        }
        let _ = dialog.toggle_attribute_with_force("data-single", links.len() == 1);
        let _ = dialog.show_modal();
        let index = links.iter().position(|one| one == link);
        self.show(&strip, index.unwrap_or_default() as i32);
    }

    /// Scrolls to a picture; past the last comes the first.
    fn show(self, strip: &Element, index: i32) {
        let count = strip.child_element_count() as i32;
        let index = index.rem_euclid(count.max(1));
        strip.set_scroll_left(index * strip.client_width());
        let place = [index + 1, count].map(|number| number.to_string());
        let [index, count] = place.each_ref().map(String::as_str);
        self.place.set(fill(self.words.place, &[index, count]));
    }

    /// Goes so many pictures on from the one that is seen.
    fn step(self, dialog: &Element, step: i32) {
        if let Ok(Some(strip)) = dialog.query_selector(".full-view__strip") {
            // A thumb may have turned it since.
            let width = strip.client_width().max(1);
            let now = (strip.scroll_left() + width / 2) / width;
            self.show(&strip, now + step);
        }
    }

    /// A click in the dialog: on one of its buttons, or beside the picture.
    pub(super) fn press(self, event: &MouseEvent) {
        let (Some(dialog), Some(target)) = (dialog(event), target(event)) else {
            return;
        };
        let button = target.closest("[data-step]").ok().flatten();
        let step = button.and_then(|button| button.get_attribute("data-step")?.parse().ok());
        match step {
            Some(0) => dialog.close(),
            Some(step) => self.step(&dialog, step),
            // Beside the picture there is only the ground.
            None if target.matches("li, figure").is_ok_and(|ground| ground) => dialog.close(),
            None => {}
        }
    }

    /// An arrow turns to the picture before or after.
    pub(super) fn turn(self, event: &KeyboardEvent) {
        let step = match event.key().as_str() {
            "ArrowLeft" => -1,
            "ArrowRight" => 1,
            _ => return,
        };
        if let Some(dialog) = dialog(event) {
            // The strip scrolls by arrows as well, if it has the focus.
            event.prevent_default();
            self.step(&dialog, step);
        }
    }
}

fn dialog(event: &Event) -> Option<HtmlDialogElement> {
    event.current_target()?.dyn_into().ok()
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The link of a picture that a plain click is on.
fn picture_link(event: &Event) -> Option<Element> {
    followed_link(event)?;
    let link = target(event)?.closest("a").ok().flatten()?;
    let opens = [PICTURE, ALONE]
        .iter()
        .any(|kind| link.matches(kind) == Ok(true));
    opens.then_some(link)
}

fn elements(list: NodeList) -> Vec<Element> {
    (0..list.length())
        .filter_map(|index| list.get(index)?.dyn_into().ok())
        .collect()
}

/// A picture in its largest file, with its words, from what stands on the page.
fn slide(link: &Element) -> Option<Element> {
    let large = link.get_attribute("href")?;
    let item = document().create_element("li").ok()?;
    item.set_class_name("full-view__slide");
    let figure = match link.closest("figure").ok().flatten() {
        Some(figure) => figure.clone_node_with_deep(true).ok()?.unchecked_into(),
        None => alone(link)?,
    };
    if let Ok(Some(ask)) = figure.query_selector("button") {
        ask.remove();
    }
    if let Ok(Some(source)) = figure.query_selector("source") {
        let _ = source.set_attribute("srcset", &large.replace(".jpg", ".webp"));
    }
    let image = figure.query_selector("img").ok().flatten()?;
    let _ = image.set_attribute("src", &large);
    // Cut for its place on the page, it has other sides here.
    for name in ["srcset", "width", "height", "fetchpriority"] {
        let _ = image.remove_attribute(name);
    }
    let _ = image.set_attribute("loading", "lazy");
    if let Ok(Some(link)) = figure.query_selector("a")
        && let Some(picture) = link.first_element_child()
    {
        let _ = link.replace_with_with_node_1(&picture);
    }
    item.append_child(&figure).ok()?;
    Some(item)
}

/// A figure of a link that has no picture on the page: what it is stands in
/// `data-view`, what to do with it below.
fn alone(link: &Element) -> Option<Element> {
    let figure = document().create_element("figure").ok()?;
    let image = document().create_element("img").ok()?;
    let _ = image.set_attribute("alt", &link.get_attribute("data-view")?);
    let caption = document().create_element("figcaption").ok()?;
    caption.set_text_content(link.get_attribute("title").as_deref());
    for part in [&image, &caption] {
        figure.append_child(part).ok()?;
    }
    Some(figure)
}
