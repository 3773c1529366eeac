"""Which values of a measure belong to which grade."""

from __future__ import annotations

from math import inf

from generator.analysis.bands import bands, by_measure, mixed_units, neighbours, number, reversed_order
from generator.model.handbook import Handbook
from generator.model.severity import SeverityPlan
from tests.unit.analysis.sample_plans import Fields, handbook, severity


def counts(measure: str = "Orders", unit: str | None = "orders", **ends: float) -> Fields:
    """A criterion with `at_least` and `below`."""
    return {"when": "It is counted.", "measure": measure, **({"unit": unit} if unit else {}), **ends}


def book(*criteria: list[Fields]) -> Handbook:
    """A handbook whose grades, worst first, have these criteria."""
    plan = severity(*range(1, len(criteria) + 1)).model_dump(mode="json")
    for grade, own in zip(plan["grades"], criteria, strict=True):
        grade["criteria"] = own
    return handbook(SeverityPlan.model_validate(plan))


def spans(handbook: Handbook) -> list[list[tuple[str, float, float]]]:
    return [[(band.grade.id, band.low, band.high) for band in of_measure] for of_measure in bands(handbook)]


def test_bands_go_from_the_mildest_grade_to_the_worst() -> None:
    found = book([counts(at_least=100)], [counts(at_least=10, below=100)], [counts(below=10)])
    assert spans(found) == [[("grade-3", -inf, 10), ("grade-2", 10, 100), ("grade-1", 100, inf)]]


def test_a_grade_that_does_not_use_the_measure_is_passed_over() -> None:
    found = book([counts(at_least=100)], [], [counts(below=10)])
    assert [(m.grade.id, w.grade.id) for m, w in neighbours(found)] == [("grade-3", "grade-1")]


def test_spelling_with_other_capitals_or_spaces_is_the_same_measure() -> None:
    found = book([counts("Lost  orders", "Orders", at_least=9)], [counts("lost orders", "orders", below=9)])
    assert len(list(neighbours(found))) == 1
    assert list(by_measure(found)) == ["lost orders"]


def test_criteria_without_measure_or_number_have_no_band() -> None:
    assert spans(book([{"when": "There is fire."}, {"when": "No name.", "at_least": 5}, counts()])) == []


def test_two_criteria_of_one_grade_and_measure_make_one_band() -> None:
    found = book([counts(at_least=50, below=90), counts(at_least=20, below=60)])
    assert spans(found) == [[("grade-1", 20, 90)]]
    ((band,),) = bands(found)
    assert (band.lowest.at_least, band.highest.below) == (20, 90)


def test_measures_that_cannot_be_compared_are_left_out() -> None:
    assert bands(book([counts(unit="hours", at_least=2)], [counts(unit="minutes", below=120)])) == ()
    assert bands(book([counts(at_least=10)], [counts(at_least=9, below=9)])) == ()


def test_a_grade_may_give_a_measure_in_two_units() -> None:
    both = [counts(unit="orders", at_least=9), counts(unit="%", at_least=5)]
    found = book(both, [counts(unit="orders", below=9)])
    assert not mixed_units(by_measure(found)["orders"])
    assert len(list(neighbours(found))) == 1


def test_units_are_mixed_if_grades_differ_or_one_has_none() -> None:
    for other in ("hours", None):
        found = book([counts(unit="minutes", at_least=9)], [counts(unit=other, below=9)])
        assert mixed_units(by_measure(found)["orders"])


def test_the_order_is_reversed_if_the_milder_grade_lies_wholly_above() -> None:
    ((milder, worse),) = neighbours(book([counts(below=10)], [counts(at_least=10)]))
    assert reversed_order(milder, worse)
    assert (str(milder), str(worse)) == ("from 10 on", "below 10")
    ((milder, worse),) = neighbours(book([counts(at_least=10)], [counts(at_least=5, below=20)]))
    assert not reversed_order(milder, worse)
    assert str(milder) == "5 to 20"


def test_numbers_are_written_for_readers() -> None:
    assert [number(value) for value in (1_000_000.0, 0.1, 2.5, 720)] == ["1,000,000", "0.1", "2.5", "720"]
