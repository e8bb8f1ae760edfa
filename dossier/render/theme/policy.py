"""The content security policy of a page: nothing from elsewhere, no frame, and scripts of
the theme alone.

The page of the search may run the program that reads its index besides; no other page may.
"""

from collections.abc import Mapping

from markupsafe import Markup

from dossier.render.site import links

STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    # Under 'none' Lighthouse cannot read robots.txt either. No script but that of the
    # search asks for anything.
    "connect-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
"""What has no line of its own falls under the first: frames, media, objects, workers, and
kinds that are yet to come.
"""
SEARCHING = STRICT | {"script-src": "'self' 'wasm-unsafe-eval'"}


def _said(rules: Mapping[str, str]) -> Markup:
    """Rules in one line; the quotation marks of an attribute are none of theirs."""
    return Markup("; ".join(f"{name} {value}" for name, value in rules.items()))  # noqa: S704 - constants


_STRICT, _SEARCHING = _said(STRICT), _said(SEARCHING)


def policy(here: str) -> Markup:
    """The policy of the page at a url, as its first line in the head says it."""
    return _SEARCHING if here == links.SEARCH else _STRICT
