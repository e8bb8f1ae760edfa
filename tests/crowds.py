"""A made-up company with more events than anybody should have, and timelines with every
awkward kind of axis.
"""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.builds import copy_of_site

EVENTS = 300
TOPICS = {
    "founding": "Founding and early years", "law": "Law", "money": "Money", "products": "Products",
    "people": "People and what they said about each other", "sites": "Sites", "partners": "Partners", "press": "Press",
}  # fmt: skip
FORMS = (
    "{y}-{m:02}-{d:02}", "{y}-{m:02}", "{y}", "{y}-{m:02}~", "{y}-{m:02}-{d:02}?", "[{y}-{m:02}..{z}-12]",
    "{y}-{m:02}/{z}~", "{y}-34", "{y}-36", "unstated", "{y}/..", "[..{y}]", "{y}-{m:02}-{d:02}/{z}",
)  # fmt: skip
# Awkward axes by the timeline's id: the dates of its events, in order.
AXES: Mapping[str, tuple[str, ...]] = {
    "one-event": ("2025-09-24",),
    "same-day": ("2025-09-24",) * 12,
    "two-days": ("2025-09-24", "2025-09-25", "2025-09-25~", "2025-09-25?"),
    "no-dates": ("unstated",) * 5,
    "far-cluster": ("2017", *(f"2025-09-{day:02}" for day in range(1, 31))),
    "three-clusters": tuple(
        f"{year}-05-{day:02}" for year in (1980, 2000, 2025) for day in range(1, 11)
    ),
    "century": tuple(f"{year}" for year in range(1925, 2026, 7)),
    "loose": (
        "199X",
        "[..2001]",
        "2001-36",
        "2010/..",
        "[2012..]",
        "unstated",
        "2020-10~/2025-02~",
    ),
}
EVENT = """\
{id}:
  label: {label}
  property: event
  claims:
    - value: {{date: "{date}", what: "Something of note happens at place {number} and is told in a sentence"}}
      status: {status}
      references: [{{source: paper, quote: "event {number} took place"}}]
"""
STATUSES = ("reported", "announced", "confirmed", "cancelled")


def crowd(folder: Path) -> Path:
    """A checkout whose content is the made-up company."""
    checkout = copy_of_site(folder)
    content = checkout / "content"
    for name in ("companies", "sources"):
        shutil.rmtree(content / name)
    (content / "corrections.yaml").unlink()
    for name, text in dict(files()).items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, "utf-8")
    return checkout


def files() -> Iterator[tuple[str, str]]:
    """Every file of the content, by its path."""
    keys = "{date: {type: date, required: true, label: Date}, what: {type: text, label: What happened}}"
    yield (
        "properties.yaml",
        f"event: {{label: Event, type: record, fresh: never, part: event, keys: {keys}}}\n",
    )
    yield "entities.yaml", ""
    yield "origins.yaml", "wire: {name: A wire story, kind: wire}\n"
    yield (
        "sources/paper.md",
        "---\ntype: article-newspaper\ntitle: The paper\norigins: [wire]\n---\nWhat the paper says.\n",
    )
    sections = "".join(
        f"  {id}: {label}\n" for id, label in (*TOPICS.items(), ("axes", "Axes"))
    )
    yield (
        "companies/crowd/company.yaml",
        f"name: Crowd\nsections:\n{sections}key_facts: [founding-0]\n",
    )
    topics = dict.fromkeys((*TOPICS, "axes"), "")
    for number in range(EVENTS):
        topic = (*TOPICS,)[number * 7 % len(TOPICS)]
        topics[topic] += event(f"{topic}-{number}", date_of(number), number, topic)
    for axis, dates in AXES.items():
        ids = [f"{axis}-{place}" for place in range(len(dates))]
        topics["axes"] += "".join(
            event(id, date, place, axis)
            for place, (id, date) in enumerate(zip(ids, dates, strict=True))
        )
        yield (
            f"companies/crowd/timelines/{axis}.yaml",
            f"label: {axis}\nevents: [{', '.join(ids)}]\n",
        )
    for topic, text in topics.items():
        yield f"companies/crowd/facts/{topic}.yaml", text


def event(id: str, date: str, number: int, topic: str) -> str:
    """A fact that is an event."""
    label = f"Event {number} in the matter of {topic}"
    return EVENT.format(
        id=id, label=label, date=date, number=number, status=STATUSES[number % 7 % 4]
    )


def date_of(number: int) -> str:
    """A date of one of many forms; the same in every run."""
    year = 1995 + number * 31 % EVENTS // 10
    form = FORMS[number * 5 % len(FORMS) if number % 3 else 0]
    return form.format(
        y=year, z=year + 1 + number % 4, m=1 + number * 5 % 12, d=1 + number * 11 % 28
    )
