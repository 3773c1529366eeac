"""What belongs to the content of a plan, how it is taken to pieces, and what readers of a translation see."""

from __future__ import annotations

from typing import Any

import pytest

from generator.analysis.fingerprint import ContentPrint, Fingerprints, digest, translation_print
from generator.checker.addresses import Addresses
from generator.i18n.words import Translator
from generator.model.control import Plan
from generator.model.handbook import Handbook
from generator.model.remediation import RemediationPlan
from tests.unit.analysis.sample_plans import (
    assigned,
    channel,
    communication,
    handbook,
    head,
    organization,
    person,
    role,
    scenario,
    step,
    system,
    technical,
)

AID: dict[str, Any] = {
    "id": "aid",
    "title": "Aid",
    "body": "supplier",
    "call_when": "Always.",
    "owner": "chief",
    "contacts": [{"contact": "phone", "value": "119", "verified_on": "2026-01-01"}],
}


def content(plan: Plan, *others: Plan) -> ContentPrint:
    return Fingerprints(handbook(plan, *others)).of(plan)


def changed(one: ContentPrint, other: ContentPrint) -> set[str]:
    return {address for address, _ in one.parts.items() ^ other.parts.items()}


@pytest.mark.parametrize(
    ("control", "counts"),
    [
        ({"version": "2.0.0"}, False),
        ({"status": "draft"}, False),
        ({"approved_on": "2026-03-31"}, False),
        ({"effective_on": None}, False),
        ({"revisions": [{"version": "1.0.0", "on": "2026-01-01", "by": "chief", "change": "New."}]}, False),
        ({"owner": "guard"}, True),
        ({"approver": "guard"}, True),
        ({"review_every": "5 years"}, True),
    ],
)
def test_of_the_control_block_only_what_somebody_acts_on_counts(control: dict[str, Any], counts: bool) -> None:
    plain, other = content(scenario(step("a"))), content(scenario(step("a"), control=control))
    assert changed(plain, other) == ({"control"} if counts else set())
    assert (plain.whole != other.whole) == counts


def test_what_a_plan_covers_does_not_count() -> None:
    plain = content(scenario(step("a")))
    assert content(scenario(step("a", covers=["LAW-1"]), covers=["LAW-2"])).whole == plain.whole


def test_things_with_an_id_are_parts_and_so_are_the_fields_of_the_plan() -> None:
    before = content(scenario(step("a"), step("b")))
    assert {"title", "signals", "stand_down", "phases[]", "detect", "detect/steps[]", "detect/a"} <= before.parts.keys()
    assert changed(before, content(scenario(step("a", likely="6 min"), step("b")))) == {"detect/a"}
    assert changed(before, content(scenario(step("b"), step("a")))) == {"detect/steps[]"}
    assert changed(before, content(scenario(step("a"), step("b"), step("c")))) == {"detect/steps[]", "detect/c"}
    assert changed(before, content(scenario(step("a"), step("b"), commander="chief", hostile=True))) == {"hostile"}


def test_parts_are_called_as_the_checker_calls_them(bundled_handbook: Handbook) -> None:
    known = set(Addresses.of(bundled_handbook).known.values())
    prints = Fingerprints(bundled_handbook)
    for plan in bundled_handbook.plans:
        inside = plan.position().file.removeprefix("plans/")
        named = [p.address for p in prints.of(plan).pieces if not p.outside and p.path == ("id",)]
        assert [name for name in named if name != "id" and f"{inside}#{name}" not in known] == []


def test_things_of_two_kinds_with_one_id_share_a_part_that_sees_both() -> None:
    floor = {"id": "same", "title": "Floor", "floor": "All.", "jurisdiction": "CN", "basis": "Law",
             "last_checked_on": "2026-01-01", "certainty": "read-in-source"}  # fmt: skip
    standard = {"id": "same", "title": "Speed", "via": [], "answer_within": "1 h", "solve_within": "1 day",
                "promise": "Fast.", "owner": "chief"}  # fmt: skip

    def of(floor_title: str, standard_title: str) -> ContentPrint:
        floors, standards = [floor | {"title": floor_title}], [standard | {"title": standard_title}]
        return content(RemediationPlan.model_validate(head("remedies", floors=floors, standards=standards)))

    assert changed(of("A", "B"), of("A", "C")) == {"same"}
    assert changed(of("A", "B"), of("C", "B")) == {"same"}
    assert changed(of("A", "B"), of("B", "A")) == {"same"}


def with_role(**more: Any) -> ContentPrint:
    company = organization([role("guard", **more), role("helper")])
    return content(scenario(step("a", responsible="guard")), company)


def test_a_role_that_a_plan_names_counts_but_not_the_roles_it_names_itself() -> None:
    assert changed(with_role(), with_role(mission="Sleeps.")) == {"role/guard"}
    assert changed(with_role(), with_role(deputies=["helper"])) == {"role/guard"}
    company = organization([role("guard", deputies=["helper"]), role("helper", mission="Sleeps.")])
    renamed = content(scenario(step("a", responsible="guard")), company)
    assert renamed.whole == with_role(deputies=["helper"]).whole


def test_the_roles_of_the_control_block_count_by_name_only() -> None:
    plan = scenario(step("a", responsible="guard", accountable="guard"), control={"owner": "helper"})
    plan = plan.model_copy(update={"commander": "guard", "activated_by": "guard"})
    assert "role/helper" not in content(plan, organization([role("guard"), role("helper")])).parts


def test_a_person_of_another_name_leaves_the_plans_alone() -> None:
    plan = scenario(step("a"))
    one = organization([], [person("ann")], assigned("chief", "ann"))
    other = organization([], [person("ann") | {"name": "Other"}], assigned("chief", "ann"))
    assert content(plan, one).whole == content(plan, other).whole
    assert content(one).whole != content(other).whole


def test_of_another_plan_only_its_title_counts() -> None:
    plan = scenario(step("a"), not_this=[{"when": "Dark.", "go_to": "flood"}])
    before = content(plan, scenario(step("b"), name="flood"))
    assert content(plan, scenario(step("c"), name="flood", hostile=True)).whole == before.whole
    assert changed(before, content(plan, scenario(step("b"), name="flood", title="Tide"))) == {"scenario/flood"}


def test_a_number_that_was_only_verified_again_voids_no_plan() -> None:
    plan = scenario(step("a", calls=["aid"]))

    def calling(**contact: str) -> tuple[ContentPrint, ContentPrint]:
        company = organization(outside_bodies=[AID | {"contacts": [AID["contacts"][0] | contact]}])
        return content(plan, company), content(company)

    (before, company_before), (verified, company_verified) = calling(), calling(verified_on="2026-06-01")
    assert before.whole == verified.whole
    assert company_before.whole == company_verified.whole
    assert changed(before, calling(value="120")[0]) == {"outside-body/aid"}


def test_what_a_plan_defines_itself_is_not_told_twice() -> None:
    plan = technical(system("shop"), system("web", "shop"))
    assert not [piece for piece in content(plan).pieces if piece.outside and piece.address.startswith("system/")]
    assert "role/chief" in content(plan).parts


def test_the_place_of_a_part_is_known() -> None:
    plan = scenario(step("a", via=["phone"]))
    (part,) = (p for p in content(plan, communication(channel("phone"))).pieces if p.address == "channel/phone")
    assert (getattr(part.element, "id", ""), part.path, part.outside) == ("phone", ("id",), True)


def test_json_keeps_apart_what_looks_alike() -> None:
    assert digest(["a", "b"]) != digest(["a,b"]) != digest(["ab"])
    assert digest("\ud83d\ude00") != digest("😀"), "two halves of a character are not the character"
    assert digest(1) != digest("1") != digest(True)


def test_all_fingerprints_of_the_bundled_plans_differ(bundled_handbook: Handbook) -> None:
    prints = Fingerprints(bundled_handbook)
    assert len({prints.of(plan).whole for plan in bundled_handbook.plans}) == len(bundled_handbook.plans)


def spoken(**messages: str) -> Translator:
    return Translator("zh", "en", {text.replace("_", " "): given for text, given in messages.items()})


def test_a_translation_counts_by_what_its_readers_see() -> None:
    plan = scenario(step("a"))
    before = translation_print(plan, spoken())
    assert translation_print(plan, spoken(Elsewhere="别处")) == before
    assert translation_print(plan, spoken(blackout="停电")) != before
    assert translation_print(plan, spoken(blackout="断电")) != translation_print(plan, spoken(blackout="停电"))
    assert translation_print(plan, Translator("es", "en", {})) != before


def test_the_words_of_revisions_do_not_count_in_a_translation() -> None:
    revisions = [{"version": "1.0.0", "on": "2026-01-01", "by": "chief", "change": "New."}]
    plain, revised = scenario(step("a")), scenario(step("a"), control={"revisions": revisions})
    assert translation_print(plain, spoken()) == translation_print(revised, Translator("zh", "en", {"New.": "新。"}))
