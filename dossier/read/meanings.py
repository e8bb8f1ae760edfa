"""What the words of closed sets mean: editors show it beside each, and docs/model.md has
the same in its tables.
"""

from collections.abc import Mapping
from enum import StrEnum

from dossier.model.claims import Rank, Status
from dossier.model.entities import EntityKind
from dossier.model.fiscal import NamedBy
from dossier.model.promises import PromiseKind, PromiseOutcome
from dossier.model.sources import Body, OriginKind, SourceType
from dossier.model.values import KeyPart, PropertyPart, Sign

MEANINGS: Mapping[type[StrEnum], Mapping[str, str]] = {
    EntityKind: {
        "person": "a human being",
        "organisation": "a company, authority, group or newsroom",
        "product": "a thing or service that somebody makes",
        "place": "a country, city or site",
        "event": "a conference or other happening with a name",
    },
    PropertyPart: {
        "description": (
            "what kind of company, person or thing the subject is: its page begins with it"
        ),
        "role": "the post or standing of a person: their page begins with it",
        "event": (
            "what happened, where no other property fits: `dossier new event` begins one"
        ),
        "none": "nothing apart; meant where no part is given",
    },
    KeyPart: {
        "due": "by when a promise is to be kept",
        "end": "when what began on the date of the record was over",
        "speaker": "who said what the record holds: it stands on their page as their words",
        "occasion": "where or at what it was said",
        "none": "nothing apart; meant where no part is given",
    },
    NamedBy: {
        "end": "a year that ends in January 2025 is FY2025; meant where no word is given",
        "start": "a year that ends in March 2025, and began in 2024, is FY2024",
    },
    PromiseKind: {
        "pledge": "somebody binds themselves to it",
        "target": "what somebody wants to reach",
        "plan": "what somebody intends to do",
        "forecast": "what somebody expects to happen",
        "none": "it speaks of what is or was; meant where nothing is said",
    },
    PromiseOutcome: {
        "kept": "it came as promised, and in time",
        "partly": "a part of it came, or came late",
        "missed": "its day passed and it had not come",
        "withdrawn": "it was given up before its day",
        "revised": "another promise has taken its place",
    },
    Sign: {
        "result": (
            "a figure that can be a loss: what sources call a loss, a deficit or an outflow"
            " is then below zero"
        ),
        "none": "nothing apart; meant where no sign is given",
    },
    OriginKind: {
        "wire": "the report of a news agency",
        "company-statement": "what a company itself has said or published",
        "filing": "a document filed with an authority",
        "interview": "what somebody said when asked",
        "own-reporting": "what the publisher has found out itself",
        "unknown": (
            "somewhere, but the source does not say where; it never counts as independent"
        ),
    },
    SourceType: {
        "article-newspaper": "a report of a newspaper, agency or news site",
        "article-magazine": "a report of a magazine",
        "article-journal": "a paper in a scholarly journal",
        "webpage": "any other page of the web",
        "post": "a post in a forum or social network",
        "report": "a report of a company, authority or institute, filings included",
        "book": "a book",
        "interview": "an interview",
        "speech": "a speech",
        "broadcast": "a broadcast or podcast",
        "dataset": "a collection of data",
        "legal_case": "a decision or document of a court",
        "regulation": "a law or regulation",
    },
    Body: {
        "summary": "a summary in our own words; meant where nothing is said",
        "text": (
            "the source itself, whole, as its licence allows: quotes are proved against it,"
            " and its page shows it"
        ),
    },
    Status: {
        "announced": "somebody said they will do it",
        "forecast": "somebody expects it or aims at it: guidance, an outlook, a target",
        "rumoured": "the source passes it on as hearsay: “reportedly”, “is said to”",
        "reported": "the source says it is so; meant where no status is given",
        "confirmed": "somebody who must know has confirmed it",
        "completed": "it has been done",
        "cancelled": "it was planned and will not happen",
        "denied": "somebody who must know has denied it",
    },
    Rank: {
        "preferred": "shown first; the `note` says why",
        "normal": "meant where no rank is given",
        "deprecated": (
            "turned out wrong, and the `note` says why: kept and shown, never first while"
            " another claim stands, and not counted as disagreement"
        ),
    },
}

OTHER_WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Status: {
        **dict.fromkeys(
            (
                "guidance",
                "outlook",
                "estimate",
                "estimated",
                "expected",
                "projected",
                "target",
                "forecasted",
            ),
            "forecast",
        ),
        **dict.fromkeys(
            ("planned", "plan", "pledged", "promised", "proposed"), "announced"
        ),
        **dict.fromkeys(
            ("rumour", "rumor", "rumored", "alleged", "unconfirmed"), "rumoured"
        ),
        **dict.fromkeys(("done", "finished", "closed", "final"), "completed"),
        **dict.fromkeys(
            ("canceled", "dropped", "scrapped", "withdrawn", "abandoned"), "cancelled"
        ),
        **dict.fromkeys(("actual", "audited", "preliminary", "restated"), "reported"),
    },
    Rank: {
        **dict.fromkeys(
            ("wrong", "superseded", "outdated", "obsolete", "retracted"), "deprecated"
        ),
        **dict.fromkeys(("best", "first", "main", "leading"), "preferred"),
    },
}
"""What people write for a word of a closed set; it is refused, with the word that it stands
for.
"""
