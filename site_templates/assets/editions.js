/* Editions: says at once if this one is not in force, and leads to the same page of another.
   The list comes from editions.js beside the folders of the editions; without it a page shows only its own edition. */
(() => {
  "use strict";
  const DRAFT = "current";
  const known = window.handbookEditions;
  const note = document.querySelector("[data-hb-edition]");
  if (!known || !note) return;
  const { hbEdition: here, hbLanguage: language, hbPage: page } = note.dataset;
  const root = new URL(note.dataset.hbRoot, location.href);

  /* A script can be loaded from a folder too, where a request could not be made. */
  const lists = new Map();
  const pagesOf = (name) => {
    if (!lists.has(name)) {
      lists.set(name, new Promise((done) => {
        const script = document.createElement("script");
        const found = () => done(new Set(window.handbookEditionPages?.[name]));
        script.src = new URL(`editions/${name}.js`, root);
        script.onload = found;
        script.onerror = found;
        document.head.append(script);
      }));
    }
    return lists.get(name);
  };

  /* The same page in the same language, or else the home page in that language, or the home page. */
  const lead = async (link, edition) => {
    const pages = await pagesOf(edition.name);
    const prefix = edition.source === language ? "" : `${language}/`;
    const same = pages.has(prefix + page);
    const path = same ? prefix + page : pages.has(`${prefix}index.html`) ? `${prefix}index.html` : "index.html";
    const target = new URL(`${edition.name}/${path}`, root);
    if (same) target.hash = location.hash;
    link.href = target;
    return same;
  };

  const inForce = known.editions.find((edition) => edition.name === known.inForce);
  if (inForce && inForce.name !== here) {
    note.hidden = false;
    const link = note.querySelector("a");
    lead(link, inForce).then((same) => { if (!same) link.textContent = note.dataset.hbHome; });
    addEventListener("hashchange", () => lead(link, inForce));
  }

  document.addEventListener("DOMContentLoaded", () => {
    const own = known.editions.find((edition) => edition.name === here);
    const told = document.querySelector("[data-hb-rebuilt]");
    if (told) told.hidden = !own?.rebuilt;
    const list = document.querySelector("[data-hb-editions] ul");
    if (!list) return;
    list.replaceChildren(...known.editions.map((edition) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.textContent = edition.name === DRAFT ? list.dataset.hbDraft : edition.name;
      link.href = new URL(`${edition.name}/index.html`, root);
      if (edition.name === here) link.setAttribute("aria-current", "true");
      if (edition.name === known.inForce) {
        const mark = document.createElement("small");
        mark.textContent = list.dataset.hbInForce;
        link.append(mark);
      }
      for (const kind of ["pointerenter", "focus"]) link.addEventListener(kind, () => lead(link, edition));
      link.addEventListener("click", async (event) => {
        if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        await lead(link, edition);
        location.href = link.href;
      });
      item.append(link);
      return item;
    }));
  });
})();
