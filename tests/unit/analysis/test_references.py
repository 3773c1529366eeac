"""Which elements are referred to."""

from __future__ import annotations

from generator.analysis.references import referred_to
from tests.unit.analysis.sample_plans import (
    assigned,
    handbook,
    organization,
    person,
    role,
    scenario,
    step,
    system,
    technical,
)


def test_single_references_and_lists_of_them_are_found_with_their_kind() -> None:
    book = handbook(
        organization([role("guard", deputies=["chief"])], [person("ann")], assigned("guard", "ann")),
        technical(system("shop", "power"), system("power")),
        scenario(step("see", restores=["shop"])),
    )
    found = referred_to(book)
    assert {("system", "power"), ("system", "shop"), ("person", "ann"), ("role", "guard"), ("role", "chief")} <= found


def test_what_is_only_defined_is_not_referred_to() -> None:
    book = handbook(organization([role("guard")], [person("ann")]), technical(system("shop", "power"), system("power")))
    assert not {("system", "shop"), ("role", "guard"), ("person", "ann")} & referred_to(book)
    assert all(name for _, name in referred_to(book)), "an empty field refers to nothing"
