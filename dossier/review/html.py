"""A report as one page that needs nothing beside it: no script, no picture, no file from
anywhere.
"""

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from dossier.render.theme.environment import OPTIONS
from dossier.review.report import Report
from dossier.review.rows import fact_rows, plural, reading_parts, record_rows, summary

FOLDER = Path(__file__).parent


def report_html(report: Report) -> str:
    """The page. Its one style sheet is let in by its hash, and nothing else is."""
    environment = Environment(loader=FileSystemLoader(FOLDER), **OPTIONS)  # noqa: S701 - OPTIONS turns escaping on
    style = (FOLDER / "report.css").read_text(encoding="utf-8").strip()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = environment.get_template("report.html").render(
        report=report,
        summary=summary(report),
        groups=[
            (title, about, [(line, fact_rows(line)) for line in lines])
            for title, about, lines in report.groups()
        ],
        records=[(line, record_rows(line)) for line in report.records],
        readings=[(line, reading_parts(line)) for line in report.readings],
        plural=plural,
        style=Markup(style),  # noqa: S704 - a file of ours
        policy=(
            f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action"
            " 'none'"
        ),
    )
    return page.replace(
        "##[", "#&#35;["
    )  # the log of a workflow would take it for an order
