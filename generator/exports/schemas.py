"""JSON Schemas of the plan files, with the ids of one company, so that editors complete and check references."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from generator.model.element import Element
from generator.model.handbook import Handbook
from generator.model.places import PLAN_MODELS
from generator.model.text import ID_DESCRIPTION, NUMBER_DESCRIPTION

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_GENERAL = (None, ID_DESCRIPTION, NUMBER_DESCRIPTION)


def schema_name(pattern: str) -> str:
    """The file name of the schema for plan files that match a pattern: `organization`, `severity`."""
    path = PurePosixPath(pattern)
    return path.parent.name if "*" in path.name else path.stem


def plan_schemas(handbook: Handbook | None = None) -> dict[str, dict[str, Any]]:
    """Schemas by name; without a handbook a reference may be any id."""
    return {schema_name(pattern): plan_schema(model, handbook) for pattern, model in PLAN_MODELS}


def plan_schema(model: type[Element], handbook: Handbook | None) -> dict[str, Any]:
    """The schema of one kind of plan file. What YAML calls a date or a version is a string here."""
    schema = model.model_json_schema()
    kinds: dict[str, dict[str, Any]] = {}
    filled = _with_references(schema, kinds)
    definitions = filled.setdefault("$defs", {})
    for kind in sorted(kinds):
        definitions[_definition(kind)] = _ids(kind, kinds[kind], handbook)
    return {"$schema": DIALECT, **filled}


def file_patterns() -> dict[str, str]:
    """Which files, by a pattern below the project folder, a schema is for."""
    return {schema_name(pattern): f"plans/{pattern}" for pattern, _ in PLAN_MODELS}


def _definition(kind: str) -> str:
    return f"id-of-{kind}"


def _with_references(node: Any, kinds: dict[str, dict[str, Any]]) -> Any:  # noqa: ANN401 a JSON value
    """The same schema in which every reference points to the list of ids of its kind; `kinds` gathers their form."""
    if isinstance(node, list):
        return [_with_references(item, kinds) for item in node]
    if not isinstance(node, Mapping):
        return node
    if kind := node.get("x-refers"):
        kinds[kind] = {key: node[key] for key in ("pattern", "maxLength") if key in node}
        # What describes ids in general says nothing of this reference.
        kept = {key: node[key] for key in ("title", "default") if key in node}
        own = {"description": told} if (told := node.get("description")) not in _GENERAL else {}
        return {"$ref": f"#/$defs/{_definition(kind)}", **kept, **own}
    return {key: _with_references(value, kinds) for key, value in node.items()}


def _ids(kind: str, form: dict[str, Any], handbook: Handbook | None) -> dict[str, Any]:
    known = sorted(handbook.index.get(kind, {})) if handbook else []
    named = {"type": "string", "description": f"The id of one {kind.replace('-', ' ')} of this handbook."}
    return {**named, "enum": known} if known else {**named, **form}
