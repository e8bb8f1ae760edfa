"""The texts of an interface in the languages of a site: which are missing, and a catalogue
in which they can be said.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog

from dossier.generate.settings import override_folders
from dossier.model.errors import DossierError
from dossier.render.language.catalogues import CATALOGUES, OURS, catalogues_of
from dossier.render.language.gathering import (
    POT,
    begun,
    gather_templates,
    read_catalogue,
    unsaid,
    updated,
    written,
)

ABOUT = (
    "The interface in {}. `dossier messages {} --write` enters texts that are new;"
    " docs/theme.md says how to translate."
)


@dataclass(frozen=True)
class Interface:
    """The texts of one site: the program's, and those of templates of its own."""

    theme: Path
    overrides: tuple[Path, ...]

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Interface":
        """That of the settings of a site. Raises DossierError where a folder that they name
        is not there.
        """
        return cls(Path(settings["THEME"]), override_folders(settings))

    @cached_property
    def texts(self) -> Catalog:
        """Every text."""
        found = read_catalogue(POT)
        for folder in (self.theme / "templates", *self.overrides):
            for entry in gather_templates(folder):
                if entry.id and found.get(entry.id, entry.context) is None:
                    found.add(
                        entry.id,
                        context=entry.context,
                        locations=entry.locations,
                        auto_comments=entry.auto_comments,
                    )
        return found

    def languages(self) -> tuple[str, ...]:
        """Those of which there is a catalogue, as files name them."""
        return tuple(
            sorted({path.stem for folder in self._folders for path in folder.glob("*.po")})
        )

    def missing(self, language: str) -> tuple[str, ...]:
        """The texts that no catalogue of a language says, each by its English words."""
        files = catalogues_of(Locale.parse(language), (*self.overrides, self.theme))
        return tuple(
            unsaid(self.texts, (read_catalogue(path, path.stem) for path in files))
        )

    @property
    def _folders(self) -> tuple[Path, ...]:
        return (*(folder / CATALOGUES for folder in (*self.overrides, self.theme)), OURS)

    def enter(self, language: str) -> Path:
        """Write every text that the program does not say into the site's own catalogue,
        empty where nobody has said it.

        Raises DossierError where the site names no folder for it.
        """
        if not self.overrides:
            expected = "THEME_TEMPLATES_OVERRIDES = ['overrides']"
            raise DossierError(
                "there is no folder for texts; name one in the settings, such as"
                f" {expected}."
            )
        path = self.overrides[0] / CATALOGUES / f"{language}.po"
        texts = self._left_to_a_site(language, path)
        catalog = updated(path, texts) if path.is_file() else begun(language, texts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            written(catalog, ABOUT.format(Locale.parse(language).english_name, language)),
            encoding="utf-8",
        )
        return path

    def _left_to_a_site(self, language: str, path: Path) -> Catalog:
        """What the program's own catalogue does not say, and what the site says otherwise
        already.
        """
        ours = OURS / f"{language}.po"
        if not ours.is_file():
            return self.texts
        said = {
            (entry.id, entry.context)
            for entry in read_catalogue(ours, language)
            if entry.string
        }
        own = (
            {(entry.id, entry.context) for entry in read_catalogue(path, language)}
            if path.is_file()
            else set()
        )
        kept = Catalog(fuzzy=False)
        for entry in self.texts:
            if entry.id and (
                (entry.id, entry.context) not in said or (entry.id, entry.context) in own
            ):
                kept.add(
                    entry.id,
                    context=entry.context,
                    locations=entry.locations,
                    auto_comments=entry.auto_comments,
                )
        return kept


def language_of(text: str) -> str:
    """A language as files name it, such as `pt_BR`, from its tag. Raises DossierError where
    there is no such language.
    """
    try:
        return str(Locale.parse(text.replace("-", "_")))
    except (ValueError, UnknownLocaleError):
        raise DossierError(
            f"{text!r} is no language; expected a tag such as fr or pt-BR."
        ) from None


def overview(interface: Interface) -> Iterator[str]:
    """A line for each language: how many texts it has, and how many are missing."""
    total = sum(1 for entry in interface.texts if entry.id)
    for language in interface.languages():
        missing = len(interface.missing(language)) if language != "en" else 0
        yield f"{language}: {coverage(total - missing, total, missing)}"


def coverage(said: int, total: int, missing: int) -> str:
    """How many texts are said."""
    return (
        f"{said} of {total} texts; {missing} missing" if missing else f"all {total} texts"
    )


def shortfall(settings: Mapping[str, Any]) -> str:
    """What a build says of an interface that a site brings and that is not whole; empty
    where nothing is missing.
    """
    language = language_of(settings["DEFAULT_LANG"])
    if Locale.parse(language).language == "en" or catalogues_of(Locale.parse(language), ()):
        return ""
    missing = len(Interface.of(settings).missing(language))
    if not missing:
        return ""
    said = (
        f"{missing} text{'s' * (missing != 1)} of the interface have no words in"
        f" {language}, so pages say them in English."
    )
    return f"{said} `dossier messages {language}` lists them."
