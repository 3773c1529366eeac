"""Read and bring up to date the gettext catalogs of plans and of templates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from generator.errors import HandbookError
from generator.model.element import text_fields
from generator.model.handbook import Handbook

PLAN_CATALOG = "plans.po"
LABEL_CATALOG = "labels.po"
_CHANGING_HEADERS = tuple(
    f'"{name}:'.encode()
    for name in (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Report-Msgid-Bugs-To",
        "Generated-By",
    )
)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A sentence of a plan with the places where it stands."""

    text: str
    places: tuple[tuple[str, int], ...]
    plural: str | None = None
    """The form for several, where the sentence counts something."""


def plan_texts(handbook: Handbook) -> tuple[SourceText, ...]:
    """Every text of the plans that readers see, once, in the order of the files."""
    places: dict[str, list[tuple[str, int]]] = {}
    for part in handbook.parts:
        for element in part.walk():
            for name in text_fields(type(element)):
                value = getattr(element, name)
                for number, text in enumerate(value if isinstance(value, tuple) else (value,)):
                    if text:
                        path = (name, number) if isinstance(value, tuple) else (name,)
                        position = element.position(*path)
                        places.setdefault(text, []).append((position.file, position.line))
    return tuple(SourceText(text, tuple(found)) for text, found in places.items())


class CatalogError(HandbookError):
    """A file is no translation catalog."""

    def __init__(self, path: str, fault: Exception) -> None:
        super().__init__(f"`{path}` is not a translation catalog: {fault}.", "Restore it from the repository.")
        self.path = path


def parse_catalog(data: bytes, path: str, language: str) -> Catalog:
    """A catalog from the bytes of a PO file. Raises CatalogError if it is no PO file."""
    try:
        return read_po(BytesIO(data), locale=language.replace("-", "_"), abort_invalid=True)
    except (PoFileError, ValueError, LookupError) as error:
        raise CatalogError(path, error) from error


def translated(catalog: Catalog) -> dict[str, str]:
    """Finished translations; what is marked fuzzy is out of date and left out."""
    return {
        message.id: message.string
        for message in catalog
        if message.id
        and not message.fuzzy
        and isinstance(message.id, str)
        and isinstance(message.string, str)
        and message.string
    }


def translated_labels(catalog: Catalog) -> dict[str, str | tuple[str, ...]]:
    """Finished translations of labels, plural forms included."""
    found: dict[str, str | tuple[str, ...]] = {}
    for message in catalog:
        if not message.id or message.fuzzy or not message.string:
            continue
        if isinstance(message.id, tuple):
            if all(message.string):
                found[message.id[0]] = tuple(message.string)
        else:
            found[str(message.id)] = str(message.string)
    return found


def updated(catalog: Catalog | None, texts: Iterable[SourceText], language: str, project: str) -> Catalog:
    """The catalog for today's texts: new ones empty, changed ones fuzzy, vanished ones obsolete."""
    template = Catalog(project=project, charset="utf-8")
    for text in texts:
        # Line numbers would change the catalog with every edit of a plan; the file is enough to find it.
        forms = (text.text, text.plural) if text.plural else text.text
        template.add(forms, locations=sorted({(file, 0) for file, _ in text.places}))
    if catalog is None:
        catalog = Catalog(locale=language.replace("-", "_"), project=project, fuzzy=False)
    # What comes back is translated already: take it out of the obsolete entries before they are merged.
    for message in list(template):
        key = message.id if isinstance(message.id, str) else message.id[0]
        if key and key in catalog.obsolete:
            catalog[message.id] = catalog.obsolete.pop(key)
    _carry_over(catalog, template)
    catalog.update(template, no_fuzzy_matching=True)
    return catalog


def _carry_over(catalog: Catalog, template: Catalog) -> None:
    """Give each new sentence the translation of the vanished one it is most like, as fuzzy.

    A sentence that stays is no candidate: what resembles it is another sentence. It would also take a minute to
    compare every new sentence with all that are known.
    """
    vanished, new = Catalog(locale=catalog.locale), Catalog(locale=catalog.locale)
    for message in [message for message in catalog if message.id and message.id not in template]:
        vanished[message.id] = message
        catalog.delete(message.id)
    for message in template:
        if message.id and message.id not in catalog:
            new[message.id] = message
    vanished.update(new)
    for message in vanished:
        if message.id:
            catalog[message.id] = message
    catalog.obsolete |= vanished.obsolete


def catalog_bytes(catalog: Catalog) -> bytes:
    """The PO file of a catalog: sorted, without line numbers, so that merges stay small."""
    out = BytesIO()
    catalog.header_comment = f"# Translations of the handbook ({catalog.locale_identifier})."
    write_po(out, catalog, width=110, include_lineno=False, include_previous=False)
    # Dates and names in the header would change the file without a change of words.
    lines = out.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_CHANGING_HEADERS))
