//! What a cropped picture is written as.

/// A kind of file that every browser can write from a canvas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For photographs.
    Jpeg,
    /// For drawings and screens: nothing of them is lost.
    Png,
}

impl Format {
    /// What a file is written as, by its name; none of what would lose by it, as a GIF that
    /// moves, or is no picture.
    pub fn of(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_lowercase().as_str() {
            "png" => Some(Self::Png),
            "jpg" | "jpeg" | "jfif" | "webp" => Some(Self::Jpeg),
            _ => None,
        }
    }

    /// As browsers name it.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// The name of a file that is written so.
    pub fn named(self, name: &str) -> String {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        match self {
            Self::Jpeg => format!("{stem}.jpg"),
            Self::Png => format!("{stem}.png"),
        }
    }

    /// Whether a file keeps its name.
    pub fn keeps(self, name: &str) -> bool {
        self.named(name) == name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn png_stays_and_photographs_become_jpeg() {
        let written = |name: &str| Format::of(name).map(|format| format.named(name));
        assert_eq!(written("Yard 1.PNG").as_deref(), Some("Yard 1.png"));
        assert_eq!(written("a.b.jpeg").as_deref(), Some("a.b.jpg"));
        assert_eq!(written("chat.webp").as_deref(), Some("chat.jpg"));
        assert_eq!(written("moving.gif"), None);
        assert_eq!(written("none"), None);
        assert!(Format::Jpeg.keeps("yard.jpg") && !Format::Jpeg.keeps("yard.webp"));
    }
}
