"""Which schema a handbook states, and what is said of one that is earlier or later than that of today."""

from __future__ import annotations

import pytest

from generator.finding import Level
from generator.loading.migrations import SCHEMA
from generator.model.control import numbers
from tests.unit.loading.small_handbook import SmallHandbook

STATED = f"schema_version: {SCHEMA}"
MAJOR, MINOR, PATCH = numbers(SCHEMA)
SHIFT = "shifts:\n  - {{id: day, title: Day, role: keeper, {}, starts: '08:00', ends: '18:00', people: [mei-lin]}}\n"


def stating(small: SmallHandbook, version: str) -> SmallHandbook:
    return small.with_change("handbook.yml", STATED, f"schema_version: {version}")


def unstated(small: SmallHandbook) -> SmallHandbook:
    return small.with_change("handbook.yml", f"{STATED}\n", "").with_change("handbook.yml", "company:", "«company»:")


def with_shift(small: SmallHandbook, days: str) -> SmallHandbook:
    return small.with_file("organization/staff.yml", small.texts["organization/staff.yml"] + SHIFT.format(days))


@pytest.mark.parametrize("version", [f"{MAJOR + 1}.0.0", f"{MAJOR}.{MINOR + 1}.0", f"{MAJOR + 9}.8.7"])
def test_a_later_schema_is_the_one_fault_at_its_line_whatever_else_is_unknown(
    small: SmallHandbook, version: str
) -> None:
    later = (
        stating(small, f"«{version}»")
        .with_change("scenarios/fire.yml", "title: Fire", "headline: Fire")
        .with_change("severity.yml", "title: Grades", "title: [")
        .with_file("weather/storm.yml", "id: storm\n")
    )
    finding = later.only_finding()
    assert (finding.rule, finding.level) == ("handbook-schema-newer", Level.ERROR)
    assert f"schema {version};" in finding.message
    assert f"schema {SCHEMA} " in finding.message
    assert "newer generator" in finding.remedy


def test_a_later_correction_of_the_schema_of_today_is_read(small: SmallHandbook) -> None:
    assert stating(small, f"{MAJOR}.{MINOR}.{PATCH + 1}").findings() == ()


def test_a_handbook_that_states_an_earlier_schema_gets_one_note_at_that_line(small: SmallHandbook) -> None:
    finding = stating(small, "«1.4.2»").only_finding()
    assert (finding.rule, finding.level) == ("handbook-schema-outdated", Level.NOTE)
    assert finding.message == f"The plans are written in schema 1.4.2; that of today is {SCHEMA}."
    assert finding.remedy == f"Write `{STATED}` here."


def test_a_handbook_that_states_no_schema_is_told_to_state_it(small: SmallHandbook) -> None:
    loaded = unstated(small).load()
    assert loaded.handbook is not None
    assert loaded.handbook.settings.schema_version == "1.0.0"
    finding = unstated(small).only_finding()
    assert (finding.rule, finding.level) == ("handbook-schema-outdated", Level.NOTE)
    assert finding.message == f"No schema is stated, so it is 1.0.0; that of today is {SCHEMA}."
    assert finding.remedy == f"Add `{STATED}` to this file."


def test_the_note_names_the_keys_that_were_rewritten_with_their_first_place(small: SmallHandbook) -> None:
    old = with_shift(unstated(small), "«days»: Monday to Friday")
    (finding,) = old.findings()
    assert finding.message.endswith("`days` were read in the form of today.")
    assert finding.remedy == f"Rewrite `days`, then add `{STATED}` to this file."
    (related,) = finding.related
    assert (finding.position, related.position) == old.marks
    assert "`weekdays`" in related.caption


def test_the_old_form_is_a_fault_where_the_schema_of_today_is_stated(small: SmallHandbook) -> None:
    finding = with_shift(small, "«days»: Monday").only_finding()
    assert finding.rule == "plan-unknown-key"


def test_a_fault_in_what_was_rewritten_has_the_place_where_it_is_written(small: SmallHandbook) -> None:
    old = with_shift(unstated(small), "days: «by arrangement»")
    (fault,) = (finding for finding in old.findings() if finding.level is Level.ERROR)
    assert fault.position == old.marks[-1]
    assert fault.message == "`by arrangement` is not a value of `weekdays[1]`."
    assert "`monday`" in fault.expected


@pytest.mark.parametrize("version", ["two", "2.0", "3", "v2.0.0", "[2, 0, 0]"])
def test_a_schema_that_is_no_version_is_refused_by_the_model(small: SmallHandbook, version: str) -> None:
    (fault,) = stating(small, version).findings()
    assert fault.rule in ("plan-wrong-value", "plan-wrong-type")
    assert "`schema_version`" in fault.message


def test_an_unreadable_handbook_yml_leaves_the_others_to_be_read_in_either_form(small: SmallHandbook) -> None:
    old = with_shift(small, "days: Monday").with_file("handbook.yml", "company: [")
    assert [finding.rule for finding in old.findings()] == ["yaml-syntax"]
