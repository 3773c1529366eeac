"""A page whose HTML is finished: MkDocs need not parse it again, which is most of its work."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.render.page import split_source


class FinishedPage(Page):
    """Takes title, table of contents, edit link and content from front matter and body as they are."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Split front matter and body."""
        front, self.markdown = split_source(self.file.content_string)
        self.meta = {"title": front["title"], "description": front["description"], "hide": front["hide"]}
        edit_url = front["edit_url"]
        self.edit_url = edit_url if isinstance(edit_url, str) else None
        self._headings: list[Any] = front["toc"] if isinstance(front["toc"], list) else []

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the body as content."""
        self.content = self.markdown
        self.toc = TableOfContents(_nested(self._headings))
        self.present_anchor_ids = {anchor for _, anchor, _ in self._headings}
        self.links_to_anchors = {}


def _nested(headings: list[Any]) -> list[AnchorLink]:
    top: list[AnchorLink] = []
    for level, anchor, title in headings:
        link = AnchorLink(title, anchor, level)
        if level > 2 and top:
            top[-1].children.append(link)
        else:
            top.append(link)
    return top
