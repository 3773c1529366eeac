"""How far a change reaches: which scenarios, roles, action cards and pages it concerns.

Pages that list everything (home, responsibility matrix, register, coverage, search, downloads) are left out.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import TypeVar

from generator.analysis.approvals import Approval
from generator.analysis.calls import Call
from generator.analysis.facts import Facts
from generator.history.changes import Change, Comparison, PlanKey, Topic
from generator.history.grouping import RoleChanges, by_role
from generator.model.element import Element
from generator.model.handbook import Handbook
from generator.views.home import view_strip
from generator.views.roles import view_role
from generator.views.sitemap import Sitemap, page_of

K = TypeVar("K", bound=Hashable)


class Reason(StrEnum):
    """Why something is concerned, the strongest reason first; the first three are certain to be seen."""

    GONE = "gone"
    """It is not there any more."""
    CHANGED = "changed"
    """It shows what changed, in its own words."""
    VERSION = "version"
    """It has another version or status, and else says what it said."""
    NAMES = "names"
    """It names something outside that changed, such as a statement, a system or a role."""
    ROLE = "role"
    """It is the page of a role with a part in what changed."""

    @property
    def certain(self) -> bool:
        """Whether a reader is certain to see something else there."""
        return self in (Reason.GONE, Reason.CHANGED, Reason.VERSION)


@dataclass(frozen=True, slots=True)
class ScenarioReach:
    """A scenario that is concerned."""

    id: str
    title: str
    reason: Reason
    because: tuple[str, ...] = ()
    """Kind and id of the things outside that it names and that changed, such as `statement/first-words`."""


@dataclass(frozen=True, slots=True)
class RoleReach:
    """A role that is concerned."""

    title: str
    changes: RoleChanges


@dataclass(frozen=True, slots=True)
class CardReach:
    """The action card of a role that has to be printed again, or thrown away."""

    role: str
    title: str
    gone: bool


@dataclass(frozen=True, slots=True)
class PageReach:
    """A page of the site, by its path from the root."""

    path: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Reach:
    """Everything that a change concerns."""

    scenarios: tuple[ScenarioReach, ...] = ()
    roles: tuple[RoleReach, ...] = ()
    cards: tuple[CardReach, ...] = ()
    pages: tuple[PageReach, ...] = ()
    everywhere: bool = False
    """Whether the name of the company, the emergency numbers or whom to call first changed: every page shows them."""


NOWHERE = Reach()


def reach_of(before: Facts, after: Facts, comparison: Comparison) -> Reach:
    """What the changes between two states of the plans concern."""
    naming, cards = _naming(before, after), tuple(_cards(before, after))
    return Reach(
        tuple(_scenarios(before.handbook, after.handbook, comparison, naming)),
        tuple(_roles(comparison)),
        cards,
        tuple(_pages(_Pages.of(before.handbook), _Pages.of(after.handbook), comparison, cards, naming)),
        everywhere=_on_every_page(before) != _on_every_page(after),
    )


def _naming(before: Facts, after: Facts) -> Mapping[PlanKey, tuple[str, ...]]:
    """By plan that was there before, what it names outside and is not what it was."""
    old = {_key(approval.plan): _outside(approval) for approval in before.approvals}
    found: dict[PlanKey, tuple[str, ...]] = {}
    for approval in after.approvals:
        was, now = old.get(_key(approval.plan), {}), _outside(approval)
        if changed := tuple(name for name, digest in now.items() if was.get(name, digest) != digest):
            found[_key(approval.plan)] = changed
    return found


def _outside(approval: Approval) -> dict[str, str]:
    """Digests of what a plan names and another file defines, by kind and id."""
    return {piece.address: piece.digest for piece in approval.content.pieces if piece.outside}


def _scenarios(
    before: Handbook, after: Handbook, comparison: Comparison, naming: Mapping[PlanKey, tuple[str, ...]]
) -> Iterator[ScenarioReach]:
    reasons = _reasons((key, change) for change in comparison.changes for key in change.plans)
    for scenario in after.scenarios.values():
        key = _key(scenario)
        if key in reasons or key in naming:
            because = naming.get(key, ())
            yield ScenarioReach(scenario.id, scenario.title, reasons.get(key, Reason.NAMES), because)
    for name in sorted(before.scenarios.keys() - after.scenarios.keys()):
        yield ScenarioReach(name, before.scenarios[name].title, Reason.GONE)


def _reasons(concerned: Iterable[tuple[K, Change]]) -> dict[K, Reason]:
    """Whether what changes concern says something else, or has another version only."""
    found: dict[K, Reason] = {}
    for key, change in concerned:
        if change.topic is not Topic.CONTROL:
            found[key] = Reason.CHANGED
        found.setdefault(key, Reason.VERSION)
    return found


def _roles(comparison: Comparison) -> Iterator[RoleReach]:
    """That a plan has another version concerns nobody but its readers."""
    duties = tuple(change for change in comparison.changes if change.topic is not Topic.CONTROL)
    for name, changes in by_role(replace(comparison, changes=duties)).items():
        yield RoleReach(comparison.titles.get(("role", name), name), changes)


def _cards(before: Facts, after: Facts) -> Iterator[CardReach]:
    old, new = before.handbook.roles, after.handbook.roles
    for name, role in new.items():
        if name not in old or _card(before, name) != _card(after, name):
            yield CardReach(name, role.title, gone=False)
    for name in sorted(old.keys() - new.keys()):
        yield CardReach(name, old[name].title, gone=True)


def _card(facts: Facts, name: str) -> tuple[object, ...]:
    """What the action card of a role shows, apart from the day on which it is printed."""
    view = view_role(facts, facts.handbook.roles[name])
    duties = ((duty.limit, duty.scenario.title, duty.step.do, duty.letters) for duty in view.first_duties)
    calls = ((row.role.title, *_told(row.calls[:1])) for row in view.deputies)
    shown = tuple(calls) if facts.handbook.settings.show_contacts else ()
    return view.role.title, view.role.mission, tuple(duties), shown, _on_every_page(facts)


def _on_every_page(facts: Facts) -> tuple[object, ...]:
    """Whom every page and card tells to call, and the name at its head."""
    settings, strip = facts.handbook.settings, view_strip(facts)
    numbers = ((body.title, *(way.value for way in body.contacts[:1])) for body in strip.numbers)
    return settings.company.name, tuple(numbers), tuple(_told(strip.intake[:2])) if settings.show_contacts else ()


def _told(calls: tuple[Call, ...]) -> Iterator[tuple[str, str]]:
    return ((call.person.name, call.phone.value if call.phone else "") for call in calls)


def _pages(
    old: _Pages,
    new: _Pages,
    comparison: Comparison,
    cards: tuple[CardReach, ...],
    naming: Mapping[PlanKey, tuple[str, ...]],
) -> Iterator[PageReach]:
    """Each page once, with the strongest of its reasons, in order of their paths."""
    found = _reasons(
        (page, change) for change in comparison.changes for page in (*old.showing(change), *new.showing(change))
    )
    found |= dict.fromkeys((_role_page(card.role) for card in cards), Reason.CHANGED)
    for key in naming:
        found.setdefault(new.plans[key], Reason.NAMES)
    for role in _roles(comparison):
        found.setdefault(_role_page(role.changes.role), Reason.ROLE)
    for page in sorted(found):
        if page in new.paths:
            yield PageReach(page, found[page])
        elif page in old.paths:
            yield PageReach(page, Reason.GONE)


def _role_page(name: str) -> str:
    return f"roles/{name}.html"


@dataclass(frozen=True)
class _Pages:
    """The pages of one handbook that show what stands in its plans."""

    sitemap: Sitemap
    plans: Mapping[PlanKey, str]

    @classmethod
    def of(cls, handbook: Handbook) -> _Pages:
        return cls(Sitemap.of(handbook), {_key(part): page_of(part) for part in handbook.parts})

    @cached_property
    def paths(self) -> frozenset[str]:
        own = (location.page for location in self.sitemap.locations.values())
        return frozenset(chain(own, self.plans.values()))

    def showing(self, change: Change) -> Iterator[str]:
        """The page of the thing that changed, and those of the plans that it stands in."""
        subject = change.subject
        location = self.sitemap.locations.get((subject.kind, subject.id))
        if location:
            yield location.page
        yield from (self.plans[key] for key in change.plans if key in self.plans)


def _key(part: Element) -> PlanKey:
    return type(part).__name__, str(getattr(part, "id", ""))
