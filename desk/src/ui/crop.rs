//! Turning and cropping a picture before it is uploaded: the dialog, and what opens it.

mod canvas;
mod dialog;
mod shapes;
mod sliders;
mod stage;

use std::fmt;
use std::rc::Rc;

use desk::crop::{Crop, Format, Size};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, HtmlImageElement, Url};

pub use dialog::CropDialog;

/// What somebody has made of a picture.
#[derive(Clone, Debug)]
pub struct Cropped {
    /// The file to be uploaded.
    pub file: File,
    /// How it was turned and cropped.
    pub crop: Crop,
}

/// A picture that is being cropped.
#[derive(Clone)]
pub struct CropJob {
    image: HtmlImageElement,
    name: String,
    format: Format,
    /// The file as it was chosen: it is uploaded as it is if nothing is done to it.
    chosen: Option<File>,
    done: Rc<dyn Fn(Cropped)>,
}

impl fmt::Debug for CropJob {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("CropJob")
            .field("name", &self.name)
            .finish()
    }
}

impl CropJob {
    /// The size of the picture, upright.
    fn size(&self) -> Size {
        Size {
            width: self.image.natural_width(),
            height: self.image.natural_height(),
        }
    }
}

/// The dialog's place: at most one picture at a time.
pub type OpenCrop = RwSignal<Option<CropJob>, LocalStorage>;

/// Opens the dialog over a file that was chosen. What the browser cannot draw is handed on
/// as it is: the server says what is wrong with it.
pub fn offer(open: OpenCrop, file: File, done: impl Fn(File) + 'static) {
    let name = file.name();
    let Some(format) = Format::of(&name) else {
        return done(file);
    };
    spawn_local(async move {
        let Ok(url) = Url::create_object_url_with_blob(&file) else {
            return done(file);
        };
        let image = canvas::load(&url).await;
        // The picture stays as long as the image does.
        let _ = Url::revoke_object_url(&url);
        let Ok(image) = image else {
            return done(file);
        };
        let job = CropJob {
            image,
            name,
            format,
            chosen: Some(file),
            done: Rc::new(move |cropped: Cropped| done(cropped.file)),
        };
        // Somebody may have gone elsewhere meanwhile.
        let _ = open.try_set(Some(job));
    });
}

/// Opens the dialog over a picture that the server has; false where it cannot be drawn.
pub async fn reopen(
    open: OpenCrop,
    src: &str,
    name: String,
    done: impl Fn(Cropped) + 'static,
) -> bool {
    let (Some(format), Ok(image)) = (Format::of(&name), canvas::load(src).await) else {
        return false;
    };
    let job = CropJob {
        image,
        name,
        format,
        chosen: None,
        done: Rc::new(done),
    };
    // Somebody may have gone elsewhere meanwhile.
    let _ = open.try_set(Some(job));
    true
}
