/* Runs before anything is painted, so that a reader who chose light or dark never sees the other one flash by. */
(() => {
  "use strict";
  try {
    const chosen = localStorage.getItem("scheme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
  } catch {
    // A browser that keeps nothing for us follows the system, as without this script.
  }
})();
