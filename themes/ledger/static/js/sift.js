/* Choosing among the events of a timeline, or the facts of a ledger. The choice stands in the address, so that it can be linked; all words are in the HTML. */
(() => {
  "use strict";
  /* An address of an event that stands on another page of its timeline now: the page of the fact leads there. */
  const old = location.hash.match(/^#event-(?:([a-z0-9-]+?)--)?([a-z0-9-]+)$/);
  const [, base, company] = location.pathname.match(/^(.*\/companies\/)([^/]+)\/timelines?\//) ?? [];
  const there = old && document.getElementById(location.hash.slice(1));
  if (old && base && (!there || "elsewhere" in there.dataset))
    location.replace(`${base}${old[1] ?? company}/facts/${old[2]}/${location.pathname.endsWith(".html") ? "index.html" : ""}`);
  const form = document.querySelector(".sift");
  if (!form) return;
  const box = form.querySelector("details");
  const count = form.querySelector("output");
  const bars = new Map(Array.from(document.querySelectorAll(".strip a"), (bar) => [bar.getAttribute("href"), bar]));
  const ways = Array.from(document.querySelectorAll(".years a"));
  const groups = Array.from(document.querySelectorAll(".period, .topic"));
  const entries = Array.from(document.querySelectorAll(".event, .line"), (item) => ({
    item,
    bar: bars.get(`#${item.querySelector(".anchor").id}`),
    words: item.textContent.toLowerCase(),
    date: item.querySelector(".event__date")?.textContent,
  }));
  const questions = new Set(Array.from(form.querySelectorAll("[type=checkbox]"), (input) => input.name));
  const notes = Array.from(document.querySelectorAll('[role="doc-endnotes"] > ol > li'), (note, place) => {
    note.value = place + 1; // so that a note keeps its number when those before it are gone
    const links = Array.from(note.querySelectorAll('[role="doc-backlink"]'));
    return { note, marks: links.map((link) => document.querySelector(link.hash)) };
  });

  const within = (item, from, to) => {
    const { from: first, to: last } = item.dataset;
    if (!first && !last) return !from && !to;
    return (!from || !last || last >= Number(from)) && (!to || !first || first <= Number(to));
  };

  const fits = (entry, chosen) =>
    Array.from(questions).every((name) => {
      const values = chosen.getAll(name);
      const own = (entry.item.dataset[name] || "").split(" ");
      return !values.length || values.some((value) => own.includes(value));
    }) &&
    within(entry.item, chosen.get("from"), chosen.get("to")) &&
    entry.words.includes((chosen.get("words") || "").toLowerCase().trim());

  const choice = () => {
    const chosen = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value.trim()) chosen.append(name, value);
    return chosen;
  };

  const isAny = (chosen) => String(chosen) !== ""; // their `size` is younger than some browsers

  const show = (chosen) => {
    let before = null;
    for (const entry of entries) {
      const hidden = !fits(entry, chosen);
      entry.item.hidden = hidden;
      entry.bar?.toggleAttribute("hidden", hidden);
      if (hidden || !entry.date) continue;
      const same = before?.date === entry.date && before.item.parentNode === entry.item.parentNode;
      entry.item.classList.toggle("event--again", same);
      before = entry;
    }
    for (const group of groups) group.hidden = !group.querySelector(":is(.event, .line):not([hidden])");
    for (const way of ways) way.parentNode.hidden = document.querySelector(way.hash).parentNode.hidden;
    for (const { note, marks } of notes) note.hidden = marks.length > 0 && marks.every((mark) => mark?.closest("[hidden]"));
    const shown = entries.filter((entry) => !entry.item.hidden).length;
    const { some, all } = count.dataset;
    const text = isAny(chosen) ? some.replace("{shown}", shown).replace("{all}", entries.length) : all;
    if (count.textContent !== text) count.textContent = text;
  };

  const apply = () => {
    const chosen = choice();
    show(chosen);
    const query = isAny(chosen) ? `?${chosen}` : "";
    try {
      history.replaceState(history.state, "", location.pathname + query + location.hash);
    } catch {
      // Opened from a disk, the page keeps its address.
    }
  };

  const fill = (given) => {
    for (const input of form.elements) {
      if (input.type === "checkbox") input.checked = given.getAll(input.name).includes(input.value);
      else if (input.name) input.value = given.get(input.name) || "";
    }
  };

  /* Whoever comes for one entry finds it, whatever is chosen. Its id is plain letters, so nothing needs decoding. */
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest(":is(.event, .period, .line, .topic)[hidden]")) return;
    fill(new URLSearchParams());
    apply();
    target.scrollIntoView();
  };

  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  fill(new URLSearchParams(location.search));
  box.hidden = false;
  box.open = isAny(choice());
  if (box.open) show(choice());
  reveal();
})();
