(() => {
  const compare = new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare;

  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.v === undefined ? cell.textContent.trim() : Number(cell.dataset.v);
  };

  function sort(table, column) {
    const heads = [...table.tHead.rows[0].cells];
    const numeric = heads[column].classList.contains("number");
    const now = heads[column].getAttribute("aria-sort");
    const down = now === null ? numeric : now === "ascending";
    for (const head of heads) head.removeAttribute("aria-sort");
    heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [value(row, column), row]);
    rows.sort(([one], [other]) => (typeof one === "number" && typeof other === "number" ? one - other : compare(String(one), String(other))) * (down ? -1 : 1));
    body.append(...rows.map(([, row]) => row));
  }

  function filtered(table) {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < 10) return;
    const box = document.createElement("p");
    const label = document.createElement("label");
    const input = document.createElement("input");
    const count = document.createElement("span");
    box.className = "filter";
    input.type = "search";
    input.id = `${table.id}-filter`;
    label.htmlFor = input.id;
    label.textContent = "Filter";
    count.setAttribute("role", "status");
    box.append(label, input, count);
    const texts = rows.map((row) => row.textContent.toLowerCase());
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, number) => {
        row.hidden = !words.every((word) => texts[number].includes(word));
        if (!row.hidden) shown += 1;
      });
      count.textContent = words.length ? `${shown.toLocaleString("en")} of ${rows.length.toLocaleString("en")} rows` : "";
    });
    table.parentElement.before(box);
  }

  for (const table of document.querySelectorAll("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.addEventListener("click", () => sort(table, column));
      head.replaceChildren(button);
    });
    filtered(table);
  }
  for (const box of document.querySelectorAll(".wide")) {
    const details = box.closest("details");
    const measure = () => {
      if (box.scrollWidth > box.clientWidth && !box.hasAttribute("tabindex")) {
        box.tabIndex = 0;
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", "Wider than the page: scroll sideways");
      }
    };
    measure();
    if (details) details.addEventListener("toggle", measure);
    addEventListener("resize", measure);
  }
  document.documentElement.dataset.ready = "yes";
})();
