"""A length of time of a claim against the words of a quote."""

from dossier.figures.figure import Figure
from dossier.model.values import Duration
from dossier.prove.verdicts import Fault, Unread
from dossier.prove.words import Words

MONTHS_OF = {"years": 12, "quarters": 3, "months": 1, "decades": 120}
DAYS_OF = {"weeks": 7, "days": 1}


def compare_duration(value: Duration, words: Words) -> Fault | Unread | None:
    """None where the words give a length of time, unbounded."""
    if words.unread:
        return Unread(words.unread)
    same = [figure for figure in words.lengths if lasts(figure, value)]
    if not same:
        told = ", ".join(f"“{figure.text}”" for figure in words.lengths)
        return Fault(
            "Q002",
            f"the words say {told}" if told else "there is no length of time in the words",
        )
    if all(figure.hedge for figure in same):
        advice = "a duration has no hedge; leave it out, and tell it in a note"
        return Fault("Q004", f"the words say “{same[0].text}”, and {advice}")
    return None


def lasts(figure: Figure, value: Duration) -> bool:
    """Whether a figure of the words is the length of time."""
    unit = next(iter(figure.units))
    if figure.high is not None or figure.denied:
        return False
    if unit in DAYS_OF:
        return (value.years, value.months) == (0, 0) and figure.value * DAYS_OF[
            unit
        ] == value.days
    return (
        value.days == 0
        and figure.value * MONTHS_OF[unit] == value.years * 12 + value.months
    )
