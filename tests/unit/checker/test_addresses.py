"""Addresses name places in the model, so that they stay when lines move."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.analysis.facts import Facts
from generator.checker.addresses import Addresses, lies_in
from generator.loading import PlanFile, load_handbook
from generator.model.handbook import Handbook
from generator.rule import Place
from tests.rules.overlay import base_files, example


def addresses_of(handbook: Handbook) -> set[str]:
    return set(Addresses.of(handbook).known.values())


@pytest.fixture(scope="module")
def base() -> Facts:
    return example("{}", "base.yml")[0]


def loaded(files: list[PlanFile]) -> Handbook:
    handbook = load_handbook(files, "plans").handbook
    assert handbook is not None
    return handbook


def test_every_element_of_the_bundled_handbook_has_an_address_of_its_own(bundled_handbook: Handbook) -> None:
    counted = Counter(Addresses.of(bundled_handbook).known.values())
    assert sum(counted.values()) == sum(1 for part in bundled_handbook.parts for _ in part.walk())
    assert [address for address, count in counted.items() if count > 1] == []


def test_elements_are_named_by_file_and_ids(base: Facts) -> None:
    assert {
        "handbook.yml",
        "scenarios/fire.yml",
        "scenarios/fire.yml#control",
        "scenarios/fire.yml#control/revisions[0]",
        "scenarios/fire.yml#detect/call",
        "scenarios/fire.yml#detect/call/takes",
        "organization/assignments.yml#assignments[0]",
        "organization/company.yml#ai/contacts[1]",
        "severity.yml#grave/criteria[1]",
    } <= addresses_of(base.handbook)


def test_a_place_is_its_element_and_the_first_key_of_its_path(base: Facts) -> None:
    addresses, fire = Addresses.of(base.handbook), base.handbook.scenarios["fire"]
    call = next(step for step in fire.steps if step.id == "call")
    assert addresses.of_place(Place.of(fire)) == "scenarios/fire.yml"
    assert addresses.of_place(Place.of(fire, "obligations", 0)) == "scenarios/fire.yml#obligations"
    assert addresses.of_place(Place.of(call)) == "scenarios/fire.yml#detect/call"
    assert addresses.of_place(Place.of(call, "takes", "worst")) == "scenarios/fire.yml#detect/call/takes"


def test_addresses_stay_when_lines_and_blocks_move(base: Facts) -> None:
    def moved(file: PlanFile) -> PlanFile:
        text = file.data.decode().replace("\n", "   # moved\n\n")
        return PlanFile(file.path, file.inside, f"# first\n\n{text}".encode())

    assert addresses_of(loaded([moved(file) for file in base_files()])) == addresses_of(base.handbook)


def test_an_element_that_is_added_before_others_with_ids_leaves_their_addresses(base: Facts) -> None:
    text = next(file for file in base_files() if file.inside == "risks.yml").data.decode()
    new = text.replace("  - {id: fire-risk,", "  - {id: new-risk,", 1).partition("  - {id: new-risk,")
    added = new[0] + new[1] + new[2].partition("\n")[0] + "\n" + text.partition("risks:\n")[2]
    files = [file for file in base_files() if file.inside != "risks.yml"]
    now = addresses_of(loaded([*files, PlanFile("plans/risks.yml", "risks.yml", added.encode())]))
    assert now - addresses_of(base.handbook) == {"risks.yml#new-risk"}
    assert addresses_of(base.handbook) <= now


@pytest.mark.parametrize(
    ("address", "area", "inside"),
    [
        ("a.yml#x", "a.yml#x", True),
        ("a.yml#x/y", "a.yml#x", True),
        ("a.yml#x", "a.yml", True),
        ("b/a.yml#x", "b", True),
        ("a.yml#x-ray", "a.yml#x", False),
        ("a.yml#x2/y", "a.yml#x", False),
        ("a.yml#x", "a.yml#x/y", False),
        ("a.yml2#x", "a.yml", False),
        ("a.yml#list[1]", "a.yml#list[10]", False),
        ("a.yml#list[10]", "a.yml#list[1]", False),
        ("", "a.yml", False),
    ],
)
def test_an_area_holds_itself_and_what_is_written_in_it(address: str, area: str, inside: bool) -> None:
    assert lies_in(address, area) is inside
