"""What a page says once of all of its answers, and which of them bear a mark of their own."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dossier.model.dossiers import Knowledge, MergedFact, Proofs, ReadBy
from dossier.model.proofs import Level, ProofState, State
from dossier.render.evidence.letters import letters_of
from dossier.render.evidence.notes import Notes
from dossier.render.evidence.states import usual_level, whole_states
from dossier.render.facts.briefs import brief_figure
from dossier.render.facts.differing import differences
from dossier.render.facts.lines import Usual, unusual_level, unusual_states, usual_of
from dossier.render.pages.binding import bind
from dossier.render.site.render_context import RenderContext
from tests.helpers import SITES, merged
from tests.render_fixtures import SETTINGS, site

FACT = next(iter(site().facts.values()))
PROVED, WORDS, LOOK, READ = Level.PROVED, Level.WORDS, Level.LOOK, Level.READ
UNCHECKED = ProofState.UNCHECKED


def page() -> RenderContext:
    return RenderContext(bind(site(), SETTINGS), "companies/acme/")


def known(state: State) -> Proofs:
    """What is known of a claim with one quote."""
    cues = ("plan",) if state is LOOK else ()
    readers = (ReadBy("Jo Doe", date(2024, 1, 1)),) if state is READ else ()
    return Proofs((Knowledge(state, cues, readers),), {"value": state})


def of_level(proofs: Proofs) -> MergedFact:
    """A fact with one answer of which so much is known."""
    claim = replace(FACT.claims[0], proofs=proofs)
    return replace(FACT, claims=(claim,))


BARE = Proofs((), {"value": UNCHECKED})
"""What is known of a claim that has no more than the place where it stands."""


@pytest.mark.parametrize(
    ("found", "usual"),
    [
        ([PROVED, PROVED, WORDS], PROVED),
        ([WORDS, PROVED, WORDS], WORDS),
        ([UNCHECKED, PROVED, PROVED], PROVED),
        ([UNCHECKED, WORDS, PROVED, WORDS], WORDS),
        ([PROVED, WORDS], WORDS),
        ([PROVED, LOOK], LOOK),
        ([UNCHECKED], UNCHECKED),
        ([], UNCHECKED),
    ],
)
def test_what_is_said_once_is_what_most_answers_are(
    found: list[State], usual: State
) -> None:
    claims = [replace(FACT.claims[0], proofs=known(state)) for state in found]
    assert usual is usual_level(claims)


ALL = [*map(known, (*Level, UNCHECKED)), BARE]


@pytest.mark.parametrize("most", ALL)
@pytest.mark.parametrize("other", ALL)
def test_each_answer_of_another_level_bears_its_mark(most: Proofs, other: Proofs) -> None:
    """Whichever is usual: the key figure, the line of a topic, and the line of a ledger."""
    here = page()
    facts = [of_level(most), of_level(most), of_level(other)]
    usual = usual_of(here, facts, {})
    for fact in facts:
        marks = unusual_level(here, fact, fact.leading, usual)
        is_usual = fact.claims[0].proofs.state == most.state and fact.claims[0].proofs.each
        assert (not marks) == bool(is_usual)
        if marks:
            own = {one.kind for one in marks}
            assert own <= {one.kind for one in brief_figure(here, fact, usual).states}
            assert own <= {
                one.kind for one in unusual_states(here, fact, fact.leading, usual)
            }


def test_a_mere_locator_changes_nothing_that_is_said_of_others() -> None:
    here = page()
    facts = [of_level(known(PROVED)), of_level(known(PROVED)), of_level(BARE)]
    usual = usual_of(here, facts, {})
    assert usual.proof
    assert "proved" == usual.proof.label
    told = [
        [one.label for one in unusual_level(here, one, one.leading, usual)] for one in facts
    ]
    assert [[], [], ["no quote to prove"]] == told


@pytest.mark.parametrize("usual", [PROVED, WORDS, UNCHECKED])
def test_a_note_says_how_far_it_is_proved_unless_that_is_usual(usual: State) -> None:
    """Also where its page has letters for its sources; that nobody has looked is always said."""
    reference = next(
        one
        for fact in site().facts.values()
        for claim in fact.claims
        for one in claim.claim.references
        if one.quote
    )
    here = page()
    head = usual_of(here, [of_level(known(usual))], {reference.source: "A"})
    here.footnotes.mark((reference,))
    note = next(iter(Notes(here, head.letters, head.proof)))
    state = note.words[0].sources[0].state
    level = site().passages[reference.passage].state
    assert (state is None) == (level is usual and level is not UNCHECKED)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"value": PROVED, "status": WORDS}, "quote found, not proved: the status"),
        ({"value": WORDS, "status": WORDS}, "quote found"),
        ({"value": PROVED, "status": PROVED}, "proved"),
    ],
)
def test_the_page_of_a_fact_says_what_keeps_an_answer_from_being_proved(
    keys: dict[str, State], told: str
) -> None:
    state = WORDS if WORDS in keys.values() else PROVED
    fact = of_level(Proofs((Knowledge(state),), keys))
    assert told == whole_states(page(), fact, fact.leading)[0].label


PLACES = """
market:
  label: Largest market
  property: site
  claims:
    - {value: France, references: [{source: annual-report, quote: Lyon}]}
    - {value: Germany, references: [{source: town-paper, quote: Bonn}]}
slogan:
  label: Slogan
  property: motto
  claims:
    - {value: As ever, references: [{source: annual-report, quote: ever}]}
    - {value: As never, references: [{source: town-paper, quote: never}]}
"""


def test_two_places_are_no_two_wordings(tmp_path: Path) -> None:
    """Two texts of one origin are."""
    both = "---\ntype: report\norigins: [wire]\n---\n"
    files = {
        "properties.yaml": (SITES / "acme/properties.yaml").read_text("utf-8")
        + "site: {label: Site, type: place, fresh: never}\n"
        + "motto: {label: Motto, type: text, fresh: never}\n",
        "origins.yaml": "wire: {name: Wire, kind: wire}\n",
        "sources/annual-report.md": both,
        "sources/town-paper.md": both,
        "companies/acme/overview.md": "",
        "companies/acme/facts/profile.yaml": PLACES,
    }
    made = merged(tmp_path, files)
    here = RenderContext(bind(made, SETTINGS), "companies/acme/")
    dossier = made.dossiers["acme"]
    rows = differences(here, dossier, Usual(letters_of(dossier), None)).shown
    assert {
        "Largest market": "same origin, told differently",
        "Slogan": "worded differently",
    } == {row.facts[0].label: row.states[0].label for row in rows}
