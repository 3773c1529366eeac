"""The JSON Schemas for editors: they accept every good plan, and see what a schema can see of a bad one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import generator.rules
from generator.exports.schemas import file_patterns, plan_schema, plan_schemas, schema_name
from generator.files.read import read_plan_files
from generator.loading import PlanFile, load_handbook
from generator.model.element import Element, kinds_defined_in, reference_fields
from generator.model.handbook import Handbook
from generator.model.places import PLAN_MODELS
from generator.source import read_document
from tests.acceptance.projects import run, tree
from tests.conftest import ROOT
from tests.golden.books import HERE as GOLDEN
from tests.rules.overlay import BASE, base_files, example, merged

RULES = Path(generator.rules.__path__[0])
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


GOOD = """
id: glossary
title: Words
summary: What words mean.
control:
  version: 1.0.0
  status: approved
  owner: anybody
  approver: somebody
  approved_on: 2026-11-01
  review_every: 6 months
slots:
  - {id: night, starts: "00:00", ends: "24:00", focus: All, target: Everything is sold., tasks: [], if_short: Wait.}
"""


def test_a_day_a_version_and_a_time_in_quotes_are_text() -> None:
    assert faults(loose()["peak-day"], parsed(GOOD.encode())) == set()


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("title: Words", "titel: Words", {"titel is unknown", "title is missing"}),
        ("  status: approved", "  status: aproved", {"control.status"}),
        ("1.0.0", "1.0", {"control.version"}),
        ("2026-11-01", "2026-02-30", {"control.approved_on"}),
        ("2026-11-01", "1 November", {"control.approved_on"}),
        ("6 months", "6 m", {"control.review_every"}),
        ("6 months", "6", {"control.review_every"}),
        ('"24:00"', '"24:01"', {"slots.0.ends"}),
        ("id: night", "id: Night", {"slots.0.id"}),
        ("tasks: []", "tasks: none", {"slots.0.tasks"}),
        ("owner: anybody", "owner: [anybody]", {"control.owner"}),
        ("focus: All,", "", {"slots.0.focus is missing"}),
        ("focus: All,", "focus: All, aim: All,", {"slots.0.aim is unknown"}),
        ("focus: All,", 'focus: "",', {"slots.0.focus"}),
    ],
)
def test_a_value_that_cannot_be_right_is_refused_at_its_place(old: str, new: str, where: set[str]) -> None:
    assert GOOD.count(old) == 1
    assert faults(loose()["peak-day"], parsed(GOOD.replace(old, new).encode())) == where


def test_an_amount_of_money_is_a_currency_and_a_number_and_nothing_else() -> None:
    limit = field_schema(loose()["organization"], "Authority", "limit")
    assert [text for text in ("CNY 100", "EUR 0.50", "CNY 1000000") if faults(limit, text)] == []
    assert [text for text in ("100", "CNY 100 a day", "about CNY 100", "cny 100", 100) if not faults(limit, text)] == []


def bad_examples() -> list[Path]:
    return sorted(RULES.rglob("*.bad.yml"))


@pytest.mark.parametrize("path", bad_examples(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_the_rules_find_is_valid_under_the_schemas(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    handbook = example(text, path.name)[0].handbook
    base = {file.inside: file for file in base_files()}
    for inside, over in parsed(text.encode()).items():
        plan = merged(parsed(base[inside].data), over) if inside in base else over
        assert faults(plan_schema(MODELS[kind_of(inside)], handbook), plan) == set(), inside


def test_the_command_writes_one_schema_for_each_kind_of_plan_file(shop: Path) -> None:
    done = run(shop, "schema")
    assert (done.returncode, done.stderr) == (0, "")
    folder = shop / ".handbook" / "schemas"
    assert {name: json.loads(content) for name, content in tree(folder).items()} == {
        f"{name}.schema.json": schema for name, schema in schemas_of(BOOKS["corner-shop"]).items()
    }


def test_the_command_leaves_other_files_of_the_folder_alone(shop: Path) -> None:
    folder = shop / "of mine"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    (folder / "glossary.schema.json").write_text("old")
    assert run(shop, "schema", "--output", "of mine").returncode == 0
    found = tree(folder)
    assert found.pop("notes.txt") == b"mine"
    assert json.loads(found["glossary.schema.json"]) == schemas_of(BOOKS["corner-shop"])["glossary"]
    assert len(found) == len(PLAN_MODELS)
    assert not (shop / ".handbook" / "schemas").exists()


def test_the_command_writes_the_same_bytes_each_time(shop: Path) -> None:
    written_twice = []
    for seed in ("1", "2"):
        done = run(shop, "schema", "--output", f"out-{seed}", env={"PYTHONHASHSEED": seed})
        written_twice.append((done.stdout.replace(f"out-{seed}", "out"), tree(shop / f"out-{seed}")))
    assert written_twice[0] == written_twice[1]


def test_the_command_prints_settings_that_lead_from_every_plan_file_to_its_schema(shop: Path) -> None:
    shown = run(shop, "schema").stdout
    settings = json.loads(shown[shown.index("{") :])["yaml.schemas"]
    assert all((shop / path).is_file() for path in settings)
    for file in files_of(shop):
        [path] = [path for path, pattern in settings.items() if fnmatchcase(file.path, pattern)]
        assert not faults(json.loads((shop / path).read_text(encoding="utf-8")), parsed(file.data))


def test_the_command_works_on_broken_plans_and_says_that_references_are_open(shop: Path) -> None:
    shutil.copytree(GOLDEN / "broken", shop, dirs_exist_ok=True)
    done = run(shop, "schema")
    assert (done.returncode, done.stderr) == (0, "")
    assert "references are not checked" in done.stdout
    found = {name: json.loads(content) for name, content in tree(shop / ".handbook" / "schemas").items()}
    assert found == {f"{name}.schema.json": schema for name, schema in loose().items()}
