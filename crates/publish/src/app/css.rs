//! One stylesheet from many.

/// The stylesheets after one another, without their comments.
pub fn join(sheets: &[String]) -> String {
    let mut joined = String::new();
    for buffers in sheets {
        let buffers = strip(buffers);
        let lines = (buffers.lines().map(str::trim)).filter(|line| !line.is_empty());
        for line in lines {
            joined.push_str(line);
            joined.push('\n');
        }
    }
    joined
}

/// A stylesheet without comments; a `/*` inside a string is none.
fn strip(buffers: &str) -> String {
    let mut stripped = String::with_capacity(buffers.len());
    let mut quote = None;
    let mut signs = buffers.chars().peekable();
    while let Some(sign) = signs.next() {
        match (quote, sign) {
            (None, '/') if signs.peek() == Some(&'*') => {
                signs.next();
                let mut star = false;
                for sign in signs.by_ref() {
                    if star && sign == '/' {
                        break;
                    }
                    star = sign == '*';
                }
                continue;
            }
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), _) if open == sign => quote = None,
            (Some(_), '\\') => {
                stripped.push(sign);
                stripped.extend(signs.next());
                continue;
            }
            _ => {}
        }
        stripped.push(sign);
    }
    stripped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_in_order_without_comments() {
        let sheets = [
            "/* one **/\n@layer a, b;\n".to_owned(),
            "a::after { content: \"/* kept \\\" */\"; } /* gone\n*/\nb { color: red }".to_owned(),
        ];
        assert_eq!(
            join(&sheets),
            "@layer a, b;\na::after { content: \"/* kept \\\" */\"; }\nb { color: red }\n"
        );
    }

    #[test]
    fn ends_at_an_open_comment() {
        assert_eq!(join(&["a {} /* open".to_owned()]), "a {}\n");
    }
}
