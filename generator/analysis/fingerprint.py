"""Fingerprints of what a reader of a plan acts on: equal for equal meaning, different for any other content.

Left out are `covers` and, of the document control block, what an approval itself changes: version, status, days and
revisions. Owner, approver and the review interval belong to the content. Records of what was done (exercises held,
incidents, corrective actions, restore tests) are no instructions, nor are days on which something was checked or is
practised next: they come in without a new approval. How the YAML is laid out, the order of keys, the spelling of a
duration or of an amount, and whether a default is written out make no difference. Lists keep their order, also where
it means nothing to a reader: a needless approval does less harm than a change that goes unnoticed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache, cached_property
from hashlib import sha256
from typing import Any

from generator.i18n.words import Translator
from generator.model.control import DocumentControl, Plan
from generator.model.duration import Duration, Unit
from generator.model.element import Element, nested_fields, reference_fields, text_fields
from generator.model.exercises import CorrectiveAction, ExerciseRecord, Incident
from generator.model.handbook import Handbook
from generator.model.money import Money
from generator.model.technical import RestoreTest

FORM = "handbook-content-1"
"""Changes with the way content is written, so that no old print is taken for a new one."""
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_COVERS = "covers"
_CONTROL = ("owner", "approver", "review_every")
CHECK_DAYS = frozenset({"verified_on", "last_checked_on", "checked_on", "renewed_on", "continuity_tested_on"})
"""Days on which something was looked at and found as it was. They are evidence, as records are."""
_EVIDENCE_DAYS = CHECK_DAYS | {"next_on"}
"""And the next day of an exercise, which each record of it moves on."""
_RECORDS = (ExerciseRecord, Incident, CorrectiveAction, RestoreTest)
"""Evidence that comes in between two approvals."""
_NOTHING: frozenset[str] = frozenset()
_REQUIRED = object()
_SHORT = 12

_LENGTHS = {
    Unit.SECOND: ("s", 1),
    Unit.MINUTE: ("s", 60),
    Unit.HOUR: ("s", 3600),
    Unit.DAY: ("s", 86400),
    Unit.WEEK: ("s", 604800),
    Unit.BUSINESS_DAY: ("business-day", 1),
    Unit.MONTH: ("month", 1),
    Unit.YEAR: ("month", 12),
}
"""What a unit counts. A month has no fixed length in days, and a business day none in hours."""

Content = Any
"""Plain JSON in which lists begin with the name of their type, and objects are elements."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a plan, or an element outside that it names, with the digest of its content.

    The address is that of the checker within the plan, such as `detect/call-119`; for the order of a list it is the
    field with brackets, such as `detect/steps[]`; for an element outside its kind and id, such as `role/shop-manager`.
    """

    address: str
    digest: str
    element: Element
    path: tuple[str | int, ...]
    outside: bool = False


@dataclass(frozen=True)
class ContentPrint:
    """The content of one plan, taken to pieces."""

    pieces: tuple[Piece, ...]

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """Digests by address. Things of different kinds may have the same id; they share an entry."""
        found: dict[str, list[str]] = {}
        for piece in self.pieces:
            found.setdefault(piece.address, []).append(piece.digest)
        return {address: one[0] if len(one) == 1 else digest(one) for address, one in found.items()}

    @cached_property
    def whole(self) -> str:
        """The fingerprint of the plan."""
        return digest(["plan", *sorted(self.parts.items())])


@dataclass(frozen=True)
class Fingerprints:
    """Fingerprints of the plans of one handbook."""

    handbook: Handbook
    _outside: dict[tuple[str, str], str] = field(default_factory=dict)

    def of(self, plan: Plan) -> ContentPrint:
        """The pieces of a plan, and of each element that it names and another file defines, in order of writing."""
        return ContentPrint((*_pieces(plan), *(self._outside_piece(*named) for named in named_outside(plan))))

    def _outside_piece(self, kind: str, name: str) -> Piece:
        element = self.handbook.index[kind][name]
        if (kind, name) not in self._outside:
            self._outside[kind, name] = digest(["outside", kind, _as_named(element)])
        return Piece(f"{kind}/{name}", self._outside[kind, name], element, ("id",), outside=True)


def translation_print(plan: Plan, translator: Translator) -> str:
    """The fingerprint of the plan's sentences as a reader of one language sees them, translated or not."""
    seen: list[Content] = []
    for element in _read_elements(plan):
        for name in text_fields(type(element)):
            value = getattr(element, name)
            for text in value if isinstance(value, tuple) else (value,):
                if text:
                    words = translator.words(text)
                    seen.append([text, words.text, words.language])
    return digest(["translation", translator.language, *seen])


def translation_prints(plans: Iterable[Plan], translators: Iterable[Translator]) -> dict[str, dict[str, str]]:
    """Fingerprints of the sentences of plans, by plan and language."""
    readers = tuple(translators)
    return {plan.id: {one.language: translation_print(plan, one) for one in readers} for plan in plans}


def recorded_plans(handbook: Handbook) -> tuple[Plan, ...]:
    """Plans with a record of their approval."""
    recorded = {record.plan for record in handbook.approvals}
    return tuple(plan for plan in handbook.plans if plan.id in recorded)


def shortened(fingerprint: str) -> str:
    """As much of it as a reader compares."""
    return fingerprint[:_SHORT]


def digest(content: Content) -> str:
    """SHA-256 over JSON, in which no two contents look alike."""
    return sha256(_JSON.encode([FORM, content]).encode("utf-8", "surrogatepass")).hexdigest()


def _pieces(plan: Plan) -> Iterator[Piece]:
    """Each field of the plan itself is a piece, and each thing with an id."""
    for name, default in _fields(type(plan)):
        value = getattr(plan, name)
        if isinstance(value, DocumentControl):
            control = {key: _content(getattr(value, key)) for key in _CONTROL}
            yield Piece(name, digest(["control", control]), value, ())
        elif _is_evidence(value):
            continue
        elif _has_ids(value):
            yield from _list_pieces(plan, name, "")
        elif name not in _EVIDENCE_DAYS and (content := _content(value, _EVIDENCE_DAYS)) != default:
            yield Piece(name, digest(["field", content]), plan, (name,))


def _list_pieces(parent: Element, name: str, base: str) -> Iterator[Piece]:
    children = getattr(parent, name)
    order = [child.id for child in children]
    yield Piece(f"{base}{name}[]", digest(["order", *order]), parent, (name,))
    for child in children:
        model: type[Element] = type(child)
        lists = [inner for inner in nested_fields(model) if _has_ids(getattr(child, inner))]
        address = f"{base}{child.id}"
        fields = _fields_of(child, _EVIDENCE_DAYS.union(lists), _EVIDENCE_DAYS)
        yield Piece(address, digest(["element", fields]), child, ("id",))
        for inner in lists:
            yield from _list_pieces(child, inner, f"{address}/")


def _is_evidence(value: object) -> bool:
    """Whether this is a list of records."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], _RECORDS)


def _has_ids(value: object) -> bool:
    """Whether this is a list of things that have names."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Element) and hasattr(value[0], "id")


def named_outside(plan: Plan) -> Iterator[tuple[str, str]]:
    """Kind and id of what the plan names but does not define, each once."""
    elements = tuple(_read_elements(plan))
    known: set[tuple[str, str]] = {
        (element.kind, element.id)  # type: ignore[attr-defined]
        for element in elements
        if element.kind
    }
    for element in elements:
        for name, kind in reference_fields(type(element)).items():
            value = getattr(element, name)
            for target in value if isinstance(value, tuple) else (value,):
                if target and name != _COVERS and (kind, target) not in known:
                    known.add((kind, target))
                    yield kind, target


def _as_named(element: Element) -> Content:
    """What a plan relies on when it names an element; of another plan that is only its title."""
    return element.title if isinstance(element, Plan) else _fields_of(element, _EVIDENCE_DAYS, _EVIDENCE_DAYS)


def _read_elements(plan: Plan) -> Iterator[Element]:
    """The plan and everything in it apart from its document control."""
    yield plan
    for child in plan.children():
        if not isinstance(child, (DocumentControl, *_RECORDS)):
            yield from child.walk()


def _fields_of(
    element: Element, without: frozenset[str] = _NOTHING, without_inside: frozenset[str] = _NOTHING
) -> Content:
    """The fields that differ from their defaults."""
    found = {}
    for name, default in _fields(type(element)):
        if name not in without and (content := _content(getattr(element, name), without_inside)) != default:
            found[name] = content
    return found


def _content(value: Any, without: frozenset[str] = _NOTHING) -> Content:  # noqa: ANN401 - a value of the model
    """A value as JSON. Text, numbers and enums are themselves; everything else says what it is."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return ["list", *(_content(item, without) for item in value)]
    if isinstance(value, Element):
        return _fields_of(value, without, without)
    if isinstance(value, Duration):
        return _length(value)
    if isinstance(value, Money):
        return ["money", value.currency, str(Fraction(value.amount))]
    if isinstance(value, date):
        return ["day", value.isoformat()]
    raise TypeError(f"The model has values of {type(value).__name__}, which have no fingerprint.")


@cache
def _length(duration: Duration) -> Content:
    unit, length = _LENGTHS[duration.unit]
    # A duration is written in decimals: through its text the amount is exact.
    return ["duration", unit, str(Fraction(repr(duration.amount)) * length)]


@cache
def _fields(model: type[Element]) -> tuple[tuple[str, Content], ...]:
    """Fields that count, with the content of their default."""
    return tuple(
        (name, _REQUIRED if info.is_required() else _content(info.get_default(call_default_factory=True)))
        for name, info in model.model_fields.items()
        if name != _COVERS
    )
