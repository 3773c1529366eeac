"""Make MkDocs' pages finished ones, and give those outside the navigation their place in it."""

from __future__ import annotations

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from generator.mkdocs_plugin.page import FinishedPage
from generator.render.page import split_source


def finish_pages(nav: Navigation, files: Files) -> None:
    """Swap the class of every page; scenario and role pages belong to the section of their index."""
    in_nav = {page.file.dest_uri: page for page in nav.pages}
    for file in files.documentation_pages():
        page = file.page
        if page is None:
            continue
        # MkDocs builds its pages itself; only their class can be exchanged without losing their titles.
        page.__class__ = FinishedPage
        if file.dest_uri not in in_nav:
            page.parent = _section_of(page, in_nav)


def _section_of(page: Page, in_nav: dict[str, Page]) -> Section | None:
    front, _ = split_source(page.file.content_string)
    index = in_nav.get(str(front["section"]))
    return index.parent if index else None
