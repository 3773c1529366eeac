"""What falls due as a table."""

from __future__ import annotations

from generator.exports.table import Table, TableWords, iso
from generator.i18n.words import translatable as _
from generator.views.due import view_due
from generator.views.sitemap import Sitemap


def due_table(words: TableWords, sitemap: Sitemap) -> Table:
    """All that falls due, in order of days."""
    columns = words.head(
        *(_("Due"), _("Days left"), _("State"), _("Kind"), _("What falls due"), _("Who"), _("Rule"), _("Page"))
    )
    rows = tuple(
        (
            iso(row.on),
            row.days_left,
            words.label("overdue") if row.overdue else "",
            words.label(row.kind),
            words.say(row.title),
            words.role_title(row.role),
            row.rule or "",
            row.location.seen_from(""),
        )
        for row in view_due(words.facts, sitemap).rows
    )
    return Table("due-dates", words.label("Due dates"), columns, rows)
