"""Find the labels of templates and of code, for the label catalogs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from babel.messages.extract import extract_from_dir

from generator.i18n.catalogs import SourceText

_METHODS = [("**.j2", "jinja2"), ("**.py", "python")]
_OPTIONS = {"**.j2": {"trimmed": "true", "extensions": "jinja2.ext.i18n,jinja2.ext.loopcontrols", "silent": "false"}}
_KEYWORDS: Mapping[str, tuple[int, ...] | None] = {
    "_": None,
    "gettext": None,
    "_label": None,
    "translatable": None,
    "ngettext": (1, 2),
}


def template_labels(*folders: Path) -> tuple[SourceText, ...]:
    """Labels of all templates and modules below the folders, each once, with the file that first has it."""
    labels: dict[str, SourceText] = {}
    for folder in folders:
        for file, _line, message, _comments, _context in extract_from_dir(folder, _METHODS, _OPTIONS, _KEYWORDS):
            for text, plural in _forms(message):
                labels.setdefault(text, SourceText(text, ((f"{folder.name}/{file}", 0),), plural))
    return tuple(labels.values())


def _forms(message: str | tuple[str, ...]) -> list[tuple[str, str | None]]:
    if isinstance(message, str):
        return [(message, None)]
    return [(message[0], message[1])]
