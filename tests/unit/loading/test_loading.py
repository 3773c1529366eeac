"""The whole way: which files make a handbook, and what one run tells."""

from __future__ import annotations

import random
import subprocess
import sys

from generator.loading import load_handbook
from generator.position import Position
from tests.conftest import ROOT
from tests.unit.loading.small_handbook import SmallHandbook


def rules(small: SmallHandbook) -> list[tuple[str, str]]:
    return [(finding.position.file, finding.rule) for finding in small.findings()]


def test_a_valid_handbook_has_no_findings_and_all_its_parts(small: SmallHandbook) -> None:
    loaded = small.load()
    assert loaded.report.findings == ()
    assert loaded.handbook is not None
    assert loaded.handbook.settings.company.name == "Corner Shop"
    assert [plan.id for plan in loaded.handbook.plans] == ["ways", "staff", "fire", "severity"]
    assert [catalog.id for catalog in loaded.handbook.catalogs] == ["demands"]
    assert [step.id for step in loaded.handbook.scenarios["fire"].steps] == [
        "look", "call", "leave", "wait", "open", "learn",
    ]  # fmt: skip


def test_the_report_keeps_the_lines_of_every_file(small: SmallHandbook) -> None:
    lines = small.load().report.lines
    assert set(lines) == {f"plans/{inside}" for inside in small.texts}
    assert lines["plans/handbook.yml"][1] == "  name: Corner Shop"


def test_a_folder_without_handbook_yml_is_not_a_handbook(small: SmallHandbook) -> None:
    (finding,) = (f for f in small.without("handbook.yml").findings() if f.rule == "handbook-missing")
    assert finding.position == Position("plans/handbook.yml")
    assert finding.message == "The folder `plans` has no `handbook.yml`, so it is not a handbook."
    assert "`handbook init NAME`" in finding.remedy


def test_an_empty_folder_has_exactly_one_fault() -> None:
    loaded = load_handbook([], "some/plans")
    assert loaded.handbook is None
    assert [(f.rule, str(f.position)) for f in loaded.report.findings] == [
        ("handbook-missing", "some/plans/handbook.yml")
    ]


def test_a_broken_handbook_yml_is_not_called_missing(small: SmallHandbook) -> None:
    assert rules(small.with_file("handbook.yml", "company: [")) == [("plans/handbook.yml", "yaml-syntax")]


def test_a_file_in_an_unknown_place_is_named_as_a_whole(small: SmallHandbook) -> None:
    (finding,) = small.with_file("scenario/flood.yml", "id: flood\n").findings()
    assert finding.rule == "plan-misplaced"
    assert finding.position == Position("plans/scenario/flood.yml")
    assert finding.message == "Nothing is known about a plan file at `scenario/flood.yml`."
    assert "`scenarios/*.yml`" in finding.expected
    assert finding.remedy == "Did you mean `scenarios/*.yml`?"


def test_a_file_far_from_any_known_place_gets_a_remedy_too(small: SmallHandbook) -> None:
    (finding,) = small.with_file("xyzzy.yml", "id: flood\n").findings()
    assert finding.remedy == "Move the file to the folder that fits its content."


def test_a_yaml_suffix_is_to_be_renamed(small: SmallHandbook) -> None:
    (finding,) = small.with_file("scenarios/flood.yaml", "id: flood\n").findings()
    assert finding.rule == "plan-misplaced"
    assert finding.position == Position("plans/scenarios/flood.yaml")
    assert finding.remedy == "Rename it to `plans/scenarios/flood.yml`."


def test_one_run_tells_every_fault_of_every_file(small: SmallHandbook) -> None:
    broken = (
        small.with_change("severity.yml", "    rank: 1", "    ramk: 1")
        .with_change("severity.yml", "within: 2 h", "within: 2 m")
        .with_change("communication/ways.yml", "direction: both", "direction: sideways")
        .with_change("organization/staff.yml", "title: Staff", 'title: "Staff')
        .with_change("scenarios/fire.yml", "after: [wait]", "after: [weit]")
        .with_change("scenarios/fire.yml", "via: [phone]", "via: [fax]")
        .with_change("requirements/demands.yml", "id: FIRE-1", "id: fire 1")
        .with_file("notes.yml", "a: 1\n")
    )
    assert sorted(rules(broken)) == [
        ("plans/communication/ways.yml", "plan-wrong-value"),
        ("plans/notes.yml", "plan-misplaced"),
        ("plans/organization/staff.yml", "yaml-syntax"),
        ("plans/requirements/demands.yml", "plan-wrong-value"),
        ("plans/scenarios/fire.yml", "reference-unknown"),
        ("plans/scenarios/fire.yml", "step-unknown"),
        ("plans/severity.yml", "plan-unknown-key"),
        ("plans/severity.yml", "plan-wrong-value"),
    ]


def test_several_faults_of_one_block_are_told_together(small: SmallHandbook) -> None:
    broken = small.with_change("communication/ways.yml", "    how: Lift it and dial.\n", "    zzz: 5\n    max: 3\n")
    assert sorted(f.message for f in broken.findings()) == [
        "The key `how` is missing.",
        "The key `max` is not known here.",
        "The key `zzz` is not known here.",
    ]


def test_findings_are_in_the_order_of_files_and_lines(small: SmallHandbook) -> None:
    broken = (
        small.with_change("scenarios/fire.yml", "title: Fire", "titel: Fire")
        .with_change("scenarios/fire.yml", "within: 5 business days", "within: 5")
        .with_change("handbook.yml", "time_zone: Asia/Shanghai", "time_zone: Asia/Shangai")
    )
    positions = [finding.position for finding in broken.findings()]
    assert positions == sorted(positions)
    assert positions[0].file == "plans/handbook.yml"
    assert len({position.line for position in positions if position.file.endswith("fire.yml")}) >= 2


def test_a_file_with_a_fault_still_defines_its_ids_for_others(small: SmallHandbook) -> None:
    broken = small.with_change("organization/staff.yml", "seniority: executive", "seniority: «boss»")
    assert broken.only_finding().rule == "plan-wrong-value"


def test_an_element_with_a_misspelt_key_is_still_defined(small: SmallHandbook) -> None:
    broken = small.with_change(
        "communication/ways.yml", "    reaches: [customers]", "    reaches: [customers]\n    «colour»: red"
    )
    assert broken.only_finding().rule == "plan-unknown-key"


def test_an_unreadable_file_hides_only_the_kinds_it_may_define(small: SmallHandbook) -> None:
    broken = (
        small.with_change("organization/staff.yml", "title: Staff", "title: [Staff")
        .with_change("scenarios/fire.yml", "group: safety", "group: savety")
        .with_change("scenarios/fire.yml", "via: [phone]", "via: [phonne]")
        .with_change("scenarios/fire.yml", "commander: keeper", "commander: nobody-known")
    )
    found = [(f.rule, f.message) for f in broken.findings() if f.position.file.endswith("fire.yml")]
    assert found == [
        ("reference-unknown", "`group` names the scenario group `savety`, which does not exist."),
        ("reference-unknown", "`via` names the channel `phonne`, which does not exist."),
    ]


def test_with_all_files_readable_the_same_reference_is_reported(small: SmallHandbook) -> None:
    broken = small.with_change("scenarios/fire.yml", "commander: keeper", "commander: «nobody-known»")
    assert broken.only_finding().rule == "reference-unknown"


def test_the_same_input_in_any_order_gives_the_same_report(small: SmallHandbook) -> None:
    broken = (
        small.with_change("severity.yml", "    rank: 1", "    ramk: 1")
        .with_change("scenarios/fire.yml", "via: [phone]", "via: [fax]")
        .with_file("notes.yml", "a: 1\n")
    )
    files = broken.files()
    first = load_handbook(files, "plans").report
    assert len(first.findings) == 3
    for seed in range(5):
        random.Random(seed).shuffle(files)
        assert load_handbook(files, "plans").report.findings == first.findings


TWO_CIRCLES = """
from generator.checker.engine import Inspection
from generator.reporters import report_as_json
from tests.unit.loading.small_handbook import SmallHandbook
print(report_as_json(Inspection(
    SmallHandbook()
    .with_change("scenarios/fire.yml", "        within: 1 min", "        after: [open, learn]\\n        within: 1 min")
    .with_change("scenarios/fire.yml", "after: [open]", "after: [learn]")
    .with_change("scenarios/fire.yml", "after: [wait]", "after: [open]")
    .load().report
)))
"""


def test_the_report_does_not_depend_on_the_hash_seed() -> None:
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", TWO_CIRCLES],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("2", "3")
    ]
    reports = {run.communicate()[0] for run in runs}
    assert [run.returncode for run in runs] == [0, 0]
    assert len(reports) == 1
    assert "step-cycle" in reports.pop()


def test_ids_below_a_repeated_key_are_not_called_unknown(small: SmallHandbook) -> None:
    broken = small.with_change("organization/staff.yml", "people:\n", "«roles»: []\npeople:\n").with_change(
        "organization/staff.yml", "authorities:\n", "roles:\n  - id: cook\nauthorities:\n"
    )
    assert {finding.rule for finding in broken.findings()} == {"yaml-duplicate-key", "plan-missing-key"}
    lost_dash = small.with_change("organization/staff.yml", "  - id: clerk\n", "    id: clerk\n")
    assert {finding.rule for finding in lost_dash.findings()} == {"yaml-duplicate-key"}


def test_ids_in_a_misplaced_file_are_not_called_unknown(small: SmallHandbook) -> None:
    renamed = small.with_file("organization/staff.yaml", small.texts["organization/staff.yml"])
    assert rules(renamed.without("organization/staff.yml")) == [("plans/organization/staff.yaml", "plan-misplaced")]


def test_a_broken_file_of_a_similar_name_does_not_hide_that_handbook_yml_is_missing(small: SmallHandbook) -> None:
    broken = small.without("handbook.yml").with_file("scenarios/old-handbook.yml", "a: 1\n")
    assert ("plans/handbook.yml", "handbook-missing") in rules(broken)
