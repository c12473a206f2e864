// Trusted Types: which strings may become markup. leptos makes elements of the templates
// that were compiled into it, which are plain markup: anything that could run is refused.
const FORBIDDEN = /<\s*(script|iframe|object|embed|link|meta|base|style)\b|\son[a-z]+\s*=|javascript:|srcdoc/i;
const plain = (markup) => {
  if (FORBIDDEN.test(markup)) throw new TypeError("this markup may not be used");
  return markup;
};
const policy = (name, createHTML) =>
  window.trustedTypes ? window.trustedTypes.createPolicy(name, { createHTML }) : { createHTML };
policy("default", plain);
// The site's own page in the preview's frame, which is sandboxed, and documents that are never
// shown: nothing in them runs.
const page = policy("preview", (html) => html);

// What was pasted, as a document; it fetches nothing. How it looked and what it would run, which
// nobody wants of it, has no such name any more: the site's policy refuses both, and reports each.
const TAG = /<[a-z][^>]*>/gi;
const REFUSED = /\s(?=(style|on[a-z]+)\s*=)/gi;
window.deskParse = (html) => {
  const bare = html.replace(/<style[\s\S]*?<\/style>/gi, "").replace(TAG, (tag) => tag.replace(REFUSED, " data-"));
  return new DOMParser().parseFromString(page.createHTML(bare), "text/html");
};

// Shows a page in a frame. Where one is there already only what differs is put in, so that
// nothing flickers and the reader stays where they were.
window.deskShow = (frame, html) => {
  const inside = frame.contentDocument;
  const old = inside?.getElementById("alliance");
  if (!old || frame.dataset.shown !== "1") {
    frame.dataset.shown = "1";
    frame.srcdoc = page.createHTML(html);
    return;
  }
  const fresh = new DOMParser().parseFromString(page.createHTML(html), "text/html");
  const root = fresh.getElementById("alliance");
  if (!root) {
    frame.srcdoc = page.createHTML(html);
    return;
  }
  inside.documentElement.lang = fresh.documentElement.lang;
  const top = inside.scrollingElement?.scrollTop ?? 0;
  const now = old.querySelector("main");
  const next = root.querySelector("main");
  if (now && next) now.replaceWith(inside.importNode(next, true));
  else old.replaceWith(inside.importNode(root, true));
  if (inside.scrollingElement) inside.scrollingElement.scrollTop = top;
};

// Scrolls a frame to where a text stands.
window.deskFollow = (frame, text) => {
  const inside = frame.contentDocument;
  if (!inside || !text) return;
  const words = text.replace(/[#*>`\-\[\]()|]/g, " ").trim().slice(0, 24).trim();
  if (!words) return;
  for (const one of inside.querySelectorAll("main p, main h2, main h3, main li, main td")) {
    if (one.textContent.includes(words)) {
      one.scrollIntoView({ block: "center" });
      return;
    }
  }
};

// Scrolls to an element, clear of both bars.
window.deskReveal = (element) => element.scrollIntoView({ block: "center" });

// Puts text where the caret is, as typing does: the browser's own undo knows of it.
window.deskInsert = (field, from, to, text) => {
  field.focus();
  field.setSelectionRange(from, to);
  if (!document.execCommand("insertText", false, text)) {
    field.setRangeText(text, from, to, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
  }
};

// Makes a field of several lines as high as what stands in it, where the style cannot
// (`field-sizing`: Safari before 26.2). At the next frame: then the text is in the field.
const sized = CSS.supports("field-sizing", "content");
const fit = (area) => {
  if (!area.offsetParent) return;
  area.style.blockSize = "auto";
  area.style.blockSize = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
};
// Its width changes the height that it needs; and one that was folded away had none.
const widths = new WeakMap();
const watched = new ResizeObserver((changes) => {
  for (const { target, contentRect } of changes) {
    if (widths.get(target) === contentRect.width) continue;
    widths.set(target, contentRect.width);
    requestAnimationFrame(() => fit(target));
  }
});
window.deskFit = (area) => {
  if (sized) return;
  watched.observe(area);
  requestAnimationFrame(() => fit(area));
};
if (!sized) {
  // While somebody composes nothing but the field itself knows of it.
  addEventListener("input", ({ target }) => {
    if (target instanceof HTMLTextAreaElement) fit(target);
  });
}
