"""The register of plans as a table."""

from __future__ import annotations

from generator.exports.table import Cell, Table, TableWords, iso
from generator.i18n.labels import name_of
from generator.i18n.words import translatable as _
from generator.views.register import RegisterRow, view_register
from generator.views.sitemap import Sitemap
from generator.views.standing import Standing

_COLUMNS = (
    *(_("Plan"), _("Title"), _("File"), _("Version"), _("Status"), _("Owner"), _("Approver")),
    *(_("Approved"), _("In force from"), _("Review due"), _("Days left"), _("In force"), _("Approval")),
    *(_("Recorded version"), _("Recorded approver"), _("Recorded on"), _("Changed since approval")),
    *(_("Translations changed since approval"), _("Fingerprint")),
)


def register_table(words: TableWords, sitemap: Sitemap) -> Table:
    """All plans with their document control, and how they stand to the record of their approval."""
    rows = tuple(
        (*_control(row, words), *_approval(row.standing, words)) for row in view_register(words.facts, sitemap).rows
    )
    return Table("plans", words.label("Plan register"), words.head(*_COLUMNS), rows)


def _control(row: RegisterRow, words: TableWords) -> tuple[Cell, ...]:
    control = row.plan.control
    return (
        row.plan.id,
        words.say(row.plan.title),
        row.file,
        control.version,
        words.label(name_of(control.status)),
        words.role_title(control.owner),
        words.role_title(control.approver),
        iso(control.approved_on),
        iso(control.effective_on),
        iso(row.due),
        row.days_left,
        words.yes(row.in_force),
    )


def _approval(standing: Standing, words: TableWords) -> tuple[Cell, ...]:
    record = standing.record
    changes = [f"{part.address}: {words.label(part.told)}" for part in standing.changes]
    return (
        words.label(standing.name),
        record.version if record else "",
        words.role_title(record.by) if record else "",
        iso(record.on if record else None),
        "\n".join([*changes, *(["…"] if standing.hidden else [])]),
        ", ".join(standing.translations),
        standing.fingerprint,
    )
