(() => {
  const frame = document.querySelector("iframe.source");
  const record = document.getElementById("record");
  const status = document.getElementById("status");
  const hint = status.textContent;
  const DELAY = 90;
  const elements = new Map();
  const stops = { page: [], record: [] };
  let lit = [];
  let held = false;
  let timer = 0;

  const pairsOf = (element) => element.dataset.p.split(" ");

  function gather(side, root) {
    const seen = new Set();
    for (const element of root.querySelectorAll("[data-p]")) {
      const pairs = pairsOf(element);
      for (const pair of pairs) {
        if (!elements.has(pair)) elements.set(pair, { page: [], record: [] });
        elements.get(pair)[side].push(element);
      }
      if (seen.has(pairs[0]) || element.matches("a")) continue;
      seen.add(pairs[0]);
      element.tabIndex = stops[side].length ? -1 : 0;
      stops[side].push(element);
    }
  }

  const sideOf = (element) => (element.ownerDocument === document ? "record" : "page");

  function clear() {
    for (const element of lit) element.classList.remove("on");
    lit = [];
  }

  function bring(element) {
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      if (outer.tagName === "DETAILS") outer.open = true;
    }
    const box = element.getBoundingClientRect();
    const area = sideOf(element) === "page"
      ? { top: 0, bottom: frame.clientHeight }
      : record.getBoundingClientRect();
    if (box.top < area.top + 48 || box.bottom > area.bottom) element.scrollIntoView({ block: "center", inline: "nearest" });
  }

  function counterpart(element) {
    const other = sideOf(element) === "page" ? "record" : "page";
    for (const pair of pairsOf(element)) {
      const found = elements.get(pair);
      if (found && found[other].length) return found[other][0];
    }
    return null;
  }

  function show(element, at_once) {
    clear();
    const said = [];
    for (const pair of pairsOf(element)) {
      const found = elements.get(pair);
      for (const each of [...found.page, ...found.record]) {
        each.classList.add("on");
        lit.push(each);
      }
      const told = found.record.find((each) => each.dataset.s);
      if (told && !said.includes(told.dataset.s)) said.push(told.dataset.s);
    }
    const other = counterpart(element);
    clearTimeout(timer);
    if (other) timer = setTimeout(() => bring(other), at_once ? 0 : DELAY);
    else said.push("no place of its own on the other side");
    status.textContent = said.join(" · ");
  }

  function release() {
    held = false;
    clearTimeout(timer);
    clear();
    status.textContent = hint;
  }

  function focus(element) {
    const side = sideOf(element);
    const now = stops[side].find((each) => each.tabIndex === 0);
    if (now) now.tabIndex = -1;
    element.tabIndex = 0;
    bring(element);
    element.focus({ preventScroll: true });
  }

  function step(element, by) {
    const list = stops[sideOf(element)];
    const next = list[list.indexOf(element) + by];
    if (next) focus(next);
  }

  function listen(root) {
    root.addEventListener("mouseover", (event) => {
      const element = event.target.closest("[data-p]");
      if (element && !held) show(element, false);
    });
    root.addEventListener("focusin", (event) => {
      const element = event.target.closest("[data-p]");
      if (element) show(element, true);
    });
    root.addEventListener("click", (event) => {
      const element = event.target.closest("[data-p]");
      if (!element || event.target.closest("a[href]")) return;
      held = true;
      show(element, true);
    });
    root.addEventListener("keydown", (event) => {
      if (event.key === "Escape") return release();
      const element = event.target.closest("[data-p]");
      if (!element || event.altKey || event.ctrlKey || event.metaKey || element.matches("a")) return undefined;
      if (event.key === "ArrowDown" || event.key === "j") step(element, 1);
      else if (event.key === "ArrowUp" || event.key === "k") step(element, -1);
      else if (event.key === "Enter") {
        const other = counterpart(element);
        if (other) focus(other);
      } else return undefined;
      event.preventDefault();
      return undefined;
    });
  }

  function measure() {
    frame.style.width = "700px"; // about the width of paper
    frame.style.flex = "none";
    frame.style.setProperty("--full", `${frame.contentDocument.documentElement.scrollHeight + 40}px`);
    frame.style.width = frame.style.flex = "";
  }

  function begin() {
    const inner = frame.contentDocument;
    gather("page", inner);
    gather("page", document.querySelector(".page"));
    gather("record", record);
    listen(inner);
    listen(document);
    const wider = [...document.querySelectorAll(".wide")].filter((box) => box.scrollWidth > box.clientWidth);
    for (const box of wider) {
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", "Table, wider than the page: scroll sideways");
    }
    if (innerWidth <= 820) for (const strip of document.querySelectorAll("details.strip")) strip.open = false;
    addEventListener("beforeprint", measure);
    matchMedia("print").addEventListener("change", measure);
    document.documentElement.dataset.ready = String(elements.size);
  }

  document.addEventListener("theme", (event) => { frame.contentDocument.documentElement.dataset.theme = event.detail; });
  const loaded = frame.contentDocument;
  if (loaded && loaded.URL === "about:srcdoc" && loaded.readyState === "complete") begin();
  else frame.addEventListener("load", begin);
})();
