"""Lengths of time, in years, months and days."""

from dataclasses import dataclass

from dossier.model.forms import Form


@dataclass(frozen=True)
class Duration(Form):
    """How long something lasts, or a fact may go unchecked: an ISO 8601 duration in years,
    months and days.
    """

    years: int = 0
    months: int = 0
    days: int = 0

    def __str__(self) -> str:
        """The ISO 8601 text."""
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        return "P" + (
            "".join(f"{number}{letter}" for number, letter in parts if number) or "0D"
        )
