"""Real plans, damaged as editors and merges damage them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.files.read import read_plan_files
from generator.loading import PlanFile, load_handbook
from tests.conftest import ROOT
from tests.properties.places import PROPERTY, check_outcome

FILES = read_plan_files(Path(ROOT) / "plans", Path(ROOT))
# Findings of small and mid-sized files are found as fast as those of large ones.
DAMAGEABLE = sorted((file for file in FILES if len(file.data) < 30_000), key=lambda file: file.path)
VALUES = [
    "",
    "~",
    "5",
    "true",
    "[a, b]",
    "{a: b}",
    "- a",
    '"',
    "'",
    "*x",
    "&x y",
    "!t z",
    "|",
    ">-",
    "火",
    "30",
    "1:30",
]
VALUES += ["\t", "<<", "?", "%", "@", "a: b", "# c", "2026-02-30", "no-such-id", "---"]


def lines_of(file: PlanFile) -> list[str]:
    return file.data.decode().splitlines(keepends=True)


@st.composite
def damaged(draw: st.DrawFn) -> PlanFile:
    """A real plan file after one to three accidents."""
    file = draw(st.sampled_from(DAMAGEABLE))
    lines = lines_of(file)
    for _ in range(draw(st.integers(1, 3))):
        first = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["delete", "swap", "repeat", "change", "indent", "truncate"])):
            case "delete" if len(lines) > 1:
                del lines[first]
            case "swap":
                second = draw(st.integers(0, len(lines) - 1))
                lines[first], lines[second] = lines[second], lines[first]
            case "repeat":
                lines.insert(first, lines[first])
            case "change":
                key, colon, _ = lines[first].partition(": ")
                lines[first] = f"{key}{colon}{draw(st.sampled_from(VALUES))}\n"
            case "indent":
                lines[first] = draw(st.sampled_from(["", " ", "  ", "\t"])) + lines[first].lstrip()
            case _:
                kept = "".join(lines)
                lines = kept[: draw(st.integers(1, len(kept)))].splitlines(keepends=True)
    return PlanFile(file.path, file.inside, "".join(lines).encode())


@settings(PROPERTY, max_examples=150)
@given(damaged())
def test_a_damaged_plan_alone_gives_findings_in_its_lines(file: PlanFile) -> None:
    check_outcome(load_handbook([file], "plans"))


@settings(PROPERTY, max_examples=6)
@given(damaged())
def test_a_damaged_plan_among_all_others_gives_a_handbook_or_findings(file: PlanFile) -> None:
    others = [other for other in FILES if other.path != file.path]
    check_outcome(load_handbook([*others, file], "plans"))


@settings(PROPERTY, max_examples=80)
@given(st.sampled_from(DAMAGEABLE), st.data())
def test_a_plan_cut_off_at_any_byte_gives_findings_in_its_lines(file: PlanFile, data: st.DataObject) -> None:
    kept = data.draw(st.integers(0, len(file.data)), "bytes kept")
    check_outcome(load_handbook([PlanFile(file.path, file.inside, file.data[:kept])], "plans"))


@settings(PROPERTY, max_examples=60)
@given(damaged())
def test_the_same_damage_gives_the_same_report(file: PlanFile) -> None:
    first, second = (load_handbook([file], "plans").report for _ in range(2))
    assert first.findings == second.findings


def test_the_bundled_plans_as_they_are_have_no_findings() -> None:
    loaded = load_handbook(FILES, "plans")
    assert loaded.report.findings == ()
    assert loaded.handbook is not None


@pytest.mark.parametrize("name", ["handbook.yml", "severity.yml", "scenarios/fire.yml"])
def test_without_one_file_the_rest_gives_only_findings_with_places(name: str) -> None:
    loaded = load_handbook([file for file in FILES if file.inside != name], "plans")
    check_outcome(loaded)
    assert loaded.report.errors
