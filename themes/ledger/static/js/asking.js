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
const MANY = 10_000; // results of a word of which nobody looks which have it as it is: to ask again takes seconds
const CALLED = 1.75; // how much more words count that are the name of a company and of something of it
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

/* Whether a result has a word, or one that begins so: where no word does, the index answers with shorter ones. */
const says = async (result, text) => {
  const { raw_content, content, meta } = await result.data();
  return plain([raw_content ?? content, ...Object.values(meta)].join(" ")).includes(plain(text));
};

/* The results of one word: those that have it, then those that have one which begins so; of very many all alike. */
const look = async (engine, { text, whole }) => {
  const open = whole ? [] : (await engine.search(text)).results;
  if (open.length > MANY && (await says(open[0], text))) return { text, exact: open, open };
  const exact = (await engine.search(`"${asIndexed(text)}"`)).results;
  const begun = open.length && (exact.length || (await says(open[0], text)));
  return { text, exact, open: begun ? open : exact };
};

/* What the index has for each word of a question; for none, all that it has. */
export const lookUp = async (engine, typed, passedOver) => {
  const words = wordsOf(typed, passedOver);
  if (words.length) return Promise.all(words.map((word) => look(engine, word)));
  const { results } = await engine.search(null);
  return [{ text: "", exact: results, open: results }];
};

const weigh = ({ exact, open }, all) => {
  const sure = new Set(exact.map(({ id }) => id));
  const found = new Map();
  let best = 0;
  for (const list of [open, exact]) for (const { score } of list) best = Math.max(best, score);
  const weight = Math.log(1 + all / Math.max(1, open.length));
  for (const list of [open, exact])
    for (const one of list) {
      const share = (0.4 + (best ? (0.6 * one.score) / best : 0)) * (sure.has(one.id) ? 1 : PREFIX);
      const known = found.get(one.id);
      const names = new Set([...(known?.names ?? []), ...(one.matchedMetaFields ?? [])]);
      const counts = known && known.worth >= share * weight ? known : { one, worth: share * weight };
      found.set(one.id, { ...counts, names });
    }
  return { weight, found };
};

/* Whether some words name a company and all others something of it, by the names in which each stands. */
const isOfCompany = (words) => {
  const others = words.filter((names) => !names.has("company"));
  return 0 < others.length && others.length < words.length && others.every((names) => names.has("title"));
};

/* The results of a question that pass, the surest first, and the words that stand nowhere. */
export const answer = (looked, passes, all) => {
  const left = looked.map(({ text, exact, open }) => ({ text, exact: exact.filter(passes), open: open.filter(passes) }));
  const missing = left.filter(({ open }) => !open.length).map(({ text }) => text);
  const weighed = left.filter(({ open }) => open.length).map((one) => weigh(one, all));
  const joined = new Map();
  for (const { weight, found } of weighed)
    for (const [id, { one, worth, names }] of found) {
      const known = joined.get(id) ?? { one, worth: 0, has: 0, words: [] };
      const sums = { worth: known.worth + worth, has: known.has + weight, words: [...known.words, names] };
      joined.set(id, { one: known.one, ...sums });
    }
  const found = [...joined.values()];
  for (const one of found) if (one.words.length === weighed.length && isOfCompany(one.words)) one.worth *= CALLED;
  found.sort((a, b) => b.worth - a.worth);
  const full = found.filter(({ words }) => words.length === weighed.length);
  const strict = full.length >= ENOUGH || full.length === found.length;
  const enough = MOST * weighed.reduce((sum, { weight }) => sum + weight, 0);
  const kept = strict ? full : found.filter(({ has }) => has >= enough);
  return { results: kept.map(({ one }) => one), missing };
};
