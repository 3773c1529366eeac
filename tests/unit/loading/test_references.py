"""Ids that are given twice, and references that lead nowhere."""

from __future__ import annotations

import pytest

from generator.finding import RelatedPlace
from tests.unit.loading.small_handbook import SmallHandbook


def test_a_misspelt_reference_gets_a_suggestion(small: SmallHandbook) -> None:
    finding = small.with_change("scenarios/fire.yml", "commander: keeper", "commander: «keepr»").only_finding()
    assert finding.rule == "reference-unknown"
    assert finding.message == "`commander` names the role `keepr`, which does not exist."
    assert finding.expected == "the id of a role: `keeper`, `clerk`"
    assert finding.remedy == "Did you mean `keeper`?"


def test_a_reference_like_no_id_may_be_defined(small: SmallHandbook) -> None:
    finding = small.with_change("scenarios/fire.yml", "commander: keeper", "commander: «mayor»").only_finding()
    assert finding.remedy == "Define a role with the id `mayor`, or name another."


def test_an_item_of_a_list_of_references_is_named_by_its_own_place(small: SmallHandbook) -> None:
    finding = small.with_change("severity.yml", "[keeper, clerk]", "[keeper, «clark», clerk]").only_finding()
    assert finding.message == "`informs` names the role `clark`, which does not exist."
    assert finding.remedy == "Did you mean `clerk`?"


@pytest.mark.parametrize(
    ("inside", "old", "new", "kind"),
    [
        ("handbook.yml", "intake: keeper", "intake: «kepper»", "role"),
        ("organization/staff.yml", "authorities: [close-shop]", "authorities: [«close-shops»]", "authority"),
        ("organization/staff.yml", "    superior: keeper", "    superior: «keepers»", "role"),
        ("organization/staff.yml", "{role: clerk, person: mei-lin", "{role: clerk, person: «mei»", "person"),
        ("severity.yml", "grade: serious", "grade: «seriuos»", "grade"),
        ("communication/ways.yml", "reaches: [customers]", "reaches: [«customer»]", "audience"),
        ("scenarios/fire.yml", "group: safety", "group: «safty»", "scenario group"),
        ("scenarios/fire.yml", "via: [phone]", "via: [«phones»]", "channel"),
        ("scenarios/fire.yml", "escalate_to: keeper", "escalate_to: «keper»", "role"),
        ("scenarios/fire.yml", "covers: [FIRE-1]", "covers: [«FIRE-2»]", "requirement"),
    ],
)  # fmt: skip
def test_every_kind_of_reference_is_resolved(small: SmallHandbook, inside: str, old: str, new: str, kind: str) -> None:
    finding = small.with_change(inside, old, new).only_finding()
    assert finding.rule == "reference-unknown"
    assert f"names the {kind} `" in finding.message
    assert finding.remedy.startswith(("Did you mean", "Define a"))


def test_a_reference_to_a_kind_that_nobody_defines_asks_to_define_one(small: SmallHandbook) -> None:
    finding = small.with_change(
        "scenarios/fire.yml", "via: [phone]", "via: [phone]\n        calls: [«police»]"
    ).only_finding()
    assert finding.expected == "an outside body to refer to"
    assert finding.remedy == "Define an outside body with the id `police`, or name another."


def test_an_id_of_another_kind_does_not_count(small: SmallHandbook) -> None:
    finding = small.with_change("scenarios/fire.yml", "commander: keeper", "commander: «phone»").only_finding()
    assert finding.message == "`commander` names the role `phone`, which does not exist."


def test_a_repeated_id_names_the_first_place(small: SmallHandbook) -> None:
    broken = small.with_change("organization/staff.yml", "  - id: clerk\n", "  - id: «clerk»\n").with_file(
        "organization/more.yml",
        small.texts["organization/staff.yml"].split("sites:")[0].replace("id: staff", "id: more")
        + "roles:\n  - {id: «clerk», title: Clerk, department: sales, seniority: staff, mission: Helps.}\n",
    )
    (finding,) = broken.findings()
    second, first = broken.marks
    assert finding.rule == "id-duplicate"
    assert finding.message == "There are two elements of kind role with the id `clerk`."
    assert finding.expected == "an id that no other role has"
    assert finding.remedy == "Rename one of them, and what refers to it."
    assert finding.position == second
    assert finding.related == (RelatedPlace(first, "first given here"),)


def test_two_kinds_may_share_an_id(small: SmallHandbook) -> None:
    named_alike = small.with_change("organization/staff.yml", "id: close-shop,", "id: keeper,").with_change(
        "organization/staff.yml", "authorities: [close-shop]", "authorities: [keeper]"
    )
    assert named_alike.findings() == ()


def test_a_third_element_with_the_id_also_names_the_first_place(small: SmallHandbook) -> None:
    row = "  - {id: «serving», title: Serving}\n"
    broken = small.with_change("organization/staff.yml", "roles:\n", row * 3 + "roles:\n")
    first, *later = broken.marks
    assert [finding.position for finding in broken.findings()] == later
    assert {finding.related for finding in broken.findings()} == {(RelatedPlace(first, "first given here"),)}
