/* The page of the search. The index is loaded when somebody asks for something; all words stand in the HTML. */
(() => {
  "use strict";

  const PAGE = 20; // results at a time
  const VALUES = 12; // of a filter: those with the most results, and those that are chosen
  const TITLES = 8; // how much more a word counts in the name of a thing than in what is said of it,
  const ASKED = 4; // and among the words by which readers ask for it

  const form = document.querySelector(".search");
  const everything = document.querySelector(".everything");
  const body = form.querySelector(".search__body");
  const narrow = form.querySelector("details");
  const status = form.querySelector("[role=status]");
  const list = form.querySelector("ol");
  const more = form.querySelector("[data-more]");
  const clear = form.querySelector("[data-reset]");
  const blank = form.querySelector("template").content;
  const groups = [...form.querySelectorAll("[data-filter]")];
  const root = new URL(".", new URL(form.dataset.root, location.href));
  /* Words around what is found; in writing without spaces each sign counts as one. */
  const EXCERPT = /^(zh|ja|th|lo|km|my)\b/.test(document.documentElement.lang) ? 72 : 24;
  let loading;
  let asking; // asking.js, once it is loaded
  let narrowing; // and narrowing.js
  let results = [];
  let turn = 0; // an answer that comes after a newer question is dropped

  const load = async () => {
    const index = new URL("pagefind/", root);
    const modules = ["pagefind/pagefind.js", "theme/asking.js", "theme/narrowing.js"];
    const listed = fetch(new URL("bundles.json", index), { cache: "no-cache" }).then((answer) => answer.json());
    const loaded = await Promise.all(modules.map((module) => import(new URL(module, root))));
    const bundles = await listed;
    [, asking, narrowing] = loaded;
    const engine = loaded[0].createInstance({ noWorker: true });
    const options = { ranking: { metaWeights: { title: TITLES, asked: ASKED } }, excerptLength: EXCERPT };
    await engine.options(options);
    /* A large site has its index in bundles: the first is loaded already, the others are joined to it. */
    await Promise.all(bundles.slice(1).map(({ path }) => engine.mergeIndex(new URL(path, index).href, options)));
    const lists = bundles.map(({ path, sum }) => new URL(`${path}filters.json?${sum}`, index));
    let values;
    return {
      engine,
      all: bundles.reduce((all, { count }) => all + count, 0),
      values: () => (values ??= narrowing.load(lists)),
    };
  };

  const node = (name, text, kind = "") => {
    const made = document.createElement(name);
    made.textContent = text;
    made.className = kind;
    return made;
  };

  /* What is asked for stands in the form, and in the address, so that it can be sent to others. */
  const chosen = () => {
    const asked = {};
    for (const [name, value] of new FormData(form)) if (name !== "q") (asked[name] ??= []).push(value);
    return asked;
  };
  const without = (asked, name) => Object.fromEntries(Object.entries(asked).filter(([other]) => other !== name));

  const remember = (words, asked) => {
    const address = new URLSearchParams(words ? { q: words } : {});
    for (const [name, values] of Object.entries(asked)) for (const value of values) address.append(name, value);
    history.replaceState(null, "", `?${address}`);
  };

  const choice = (name, value, count, checked) => {
    const label = blank.querySelector("label").cloneNode(true);
    const [box, said, number] = label.children;
    Object.assign(box, { name, value, checked });
    said.textContent = value;
    number.textContent = count;
    return label;
  };

  /* A filter counts what the others leave, for choosing two of its values means either. */
  const offer = (group, counts, picked) => {
    const name = group.dataset.filter;
    const values = counts.filter(([value, count]) => count || picked.includes(value));
    values.sort(([a, m], [b, n]) => picked.includes(b) - picked.includes(a) || n - m || a.localeCompare(b));
    const at = group.contains(document.activeElement) && document.activeElement.value;
    group.querySelectorAll("label").forEach((old) => old.remove());
    const shown = values.slice(0, Math.max(VALUES, picked.length));
    group.append(...shown.map(([value, count]) => choice(name, value, count, picked.includes(value))));
    group.hidden = !shown.length;
    if (at) [...group.querySelectorAll("input")].find((box) => box.value === at)?.focus();
  };

  /* The words around what was found. They come with marks and escaped, and are put together as text. */
  const excerpt = (place, html) => {
    const parts = asking.shown(html).split(/<\/?mark>/).map((part) => part.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
    place.append(...parts.map((part, n) => (n % 2 ? node("mark", part) : part)));
  };

  const fill = (data) => {
    const item = blank.querySelector("li").cloneNode(true);
    const [page, dossier, timeline] = (data.raw_url ?? data.url).split("|");
    const said = { ...data.meta, excerpt: data.excerpt, dossier, timeline };
    for (const place of item.querySelectorAll("[data-fill]")) {
      const name = place.dataset.fill;
      const value = said[name];
      if (!value) (place.closest("[data-part]") ?? place).remove();
      else if (name === "excerpt") excerpt(place, value);
      else if (place.dataset.way !== undefined) place.href = new URL(value, root);
      else if (name === "states")
        value.split("\n").forEach((state, n) => {
          const [kind] = state.split(" ", 1);
          place.append(n ? " · " : "", node("span", state.slice(kind.length + 1), `state state--${kind}`));
        });
      else place.textContent = asking.shown(value);
      if (name === "title") place.href = new URL(page, root);
    }
    return item;
  };

  const show = async (now) => {
    const at = list.children.length;
    const next = await Promise.all(results.slice(at, at + PAGE).map((result) => result.data()));
    if (now !== turn) return;
    /* The thing that is called just that comes first; the rest as they are weighed. */
    const called = ({ meta }) => asking.isCalled(meta.title, form.elements.q.value, form.dataset.passed);
    if (!at) next.sort((one, other) => called(other) - called(one));
    list.append(...next.map(fill));
    more.hidden = list.children.length >= results.length;
    if (at) list.children[at]?.querySelector("a").focus();
  };

  const ask = async () => {
    const now = ++turn;
    const words = form.elements.q.value.trim();
    const asked = chosen();
    remember(words, asked);
    const { engine, all, values } = await (loading ??= load());
    const narrowed = Object.keys(asked).length > 0;
    const active = words || narrowed;
    const lists = narrowed && (await values());
    const looked = active ? await asking.lookUp(engine, words, form.dataset.passed) : [];
    if (now !== turn) return;
    const answer = (lists, chosen) => asking.answer(looked, lists ? narrowing.passes(lists, chosen) : () => true, all);
    const { results: found, missing } = answer(lists, asked);
    clear.hidden = !narrowed;
    results = found;
    list.replaceChildren();
    more.hidden = true;
    await show(now);
    everything.hidden = Boolean(active);
    body.hidden = narrow.hidden = false;
    const told = [found.length ? status.dataset.found.replace("{n}", found.length) : status.dataset.nothing];
    if (found.length && missing.length) told.push(status.dataset.missing.replace("{words}", missing.join(", ")));
    status.textContent = active ? told.join(" ") : "";
    if (!narrow.open) return; // nobody sees what there is to choose, and its lists are long
    const every = await values();
    for (const group of now === turn ? groups : []) {
      const name = group.dataset.filter;
      const left = asked[name] ? answer(every, without(asked, name)).results : found;
      offer(group, narrowing.counts(every, name, active && left), asked[name] ?? []);
    }
  };

  /* Where the index cannot be loaded, as from a disk, the names in the list are looked through. */
  const sift = () => {
    const words = form.elements.q.value.toLowerCase().split(/\s+/);
    for (const item of everything.querySelectorAll("li"))
      item.hidden = !words.every((word) => item.textContent.toLowerCase().includes(word));
    for (const part of everything.querySelectorAll("section")) part.hidden = !part.querySelector("li:not([hidden])");
    for (const names of everything.querySelectorAll("ul"))
      names.previousElementSibling.hidden = names.hidden = !names.querySelector("li:not([hidden])");
    everything.hidden = body.hidden = false;
    narrow.hidden = true;
    status.textContent = status.dataset.failed;
  };

  const search = () =>
    ask().catch(() => {
      loading = undefined;
      sift();
    });

  const start = () => {
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (name === "q") form.elements.q.value = value;
      else groups.find((group) => group.dataset.filter === name)?.append(choice(name, value, "", true));
    }
    form.hidden = false;
    narrow.open = matchMedia("(min-width: 56rem)").matches;
    if (location.search.length > 1) search();
    else form.addEventListener("focusin", search, { once: true });
  };

  let pause;
  form.addEventListener("input", (event) => {
    clearTimeout(pause);
    pause = setTimeout(search, event.target.type === "search" ? 200 : 0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    search();
  });
  clear.addEventListener("click", (event) => {
    event.preventDefault();
    groups.forEach((group) => group.querySelectorAll("label").forEach((label) => label.remove()));
    form.elements.q.focus();
    search();
  });
  more.addEventListener("click", () => show(turn));
  narrow.addEventListener("toggle", () => narrow.open && !body.hidden && search());
  start();
})();
