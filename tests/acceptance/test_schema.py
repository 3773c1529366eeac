"""The JSON Schemas for editors: they accept every good plan, and see what a schema can see of a bad one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.exports.schemas import file_patterns, plan_schemas
from generator.model.element import kinds_defined_in
from generator.model.places import PLAN_MODELS
from generator.source import read_document
from tests.acceptance.plan_schemas import (
    BOOKS,
    blocks,
    faults,
    field_schema,
    files_of,
    handbook_of,
    kind_of,
    loose,
    models,
    parsed,
    references,
    schemas_of,
    written,
)
from tests.conftest import ROOT
from tests.golden.books import HERE as GOLDEN


@pytest.mark.parametrize("name", sorted(file_patterns()))
def test_every_schema_is_a_valid_schema_with_and_without_ids(name: str) -> None:
    for schemas in (loose(), schemas_of(ROOT)):
        assert schemas[name]["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
        Draft202012Validator.check_schema(schemas[name])


@pytest.mark.parametrize("name", sorted(file_patterns()))
def test_every_key_and_every_block_has_a_description(name: str) -> None:
    schema = loose()[name]
    keys = {
        f"{block}.{key}": told.get("description", "")
        for block, content in blocks(schema)
        for key, told in content["properties"].items()
    }
    defined = {key: told.get("description", "") for key, told in (("", schema), *schema["$defs"].items())}
    assert [key for key, told in (keys | defined).items() if not told.endswith(".")] == []


def test_every_field_but_ids_and_titles_has_words_of_its_own() -> None:
    told = {model: {key for key, info in model.model_fields.items() if info.description} for model in models()}
    assert [
        f"{model.__name__}.{key}"
        for model in told
        if model.__module__.startswith("generator.model.")
        for key in model.model_fields.keys() - told[model] - {"id", "title"}
    ] == []


def test_no_block_accepts_keys_it_does_not_know() -> None:
    assert [b for schema in loose().values() for b, s in blocks(schema) if s["additionalProperties"] is not False] == []


def test_every_example_of_a_schema_fits_where_it_stands() -> None:
    def check(node: Any, schema: Mapping[str, Any]) -> None:
        if isinstance(node, Mapping):
            for text in node.get("examples", ()) if "type" in node else ():
                assert not faults({"$defs": schema["$defs"], **node}, text), node
        for part in node.values() if isinstance(node, Mapping) else node if isinstance(node, list) else ():
            check(part, schema)

    for schema in loose().values():
        check(schema, schema)


def test_every_kind_of_plan_file_has_a_schema_of_its_own() -> None:
    assert len(loose()) == len(PLAN_MODELS) == len(set(file_patterns().values()))
    assert {kind_of(file.inside) for file in files_of(ROOT)} <= set(loose())


@pytest.mark.parametrize("book", BOOKS)
@pytest.mark.parametrize("with_ids", [True, False])
def test_every_plan_fits_the_schemas_of_its_own_handbook(book: str, with_ids: bool) -> None:
    schemas = schemas_of(BOOKS[book]) if with_ids else loose()
    found = {file.inside: faults(schemas[kind_of(file.inside)], parsed(file.data)) for file in files_of(BOOKS[book])}
    assert found
    assert {inside: where for inside, where in found.items() if where} == {}


@pytest.mark.parametrize(
    ("inside", "where"),
    [
        ("handbook.yml", {"langauges is unknown", "emergency_numbers.1"}),
        (
            "severity.yml",
            {
                f"{key} is missing"
                for key in ["control", "declared_by", "escalation", "grades", "intake", "stood_down_by"]
            },
        ),
        (
            "scenarios/till-failure.yml",
            {
                "also_known_as",
                "control.approved_on",
                "control.owner",
                "control.review_every",
                "control.status",
                "control.version",
                "group",
                "signals.0.since is unknown",
            },
        ),
        ("scenarios/power-cut.yml", {"phases.1.steps.0.responsible", "phases.3.steps.0.responsible"}),
    ],
)
def test_of_the_faults_in_broken_plans_those_are_seen_that_a_schema_can_see(inside: str, where: set[str]) -> None:
    schema = schemas_of(BOOKS["corner-shop"])[kind_of(inside)]
    document = read_document((GOLDEN / "broken" / "plans" / inside).read_bytes(), inside)
    assert faults(schema, document.root) == where


@pytest.mark.parametrize(("name", "block", "field", "kind"), references(), ids=str)
def test_a_reference_to_something_unknown_is_refused(name: str, block: str, field: str, kind: str) -> None:
    schema = field_schema(schemas_of(ROOT)[name], block, field)
    known = handbook_of(ROOT).index[kind]
    assert not faults(schema, written(schema, next(iter(known))))
    unknown = "XX-99.UNKNOWN" if kind == "requirement" else "no-such-thing"
    assert unknown not in known
    assert faults(schema, written(schema, unknown))


@pytest.mark.parametrize(("name", "block", "field", "kind"), references(), ids=str)
def test_without_a_handbook_a_reference_may_be_any_id(name: str, block: str, field: str, kind: str) -> None:
    schema = field_schema(loose()[name], block, field)
    unknown = "XX-99.UNKNOWN" if kind == "requirement" else "no-such-thing"
    assert not faults(schema, written(schema, unknown))
    assert faults(schema, written(schema, "No id at all!"))


def test_every_kind_that_something_refers_to_can_be_defined_somewhere() -> None:
    defined = frozenset().union(*(kinds_defined_in(model) for _, model in PLAN_MODELS))
    assert {kind for *_, kind in references()} <= defined


@pytest.mark.parametrize("kind", ["role", "channel", "system", "obligation"])
def test_the_ids_of_the_company_are_offered(kind: str) -> None:
    offered = schemas_of(ROOT)["scenarios"]["$defs"][f"id-of-{kind}"]["enum"]
    assert offered == sorted(handbook_of(ROOT).index[kind])
    shop = plan_schemas(handbook_of(BOOKS["corner-shop"]))["scenarios"]["$defs"][f"id-of-{kind}"]
    assert shop.get("enum", []) == sorted(handbook_of(BOOKS["corner-shop"]).index.get(kind, {}))
