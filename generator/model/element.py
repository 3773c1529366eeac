"""The base of everything a plan is made of: frozen, checked, and aware of where it was written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, ClassVar, Self, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from generator.model.text import Id, Label, Prose, Refers, RequirementId, Translatable
from generator.position import Position
from generator.source import PositionedMapping, position_of

NOWHERE = Position("")


class Element(BaseModel):
    """A part of a plan. `kind` names what other elements can refer to; None means it has no id of its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
    kind: ClassVar[str | None] = None
    _origin: PositionedMapping | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_origin(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        element = handler(value)
        if isinstance(value, PositionedMapping):
            element._origin = value
        return element

    def position(self, *path: str | int) -> Position:
        """Where this element, or the field or item at `path`, was written."""
        return position_of(self._origin, path) if self._origin is not None else NOWHERE

    def children(self) -> Iterator[Element]:
        """The elements directly in this one, in the order of the model."""
        for name in nested_fields(type(self)):
            value = getattr(self, name)
            for child in value if isinstance(value, tuple) else (value,):
                if isinstance(child, Element):
                    yield child

    def walk(self) -> Iterator[Element]:
        """This element and everything in it."""
        yield self
        for child in self.children():
            yield from child.walk()


class Covering(Element):
    """An element that says which requirements it fulfils."""

    covers: tuple[RequirementId, ...] = ()
    """Requirements that a reader finds fulfilled here."""


class Measure(Covering):
    """A standing duty: something done on ordinary days so that the emergency is short or never comes."""

    kind: ClassVar[str | None] = "measure"
    id: Id
    do: Prose
    """What is done, as an instruction."""
    responsible: Annotated[Id, Refers("role")]
    """The role that does it."""
    accountable: Annotated[Id, Refers("role")] | None = None
    """The role that answers for it, where that is another one."""
    every: Label | None = None
    """How often, in words: "every week", "on each release"."""
    record: Label | None = None
    """What proves that it was done."""


class Term(Element):
    """One entry of the glossary."""

    kind: ClassVar[str | None] = "term"
    id: Id
    term: Label
    """The word or abbreviation, as plans use it."""
    means: Prose
    """What it means here, in one or two sentences."""


def _annotations(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in get_args(annotation):
        yield from _annotations(argument)


def _marks(model: type[Element], mark: type[Any]) -> dict[str, Any]:
    """Fields of a model whose type carries a mark, with the mark."""
    found = {}
    for name, info in model.model_fields.items():
        candidates = [*info.metadata, *(m for a in _annotations(info.annotation) for m in _metadata(a))]
        hits = [m for m in candidates if isinstance(m, mark)]
        if hits:
            found[name] = hits[-1]
    return found


def _metadata(annotation: Any) -> tuple[Any, ...]:
    return tuple(getattr(annotation, "__metadata__", ())) if get_origin(annotation) is Annotated else ()


@cache
def nested_fields(model: type[Element]) -> tuple[str, ...]:
    """Fields of a model that hold further elements."""
    return tuple(
        name
        for name, info in model.model_fields.items()
        if any(isinstance(a, type) and issubclass(a, Element) for a in _annotations(info.annotation))
    )


@cache
def reference_fields(model: type[Element]) -> dict[str, str]:
    """Fields of a model that hold ids of other elements, with the kind they refer to."""
    return {name: mark.kind for name, mark in _marks(model, Refers).items()}


@cache
def text_fields(model: type[Element]) -> dict[str, Translatable]:
    """Fields of a model whose words are for readers, and are translated."""
    return _marks(model, Translatable)


@cache
def kinds_defined_in(model: type[Element]) -> frozenset[str]:
    """Kinds of elements that a block of this model can define."""
    own = {model.kind} if model.kind else set()
    nested = {
        annotation
        for info in model.model_fields.values()
        for annotation in _annotations(info.annotation)
        if isinstance(annotation, type) and issubclass(annotation, Element)
    }
    return frozenset(own.union(*(kinds_defined_in(child) for child in nested)))
