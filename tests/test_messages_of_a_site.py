"""The texts that a site says itself: what is missing is listed, entered where it can be
said, and told by a build.
"""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner

from dossier.cli import dossier
from dossier.messages import Interface, language_of, overview, shortfall
from dossier.model.errors import DossierError
from tests.render_fixtures import THEME
from tests.test_messages import both

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def overrides(tmp_path: Path) -> Path:
    """A folder of a site with a template that says something of its own."""
    folder = tmp_path / "overrides"
    (folder / "partials").mkdir(parents=True)
    (folder / "partials" / "footer.html").write_text(
        '<p>{{ _("Imprint of the site") }}</p>', "utf-8"
    )
    return folder


def entries(path: Path) -> dict[str, object]:
    """What a catalogue says, by its English texts."""
    with path.open("rb") as file:
        return {
            both(entry.id)[0]: entry.string
            for entry in read_po(file, locale=path.stem)
            if entry.id
        }


def test_a_catalogue_is_begun_with_every_text_and_kept_up(overrides: Path) -> None:
    interface = Interface(THEME, (overrides,))
    path = interface.enter("fr")
    assert overrides / "locales" / "fr.po" == path
    begun = entries(path)
    assert {"Sources", "Imprint of the site"} <= begun.keys()
    assert {*interface.missing("fr")} == begun.keys()
    text = path.read_text("utf-8")
    path.write_text(
        text.replace('msgid "Sources"\nmsgstr ""', 'msgid "Sources"\nmsgstr "Références"'),
        "utf-8",
    )
    assert "Sources" not in interface.missing("fr")
    interface.enter("fr")
    assert "Références" == entries(path)["Sources"], "what is said is kept"
    assert path.read_text("utf-8") == interface.enter("fr").read_text("utf-8")


def test_of_a_language_that_the_program_speaks_a_site_says_only_what_is_its_own(
    overrides: Path,
) -> None:
    interface = Interface(THEME, (overrides,))
    assert ("Imprint of the site",) == interface.missing("de")
    path = interface.enter("de")
    assert ["Imprint of the site"] == [*entries(path)]
    path.write_text(
        path.read_text("utf-8") + '\nmsgid "Sources"\nmsgstr "Belege"\n', "utf-8"
    )
    interface.enter("de")
    assert {"Imprint of the site": "", "Sources": "Belege"} == entries(path), (
        "what it says otherwise than we is kept"
    )


def test_an_overview_counts_by_language(overrides: Path) -> None:
    (overrides / "locales").mkdir()
    (overrides / "locales" / "fr.po").write_text(
        f'{HEAD}msgid "Sources"\nmsgstr "Références"\n', "utf-8"
    )
    told = dict(line.split(": ") for line in overview(Interface(THEME, (overrides,))))
    assert {"de", "fr", "zh_Hans"} == told.keys()
    assert told["fr"].startswith("1 of ")
    assert told["de"].endswith("; 1 missing")


def test_a_build_says_once_how_much_an_interface_of_a_site_lacks(overrides: Path) -> None:
    settings = {
        "DEFAULT_LANG": "fr-CA",
        "THEME": str(THEME),
        "THEME_TEMPLATES_OVERRIDES": [str(overrides)],
    }
    (overrides / "locales").mkdir()
    (overrides / "locales" / "fr.po").write_text(
        f'{HEAD}msgid "Sources"\nmsgstr "Références"\n', "utf-8"
    )
    left = len(Interface.of(settings).missing("fr_CA"))
    assert shortfall(settings).startswith(
        f"{left} texts of the interface have no words in fr_CA"
    )
    for whole in ("en-GB", "de-AT", "zh-CN"):
        assert "" == shortfall({**settings, "DEFAULT_LANG": whole})


def test_what_cannot_be_done_is_said(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="'xx' is no language"):
        language_of("xx")
    with pytest.raises(DossierError, match="there is no folder for texts"):
        Interface(THEME, ()).enter("fr")
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "fr.po").write_text('msgid "Sources\n', "utf-8")
    with pytest.raises(DossierError, match=r"fr\.po cannot be used: "):
        Interface(THEME, (tmp_path,)).missing("fr")


def test_the_command_counts_and_lists() -> None:
    done = CliRunner().invoke(dossier, ["messages"])
    assert (0, ["de: all", "zh_Hans: all"]) == (
        done.exit_code,
        [" ".join(line.split()[:2]) for line in done.output.splitlines()],
    )
    done = CliRunner().invoke(dossier, ["messages", "pt-BR"])
    assert "Sources\n" in done.output
    assert done.output.splitlines()[-1].startswith("pt_BR: ")
