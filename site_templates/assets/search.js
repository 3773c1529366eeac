/* Search in a dialog: Pagefind where the site is served, a list of pages where it is opened from a folder. */
(() => {
  "use strict";
  const dialog = document.querySelector("[data-hb-search]");
  if (!dialog) return;
  const query = dialog.querySelector("[data-hb-query]");
  const results = dialog.querySelector("[data-hb-results]");
  const status = dialog.querySelector("[data-hb-status]");
  const base = new URL(dialog.dataset.hbBase, location.href);
  const most = 12;
  const considered = 24;
  let engine = null;
  let newest = 0;

  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "");
  const element = (tag, text, cls) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (cls) made.className = cls;
    return made;
  };

  /* Over HTTP: the index is split, so only what a query needs is fetched. */
  const served = async () => {
    const bundle = new URL(dialog.dataset.hbBundle, location.href);
    const pagefind = await import(new URL("pagefind.js", bundle));
    await pagefind.options({ ranking: { termFrequency: 0.6, pageLength: 0.4 }, excerptLength: 24 });
    await pagefind.init();
    return async (text) => {
      const found = await pagefind.search(text);
      if (!found) return [];
      const pages = await Promise.all(found.results.slice(0, considered).map((result) => result.data()));
      return pages.map((page, order) => ({
        url: page.url, title: page.meta.title, excerpt: page.excerpt, kind: kindOf(page.url), order,
        words: page.meta.words ?? "", text: page.content,
      }));
    };
  };

  /* From a folder: every page holds at most a few kilobytes of text, so looking through all of them is instant. */
  const fromFolder = async () => {
    await new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = dialog.dataset.hbOffline;
      script.onload = done;
      script.onerror = fail;
      document.head.append(script);
    });
    const pages = window.handbookPages.map((page) => ({
      ...page, foldedTitle: fold(page.title), foldedWords: fold(page.words), folded: fold(page.text),
    }));
    return async (text) => {
      const words = fold(text).split(/\s+/).filter(Boolean);
      const scored = [];
      for (const page of pages) {
        let score = 0;
        for (const word of words) {
          const here = (page.foldedTitle.includes(word) ? 100 : 0) + (page.foldedWords.includes(word) ? 60 : 0) + Math.min(page.folded.split(word).length - 1, 9);
          if (!here) { score = 0; break; }
          score += here;
        }
        if (score) scored.push({ page, score: score + (page.path.startsWith("scenarios/") ? 20 : 0), word: words[0] });
      }
      scored.sort((a, b) => b.score - a.score);
      return scored.slice(0, considered).map(({ page, word }, order) => ({
        url: new URL(page.path, base).href, title: page.title, line: excerpt(page, word), kind: kindOf(page.path), order, words: page.words, text: page.text,
      }));
    };
  };
  const kindOf = (path) => /\/?(scenarios|roles)\/(?!index)[^/]+$/.exec(path)?.[1];
  const excerpt = (page, word) => {
    const at = Math.max(0, page.folded.indexOf(word) - 40);
    return `${at ? "…" : ""}${page.text.slice(at, at + 140)}…`;
  };

  /* The page of an emergency comes before pages that only mention it. */
  const ranked = (pages, text) => {
    const phrase = fold(text);
    const words = phrase.split(/\s+/).filter(Boolean);
    const all = (where) => words.every((word) => where.includes(word));
    const weight = (page) => {
      const [title, also] = [fold(page.title), fold(page.words)];
      const named = all(title) ? 200 : also.includes(phrase) ? 150 : all(also) ? 100 : 0;
      /* Pagefind takes Chinese words apart and finds their characters anywhere: pages with the whole word come first. */
      const whole = all(fold(page.text)) ? 50 : 0;
      return page.order - (page.kind === "scenarios" ? named + 4 : named / 50) - whole;
    };
    return pages.map((page) => ({ page, at: weight(page) })).sort((a, b) => a.at - b.at).slice(0, most).map(({ page }) => page);
  };

  const label = { scenarios: results.dataset.hbKindScenario, roles: results.dataset.hbKindRole };
  const show = (pages) => {
    results.replaceChildren(...pages.map((page) => {
      const item = element("li");
      const link = element("a");
      link.href = page.url;
      link.append(element("b", page.title));
      if (label[page.kind]) link.append(" ", element("span", label[page.kind], "hb-tag"));
      const line = element("p");
      /* Pagefind escapes the text of its excerpts and adds only <mark>. */
      if (page.excerpt) line.innerHTML = page.excerpt; else line.textContent = page.line ?? "";
      link.append(line);
      item.append(link);
      return item;
    }));
  };

  const search = async () => {
    const text = query.value.trim();
    const mine = ++newest;
    if (!text) { results.replaceChildren(); status.textContent = ""; return; }
    engine ??= (location.protocol === "file:" ? fromFolder() : served().catch(fromFolder));
    const pages = await (await engine)(text);
    if (mine !== newest) return;
    show(ranked(pages, text));
    status.textContent = pages.length ? `${status.dataset.hbSome}: ${pages.length}` : status.dataset.hbNone;
  };

  const open = () => { if (!dialog.open) dialog.showModal(); query.select(); };
  for (const button of document.querySelectorAll("[data-hb-search-open]")) button.addEventListener("click", open);
  query.addEventListener("input", search);
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    const first = results.querySelector("a");
    if (event.submitter === null || document.activeElement === query) { event.preventDefault(); if (first) location.href = first.href; }
  });
  dialog.addEventListener("keydown", (event) => {
    /* A search field would take the first Escape to empty itself. */
    if (event.key === "Escape") { event.preventDefault(); dialog.close(); return; }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = [query, ...results.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    links[Math.max(0, Math.min(at, links.length - 1))].focus();
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (typing || event.altKey || dialog.open) return;
    if ((event.key === "/" && !event.ctrlKey && !event.metaKey) || (event.key === "k" && (event.ctrlKey || event.metaKey))) { event.preventDefault(); open(); }
  });
})();
