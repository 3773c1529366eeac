"""A thin host: renders the handbook before MkDocs builds it, in every language."""

from generator.mkdocs_plugin.plugin import HandbookPlugin

__all__ = ["HandbookPlugin"]
