"""The pages of the dossiers, their data and the theme's files, as Pelican has them made."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from shutil import rmtree
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from dossier.edit.library import library
from dossier.export.json import files_of_site
from dossier.generate.audit import Audit
from dossier.generate.cluster import Cluster, open_cluster
from dossier.generate.crew import Alone, Crew, in_processes, open_crew
from dossier.generate.indexing import open_index, refuse_without_search
from dossier.generate.output import MARKER, MARKER_TEXT
from dossier.generate.pipeline import load_site
from dossier.generate.press import (
    SHIFT,
    Batch,
    Press,
    some,
)
from dossier.generate.search.records import FoundRecord
from dossier.generate.sending import packed, unpacked
from dossier.generate.settings import (
    CLUSTER,
    OUTPUT,
    SITE,
    override_folders,
    setting,
    site_root,
    site_settings,
    worker_count,
    workers_said,
)
from dossier.generate.writing import Output
from dossier.messages import shortfall
from dossier.model.content import Content, SitePage
from dossier.model.dossiers import Site
from dossier.model.errors import DossierError
from dossier.model.history import NO_HISTORY, History
from dossier.plugin.commissions import press_of, site_commission
from dossier.plugin.ending import end_run
from dossier.render.pages.binding import bind
from dossier.render.pages.changes import changes_feed
from dossier.render.pages.evidence import read_meters
from dossier.render.pages.gallery import open_gallery
from dossier.render.pages.plan import Page, plan_evidence, plan_pages, shared_context
from dossier.render.pages.sitemap import sitemap_files
from dossier.render.scan.measure import NOTHING, measure_page
from dossier.render.search.asked import groups_of
from dossier.render.site.links import SEARCH_INDEX, page_url
from dossier.render.theme.assets import theme_files
from dossier.review.history import read_history

NAMED = 5
"""Companies whose cards are missing that are told by name."""
Read = tuple[Site, Mapping[str, SitePage]]
"""All that pages are made of: the dossiers, and the pages that are none."""
Find = Callable[[Sequence[FoundRecord]], object]
"""Takes what a search finds."""


def _history(settings: Mapping[str, Any], content: Content) -> History:
    """How the facts came to say what they say, unless the owner of the site does not want
    it told.
    """
    return (
        read_history(Path(settings["PATH"]), content)
        if setting(settings, "DOSSIER_HISTORY", bool, True)
        else NO_HISTORY
    )


def _without_card(slugs: Sequence[str]) -> str:
    """Which companies have no picture of their own, and what mends it."""
    more = [f"{len(slugs) - NAMED} more"] if len(slugs) > NAMED else []
    named = ", ".join((*slugs[:NAMED], *more))
    return (
        f"no font for cards has the name of {named}; they show that of the site."
        " DOSSIER_CARD_FONTS names others."
    )


class DossierGenerator(Generator):  # type: ignore[misc]
    """Brings the pages of the dossiers, their data and the theme's files."""

    def generate_context(self) -> None:
        """Run the pipeline. Content with errors ends the run here, before anything has been
        written.
        """
        try:
            self.output = self.settings.get(OUTPUT) or Output(
                Path(self.output_path), Audit(site_root(self.settings))
            )
            sent: bytes | None = self.settings.get(SITE)
            read: Read = unpacked(sent) if sent else self._read()
            self.site, self.pages = read
            self.site_settings = site_settings(self.settings, self.pages)
            if left := shortfall(self.settings):
                self.output.progress.note(left)
            self.build = bind(
                self.site, self.site_settings, self.pages, groups_of(library().values())
            )
            self.gallery = open_gallery(self.build, Path(self.theme))
            if self.site_settings.search:
                refuse_without_search()
        except DossierError as error:
            end_run(error)
        if self.gallery.undrawn:
            self.output.progress.note(_without_card(self.gallery.undrawn))
        self.context.update(shared_context(self.build, self.gallery.cards))

    def _read(self) -> Read:
        with self.output.progress.stage("reading, checking and merging"):
            site, content = load_site(
                Path(self.path), mapped=in_processes(workers_said(self.settings))
            )
        with self.output.progress.stage("reading the history"):
            site = replace(site, history=_history(self.settings, content))
        return site, content.pages

    def generate_output(self, writer: Writer) -> None:
        """Write every page where other plugins see it, and every other file beside them."""
        try:
            self._sweep_index()
            press = self.press()
            apart, found = self.output.apart(), sum(page.is_found for page in press.pages)
            with (
                open_index(apart, found, search=self.site_settings.search) as index,
                self._crew(writer, press) as crew,
            ):
                indexing = crew.behind(index.add)
                self._generate(writer, press, crew, indexing.add)
                with self.output.progress.stage("waiting for the search"):
                    indexing.finish()
                    index.finish()
                    self.output.join(apart.written())
        except DossierError as error:
            end_run(error)

    def press(self) -> Press:
        """What makes the pages."""
        pages = plan_pages(self.build)
        return Press(
            self.build, pages, self.env, self.context, self.output, self.gallery.painter
        )

    def _crew(self, writer: Writer, press: Press) -> AbstractContextManager[Crew[Press]]:
        """Who makes them."""
        if _others(writer):
            return open_crew(1, press)
        cluster: Cluster | None = self.settings.get(CLUSTER)
        if not cluster:
            count = worker_count(self.settings, len(press.pages))
            if count > 1:
                press.compile()
            return open_crew(count, press)
        wanted = site_commission(cluster, self.settings, self.path, self.theme)
        sent = packed((self.site, self.pages))
        return open_cluster(cluster.scheduler, press, press_of, wanted, sent)

    def _generate(
        self, writer: Writer, press: Press, crew: Crew[Press], find: Find
    ) -> None:
        progress = self.output.progress
        measures = dict.fromkeys(self.site.dossiers, NOTHING)
        for batch in progress.steps(
            "pages", self._print(writer, press, crew), len(press.pages), _pages_of
        ):
            for slug, seen in batch.measures.items():
                measures[slug] += seen
            find(batch.records)
        last = replace(press, pages=plan_evidence(self.build, measures))
        for batch in self._print(writer, last, Alone(last)):
            find(batch.records)
        find(press.others())
        with progress.stage("data and pictures"):
            urls = self._addresses((*press.pages, *last.pages))
            ours = {
                **theme_files(Path(self.theme), override_folders(self.settings)),
                **sitemap_files(self.site_settings.site_url, urls),
                **dict(changes_feed(self.build)),
                MARKER: MARKER_TEXT,
            }
            for name, data in (*ours.items(), *files_of_site(self.build.site)):
                self.output.write(name, data)
            cards = self.gallery.counted(read_meters(self.site, measures))
            for written in crew.map(Press.draw, some(cards)):
                self.output.join(written)

    def _print(self, writer: Writer, press: Press, crew: Crew[Press]) -> Iterator[Batch]:
        """Write the pages of a press: those that others may change by Pelican's own writer."""
        batches = (
            (self._shown(writer, press, page) for page in press.pages)
            if _others(writer)
            else crew.map(Press.print, press.spans(), SHIFT, attrgetter("weight"))
        )
        for batch in batches:
            self.output.join(batch.written)
            yield batch

    def _shown(self, writer: Writer, press: Press, page: Page) -> Batch:
        """Write a page where others can change it: then what counts is the file."""
        template = self.env.get_template(page.template)
        writer.write_file(page.path, template, press.names, url=page.url, **page.context)
        html = (Path(self.output_path) / page.path).read_text(encoding="utf-8")
        slug, beside = page.counts_for, self.output.apart()
        press.accompany(page, beside)
        measures = {slug: measure_page(html)} if slug else {}
        return Batch(1, beside.written(), measures, press.records(page.entries))

    def _sweep_index(self) -> None:
        """Take away the index of an earlier build, whose files have other names; Pelican
        leaves what it does not write.
        """
        if (Path(self.output_path) / MARKER).is_file():
            rmtree(Path(self.output_path) / SEARCH_INDEX, ignore_errors=True)

    def _addresses(self, pages: tuple[Page, ...]) -> Iterator[str]:
        """The urls of all pages that readers can be led to, those of Pelican at the end."""
        yield from (page.url for page in pages if page.planned.kind.in_sitemap)
        yield from (page_url(slug) for slug in self.build.ordinary)


def _others(writer: Writer) -> bool:
    """Whether somebody else has a say in what is written: then they are told of each page,
    one after the other.
    """
    return type(writer) is not Writer or bool(signals.content_written.receivers)


def _pages_of(batch: Batch) -> int:
    return batch.pages
