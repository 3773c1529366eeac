"""Find the labels of templates and of code, for the label catalogs."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from generator.i18n.catalogs import SourceText

_METHODS = [("**.j2", "jinja2"), ("**.py", "python")]
_OPTIONS = {
    "**.j2": {"trimmed": "true", "extensions": "jinja2.ext.i18n,jinja2.ext.loopcontrols", "silent": "false"}
}
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "_label": None,
    "_head": None,
    "ngettext": (1, 2),
    "translatable": None,
}


def template_labels(*folders: Path) -> tuple[SourceText, ...]:
    """Labels of all templates and modules below the folders; plural labels carry both forms."""
    catalog = Catalog()
    for folder in folders:
        found = extract_from_dir(folder, _METHODS, _OPTIONS, _KEYWORDS)
        for file, line, message, _, _ in found:
            catalog.add(message, locations=[(file, line)])
    return tuple(
        SourceText(m.id, ((f"{place[0]}", 0),)) for m in catalog if m.id for place in m.locations[:1]
    )
