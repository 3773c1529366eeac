"""The JSON Schemas of some handbooks, and where a value does not fit one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from generator.exports.schemas import file_patterns, plan_schemas, schema_name
from generator.files.read import read_plan_files
from generator.loading import PlanFile, load_handbook
from generator.model.element import Element, reference_fields
from generator.model.handbook import Handbook
from generator.model.places import PLAN_MODELS
from generator.source import read_document
from tests.conftest import ROOT
from tests.golden.books import HERE as GOLDEN
from tests.rules.overlay import BASE

BOOKS = {"bundled": ROOT, "corner-shop": GOLDEN / "corner-shop", "libreria": GOLDEN / "libreria", "base": BASE}
MODELS = {schema_name(pattern): model for pattern, model in PLAN_MODELS}
Schemas = Mapping[str, dict[str, Any]]


@cache
def files_of(folder: Path) -> tuple[PlanFile, ...]:
    return tuple(read_plan_files(folder / "plans", folder))


@cache
def handbook_of(folder: Path) -> Handbook:
    loaded = load_handbook(files_of(folder), "plans")
    assert loaded.handbook, loaded.report.errors[:3]
    return loaded.handbook


@cache
def schemas_of(folder: Path) -> Schemas:
    return plan_schemas(handbook_of(folder))


@cache
def loose() -> Schemas:
    """The schemas where no handbook can be loaded."""
    return plan_schemas()


def kind_of(inside: str) -> str:
    """The name of the schema for a plan file."""
    [name] = [name for name, pattern in file_patterns().items() if fnmatchcase(f"plans/{inside}", pattern)]
    return name


def parsed(data: bytes) -> Any:
    document = read_document(data, "plan.yml")
    assert document.root is not None, document.findings
    return document.root


def faults(schema: Mapping[str, Any], value: Any) -> set[str]:
    """Where a value does not fit, as dotted keys; one for every key that is missing or unknown."""
    found: set[str] = set()
    for error in Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).iter_errors(value):
        place = ".".join(str(part) for part in error.absolute_path)
        match error.validator:
            case "required":
                found |= {f"{place}.{name} is missing" for name in set(error.validator_value) - set(error.instance)}
            case "additionalProperties":
                found |= {
                    f"{place}.{name} is unknown" for name in set(error.instance) - set(error.schema["properties"])
                }
            case _:
                found.add(place)
    return {fault.removeprefix(".") for fault in found}


def blocks(schema: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every block of keys in a schema, by the name of its model."""
    for block in (schema, *schema["$defs"].values()):
        if "properties" in block:
            yield block["title"], block


def models(model: type[Element] = Element) -> Iterator[type[Element]]:
    for child in model.__subclasses__():
        yield child
        yield from models(child)


@cache
def references() -> tuple[tuple[str, str, str, str], ...]:
    """Every field that refers to something: schema, block, field and kind."""
    by_name = {model.__name__: model for model in models()}
    return tuple(
        (name, block, field, kind)
        for name, schema in loose().items()
        for block, _ in blocks(schema)
        for field, kind in reference_fields(by_name[block]).items()
    )


def field_schema(schema: Mapping[str, Any], block: str, field: str) -> dict[str, Any]:
    """The schema of one field alone."""
    return {"$defs": schema["$defs"], **dict(blocks(schema))[block]["properties"][field]}


def written(schema: Mapping[str, Any], value: str) -> Any:
    """A value as the field takes it: alone or in a list."""
    return [value] if schema.get("type") == "array" else value
