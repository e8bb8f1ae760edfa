/* Runs before anything is painted, so that a reader who chose light or dark never sees the other one flash by. */
(() => {
  "use strict";
  // Its switch gets its place at once, and its words when the other scripts are there: nothing is to move under a reader.
  document.documentElement.dataset.scripted = "";
  try {
    const chosen = localStorage.getItem("scheme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
  } catch {
    // A browser that keeps nothing for us follows the system, as without this script.
  }
})();
