(() => {
  const frame = document.querySelector("iframe.source");
  const record = document.getElementById("record");
  const status = document.getElementById("status");
  const unseen = document.getElementById("unseen");
  const styles = document.getElementById("styles");
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const panels = { page: document.getElementById("view-page"), source: document.getElementById("view-source") };
  const hint = status.textContent;
  const DELAY = 90;
  const SIDES = ["record", "page", "source", "strip"];
  const elements = new Map();
  const stops = { record: [], page: [], source: [], strip: [] };
  const roots = {};
  let view = "page";
  let lit = [];
  let shown = null;
  let held = false;
  let timer = 0;

  const pairsOf = (element) => element.dataset.p.split(" ");
  const isSeen = (element) => element.getClientRects().length > 0;

  function gather(side) {
    if (!roots[side] || stops[side].length) return;
    const seen = new Set();
    for (const element of roots[side].querySelectorAll("[data-p]")) {
      const pairs = pairsOf(element);
      for (const pair of pairs) {
        if (!elements.has(pair)) elements.set(pair, { record: [], page: [], source: [], strip: [] });
        elements.get(pair)[side].push(element);
      }
      if (seen.has(pairs[0]) || element.matches("a")) continue;
      seen.add(pairs[0]);
      element.tabIndex = stops[side].length ? -1 : 0;
      stops[side].push(element);
    }
  }

  function sideOf(element) {
    if (element.ownerDocument !== document) return "page";
    return SIDES.find((side) => side !== "page" && roots[side].contains(element)) || "strip";
  }

  function clear() {
    for (const element of lit) element.classList.remove("on");
    lit = [];
  }

  function bring(element) {
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      if (outer.tagName === "DETAILS") outer.open = true;
    }
    const box = element.getBoundingClientRect();
    const side = sideOf(element);
    const area = side === "page" ? { top: 0, bottom: frame.clientHeight } : roots[side].getBoundingClientRect();
    if (box.top < area.top + (side === "record" ? 48 : 0) || box.bottom > area.bottom) {
      element.scrollIntoView({ block: "center", inline: "nearest" });
    }
  }

  /* Where the other side shows the same; on the left in the view that is open, else wherever it is. */
  function counterpart(element) {
    const others = sideOf(element) === "record" ? [view, "strip", view === "page" ? "source" : "page"] : ["record"];
    for (const side of others) {
      gather(side);
      for (const pair of pairsOf(element)) {
        const found = elements.get(pair)[side];
        if (found.length) return found.find((each) => side !== "page" || isSeen(each)) || found[0];
      }
    }
    return null;
  }

  function where(other) {
    if (!other) return "no place of its own on the other side";
    const side = sideOf(other);
    if (side === "page" && view === "page" && !isSeen(other)) return "hidden by the page’s own styles";
    if (side !== view && (side === "page" || side === "source")) return `its place is in the view “${side === "page" ? "Page" : "Source"}”: press Enter`;
    return "";
  }

  function show(element, at_once) {
    clear();
    shown = element;
    const said = [];
    const other = counterpart(element);
    for (const pair of pairsOf(element)) {
      const found = elements.get(pair);
      for (const each of SIDES.flatMap((side) => found[side])) {
        each.classList.add("on");
        lit.push(each);
      }
      const told = [...found.record, ...found.strip].find((each) => each.dataset.s);
      if (told && !said.includes(told.dataset.s)) said.push(told.dataset.s);
    }
    clearTimeout(timer);
    const place = where(other);
    if (place) said.push(place);
    else timer = setTimeout(() => bring(other), at_once ? 0 : DELAY);
    status.textContent = said.join(" · ");
  }

  function release() {
    held = false;
    shown = null;
    clearTimeout(timer);
    clear();
    status.textContent = hint;
  }

  function focus(element) {
    const side = sideOf(element);
    if ((side === "page" || side === "source") && side !== view) open(side);
    const now = stops[side].find((each) => each.tabIndex === 0);
    if (now) now.tabIndex = -1;
    element.tabIndex = 0;
    bring(element);
    element.focus({ preventScroll: true });
  }

  function step(element, by) {
    const list = stops[sideOf(element)];
    let at = list.indexOf(element) + by;
    while (list[at] && !isSeen(list[at])) at += by;
    if (list[at]) focus(list[at]);
  }

  function listen(root) {
    root.addEventListener("mouseover", (event) => {
      const element = event.target.closest("[data-p]");
      if (element && !held && element !== shown) show(element, false);
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
      if (!element || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        step(element, event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter" && !event.target.closest("a[href]")) {
        const other = counterpart(element);
        if (!other) return;
        event.preventDefault();
        const pair = pairsOf(element).find((each) => pairsOf(other).includes(each));
        focus(stops[sideOf(other)].find((each) => pairsOf(each).includes(pair)) || other);
      }
    });
  }

  function open(name) {
    view = name;
    for (const tab of tabs) {
      const chosen = tab.id === `tab-${name}`;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    }
    for (const [each, panel] of Object.entries(panels)) panel.hidden = each !== name;
    if (styles) styles.hidden = name !== "page";
    unseen.hidden = name !== "page";
    gather(name);
    const place = shown && elements.get(pairsOf(shown)[0])[name].find(isSeen);
    if (place) {
      show(shown, true);
      bring(place);
    }
  }

  function tell(words) {
    const hidden = stops.page.filter((each) => !isSeen(each)).length;
    unseen.textContent = words || (hidden ? `${hidden.toLocaleString("en")} of ${stops.page.length.toLocaleString("en")} marked pieces are hidden by them` : "");
    return hidden;
  }

  function style(on) {
    const inner = frame.contentDocument;
    inner.querySelectorAll("head > style")[1].disabled = !on;
    inner.documentElement.toggleAttribute("data-plain", !on);
    if (!styles) return;
    styles.setAttribute("aria-pressed", String(on));
    const hidden = tell("");
    if (on && hidden > stops.page.length / 2 && !styles.dataset.asked) {
      style(false);
      tell("off: they hide most of the page");
    }
  }

  function measure() {
    frame.style.width = "700px"; // about the width of paper
    frame.style.flex = "none";
    frame.style.setProperty("--full", `${frame.contentDocument.documentElement.scrollHeight + 40}px`);
    frame.style.width = frame.style.flex = "";
  }

  function begin() {
    const inner = frame.contentDocument;
    Object.assign(roots, { record, page: inner, source: panels.source, strip: document.querySelector(".page details.head") || document.createElement("p") });
    document.querySelector(".switches").hidden = false;
    for (const side of ["page", "strip", "record"]) gather(side);
    style(Boolean(styles));
    open("page");
    listen(inner);
    listen(document);
    for (const tab of tabs) tab.addEventListener("click", () => open(tab.id.slice(4)));
    tabs[0].parentElement.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1, Home: -9, End: 9 }[event.key];
      if (!by) return;
      event.preventDefault();
      const next = tabs[Math.min(tabs.length - 1, Math.max(0, tabs.indexOf(event.target) + by))];
      open(next.id.slice(4));
      next.focus();
    });
    if (styles) styles.addEventListener("click", () => {
      styles.dataset.asked = "yes";
      style(styles.getAttribute("aria-pressed") !== "true");
    });
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
