"""What systems stand on, and who supplies them."""

from __future__ import annotations

import pytest

from generator.analysis.dependencies import needs, rings
from generator.analysis.sentences import in_backticks
from generator.analysis.suppliers import supplies
from tests.unit.analysis.sample_plans import handbook, organization, phone, system, technical


def test_a_system_needs_everything_below_it() -> None:
    book = handbook(
        technical(system("shop", "data"), system("data", "power"), system("power"), system("mail", "power"))
    )
    assert needs(book) == {
        "shop": {"data", "power"},
        "data": {"power"},
        "power": frozenset(),
        "mail": {"power"},
    }


def test_each_ring_is_found_once_and_without_what_only_leads_into_it() -> None:
    book = handbook(
        technical(
            system("top", "one"),
            system("one", "two"),
            system("two", "one", "deep"),
            system("deep"),
            system("alone", "alone"),
        )
    )
    assert rings(needs(book)) == (("one", "two"), ("alone",))


def test_a_supplier_is_found_once_with_all_that_it_supplies() -> None:
    body = {"title": "B", "body": "supplier", "call_when": "Now.", "owner": "chief", "contacts": [phone("1")]}
    book = handbook(
        organization(outside_bodies=[body | {"id": "host"}, body | {"id": "idle"}]),
        technical(
            system("shop") | {"supplier": "host"},
            system("mail") | {"supplier": "host", "critical": True},
            system("own"),
        ),
    )
    (found,) = supplies(book)
    assert found.body.id == "host"
    assert [one.id for one in found.systems] == ["shop", "mail"]
    assert [one.id for one in found.critical] == ["mail"]


@pytest.mark.parametrize(
    ("names", "said"), [(["a"], "`a`"), (["a", "b"], "`a` and `b`"), (["a", "b", "c"], "`a`, `b` and `c`")]
)
def test_ids_are_listed_as_in_a_sentence(names: list[str], said: str) -> None:
    assert in_backticks(names) == said
