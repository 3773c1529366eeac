"""The tables a reader can download, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.analysis.facts import Facts
from generator.i18n.labels import name_of
from generator.i18n.words import Translator
from generator.i18n.words import translatable as _
from generator.render.prose import plain_text
from generator.views.register import view_coverage, view_register
from generator.views.roles import view_matrix, view_role
from generator.views.scenario import view_scenario
from generator.views.sitemap import Sitemap

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; `name` is the file name without its ending."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def all_tables(facts: Facts, sitemap: Sitemap, translator: Translator) -> Iterator[Table]:
    """Every table of the site; limits are minutes from the activation of the plan."""
    tables = _Tables(facts, translator)
    for scenario in facts.handbook.scenarios:
        yield tables.scenario(scenario)
    for role in facts.handbook.roles:
        yield tables.role(role)
    yield tables.matrix()
    yield tables.register()
    yield from tables.coverage(sitemap)


@dataclass(frozen=True)
class _Tables:
    facts: Facts
    translator: Translator

    def _say(self, text: str) -> str:
        return plain_text(self.translator.words(text).text)

    def _head(self, *labels: str) -> tuple[str, ...]:
        return tuple(self.translator.gettext(label) for label in labels)

    def _role(self, name: str) -> str:
        return self._say(self.facts.handbook.roles[name].title)

    def scenario(self, name: str) -> Table:
        """Steps × roles."""
        scenario = self.facts.handbook.scenarios[name]
        matrix = view_scenario(self.facts, scenario).matrix
        columns = (*self._head(_("No."), _("Step"), _("Limit (min)")), *(self._role(role) for role in matrix.roles))
        rows = tuple(
            (
                row.number,
                self._say(row.timed.step.do),
                _whole(row.timed.limit),
                *("".join(letters) for letters in row.letters),
            )
            for row in matrix.rows
        )
        return Table(f"scenario-{name}", self._say(scenario.title), columns, rows)

    def role(self, name: str) -> Table:
        """Duties of a role in order of time."""
        view = view_role(self.facts, self.facts.handbook.roles[name])
        columns = self._head(_("Limit (min)"), _("Emergency"), _("Phase"), _("Duty"), _("Part"))
        rows = tuple(
            (
                _whole(duty.limit),
                self._say(duty.scenario.title),
                self.translator.gettext(name_of(duty.phase)),
                self._say(duty.step.do),
                "".join(duty.letters),
            )
            for duty in (*view.acting, *view.advising)
        )
        return Table(f"role-{name}", self._say(view.role.title), columns, rows)

    def matrix(self) -> Table:
        """Roles × scenarios: number of steps the role does or answers for."""
        view = view_matrix(self.facts)
        head = self._head(_("Role"), _("Acts"), _("All"), _("Tightest limit (min)"))
        rows = tuple(
            (
                self._say(row.role.title),
                row.acting,
                row.duties,
                _whole(row.tightest),
                *(cell.acting if cell else None for cell in row.cells),
            )
            for row in view.rows
        )
        columns = (*head, *(self._say(scenario.title) for scenario in view.scenarios))
        return Table("matrix", self.translator.gettext("Responsibility matrix"), columns, rows)

    def register(self) -> Table:
        """All plans with their document control."""
        columns = self._head(
            *(_("Plan"), _("Title"), _("File"), _("Version"), _("Status"), _("Owner"), _("Approved by")),
            *(_("Approved"), _("In force from"), _("Review due"), _("Days left")),
        )
        rows = tuple(
            (
                row.plan.id,
                self._say(row.plan.title),
                row.file,
                row.plan.control.version,
                self.translator.gettext(name_of(row.plan.control.status)),
                self._role(row.plan.control.owner),
                self._role(row.plan.control.approver),
                _iso(row.plan.control.approved_on),
                _iso(row.plan.control.effective_on),
                _iso(row.due),
                row.days_left,
            )
            for row in view_register(self.facts).rows
        )
        return Table("plans", self.translator.gettext("Plan register"), columns, rows)

    def coverage(self, sitemap: Sitemap) -> Iterator[Table]:
        """Requirements and the places that cover them."""
        columns = self._head(_("No."), _("Area"), _("What the handbook must say"), _("Where it says so"), _("Source"))
        for view in view_coverage(self.facts, sitemap):
            rows = tuple(
                (
                    row.name,
                    self._say(row.area),
                    self._say(row.need),
                    "\n".join(
                        f"{self._say(link.title)} · {self._say(link.plan)}" if link.plan else self._say(link.title)
                        for link in row.links
                    ),
                    row.source,
                )
                for row in view.rows
            )
            catalog = view.coverage.catalog
            yield Table(f"coverage-{catalog.id}", self._say(catalog.title), columns, rows)


def _whole(minutes: float | None) -> Cell:
    return None if minutes is None else int(minutes) if float(minutes).is_integer() else minutes


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
