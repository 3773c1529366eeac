"""Tables of the site that an auditor asks for too, as the pack shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.exports.table import Table, TableWords
from generator.i18n.words import translatable as _

_REGISTER = "plans"
_COVERAGE = "coverage-"
_AS_THEY_ARE = frozenset({"revisions", "changes", "due-dates", "exercises", "exercise-findings", "corrective-actions"})
_FIRST = (_("Plan"), _("Title"), _("Version"), _("Status"), _("Approval"), _("Fingerprint"))
"""What an auditor looks for in the register, and where a screen shows it without scrolling."""


def tables_of_site(words: TableWords, tables: Iterable[Table]) -> Iterator[Table]:
    """Those that the pack holds, in the order given; the register is not called `plans`, which is a folder there."""
    for table in tables:
        if table.name == _REGISTER:
            yield replace(_with_first(table, words.head(*_FIRST)), name="register")
        elif table.name.startswith(_COVERAGE):
            yield _without_blanks(table, *words.head(_("Where it says so"), _("not covered")))
        elif table.name in _AS_THEY_ARE:
            yield table


def _with_first(table: Table, titles: Iterable[str]) -> Table:
    """The table with these columns in front."""
    front = tuple(dict.fromkeys(table.columns.index(title) for title in titles))
    order = (*front, *(at for at in range(len(table.columns)) if at not in front))
    columns = tuple(table.columns[at] for at in order)
    return replace(table, columns=columns, rows=tuple(tuple(row[at] for at in order) for row in table.rows))


def _without_blanks(table: Table, title: str, word: str) -> Table:
    """The table with a word in place of each empty cell of one column: what is missing must not look forgotten."""
    column = table.columns.index(title)
    rows = ((*row[:column], row[column] or word, *row[column + 1 :]) for row in table.rows)
    return replace(table, rows=tuple(rows))
