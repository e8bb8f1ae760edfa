/* Notes that answer at once: a card beside the mark, and notes in the margin where there is room for them.
   Both show copies of the end notes, which stay where they are for everybody else. */
(() => {
  "use strict";

  const OPEN_AFTER = 120; // milliseconds: a pointer on its way elsewhere opens nothing
  const CLOSE_AFTER = 300; // time enough to move from the mark into the card
  const EDGE = 16; // pixels between the card and the edge of the window

  const noteOf = (mark) => document.getElementById(mark.hash.slice(1));
  const markOf = (target) => target.closest?.('a[role="doc-noteref"]') ?? null;

  const startCard = () => {
    const card = document.createElement("div");
    card.id = "notecard";
    card.className = "notecard";
    card.popover = "manual";
    card.setAttribute("role", "note");

    let shown = null;
    let pinned = false;
    let timer = 0;
    let returning = false; // while the mark gets the focus back from a card that was closed
    let pointer = ""; // what was last pressed with: older browsers do not say it of a click

    const close = () => {
      clearTimeout(timer);
      if (!shown) return;
      shown.removeAttribute("aria-describedby");
      shown.classList.remove("mark--open");
      shown = null;
      pinned = false;
      if (card.isConnected && card.matches(":popover-open")) card.hidePopover();
    };

    const place = (mark) => {
      const box = mark.getBoundingClientRect();
      const width = document.documentElement.clientWidth;
      const left = Math.max(EDGE, Math.min(box.left, width - card.offsetWidth - EDGE));
      const fitsBelow = box.bottom + card.offsetHeight + EDGE <= window.innerHeight;
      const top = fitsBelow || box.top < card.offsetHeight + EDGE ? box.bottom + 6 : box.top - card.offsetHeight - 6;
      card.style.left = `${left + window.scrollX}px`;
      card.style.top = `${top + window.scrollY}px`;
    };

    const open = (mark) => {
      clearTimeout(timer);
      const note = noteOf(mark)?.querySelector(".note");
      if (!note || mark === shown) return;
      close();
      card.replaceChildren(note.cloneNode(true));
      card.setAttribute("aria-label", mark.getAttribute("aria-label") || mark.textContent);
      // After the mark, so that Tab goes from the mark into the card; the browser paints it above all else.
      mark.after(card);
      card.showPopover();
      place(mark);
      mark.setAttribute("aria-describedby", card.id);
      mark.classList.add("mark--open");
      shown = mark;
    };

    const soon = (action, delay) => {
      clearTimeout(timer);
      timer = setTimeout(action, delay);
    };

    const isInside = (target) => target instanceof Node && (card.contains(target) || (shown?.contains(target) ?? false));

    document.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "mouse") return;
      const mark = markOf(event.target);
      if (mark) soon(() => open(mark), OPEN_AFTER);
      else if (card.contains(event.target)) clearTimeout(timer);
      else if (shown && !pinned && !isInside(document.activeElement)) soon(close, CLOSE_AFTER);
      else if (!shown) clearTimeout(timer);
    });

    document.addEventListener("focusin", (event) => {
      const mark = markOf(event.target);
      if (mark?.matches(":focus-visible") && !returning) open(mark);
      else if (shown && !isInside(event.target)) close();
    });

    document.addEventListener("pointerdown", (event) => {
      pointer = event.pointerType;
    });

    document.addEventListener("click", (event) => {
      const mark = markOf(event.target);
      const tapped = pointer === "touch" && event.detail > 0; // a key has no detail
      // A finger has no way to hover: its first tap opens the card, the second one follows the link.
      if (mark && tapped && !(mark === shown && pinned)) {
        event.preventDefault();
        open(mark);
        pinned = true;
      } else if (mark || !isInside(event.target)) close();
    });

    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !shown) return;
      const mark = shown;
      const back = card.contains(document.activeElement);
      close();
      returning = true;
      if (back) mark.focus();
      returning = false;
    });
  };

  /* Copies in the margin, for eyes alone: who listens has the end notes. Where too little room is left, there are none. */
  const NARROWEST = 200; // pixels that a note needs to be read
  const GAP = 32;
  const BETWEEN = 6;
  const MOST = 3; // passages of a note; all of them stand at the end of the page

  const marginNote = (mark) => {
    const words = Array.from(noteOf(mark)?.querySelectorAll(".note > span") ?? []).filter((one) => one.querySelector("q"));
    if (!words.length) return null;
    const note = document.createElement("p");
    note.className = "marginnote";
    const number = document.createElement("b");
    number.className = "marginnote__number";
    number.textContent = mark.textContent;
    note.append(number);
    for (const one of words.slice(0, MOST)) note.append(" ", one.cloneNode(true));
    for (const link of note.querySelectorAll("a")) link.replaceWith(...link.childNodes); // for eyes alone: no stop of the keyboard
    if (words.length > MOST) note.append(" …");
    return note;
  };

  /* Each note once, beside its first mark. */
  const marginNotes = (text) => {
    const seen = new Set();
    const pairs = [];
    for (const mark of text.querySelectorAll('a[role="doc-noteref"]')) {
      const note = seen.has(mark.hash) ? null : marginNote(mark);
      seen.add(mark.hash);
      if (note) pairs.push([mark, note]);
    }
    return pairs;
  };

  const startMargin = (text) => {
    const margin = document.createElement("div");
    margin.className = "margin";
    margin.setAttribute("aria-hidden", "true");
    margin.hidden = true;
    text.append(margin);
    let pairs = null; // made when there is room for the first time: on a phone there never is

    const lay = () => {
      const words = text.firstElementChild.getBoundingClientRect();
      const frame = text.getBoundingClientRect();
      const room = text.parentElement.getBoundingClientRect().right - frame.left - words.width - GAP;
      margin.hidden = room < NARROWEST;
      if (margin.hidden) return;
      pairs ??= marginNotes(text);
      margin.style.left = `${words.width + GAP}px`;
      margin.style.width = `${room}px`;
      margin.replaceChildren(...pairs.map(([, note]) => note));
      for (const [, note] of pairs) note.hidden = false; // what had no room before may have some now
      const heights = pairs.map(([, note]) => note.offsetHeight);
      let free = 0;
      pairs.forEach(([mark, note], place) => {
        const top = Math.max(free, mark.getBoundingClientRect().top - frame.top - 4);
        note.hidden = top + heights[place] > frame.height;
        note.style.top = `${top}px`;
        if (!note.hidden) free = top + heights[place] + BETWEEN;
      });
    };

    // The width alone: the notes themselves never change it, so this cannot call itself for ever.
    let width = 0;
    new ResizeObserver(() => {
      if (text.parentElement.clientWidth === width) return;
      width = text.parentElement.clientWidth;
      lay();
    }).observe(text.parentElement);
  };

  if (!document.querySelector('[role="doc-endnotes"]')) return;
  // A card has to be painted above all else; where a browser cannot, a mark leads to its note.
  if (HTMLElement.prototype.showPopover) startCard();
  document.querySelectorAll("[data-margin]").forEach(startMargin);
})();
