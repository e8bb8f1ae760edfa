/* What every page gains from a script. Each page works without it; all words stand in the HTML. */
(() => {
  "use strict";

  /* The switch between the system's colours, light and dark. The choice is remembered on this machine alone. */
  const SCHEMES = ["", "light", "dark"];

  const remember = (scheme) => {
    try {
      if (scheme) localStorage.setItem("scheme", scheme);
      else localStorage.removeItem("scheme");
    } catch {
      // It holds for this page, then.
    }
  };

  const startSwitch = (button) => {
    const root = document.documentElement;
    const show = () => {
      const now = root.dataset.scheme || "";
      for (const name of button.querySelectorAll("[data-name]")) name.hidden = name.dataset.name !== now;
    };
    button.addEventListener("click", () => {
      const next = SCHEMES[(SCHEMES.indexOf(root.dataset.scheme || "") + 1) % SCHEMES.length];
      if (next) root.dataset.scheme = next;
      else delete root.dataset.scheme;
      remember(next);
      show();
    });
    show();
    button.hidden = false;
  };

  /* In a low window the contents have a frame of their own to scroll in; the page itself is left where it is. */
  const bringIntoView = (link, frame) => {
    const [own, seen] = [link.getBoundingClientRect(), frame.getBoundingClientRect()];
    if (own.top < seen.top || own.bottom > seen.bottom) frame.scrollTop += own.top - seen.top - frame.clientHeight / 3;
  };

  /* The table of contents marks the part that is being read: the last one that has begun above the middle. */
  const startContents = (contents) => {
    const links = [...contents.querySelectorAll('a[href^="#"]')];
    const parts = links.map((link) => document.getElementById(link.hash.slice(1)));
    let before = -1;
    const follow = () => {
      const middle = window.innerHeight / 2;
      const reading = parts.findLastIndex((part) => part && part.getBoundingClientRect().top < middle);
      if (reading === before) return;
      before = reading;
      links.forEach((link, place) => {
        if (place === reading) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
      if (links[reading]) bringIntoView(links[reading], contents.parentElement);
    };
    let waiting = false;
    document.addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        follow();
      });
    }, { passive: true });
    requestAnimationFrame(follow); // not now: asking where things stand would have them all laid out at once
  };

  /* A citation goes to the clipboard, where the browser lets it. */
  const startCopy = (cite) => {
    const button = cite.querySelector(".cite__copy");
    const done = cite.querySelector(".cite__done");
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      const text = cite.querySelector(".cite__text");
      try {
        await navigator.clipboard.writeText(text.textContent.trim());
        done.textContent = button.dataset.done;
      } catch {
        getSelection().selectAllChildren(text);
        done.textContent = button.dataset.refused;
      }
    });
  };

  document.querySelectorAll(".cite").forEach(startCopy);
  document.querySelectorAll(".scheme").forEach(startSwitch);
  document.querySelectorAll(".toc").forEach(startContents);
})();
