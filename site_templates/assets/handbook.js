/* Behaviour of the pages. Everything works without it; it adds a clock, ticks, sorting, filters and copying. */
(() => {
  "use strict";
  const labels = JSON.parse(document.getElementById("hb-labels")?.textContent ?? "{}");
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "");

  const memory = {
    read(key) {
      try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
    },
    write(key, value) {
      try { value === null ? localStorage.removeItem(key) : localStorage.setItem(key, JSON.stringify(value)); } catch { /* private mode */ }
    },
  };

  /* The clock of a scenario: once started, limits are shown as times of day. */
  const scenario = document.querySelector("[data-hb-scenario]");
  if (scenario) {
    const key = `handbook:${scenario.dataset.hbScenario}`;
    const box = scenario.querySelector("[data-hb-clock]");
    const start = box.querySelector("[data-hb-start]");
    const running = box.querySelector("[data-hb-running]");
    const ticks = all("[data-hb-done]", scenario);
    const state = memory.read(key) ?? { started: null, done: [] };
    const time = (at) => {
      const sameDay = new Date(at).toDateString() === new Date().toDateString();
      const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
      return new Date(at).toLocaleString(document.documentElement.lang, sameDay ? clock : { month: "short", day: "numeric", ...clock });
    };
    const show = () => {
      start.hidden = Boolean(state.started);
      running.hidden = !state.started;
      for (const tick of ticks) tick.checked = state.done.includes(tick.dataset.hbDone);
      if (state.started) box.querySelector("[data-hb-started]").textContent = time(state.started);
      for (const limit of all("[data-hb-limit]", scenario)) {
        limit.querySelector("small")?.remove();
        delete limit.dataset.hbLate;
        if (!state.started) continue;
        const due = state.started + Number(limit.dataset.hbLimit) * 60000;
        const clock = document.createElement("small");
        clock.textContent = `${labels.due} ${time(due)}`;
        limit.append(clock);
        const tick = limit.closest(".hb-step")?.querySelector("[data-hb-done]");
        if (due < Date.now() && !(tick && tick.checked)) limit.dataset.hbLate = "";
      }
    };
    const keep = () => { memory.write(key, state); show(); };
    start.addEventListener("click", () => { state.started = Date.now(); keep(); });
    box.querySelector("[data-hb-reset]").addEventListener("click", () => { state.started = null; state.done = []; memory.write(key, null); show(); start.focus(); });
    for (const tick of ticks) {
      tick.addEventListener("change", () => {
        state.done = ticks.filter((one) => one.checked).map((one) => one.dataset.hbDone);
        keep();
      });
    }
    show();
    setInterval(show, 30000);
  }

  /* The home page: narrow the tiles down while typing. */
  const box = document.querySelector("[data-hb-filter-box]");
  if (box) {
    const input = box.querySelector("[data-hb-filter]");
    const tiles = all("[data-hb-tile]").map((tile) => ({ tile, text: fold(tile.textContent) }));
    input.addEventListener("input", () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      for (const { tile, text } of tiles) tile.hidden = !words.every((word) => text.includes(word));
      for (const group of all("[data-hb-group]")) group.hidden = !group.querySelector("[data-hb-tile]:not([hidden])");
      document.querySelector("[data-hb-nothing]").hidden = tiles.some(({ tile }) => !tile.hidden);
    });
    input.addEventListener("keydown", (event) => {
      const first = document.querySelector("[data-hb-tile]:not([hidden]) a");
      if (event.key === "Enter" && input.value && first) location.href = first.href;
    });
  }

  /* Tables: sort by a column, filter rows. */
  const value = (cell) => {
    const text = cell.dataset.sort ?? cell.textContent.trim();
    const number = Number(text);
    return text !== "" && !Number.isNaN(number) ? number : text;
  };
  const blank = (one) => one === "" || one === "None";
  const compare = (a, b) => {
    if (a === b) return 0;
    if (typeof a === "number" && typeof b === "number") return a - b;
    return String(a).localeCompare(String(b), document.documentElement.lang, { numeric: true });
  };
  for (const table of all("table[data-hb-sort]")) {
    const heads = all("thead th", table);
    heads.forEach((head, column) => {
      if (!head.textContent.trim()) return;
      const button = document.createElement("button");
      button.type = "button";
      button.title = labels.sort;
      const link = head.querySelector("a");
      if (link) { button.setAttribute("aria-label", `${labels.sort}: ${link.textContent}`); head.append(button); }
      else { button.append(...head.childNodes); head.append(button); }
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = all("tbody tr", table).map((row) => ({ row, value: value(row.cells[column]) }));
        /* Blank cells stay last whichever way. */
        rows.sort((a, b) => blank(a.value) - blank(b.value) || (down ? compare(b.value, a.value) : compare(a.value, b.value)));
        table.tBodies[0].append(...rows.map(({ row }) => row));
      });
    });
  }
  /* A field for words, and a choice for each column that is marked; a row stays if it fits all of them. */
  const choice = (table, head, rows) => {
    const said = (row) => row.cells[head.cellIndex].dataset.choice ?? row.cells[head.cellIndex].textContent.trim();
    const values = [...new Set(rows.map(said))].sort((a, b) => a.localeCompare(b, document.documentElement.lang));
    const select = document.createElement("select");
    select.append(new Option(table.dataset.hbAll, ""), ...values.map((one) => new Option(one, one)));
    const label = document.createElement("label");
    label.className = "hb-table-choice";
    label.append(head.textContent.trim(), " ", select);
    return { label, select, useful: values.length > 1, fits: (row) => !select.value || said(row) === select.value };
  };
  for (const table of all("table[data-hb-filterable]")) {
    const rows = all("tbody tr:not([data-hb-head])", table);
    if (rows.length < 8) continue;
    const input = document.createElement("input");
    input.type = "search";
    input.className = "hb-table-filter";
    input.placeholder = labels.filter;
    input.setAttribute("aria-label", labels.filter);
    const texts = new Map(rows.map((row) => [row, fold(row.textContent)]));
    const choices = all("thead th[data-hb-choice]", table).map((head) => choice(table, head, rows)).filter((one) => one.useful);
    const count = document.createElement("output");
    count.className = "hb-table-count";
    const show = () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      for (const row of rows) row.hidden = !(words.every((word) => texts.get(row).includes(word)) && choices.every((one) => one.fits(row)));
      for (const head of all("tr[data-hb-head]", table)) head.hidden = !head.parentElement.querySelector("tr:not([data-hb-head]):not([hidden])");
      const left = rows.filter((row) => !row.hidden).length;
      count.textContent = left < rows.length ? `${left} / ${rows.length}` : "";
    };
    const bar = document.createElement("div");
    bar.className = "hb-filters";
    bar.append(input, ...choices.map((one) => one.label), count);
    bar.addEventListener("input", show);
    table.closest(".hb-scroll").before(bar);
  }

  /* What scrolls can be reached and scrolled with the keyboard. */
  const reach = () => { for (const wide of all(".hb-scroll")) { if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0; else wide.removeAttribute("tabindex"); } };
  reach();
  addEventListener("resize", reach);

  /* Copy prepared words. */
  for (const text of all("[data-hb-copy]")) {
    if (!navigator.clipboard) break;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "hb-link hb-copy";
    button.textContent = labels.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.innerText.trim());
      button.textContent = labels.copied;
      setTimeout(() => { button.textContent = labels.copy; }, 2000);
    });
    text.after(button);
  }

  /* Print only the action card. */
  for (const button of all("[data-hb-print]")) {
    button.addEventListener("click", () => {
      document.body.classList.add("hb-print-card");
      window.print();
      document.body.classList.remove("hb-print-card");
    });
  }

  /* Menus of the header close with a press elsewhere or with Escape. The language switch keeps the place on the page. */
  for (const link of all("[data-hb-language]")) link.addEventListener("click", () => { if (location.hash) link.hash = location.hash; });
  const menus = "header details[open]";
  document.addEventListener("click", (event) => {
    for (const open of all(menus)) if (!open.contains(event.target)) open.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const open of all(menus)) { open.open = false; open.querySelector("summary").focus(); }
  });
})();
