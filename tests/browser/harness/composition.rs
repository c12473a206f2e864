//! Typing by an input method.

use super::Browser;

impl Browser {
    /// Types into a field by key after key of an input method, and leaves it open what
    /// they become.
    pub fn compose(&self, field: &str, keys: &[&str]) {
        self.run::<()>(
            "const [selector, keys] = arguments;
             const field = document.querySelector(selector);
             field.focus();
             field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
             for (const key of keys) {
                 field.value = key;
                 field.dispatchEvent(new CompositionEvent('compositionupdate', { bubbles: true, data: key }));
                 field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true, data: key }));
             }",
            &[field.into(), keys.into()],
        );
    }
}
