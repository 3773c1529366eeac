"""Which item of a list became which: by name first, then by likeness, so that an edited sentence is one change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

from generator.model.communication import ApprovalStep, Variable
from generator.model.contacts import ContactWay
from generator.model.control import Revision
from generator.model.element import Element
from generator.model.exercises import Timing
from generator.model.governance import Task
from generator.model.legal import ContentItem, FollowUp, StatuteFollowUp
from generator.model.organization import Assignment
from generator.model.scenario import Confusion, GradeRule, RemedyRule, Signal
from generator.model.settings import Language
from generator.model.severity import Criterion, EscalationStep
from generator.model.technical import Copy, ProcedureStep

T = TypeVar("T")
_LIKE = 0.5
"""From this likeness on, two items are taken for one that was edited. House number: half of the words are the same."""
_WORD = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]|\w+|[^\w\s]")

NAMED_BY: dict[type[Element], tuple[str, ...]] = {
    ApprovalStep: ("role",),
    Assignment: ("role", "person"),
    Confusion: ("go_to",),
    ContactWay: ("contact", "value"),
    ContentItem: ("item",),
    Copy: ("medium", "place"),
    Criterion: ("when",),
    EscalationStep: ("notify",),
    FollowUp: ("do",),
    GradeRule: ("grade",),
    Language: ("code",),
    ProcedureStep: ("do",),
    RemedyRule: ("remedy",),
    Revision: ("version",),
    Signal: ("see",),
    StatuteFollowUp: ("title",),
    Task: ("do",),
    Timing: ("what",),
    Variable: ("name",),
}
"""Fields that tell items without an id apart."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Numbers of items: which became which, which went, which came; each in order of the list."""

    pairs: tuple[tuple[int, int], ...]
    went: tuple[int, ...]
    came: tuple[int, ...]

    @property
    def reordered(self) -> bool:
        """Whether items that stayed stand in another order."""
        places = [new for _, new in self.pairs]
        return places != sorted(places)


def names(items: Sequence[object]) -> tuple[str, ...]:
    """A name for each item; alike ones are counted."""
    return tuple(f"{name} #{number}" if number > 1 else name for name, number in _counted(items))


def _counted(items: Sequence[object]) -> tuple[tuple[str, int], ...]:
    seen: Counter[str] = Counter()
    found = []
    for name in map(item_name, items):
        seen[name] += 1
        found.append((name, seen[name]))
    return tuple(found)


def item_name(item: object) -> str:
    """What an item of a list is called."""
    if isinstance(item, Element):
        fields = NAMED_BY.get(type(item), ("id",))
        return " ".join(str(getattr(item, field)) for field in fields)
    return str(item)


def paired(before: Sequence[T], after: Sequence[T], likeness: Callable[[T, T], float]) -> Pairing:
    """Pair by name; of the rest, the most alike first."""
    places = {name: number for number, name in enumerate(_counted(after))}
    pairs = {old: places[name] for old, name in enumerate(_counted(before)) if name in places}
    went = [number for number in range(len(before)) if number not in pairs]
    came = sorted(set(range(len(after))) - set(pairs.values()))
    scores = [(likeness(before[old], after[new]), -old, -new) for old in went for new in came]
    for score, old, new in sorted(scores, reverse=True):
        if score >= _LIKE and -old in went and -new in came:
            pairs[-old] = -new
            went.remove(-old)
            came.remove(-new)
    return Pairing(tuple(sorted(pairs.items())), tuple(went), tuple(came))


def alike_words(one: str, other: str) -> float:
    """The share of words, or of Chinese characters, that two texts have in common, in their order."""
    matcher = SequenceMatcher(None, _WORD.findall(one), _WORD.findall(other), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _LIKE else 0.0


def alike_elements(one: Element, other: Element) -> float:
    """The share of fields that say the same, those left out in both not counted."""
    values = [(getattr(one, field), getattr(other, field)) for field in type(one).model_fields]
    shares = [_alike_values(ours, theirs) for ours, theirs in values if ours or theirs]
    return sum(shares) / len(shares) if shares else 1.0


def _alike_values(one: object, other: object) -> float:
    if one == other:
        return 1.0
    return alike_words(one, other) if isinstance(one, str) and isinstance(other, str) else 0.0


def never_alike(_one: object, _other: object) -> float:
    """For ids: another id is another thing."""
    return 0.0
