"""The pictures of the pages, drawn from the facts in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from markupsafe import Markup

from generator.analysis.facts import Facts
from generator.i18n.formats import Formats
from generator.i18n.words import Translator
from generator.model.organization import Role
from generator.model.severity import EscalationPath
from generator.render.diagrams.calendar import Recurring, calendar
from generator.render.diagrams.graph import Vertex, graph
from generator.render.diagrams.ladder import Rung, ladder
from generator.render.diagrams.timeline import Bar, timeline
from generator.render.diagrams.tree import Node, tree
from generator.render.diagrams.year import Column, Lane, year
from generator.render.links import Links
from generator.render.prose import plain_text
from generator.views.due import OCCASION_NAMES, DueGroup, DueView
from generator.views.exercises import ExercisesView
from generator.views.scenario import ScenarioView


@dataclass(frozen=True)
class Pictures:
    """Draws for one page."""

    facts: Facts
    translator: Translator
    formats: Formats
    links: Links

    def _say(self, text: str) -> str:
        return plain_text(self.translator.words(text).text)

    def _label(self, text: str) -> str:
        return self.translator.gettext(text)

    def timeline(self, view: ScenarioView) -> Markup:
        """Who acts when in one scenario."""
        roles = self.facts.handbook.roles
        bars = tuple(
            Bar(
                lane=self._say(roles[row.timed.step.responsible].title),
                number=row.number,
                label=self._say(row.timed.step.do),
                starts=row.timed.starts,
                ends=row.timed.ends,
                limit=row.timed.limit,
                href=f"#step-{row.timed.step.id}",
                critical=row.critical,
            )
            for phase in view.phases
            for row in phase.rows
        )
        return timeline(bars, self._label("Timeline by role"), self._label, self.formats.minutes)

    def organization_chart(self) -> Markup:
        """Who reports to whom."""
        roles = self.facts.handbook.roles

        def node(role: Role, above: frozenset[str]) -> Node:
            below = (r for r in roles.values() if r.superior == role.id and r.id not in above)
            children = tuple(node(child, above | {child.id}) for child in below)
            return Node(self._say(role.title), self.links.href("role", role.id), role.critical, children)

        roots = (role for role in roles.values() if role.superior is None)
        return tree(tuple(node(root, frozenset({root.id})) for root in roots), self._label("Organization chart"))

    def systems(self) -> Markup:
        """What depends on what."""
        systems = self.facts.handbook.systems.values()
        vertices = tuple(
            Vertex(s.id, self._say(s.title), self.links.href("system", s.id), s.critical, s.depends_on) for s in systems
        )
        return graph(vertices, self._label("What depends on what"), self._label("needs"))

    def ladder(self, path: EscalationPath) -> Markup:
        """Who is called when nobody has answered."""
        book = self.facts.handbook
        rungs = tuple(
            Rung(
                after=self.formats.duration(step.after),
                who=self._say(book.roles[step.notify].title),
                how=", ".join(self._say(book.channels[name].title) for name in step.via),
                href=self.links.href("role", step.notify),
            )
            for step in path.steps
        )
        return ladder(f"ladder-{path.id}", rungs, self._say(path.title))

    def exercise_calendar(self, view: ExercisesView) -> Markup:
        """The coming year of exercises."""
        rows = tuple(
            Recurring(
                self._say(row.exercise.title),
                self.links.href("exercise", row.exercise.id),
                row.exercise.next_on,
                row.exercise.every,
            )
            for row in view.programme
        )
        return calendar(rows, view.as_of, self._label("Exercise calendar"), self._month)

    def due_year(self, view: DueView) -> Markup:
        """How much of which kind falls due when."""
        columns = tuple(
            Column(self._column(group), f"#{group.anchor}" if group.rows else "", group.overdue)
            for group in view.groups
        )
        lanes = tuple(
            Lane(self._label(name), tuple(group.count(occasion) for group in view.groups))
            for occasion, name in OCCASION_NAMES.items()
        )
        return year(lanes, columns, self._label("Due dates of the next twelve months"))

    def _column(self, group: DueGroup) -> str:
        if group.month:
            return self._month(group.month)
        return self._label("overdue") if group.overdue else self._label("later")

    def _month(self, day: date) -> str:
        return format_date(day, "MMM", locale=self.formats.locale)
