// Waits for news of the content: reloads the page when it is new, and shows
// the faults of what cannot be shown.
const shown = document.currentScript.dataset.content;

const box = document.createElement('pre');
box.id = 'preview-faults';
box.setAttribute('role', 'alert');
// Beside the body, which is the app's.
document.documentElement.append(box);

const pause = () => new Promise(resolve => setTimeout(resolve, 500));

async function follow() {
  let known = '';
  for (;;) {
    try {
      const answer = await fetch('/.preview/news?' + known);
      const { version, content, faults } = await answer.json();
      known = version;
      if (content !== shown) {
        location.reload();
        return;
      }
      box.textContent = faults ?? '';
    } catch {
      await pause();
    }
  }
}

follow();
