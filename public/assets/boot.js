// Inlined in every page by publishing, and allowed by its hash. Sets the remembered theme and
// language before the first paint; starts the app after it. Whatever fails here leaves the page as
// it is. A remembered language leads nobody away: its link is marked where a page is in another.
(function (root) {
  try {
    var theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
    var lang = localStorage.getItem("lang");
    if (lang) root.setAttribute("data-lang", lang);
    addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest(".header__language");
      if (link) try { localStorage.setItem("lang", link.hreflang); } catch (refused) {}
    }, true);
  } catch (refused) {}
  var js = root.getAttribute("data-js");
  var wasm = root.getAttribute("data-wasm");
  var words = root.getAttribute("data-words");
  if (!js || !window.WebAssembly || !window.fetch) return;
  // Some Android web views cannot compile a stream, whatever its type.
  function whole() {
    return fetch(wasm).then(function (answer) {
      if (!answer.ok) throw new Error(wasm + ": " + answer.status);
      return answer.arrayBuffer();
    }).then(function (bytes) { return WebAssembly.compile(bytes); });
  }
  function compile() {
    if (!WebAssembly.compileStreaming) return whole();
    return WebAssembly.compileStreaming(fetch(wasm)).catch(whole);
  }
  function start() {
    Promise.all([import(js), compile(), import(words)]).then(function (parts) {
      window.words = parts[2].default;
      return parts[0].default({ module_or_path: parts[1] });
    }).catch(function (fault) {
      root.setAttribute("data-app", "absent");
      console.info("The page stays as it is, without the app:", fault);
    });
  }
  var begun = false;
  function idle() {
    if (begun) return;
    begun = true;
    if (window.requestIdleCallback) requestIdleCallback(start, { timeout: 2000 });
    else setTimeout(start, 50);
  }
  // The first paint may come after `load`; in the background it does not come at all.
  function painted() {
    var kinds = window.PerformanceObserver && PerformanceObserver.supportedEntryTypes;
    if (!kinds || kinds.indexOf("paint") < 0) return idle();
    new PerformanceObserver(idle).observe({ type: "paint", buffered: true });
    setTimeout(idle, 3000);
  }
  if (document.readyState === "complete") painted();
  else addEventListener("load", painted);
})(document.documentElement);
