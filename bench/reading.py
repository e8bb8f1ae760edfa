"""How long a dossier is for its reader: screens, words, marks and bytes, with nothing
folded and no box that scrolls.

    python -m bench.reading companies/alibaba/ --site output

Words are those that are seen; those before the notes are told apart from those that follow.
At reading size is what is set in the type of the data or larger.
"""

import argparse
import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.conftest import served
from tests.toolchain import open_browser

SCREENS = ((1280, 900), (390, 844))
OPENED = """() => {
  document.querySelectorAll('details').forEach((one) => { one.open = true; });
  const style = new CSSStyleSheet();
  style.replaceSync('* { max-block-size: none !important; overflow: visible !important; }');
  document.adoptedStyleSheets.push(style);
}"""
WORDS = """() => {
  const notes = document.querySelector('[role=doc-endnotes]');
  const seen = { before: 0, reading: 0, notes: 0 };
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const own = walker.currentNode.parentElement;
    if (own.closest('.margin, .heard, .marks, svg, [hidden]') || !own.checkVisibility()) continue;
    const count = (walker.currentNode.textContent.match(/[\\p{L}\\p{N}][^\\s]*/gu) ?? []).length;
    if (notes?.contains(own)) seen.notes += count;
    else {
      seen.before += count;
      if (parseFloat(getComputedStyle(own).fontSize) >= 15) seen.reading += count;
    }
  }
  return seen;
}"""


def measures(
    browser: Browser, address: str, folder: Path, page: str
) -> Iterator[tuple[str, str]]:
    """Each thing that is measured, and how much of it there is."""
    html = (folder / page / "index.html").read_text("utf-8")
    for width, height in SCREENS:
        shown = browser.new_page(viewport={"width": width, "height": height})
        shown.goto(address + page)
        shown.evaluate(OPENED)
        shown.wait_for_timeout(300)
        tall = shown.evaluate("document.documentElement.scrollHeight")
        yield f"screens at {width} x {height}", f"{tall / height:.2f}"
        if (width, height) == SCREENS[0]:
            words = shown.evaluate(WORDS)
            yield (
                "words before the notes",
                f"{words['before']}, {words['reading'] / max(1, words['before']):.0%} at reading size",
            )
            yield "words of the notes", str(words["notes"])
            pdf = shown.pdf(format="A4")
            yield "printed pages", str(len(re.findall(rb"/Type\s*/Page[^s]", pdf)))
        shown.close()
    yield "marks", str(html.count('role="doc-noteref"'))
    yield "notes", str(html.count('<li id="note-'))
    yield "inferred in words", str(html.count("(inferred)"))
    packed = [
        html.encode(),
        *(path.read_bytes() for path in sorted(folder.glob("theme/*.css"))),
    ]
    packed += [
        path.read_bytes()
        for path in sorted(folder.glob("theme/*.js"))
        if f"theme/{path.name}" in html
    ]
    yield "HTML", f"{len(packed[0]) / 1000:.0f} kB"
    yield (
        "compressed with styles and scripts",
        f"{sum(len(gzip.compress(one)) for one in packed) / 1000:.1f} kB",
    )


def main() -> None:
    """Measure some pages of a site that is built."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "pages",
        nargs="+",
        help="addresses below the root of the site, such as companies/alibaba/",
    )
    parser.add_argument(
        "--site", type=Path, default=Path("output"), help="the folder of the site"
    )
    given = parser.parse_args()
    with served(given.site) as site, open_browser() as browser:
        for page in given.pages:
            sys.stdout.write(f"{page}\n")
            for name, value in measures(browser, site.address, given.site, page):
                sys.stdout.write(f"  {name}: {value}\n")


if __name__ == "__main__":
    main()
