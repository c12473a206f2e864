// Inlined in every page by publishing, and allowed by its hash. Sets what the reader has chosen
// for reading, and the language, before the first paint; starts the app after it. Whatever fails
// here leaves the page as it is. A remembered language leads nobody away: its link is marked
// where a page is in another.
(function (root) {
  try {
    // What the style and the app know: of anything else, an older or newer site may have left it.
    var known = /^(large|largest|high|light|dark|show|ask|slow|fast)$/;
    ["size", "contrast", "theme", "pictures", "rate"].forEach(function (key) {
      var value = localStorage.getItem(key);
      if (known.test(value)) root.setAttribute("data-" + key, value);
    });
    // A browser on a dear line says so; the reader's own choice goes before it.
    var line = navigator.connection;
    if (line && line.saveData && !root.hasAttribute("data-pictures")) root.setAttribute("data-pictures", "ask");
    var lang = localStorage.getItem("lang");
    if (lang) root.setAttribute("data-lang", lang);
    addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest(".header__language");
      if (link) try { localStorage.setItem("lang", link.hreflang); } catch (refused) {}
    }, true);
  } catch (refused) {}
  // A picture that is asked for comes in a file no larger than its button says.
  function most(part, width) {
    var set = part.srcset.split(", ").filter(function (one) { return parseInt(one.split(" ")[1], 10) <= width; });
    part.srcset = set.join(", ");
  }
  addEventListener("click", function (event) {
    var ask = event.target.closest && event.target.closest(".picture__ask");
    if (!ask) return;
    var figure = ask.parentNode;
    figure.querySelectorAll("source, img").forEach(function (part) { most(part, ask.value); });
    figure.setAttribute("data-shown", "");
    figure.querySelector("a").focus();
  }, true);
  // Apps that show pages inside themselves and let no file out: styles and the app say so.
  if (/MicroMessenger| QQ\/|Weibo|DingTalk|aweme|BytedanceWebview/.test(navigator.userAgent)) {
    root.setAttribute("data-inside", "app");
  }
  if (!navigator.share) root.setAttribute("data-share", "none");
  // Browsers before 2023 know no `popover`, nor do web views of that age: what a button opens
  // is opened here, by attributes that the style knows.
  if (!("popover" in HTMLElement.prototype)) {
    root.setAttribute("data-popover", "script");
    var opener = null;
    var open = function (next, button) {
      var before = document.querySelector("[data-open]");
      if (before) before.removeAttribute("data-open");
      if (next) {
        next.setAttribute("data-open", "");
        next.tabIndex = -1;
        next.focus({ preventScroll: true });
      } else if (before && before.contains(document.activeElement) && opener) opener.focus();
      opener = button;
    };
    addEventListener("click", function (event) {
      if (!event.target.closest) return;
      var button = event.target.closest("[popovertarget]");
      var target = button && document.getElementById(button.getAttribute("popovertarget"));
      var hides = button && button.getAttribute("popovertargetaction") === "hide";
      if (target) open(hides || target.hasAttribute("data-open") ? null : target, button);
      else if (!event.target.closest("[data-open]")) open(null);
    }, true);
    addEventListener("keydown", function (event) {
      if (event.key === "Escape") open(null);
    }, true);
  }
  function file(kind) { return root.getAttribute("data-" + kind); }
  if (!file("js") || !window.WebAssembly || !window.fetch) return;
  // The app has failed: it panicked, or let an error of the browser's through. Nothing of it can
  // be relied on, so nothing of it stands between the reader and a link any more: no event gets to
  // whoever listens, and the browser does what it does by itself. What cannot work says so.
  var path = location.pathname;
  var handled = false;
  function each(selector, act) { document.querySelectorAll(selector).forEach(act); }
  function fail() {
    root.setAttribute("data-app", "failed");
    if (handled) return;
    handled = true;
    history.scrollRestoration = "auto";
    each("button:not([popovertarget], .picture__ask), input, select", function (control) { control.disabled = true; });
    each("svg [tabindex]", function (item) {
      ["tabindex", "role", "aria-pressed"].forEach(function (name) { item.removeAttribute(name); });
    });
    // Where the reader was being led.
    var link = document.querySelector("[data-going]");
    if (link) location.assign(link.getAttribute("href"));
    else follow();
  }
  // The address is another page's: of what is on screen, the app says.
  function follow() {
    if (location.pathname !== (root.getAttribute("data-path") || path)) location.reload();
  }
  ["click", "keydown", "submit", "popstate"].forEach(function (type) {
    addEventListener(type, function (event) {
      if (root.getAttribute("data-app") !== "failed") return;
      event.stopImmediatePropagation();
      if (!handled) fail();
      else if (type === "popstate") follow();
    }, true);
  });
  // A panic ends in a trap of the wasm; an error that gets through leaves it half done as well.
  ["error", "unhandledrejection"].forEach(function (type) {
    addEventListener(type, function (event) {
      var fault = event.error || event.reason;
      if (fault && /wasm/.test(fault.stack)) fail();
    });
  });
  function get(kind) {
    return fetch(file(kind)).then(function (answer) {
      if (!answer.ok) throw new Error(answer.url + ": " + answer.status);
      return answer;
    });
  }
  // Some Android web views cannot compile a stream, whatever its type.
  function whole() {
    return get("wasm").then(function (answer) { return answer.arrayBuffer(); })
      .then(function (bytes) { return WebAssembly.compile(bytes); });
  }
  function compile() {
    if (!WebAssembly.compileStreaming) return whole();
    return WebAssembly.compileStreaming(fetch(file("wasm"))).catch(whole);
  }
  // The page's own document, where it does not stand in the page.
  function own() {
    return file("document") && get("document").then(function (answer) { return answer.text(); });
  }
  function start() {
    Promise.all([import(file("js")), compile(), import(file("words")), own()]).then(function (parts) {
      window.words = parts[2].default;
      window.ownDocument = parts[3];
      return parts[0].default({ module_or_path: parts[1] });
    }).catch(function (fault) {
      if (root.getAttribute("data-app") !== "failed") root.setAttribute("data-app", "absent");
      console.info("The page stays as it is, without the app:", fault);
    });
  }
  // The app finds itself under HTML that is not of this address, which another of its doors
  // draws: then it names that one's files.
  addEventListener("door", start);
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
