//! The scripts that find elements as a reader does: by role and name.

/// The text of the one `h1`.
pub const HEADING: &str = r"
    const all = document.querySelectorAll('h1');
    return all.length === 1 ? all[0].innerText.replace(/\s+/g, ' ').trim() : '';
";

/// The name of the focused element.
pub const FOCUSED: &str = r"
    const element = document.activeElement;
    if (!element || element === document.body) return '';
    return (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();
";

/// The name of an element.
pub const NAME: &str = r"
    const [element] = arguments;
    return (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();
";

/// The first visible element of a selector with a name, or with the name
/// inside its own.
pub const FIND: &str = r"
    const [selector, wanted] = arguments;
    const name = element =>
        (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent).replace(/\s+/g, ' ').trim();
    const visible = element => element.getClientRects().length > 0
        && element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    const all = [...document.querySelectorAll(selector)].filter(visible);
    return all.find(element => name(element) === wanted)
        ?? all.find(element => name(element).includes(wanted))
        ?? null;
";

/// Where the browser is, in words.
pub const SITUATION: &str = r"
    const text = (document.body?.innerText ?? '').replace(/\s+/g, ' ').slice(0, 600);
    const app = document.documentElement.dataset.app ?? 'not hydrated';
    return `at ${location.href} (${app}), title “${document.title}”, text: ${text}`;
";

/// The visible summary of what is folded away in the main part; null when all
/// is open, or shown though it is not, as on a wide screen.
pub const FOLDED: &str = r"
    const folded = [...document.querySelectorAll('main details:not([open])')]
        .find(details => !details.querySelector('a')?.checkVisibility({ contentVisibilityAuto: true }));
    return folded?.querySelector('summary') ?? null;
";
