//! Reads the tags of a page that publishing wrote: in it `<` begins a tag
//! everywhere but in scripts.

/// A start tag.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        (self.attributes.iter())
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Every start tag, in order.
pub fn elements(html: &str) -> Vec<Element> {
    let mut elements = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if !rest.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
            continue;
        }
        let (element, after) = element(rest);
        rest = after;
        if element.name == "script" {
            rest = rest.split_once("</script>").expect("a script ends").1;
        }
        elements.push(element);
    }
    elements
}

fn element(tag: &str) -> (Element, &str) {
    let end = tag.find([' ', '>', '\n']).expect("a tag ends");
    let (name, mut rest) = tag.split_at(end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches([' ', '\n', '/']);
        if let Some(rest) = rest.strip_prefix('>') {
            let name = name.to_owned();
            return (Element { name, attributes }, rest);
        }
        let end = rest.find(['=', ' ', '>']).expect("an attribute ends");
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(after) => after.split_once('"').expect("a value ends"),
            None => ("", after),
        };
        attributes.push((name.to_owned(), unescape(value)));
        rest = after;
    }
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}
