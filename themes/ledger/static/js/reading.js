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

  /* A citation goes to the clipboard, where the browser lets it. */
  const startCopy = (cite, copying) => {
    const button = document.createElement("button");
    button.className = "cite__copy";
    button.type = "button";
    button.textContent = copying.content.textContent;
    const done = document.createElement("span");
    done.className = "cite__done";
    done.setAttribute("role", "status");
    cite.append(" ", button, " ", done);
    button.addEventListener("click", async () => {
      const text = cite.querySelector(".cite__text");
      try {
        await navigator.clipboard.writeText(text.textContent.trim());
        done.textContent = copying.dataset.done;
      } catch {
        getSelection().selectAllChildren(text);
        done.textContent = copying.dataset.refused;
      }
    });
  };

  const copying = document.querySelector(".copying");
  if (copying && navigator.clipboard) document.querySelectorAll(".cite").forEach((cite) => startCopy(cite, copying));
  document.querySelectorAll(".scheme").forEach(startSwitch);
})();
