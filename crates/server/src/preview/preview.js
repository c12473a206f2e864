// Waits for news of the content: reloads the page when it is new, shows the
// faults of what cannot be shown, and marks what readers do not see yet.
const shown = document.currentScript.dataset.content;

// Beside the body, which is the app's.
function beside(name, id, role) {
  const element = document.createElement(name);
  element.id = id;
  element.setAttribute('role', role);
  document.documentElement.append(element);
  return element;
}

const faultsBox = beside('pre', 'preview-faults', 'alert');
const noteBox = beside('p', 'preview-note', 'status');

let notes = new Map();

function set(link, note) {
  if (link.dataset.preview === note) return;
  if (note) link.dataset.preview = note;
  else delete link.dataset.preview;
}

function mark() {
  const here = notes.get(location.pathname) ?? '';
  if (noteBox.textContent !== here) noteBox.textContent = here;
  for (const link of document.querySelectorAll('main a[href]')) {
    // Of a link in a drawing, only the attribute is text.
    set(link, notes.get(new URL(link.getAttribute('href'), location).pathname));
  }
}

// The app changes the page, and the address with it.
new MutationObserver(() => { if (notes.size) mark(); }).observe(document.documentElement, {
  childList: true, subtree: true, attributes: true, attributeFilter: ['href'],
});

const pause = () => new Promise(resolve => setTimeout(resolve, 500));

async function follow() {
  let known = '';
  for (;;) {
    try {
      const answer = await fetch('/.preview/news?' + known);
      const { version, content, faults, withheld } = await answer.json();
      known = version;
      if (content !== shown) {
        location.reload();
        return;
      }
      faultsBox.textContent = faults ?? '';
      notes = new Map(withheld.map(({ path, note }) => [path, note]));
      mark();
    } catch {
      await pause();
    }
  }
}

follow();
