"""All files of a pack by path."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from jinja2 import Environment, TemplateError

from generator.analysis.restricted import Restricted
from generator.audit.archive import sums_of, sums_text
from generator.audit.edition import AuditedEdition
from generator.audit.report import ReportTable, ReportView
from generator.audit.site_tables import tables_of_site
from generator.audit.tables import audit_tables
from generator.audit.verbatim import NOTE, withheld
from generator.errors import HandbookError
from generator.exports import Table, csv_bytes, xlsx_bytes
from generator.exports.table import TableWords
from generator.reporters import diff_as_json, report_as_json

REPORT = "index.html"
SUMS = "SHA256SUMS"
_TEMPLATE = "audit/report.html.j2"


def pack_files(edition: AuditedEdition, environment: Environment) -> dict[str, bytes]:
    """The files of the pack. Raises HandbookError if the template of the report is broken."""
    held = _held(edition)
    left_out = withheld(held, edition.restricted)
    notes = {f"{file.path}{NOTE}": file.note(edition.tag.name, edition.translator) for file in left_out}
    tables = tuple(masked_table(table, edition.restricted) for table in _tables(edition))
    files = {path: content for path, content in held.items() if f"{path}{NOTE}" not in notes}
    files |= notes | _told(edition)
    for table in tables:
        files |= _forms(table)
    if left_out:
        files["left-out.sha256"] = sums_text({file.path: file.digest for file in left_out})
    shown = {table.name: ReportTable.of(table) for table in tables}
    files[REPORT] = _rendered(ReportView(edition, shown, left_out, tuple(sorted(files))), environment)
    return files | {SUMS: sums_text(sums_of(files))}


def _held(edition: AuditedEdition) -> dict[str, bytes]:
    """What the pack holds as git holds it."""
    files = {file.path.encode(errors="replace").decode(): file.data for file in edition.files}
    return files | {"manifest.json": edition.stored_manifest.encode()}


def masked_table(table: Table, restricted: Restricted) -> Table:
    """The table without what is restricted."""
    masked = restricted.masked
    rows = tuple(tuple(masked(cell) if isinstance(cell, str) else cell for cell in row) for row in table.rows)
    return replace(table, title=masked(table.title), rows=rows)


def _told(edition: AuditedEdition) -> dict[str, bytes]:
    """What programs read."""
    masked, comparison, before = edition.restricted.masked_json, edition.past.comparison, edition.past.previous
    files = {
        "tag.txt": _tag(edition).encode(),
        "site.sha256": sums_text(edition.manifest.files),
        "checker-report.json": f"{masked(report_as_json(edition.inspection))}\n".encode(errors="replace"),
    }
    if comparison and before:
        found = diff_as_json(comparison, before.name, edition.name)
        files["differences.json"] = f"{masked(found)}\n".encode(errors="replace")
    return files


def _tag(edition: AuditedEdition) -> str:
    """The tag as git tells it; who set it is a person too."""
    tag = edition.tag
    tagger = "left out; the tag object holds it" if edition.restricted.applies else tag.tagger
    lines = (
        f"tag: {tag.name}",
        f"tag object: {tag.id}",
        f"commit: {tag.commit}",
        f"tagger: {tagger}",
        f"tagged on: {tag.on}",
        f"signature: {edition.signature or 'none'}",
        *([tag.signature] if tag.signature else []),
    )
    return "".join(f"{line}\n" for line in lines)


def _tables(edition: AuditedEdition) -> Iterator[Table]:
    words = TableWords(edition.facts, edition.translator)
    yield from tables_of_site(words, edition.tables)
    yield from audit_tables(words, edition.inspection, edition.plan_prints)


def _forms(table: Table) -> dict[str, bytes]:
    content = {"name": table.name, "title": table.title, "columns": table.columns, "rows": table.rows}
    path = f"tables/{table.name}"
    return {
        f"{path}.csv": csv_bytes(table),
        f"{path}.xlsx": xlsx_bytes(table),
        f"{path}.json": f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode(errors="replace"),
    }


def _rendered(view: ReportView, environment: Environment) -> bytes:
    try:
        return environment.get_template(_TEMPLATE).render(view=view).encode(errors="replace")
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        raise HandbookError(
            f"The template `{_TEMPLATE}`{f', line {line},' if line else ''} cannot be used: {error.message}.",
            "Compare the template with the bundled one.",
        ) from error
