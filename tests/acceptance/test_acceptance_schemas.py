"""Handbooks of earlier and later schemas on the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.loading.migrations import SCHEMA
from tests.conftest import run_handbook
from tests.samples.kept import SAMPLES, Sample

every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.schema)


@every_sample
def test_diff_says_that_only_the_schema_changed(sample: Sample) -> None:
    told = run_handbook("diff", "as-written", "today", "--format", "json", cwd=sample.folder)
    assert (told.returncode, told.stderr) == (0, "")
    (change,) = json.loads(told.stdout)["changes"]
    assert (change["field"], change["effect"], change["roles"]) == ("schema_version", "neutral", [])


@every_sample
def test_check_notes_the_earlier_schema_and_finds_what_it_finds_in_the_form_of_today(sample: Sample) -> None:
    def found(book: Path) -> tuple[dict[str, int], list[tuple[str, str]]]:
        report = json.loads(run_handbook("check", "--as-of", "2026-11-22", "--format", "json", cwd=book).stdout)
        return report["counts"], sorted((finding["rule"], finding["message"]) for finding in report["findings"])

    (old_counts, old), (new_counts, new) = found(sample.as_written), found(sample.today)
    (note,) = (message for rule, message in old if rule == "handbook-schema-outdated")
    assert SCHEMA in note
    assert [entry for entry in old if entry[1] != note] == new
    assert {
        kind: old_counts[kind] - new_counts[kind] for kind in old_counts if old_counts[kind] != new_counts[kind]
    } == {
        "notes": 1,
        "findings": 1,
    }


def test_check_of_a_later_schema_says_one_thing(tmp_path: Path) -> None:
    book = Path(shutil.copytree(SAMPLES[-1].today, tmp_path / "book"))
    settings = book / "plans" / "handbook.yml"
    settings.write_text(settings.read_text().replace(SCHEMA, "99.0.0") + "weather: fine\n")
    told = run_handbook("check", cwd=book)
    assert told.returncode == 1
    assert told.stdout.count("error[") == 1
    assert "plans/handbook.yml:1:17: error[handbook-schema-newer]" in told.stdout


def test_a_new_handbook_states_the_schema_of_today_and_editors_know_the_key(tmp_path: Path) -> None:
    assert run_handbook("init", "mine", cwd=tmp_path).returncode == 0
    assert f"schema_version: {SCHEMA}\n" in (tmp_path / "mine" / "plans" / "handbook.yml").read_text()
    assert run_handbook("schema", cwd=tmp_path / "mine").returncode == 0
    known = json.loads((tmp_path / "mine" / ".handbook" / "schemas" / "handbook.schema.json").read_text())
    assert "schema_version" in known["properties"]
    assert "schema_version" not in known["required"]


def test_the_findings_about_schemas_are_explained() -> None:
    for rule in ("handbook-schema-newer", "handbook-schema-outdated"):
        assert f"# {rule}" in run_handbook("explain", rule).stdout
