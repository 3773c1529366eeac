"""What changed since the edition before: for auditors plan by plan, for everybody else role by role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.history.changes import Change, Comparison, Effect, Kind, PlanName, Subject
from generator.history.concerns import is_of_people
from generator.history.grouping import PlanChanges, by_plan, by_role, counts
from generator.history.past import Past
from generator.i18n.labels import name_of
from generator.i18n.words import Translator
from generator.i18n.words import translatable as _
from generator.model.acts import PhaseId
from generator.model.control import DocumentControl, Revision
from generator.model.handbook import Handbook
from generator.model.scenario import Scenario
from generator.model.settings import Settings
from generator.views.change_editions import edition_label, fresh_revisions
from generator.views.change_labels import kind_label
from generator.views.change_pieces import Told, said, text_of
from generator.views.change_references import Touched, changed_references, touched_things
from generator.views.change_weight import is_aside, is_confirmation, is_duty
from generator.views.change_words import Block, Line, Teller
from generator.views.sitemap import PLAN_PAGES, Location, Sitemap, page_of

EFFECT_NAMES: Mapping[Effect, str] = {
    Effect.STRENGTHENED: _("strengthened"),
    Effect.WEAKENED: _("weakened"),
    Effect.NEUTRAL: _("neutral"),
}
_STEP, _PHASE = "step", "phase"


@dataclass(frozen=True, slots=True)
class Thing:
    """What changed in one thing; `kind` is empty for the plan itself, `location` None if no page shows it any more."""

    kind: str
    id: str
    title: Told
    location: Location | None
    lines: tuple[Line, ...]

    @property
    def shows_id(self) -> bool:
        """Whether the id says more than the title."""
        return bool(self.kind) and text_of(self.title) != self.id


@dataclass(frozen=True, slots=True)
class PlanThings:
    """Things of one plan. `anchor` is that of the plan on the page of all changes."""

    title: Told
    anchor: str
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A thing that another plan tells of. `anchor` is that of the plan on the page of all changes."""

    title: Told
    anchor: str


@dataclass(frozen=True, slots=True)
class PlanNews:
    """Everything that changed in one plan."""

    title: Told
    anchor: str
    location: Location | None
    fate: Kind
    """Whether the plan came, went, or changed."""
    edition: str
    """Its version before and after, in words."""
    revisions: tuple[Revision, ...]
    """What its history says of the versions since then, the newest first."""
    counts: Mapping[Effect, int]
    things: tuple[Thing, ...]
    asides: tuple[Thing, ...]
    """Document control, days of checks and details, in which nobody's duty changed."""
    aside_count: int
    confirmed: bool
    """Whether it was only looked at again: nothing changed but document control and days of checks."""
    around: tuple[Reference, ...]
    """What changed elsewhere and is named here."""


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What changed since the edition before, if that is known."""

    past: Past
    counts: Mapping[Effect, int]
    weakened: tuple[PlanThings, ...]
    plans: tuple[PlanNews, ...]
    withheld: int
    """Changes of people's names and numbers, which this handbook does not show."""

    @property
    def changed(self) -> tuple[PlanNews, ...]:
        """Plans that say something new."""
        return tuple(plan for plan in self.plans if not plan.confirmed)

    @property
    def confirmed(self) -> tuple[PlanNews, ...]:
        """Plans that were only looked at again."""
        return tuple(plan for plan in self.plans if plan.confirmed)


@dataclass(frozen=True, slots=True)
class RoleNews:
    """What is new for one role."""

    role: str
    title: Told
    anchor: str
    fate: Kind
    """Whether the role came, went, or is still there."""
    count: int
    gained: tuple[PlanThings, ...]
    lost: tuple[PlanThings, ...]
    touched: tuple[PlanThings, ...]


@dataclass(frozen=True, slots=True)
class RolesView:
    """What is new for each role that something is new for; roles that went come last."""

    past: Past
    roles: tuple[RoleNews, ...]
    unchanged: tuple[str, ...]
    """Ids of the roles that nothing is new for."""


@dataclass(frozen=True, slots=True)
class News:
    """The comparison with the edition before, told in the language of the pages.

    `comparison` holds what may be shown.
    """

    past: Past
    handbook: Handbook
    sitemap: Sitemap
    teller: Teller
    comparison: Comparison
    withheld: int

    @classmethod
    def of(
        cls, past: Past, handbook: Handbook, sitemap: Sitemap, translator: Translator, clean: Callable[[str], str]
    ) -> News:
        """`clean` takes away the markup of plans."""
        comparison = past.comparison or Comparison((), {}, {})
        steps = {(plan.id, step.id): step.do for plan in handbook.scenarios.values() for step in plan.steps}
        shown = comparison.changes
        if not handbook.settings.show_contacts:
            shown = tuple(change for change in shown if not is_of_people(change))
        return cls(
            past,
            handbook,
            sitemap,
            Teller.for_pages(comparison, translator, steps, clean),
            replace(comparison, changes=shown),
            len(comparison.changes) - len(shown),
        )

    def view_changes(self) -> ChangesView:
        """The page of all changes."""
        touched = touched_things(self.comparison.changes)
        return ChangesView(
            self.past,
            counts(self.comparison.changes),
            tuple(self._weakened()),
            tuple(self._plan(plan, touched) for plan in by_plan(self.comparison)),
            self.withheld,
        )

    def view_roles(self) -> RolesView:
        """The page of what is new for each role."""
        found = changes_by_role(self.comparison)
        order = [*(name for name in self.handbook.roles if name in found), *(found.keys() - self.handbook.roles.keys())]
        unchanged = tuple(name for name in self.handbook.roles if name not in found)
        return RolesView(self.past, tuple(self._role(name, found[name]) for name in order), unchanged)

    def count_by_role(self) -> Counter[str]:
        """How many changes concern each role."""
        return Counter({role: len(changes) for role, changes in changes_by_role(self.comparison).items()})

    def _weakened(self) -> Iterator[PlanThings]:
        weaker = (change for change in self.comparison.changes if change.effect is Effect.WEAKENED)
        for plan in _by_own_plan(self.comparison, (change for change in weaker if not change.inside)):
            yield self._things_of(plan)

    def _plan(self, plan: PlanChanges, touched: Touched) -> PlanNews:
        asides = tuple(change for change in plan.changes if is_aside(change))
        shown = tuple(change for change in plan.changes if not is_aside(change))
        editions = plan.plan
        return PlanNews(
            self.teller.title(editions.name),
            anchor_of(editions.name),
            self._place_of_plan(editions.name),
            Kind.CAME if editions.before is None else Kind.WENT if editions.after is None else Kind.CHANGED,
            edition_label(editions, self.teller.values.translator),
            tuple(_revisions(plan.changes)),
            counts(plan.changes),
            self._things(PlanChanges(editions, shown)),
            self._things(PlanChanges(editions, asides)),
            len(asides),
            all(map(is_confirmation, plan.changes)),
            tuple(self._around(editions.name, touched)),
        )

    def _around(self, name: PlanName, touched: Touched) -> Iterator[Reference]:
        plan = next((one for one in self.handbook.plans if (type(one).__name__, one.id) == name.key), None)
        for subject in changed_references(plan, touched) if plan else ():
            yield Reference(self.teller.name(subject), anchor_of(subject.plan))

    def _role(self, role: str, changes: tuple[Change, ...]) -> RoleNews:
        own = {change.kind for change in changes if _is_itself(change, role)}
        fate = next((kind for kind in (Kind.CAME, Kind.WENT) if kind in own), Kind.CHANGED)
        parts = [
            [change for change in changes if role not in change.roles_before],
            [change for change in changes if role not in change.roles_after],
            [change for change in changes if role in change.roles_before & change.roles_after],
        ]
        told = (tuple(map(self._things_of, _by_own_plan(self.comparison, part))) for part in parts)
        title = self.teller.values.text(self.comparison.titles.get(("role", role), role))
        return RoleNews(role, title, f"role-{role}", fate, len(changes), *told)

    def _things_of(self, plan: PlanChanges) -> PlanThings:
        name = plan.plan.name
        return PlanThings(self.teller.title(name), anchor_of(name), self._things(plan, inside=True))

    def _things(self, plan: PlanChanges, inside: bool = False) -> tuple[Thing, ...]:
        return tuple(self._thing(block) for block in self.teller.blocks(plan, inside))

    def _thing(self, block: Block) -> Thing:
        subject, translator = block.subject, self.teller.values.translator
        kind = "" if subject.is_plan else kind_label(subject.kind, translator)
        phase = next((phase for phase in PhaseId if subject.kind == _PHASE and phase.value == subject.id), None)
        title = said(translator.gettext(name_of(phase))) if phase else self.teller.name(subject)
        return Thing(kind, subject.id, title, self._place(subject), block.lines)

    def _place(self, subject: Subject) -> Location | None:
        """Where the thing stands now."""
        if subject.is_plan:
            return self._place_of_plan(subject.plan)
        scenario = self.handbook.scenarios.get(subject.plan.id)
        if scenario is not None and subject.kind in (_STEP, _PHASE):
            there = scenario.steps if subject.kind == _STEP else scenario.phases
            known = any(one.id == subject.id for one in there)
            return Location(page_of(scenario), f"{subject.kind}-{subject.id}") if known else None
        return self.sitemap.locations.get((subject.kind, subject.id))

    def _place_of_plan(self, plan: PlanName) -> Location | None:
        if plan.kind == Settings.__name__:
            return Location(PLAN_PAGES[Settings])
        kinds = {Scenario.__name__: "scenario", "RequirementCatalog": "catalog"}
        return self.sitemap.locations.get((kinds.get(plan.kind, "plan"), plan.id))


def anchor_of(plan: PlanName) -> str:
    """The anchor of a plan on the page of all changes; plans of two kinds may have the same id."""
    return f"{plan.kind}-{plan.id}".lower().rstrip("-")


def changes_by_role(comparison: Comparison) -> Mapping[str, tuple[Change, ...]]:
    """What is new for each role that something is new for, without the housekeeping of plans."""
    duties = tuple(change for change in comparison.changes if is_duty(change))
    return {role: found.changes for role, found in by_role(replace(comparison, changes=duties)).items()}


def _by_own_plan(comparison: Comparison, changes: Iterable[Change]) -> Iterator[PlanChanges]:
    """Each change once, with the plan that it is told under."""
    for plan in by_plan(replace(comparison, changes=tuple(changes))):
        own = tuple(change for change in plan.changes if change.subject.plan.key == plan.plan.name.key)
        if own:
            yield PlanChanges(plan.plan, own)


def _revisions(changes: Iterable[Change]) -> Iterator[Revision]:
    for change in changes:
        before, after = change.before, change.after
        if isinstance(before, DocumentControl) and isinstance(after, DocumentControl):
            yield from reversed(fresh_revisions(before, after))


def _is_itself(change: Change, role: str) -> bool:
    return (change.subject.kind, change.subject.id, change.subject.field) == ("role", role, "")
