"""The tables a reader can download, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.exports.due_table import due_table
from generator.exports.exercise_tables import exercise_tables
from generator.exports.register_table import register_table
from generator.exports.table import Cell, Table, TableWords
from generator.i18n.labels import name_of
from generator.i18n.words import Translator
from generator.i18n.words import translatable as _
from generator.views.register import EvidenceLink, view_coverage
from generator.views.roles import view_matrix, view_role
from generator.views.scenario import view_scenario
from generator.views.sitemap import Sitemap


def all_tables(facts: Facts, sitemap: Sitemap, translator: Translator) -> Iterator[Table]:
    """Every table of the site; limits are minutes from the activation of the plan."""
    tables = _Tables(facts, translator)
    for scenario in facts.handbook.scenarios:
        yield tables.scenario(scenario)
    for role in facts.handbook.roles:
        yield tables.role(role)
    yield tables.matrix()
    yield from tables.coverage(sitemap)
    yield register_table(tables, sitemap)
    yield due_table(tables, sitemap)
    yield from exercise_tables(tables)


class _Tables(TableWords):
    def scenario(self, name: str) -> Table:
        """Steps × roles."""
        scenario = self.facts.handbook.scenarios[name]
        matrix = view_scenario(self.facts, scenario).matrix
        columns = (*self.head(_("No."), _("Step"), _("Limit (min)")), *(self.role_title(role) for role in matrix.roles))
        rows = tuple(
            (
                row.number,
                self.say(row.timed.step.do),
                _whole(row.timed.limit),
                *("".join(letters) for letters in row.letters),
            )
            for row in matrix.rows
        )
        return Table(f"scenario-{name}", self.say(scenario.title), columns, rows)

    def role(self, name: str) -> Table:
        """Duties of a role in order of time."""
        view = view_role(self.facts, self.facts.handbook.roles[name])
        columns = self.head(_("Limit (min)"), _("Emergency"), _("Phase"), _("Duty"), _("Part"))
        rows = tuple(
            (
                _whole(duty.limit),
                self.say(duty.scenario.title),
                self.translator.gettext(name_of(duty.phase)),
                self.say(duty.step.do),
                "".join(duty.letters),
            )
            for duty in (*view.acting, *view.advising)
        )
        return Table(f"role-{name}", self.say(view.role.title), columns, rows)

    def matrix(self) -> Table:
        """Roles × scenarios: number of steps the role does or answers for."""
        view = view_matrix(self.facts)
        head = self.head(_("Role"), _("Acts"), _("All"), _("Tightest limit (min)"))
        rows = tuple(
            (
                self.say(row.role.title),
                row.acting,
                row.duties,
                _whole(row.tightest),
                *(cell.acting if cell else None for cell in row.cells),
            )
            for row in view.rows
        )
        columns = (*head, *(self.say(scenario.title) for scenario in view.scenarios))
        return Table("matrix", self.translator.gettext("Responsibility matrix"), columns, rows)

    def coverage(self, sitemap: Sitemap) -> Iterator[Table]:
        """Requirements and the places that cover them."""
        columns = self.head(_("No."), _("Area"), _("What the handbook must say"), _("Where it says so"), _("Source"))
        for view in view_coverage(self.facts, sitemap):
            rows = tuple(
                (
                    row.name,
                    self.say(row.area),
                    self.say(row.need),
                    "\n".join(map(self._evidence, row.links)),
                    row.source,
                )
                for row in view.rows
            )
            catalog = view.coverage.catalog
            yield Table(f"coverage-{catalog.id}", self.say(catalog.title), columns, rows)

    def _evidence(self, link: EvidenceLink) -> str:
        parts = [self.say(link.title), self.say(link.plan) if link.plan else ""]
        return " · ".join(filter(None, [*parts, self.label(name_of(link.doubt)) if link.doubt else ""]))


def _whole(minutes: float | None) -> Cell:
    return None if minutes is None else int(minutes) if float(minutes).is_integer() else minutes
