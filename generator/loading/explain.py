"""Say in plain words what a plan's value should have been."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, get_args

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.finding import Finding
from generator.model.element import Element, kinds_defined_in
from generator.model.text import Told
from generator.source import PositionedMapping, position_of

Path = Sequence[str | int]

_TYPE_NAMES = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list; write it as `[one, two]` or as lines that start with `- `",
    "model_type": "a block of `key: value` lines",
    "model_attributes_type": "a block of `key: value` lines",
}
_PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": (
        "an id in kebab-case, such as `payment-anomaly`",
        "Use only small letters, digits and single hyphens.",
    ),
    r"^\d+\.\d+\.\d+$": ("a version such as `1.2.0`", "Write three numbers with dots between them."),
    r"^([01]\d|2[0-3]):[0-5]\d$|^24:00$": (
        "a time of day such as `09:30`",
        "Write hours and minutes with two digits.",
    ),
}


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that offers the closest known word, or nothing."""
    close = _closest(word, known)
    return f"Did you mean `{close}`?" if close else ""


def _closest(word: str, known: Iterable[str]) -> str | None:
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), None)


def listed(words: Iterable[str], most: int = 12) -> str:
    """`a`, `b` and 3 more."""
    all_words = list(words)
    text = ", ".join(f"`{word}`" for word in all_words[:most])
    return f"{text} and {len(all_words) - most} more" if len(all_words) > most else text


def explain_all(errors: Iterable[ErrorDetails], root: PositionedMapping, model: type[Element]) -> list[Finding]:
    """One finding for each error; a key that is missing only because it was misspelt is not told twice."""
    every = list(errors)
    unknown = [error["loc"] for error in every if error["type"] == "extra_forbidden"]
    meant = {(*path[:-1], _closest(str(path[-1]), _keys_at(model, path))) for path in unknown}
    return [explain(e, root, model) for e in every if not (e["type"] == "missing" and e["loc"] in meant)]


def explain(error: ErrorDetails, root: PositionedMapping, model: type[Element]) -> Finding:
    """Turn one validation error into a finding at the place it concerns."""
    path = error["loc"]
    name = _named(path)
    kind = error["type"]
    if kind == "extra_forbidden":
        return _unknown_key(root, path, model)
    if kind == "missing":
        return Finding(
            "plan-missing-key",
            f"The key `{name}` is missing.",
            position_of(root, path),
            expected=_describe(model, path),
            remedy=f"Add a line `{name}: …` to this block.",
        )
    message, expected, remedy = _wrong_value(error, name)
    rule = "plan-wrong-type" if kind in _TYPE_NAMES else "plan-wrong-value"
    return Finding(rule, message, position_of(root, path), expected=expected, remedy=remedy)


def _named(path: Path) -> str:
    """`within`, `criteria[2]` for an item of a list, counted from 1, or "this file"."""
    if not path:
        return "this file"
    if isinstance(path[-1], int):
        return f"{_named(path[:-1])}[{path[-1] + 1}]"
    return str(path[-1])


def _unknown_key(root: PositionedMapping, path: Path, model: type[Element]) -> Finding:
    name = str(path[-1])
    known = _keys_at(model, path)
    return Finding(
        "plan-unknown-key",
        f"The key `{name}` is not known here.",
        position_of(root, path, prefer_key=True),
        expected=f"one of {listed(sorted(known), most=20)}" if known else "",
        remedy=did_you_mean(name, known) or _unknown_key_remedy(name),
    )


def _keys_at(model: type[Element], path: Path) -> tuple[str, ...]:
    owner = model_at(model, path[:-1])
    return tuple(owner.model_fields) if owner else ()


def _unknown_key_remedy(name: str) -> str:
    if " " in name:
        return "In braces a comma ends the value before it; put the whole text in quotes."
    return "Remove the line, or move it to the block it belongs to."


def _wrong_value(error: ErrorDetails, name: str) -> tuple[str, str, str]:
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    if kind in _TYPE_NAMES:
        return f"`{name}` is {_form_of(given)}.", _TYPE_NAMES[kind], _type_remedy(kind, given, name)
    if kind == "enum":
        words = [word.strip(" '") for word in str(context.get("expected", "")).replace(" or ", ", ").split(",")]
        guess = did_you_mean(str(given), words)
        return f"`{_short(given)}` is not a value of `{name}`.", f"one of {listed(words)}", guess
    if kind == "string_pattern_mismatch":
        expected, remedy = _PATTERNS.get(
            str(context.get("pattern")), (f"text of the form {context.get('pattern')}", "")
        )
        return f"`{_short(given)}` does not fit `{name}`.", expected, remedy
    if kind in ("string_too_short", "too_short") or given is None:
        return f"`{name}` is empty.", "a value", "Fill it in, or remove the line."
    if kind == "value_error":
        problem, _, cure = str(context.get("error", error["msg"])).partition("; ")
        return f"`{_short(given)}` in `{name}`: {problem}.", "", _sentence(cure)
    return f"`{_short(given)}` does not fit `{name}`.", error["msg"][:1].lower() + error["msg"][1:], ""


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _type_remedy(kind: str, given: Any, name: str) -> str:
    if name in ("version", "schema_version"):
        return "Write three numbers with dots between them, such as `1.0.0`."
    if kind == "string_type" and isinstance(given, bool | int | float):
        return f'Put it in quotes: "{_short(given)}".'
    if kind == "tuple_type" and isinstance(given, str):
        return f"Put it in brackets: [{_short(given)}]."
    return ""


def _form_of(given: Any) -> str:
    if given is None:
        return "empty"
    if isinstance(given, bool):
        return f"the truth value {str(given).lower()}"
    if isinstance(given, int | float):
        return f"the number {given}"
    if isinstance(given, list):
        return "a list"
    return "a block of keys" if isinstance(given, dict) else f"the text “{_short(given)}”"


def _short(value: Any, most: int = 60) -> str:
    text = str(value)
    return text if len(text) <= most else text[: most - 1] + "…"


def _describe(model: type[Element], path: Path) -> str:
    owner = model_at(model, path[:-1])
    info = owner.model_fields.get(str(path[-1])) if owner else None
    if not isinstance(info, FieldInfo):
        return ""
    told = [mark.description for mark in info.metadata if isinstance(mark, Told)]
    return " ".join((info.description or "".join(told[-1:])).split())


def kinds_hidden_by(error: ErrorDetails, model: type[Element]) -> frozenset[str]:
    """Kinds of elements whose ids can't be known because of an error: a missing block, or an id that is no id."""
    path = error["loc"]
    owner = model_at(model, path[:-1]) if path else None
    if owner is None:
        return frozenset()
    if path[-1] == "id":
        return frozenset({owner.kind}) if owner.kind else frozenset()
    info = owner.model_fields.get(str(path[-1]))
    nested = _element_in(info.annotation) if info else None
    return kinds_defined_in(nested) if nested else frozenset()


def model_at(model: type[Element], path: Path) -> type[Element] | None:
    """The model that describes the block at a path, or None where the path leaves the model."""
    current: type[Element] | None = model
    for part in path:
        if isinstance(part, int):
            continue
        info = current.model_fields.get(part) if current else None
        current = _element_in(info.annotation) if info else None
    return current


def _element_in(annotation: Any) -> type[Element] | None:
    if isinstance(annotation, type) and issubclass(annotation, Element):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _element_in(argument))), None)
