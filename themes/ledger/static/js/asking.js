/* From what somebody types to results: questions as people put them, in any writing, the surest answers first. */

const SIGNS = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
/* Writing without spaces between words, as dossier/model/scripts.py lists it. The index has each of its signs as a
   word, the marks on them hidden. */
const UNSPACED = new RegExp(`[${SIGNS}][${SIGNS}\\p{M}]*`, "gu");
const HIDDEN = 0xf0000;
const MARKS = /[\u{f0e00}-\u{f309a}]/gu;
/* A gap that the index set between two signs, or behind a stop; no pattern looks back, which Safari 16 cannot. */
const GAP = new RegExp(`\\u200a|([${SIGNS}\\p{P}\\p{Co}](?:</mark>)?) (?=(?:<mark>)?[${SIGNS}])`, "gu");
const ENOUGH = 3; // results that have all words: with fewer, those that have most of them are shown too
const MOST = 0.35; // of the weight of all words
const PREFIX = 0.6; // what a word counts that is only begun like one that was asked for

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/* Words of the index as people write them. */
export const shown = (text) => {
  const whole = text.replace(GAP, "$1").replaceAll("</mark><mark>", "");
  const marked = whole.replace(MARKS, (sign) => String.fromCodePoint(sign.codePointAt() - HIDDEN));
  return marked.normalize("NFC");
};

/* Words as the index has them; without marks, for it knows each sign without its marks too. */
const asIndexed = (text) =>
  text.replace(UNSPACED, (run) => ` ${[...run.normalize("NFD").replace(/\p{M}/gu, "")].join(" ")} `);

/* The words of a run of signs, which stand behind each other in the index. */
const cut = (run) => {
  if (!Intl.Segmenter) return [run];
  const parts = new Intl.Segmenter(/[\u3041-\u30ff]/.test(run) ? "ja" : undefined, { granularity: "word" });
  return [...parts.segment(run)].map(({ segment }) => segment);
};

/* What is to be looked for: each word, or several that somebody put in quotation marks. */
export const wordsOf = (typed, passedOver) => {
  const found = [];
  const rest = typed.replace(/"([^"]+)"|“([^”]+)”/g, (all, one, other) => {
    found.push({ text: one ?? other, whole: true });
    return " ";
  });
  const spaced = rest.replace(UNSPACED, (run) => {
    found.push(...cut(run).map((text) => ({ text, whole: true })));
    return " ";
  });
  const pieces = spaced.replace(/[’']s?(?=\s|$)/g, " ").match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.,%’'-]*/gu) ?? [];
  found.push(...pieces.map((text) => ({ text: text.replace(/[.,’'-]+$/, "") })));
  const skipped = new Set(passedOver.split(" ").map(plain));
  const kept = found.filter(({ text }) => !skipped.has(plain(text)));
  return (kept.length ? kept : found).slice(0, 12);
};

/* Whether something is called just what was asked for. */
export const isCalled = (title, typed, passedOver) => {
  const name = plain(shown(title));
  const asked = wordsOf(typed, passedOver).map(({ text }) => plain(text));
  return name === plain(typed.trim()) || wordsOf(name, "").map(({ text }) => text).join(" ") === asked.join(" ");
};

/* The results of one word: those that have it, then those that have one which begins so. */
const look = async (engine, { text, whole }, filters) => {
  const exact = await engine.search(`"${asIndexed(text)}"`, { filters });
  const open = whole ? exact : await engine.search(text, { filters });
  if (exact.results.length || whole || !open.results.length) return { exact, open };
  /* Where no word begins so, the index answers with shorter ones: that is no answer. */
  const { raw_content, content, meta } = await open.results[0].data();
  const said = plain([raw_content ?? content, ...Object.values(meta)].join(" "));
  return { exact, open: said.includes(plain(text)) ? open : exact };
};

const weigh = ({ exact, open }, all) => {
  const sure = new Map(exact.results.map((one) => [one.id, one]));
  const best = Math.max(...open.results.map(({ score }) => score), ...exact.results.map(({ score }) => score));
  const weight = Math.log(1 + all / Math.max(1, open.results.length));
  const found = new Map();
  for (const one of [...open.results, ...exact.results]) {
    const share = (0.4 + (0.6 * one.score) / best) * (sure.has(one.id) ? 1 : PREFIX);
    const known = found.get(one.id);
    if (!known || known.worth < share * weight) found.set(one.id, { one, worth: share * weight });
  }
  return { weight, found };
};

/* How many results each value of each filter has; of several words only the index itself can count, and not always. */
const counted = async (engine, looked, filters, strict) => {
  if (looked.length === 1) return { counts: looked[0].open.filters, exact: true };
  const words = looked.map(({ word }) => word);
  if (strict && !words.some(({ whole }) => whole))
    return { counts: (await engine.search(words.map(({ text }) => text).join(" "), { filters })).filters, exact: true };
  const counts = {};
  for (const { open } of looked)
    for (const [name, values] of Object.entries(open.filters))
      for (const [value, count] of Object.entries(values))
        (counts[name] ??= {})[value] = Math.max(counts[name][value] ?? 0, count);
  return { counts, exact: false };
};

/* The results for a question, the surest first, with their counts, and the words that stand nowhere. */
export const answer = async (engine, typed, passedOver, filters, all) => {
  const words = wordsOf(typed, passedOver);
  if (!words.length) {
    const { results, filters: counts } = await engine.search(null, { filters });
    return { results, counts, exact: true, missing: [] };
  }
  const every = await Promise.all(words.map(async (word) => ({ word, ...(await look(engine, word, filters)) })));
  const looked = every.filter(({ open }) => open.results.length);
  const missing = every.filter((one) => !looked.includes(one)).map(({ word }) => word.text);
  if (!looked.length) return { results: [], counts: {}, exact: true, missing };
  const weighed = looked.map((one) => weigh(one, all));
  const joined = new Map();
  for (const { weight, found } of weighed)
    for (const [id, { one, worth }] of found) {
      const known = joined.get(id) ?? { one, worth: 0, has: 0, count: 0 };
      joined.set(id, { one: known.one, worth: known.worth + worth, has: known.has + weight, count: known.count + 1 });
    }
  const found = [...joined.values()].sort((a, b) => b.worth - a.worth);
  const full = found.filter(({ count }) => count === weighed.length);
  const strict = full.length >= ENOUGH || full.length === found.length;
  const enough = MOST * weighed.reduce((sum, { weight }) => sum + weight, 0);
  const kept = strict ? full : found.filter(({ has }) => has >= enough);
  return { results: kept.map(({ one }) => one), missing, ...(await counted(engine, looked, filters, strict)) };
};
