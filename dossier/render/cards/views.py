"""What a page says to those who show its address elsewhere."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PictureView:
    """A picture by its whole address."""

    address: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class SocialView:
    """What a page says to those who show its address elsewhere."""

    title: str
    # With the name of its company.
    type: str
    locale: str
    address: str
    # The whole one; empty where that of the site is not known.
    picture: PictureView | None
