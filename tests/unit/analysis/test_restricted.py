"""Contact data of people is found however it is written, and other words are left alone."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.restricted import NOTHING_RESTRICTED, Restricted
from tests.unit.analysis.sample_plans import handbook, organization, person, phone
from tests.unit.audit.audited import loaded, plan_files


def restricted(name: str = "Lin Yue 林越", identity: str = "lin-yue", *ways: tuple[str, str]) -> Restricted:
    contacts = [phone(value, contact=kind) for kind, value in ways]
    return Restricted.of(handbook(organization(people=[person(identity, *contacts) | {"name": name}])))


@pytest.mark.parametrize(
    "told", ["Lin Yue 林越", "Ask Lin Yue.", "问林越吧", "LIN YUE", "Lin\n  Yue", "people: [lin-yue, tao]", "`lin-yue`"]
)
def test_a_name_is_masked_in_every_script_and_layout(told: str) -> None:
    masked = restricted().masked(told)
    assert "…" in masked
    assert all(part not in masked.lower() for part in ("lin", "yue", "林", "越"))


@pytest.mark.parametrize("other", ["Berlin Yueh", "merlin-yuement", "the line", "林", "Lin"])
def test_words_that_only_begin_or_end_like_a_name_stay(other: str) -> None:
    assert restricted().masked(other) == other


def test_an_id_that_is_an_ordinary_word_is_meant_only_where_an_id_stands() -> None:
    found = restricted("Zoe Park", "en")
    assert found.masked("Está en la tienda, languages: [en]") == "Está en la tienda, languages: [en]"
    assert found.masked("`en` is nobody") == "`…` is nobody"
    assert found.masked("organization/people.yml#en/contacts") == "organization/people.yml#…/contacts"
    assert found.masked("person/en: changed") == "person/…: changed"
    assert found.masked("en") == "…"


@pytest.mark.parametrize("written", [
    "+86 5550 013 2274", "+8655500132274", "+86-5550-013-2274", "0086 5550 013 2274", "+86 (0) 5550 0132274",
    "05550 013 2274", "5550 013\n2274", "86 5550 013 2274",
])  # fmt: skip
def test_a_number_is_masked_however_it_is_grouped_and_dialled(written: str) -> None:
    masked = restricted("Lin Yue", "lin-yue", ("mobile", "+86 5550 013 2274")).masked(f"Call {written}, then wait.")
    assert "2274" not in masked
    assert "5550" not in masked
    assert masked.endswith(", then wait.")


@given(st.lists(st.sampled_from(["", " ", "-", ".", "/", " - "]), min_size=10, max_size=10))
def test_no_layout_hides_a_number(gaps: list[str]) -> None:
    written = "".join(digit + gap for digit, gap in zip("55500132274", [*gaps, ""], strict=True))
    found = restricted("Lin Yue", "lin-yue", ("mobile", "+86 5550 013 2274"))
    assert found.masked(f"Call +86 {written} now.") == "Call … now."


@pytest.mark.parametrize("other", ["155500132274", "55500132274999", "a55500132274", "+86 5550 013 2275", "f" * 64])
def test_other_numbers_and_digests_stay(other: str) -> None:
    assert restricted("Lin Yue", "lin-yue", ("mobile", "+86 5550 013 2274")).masked(other) == other


def test_addresses_are_masked_in_any_case() -> None:
    found = restricted("Lin Yue", "lin-yue", ("email", "l.y@shop.example"), ("chat", "ly77"))
    assert found.masked("L.Y@Shop.example or ly77") == "… or …"


def test_a_way_of_one_or_two_characters_cannot_be_told_from_other_words() -> None:
    assert restricted("Lin Yue", "lin-yue", ("radio", "7")).masked("7 days") == "7 days"


def test_json_keeps_its_shape() -> None:
    told = {"Lin Yue": ["lin-yue", 1, None, True, {"a": "林越"}]}
    assert json.loads(restricted().masked_json(json.dumps(told))) == {"…": ["…", 1, None, True, {"a": "…"}]}


def test_files_that_say_who_is_who_are_known_by_their_names() -> None:
    found = Restricted.of(loaded(plan_files())[1])
    assert found.files == {"plans/organization/assignments.yml", "plans/organization/company.yml"}
    assert found.applies


def test_people_of_every_handbook_given_are_restricted() -> None:
    books = [handbook(organization(people=[person(name) | {"name": name.title()}])) for name in ("anna", "boris")]
    assert Restricted.of(*books).masked("Anna and Boris") == "… and …"


def test_nothing_is_restricted_unless_somebody_says_so() -> None:
    assert NOTHING_RESTRICTED.masked("Lin Yue +86 5550 013 2274") == "Lin Yue +86 5550 013 2274"
    assert not NOTHING_RESTRICTED.applies
