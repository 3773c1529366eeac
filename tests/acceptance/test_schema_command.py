"""`handbook schema` writes the schemas where an editor finds them."""

from __future__ import annotations

import json
import shutil
from fnmatch import fnmatchcase
from pathlib import Path

from generator.model.places import PLAN_MODELS
from tests.acceptance.plan_schemas import (
    BOOKS,
    faults,
    files_of,
    loose,
    parsed,
    schemas_of,
)
from tests.acceptance.projects import run, tree
from tests.golden.books import HERE as GOLDEN


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
