from __future__ import annotations

from generator.checker.changes import introduced
from generator.finding import Finding
from generator.position import Position


def finding(rule: str, subject: str, message: str = "m", line: int = 1, file: str = "plans/a.yml") -> Finding:
    return Finding(rule, message, Position(file, line), subject=subject)


def test_a_finding_that_only_moved_is_not_introduced() -> None:
    assert introduced([finding("r", "a#x", line=9)], [finding("r", "a#x", line=2)]) == ()


def test_a_finding_in_an_untouched_file_is_introduced_if_it_was_not_there() -> None:
    fresh = finding("r", "b#y", file="plans/b.yml")
    assert introduced([finding("r", "a#x"), fresh], [finding("r", "a#x")]) == (fresh,)


def test_of_two_findings_at_one_place_the_one_with_new_words_is_introduced() -> None:
    old, new = finding("r", "a#x", "old"), finding("r", "a#x", "new")
    assert introduced([new, old], [finding("r", "a#x", "old")]) == (new,)


def test_a_number_that_changed_in_the_words_does_not_make_a_finding_new() -> None:
    assert introduced([finding("r", "a#x", "takes 4 h")], [finding("r", "a#x", "takes 3 h")]) == ()


def test_findings_without_a_place_in_the_model_are_compared_by_file() -> None:
    broken = finding("yaml-syntax", "")
    assert introduced([broken], [broken]) == ()
    assert introduced([broken], [finding("yaml-syntax", "", file="plans/c.yml")]) == (broken,)


def test_an_item_that_is_added_before_others_is_what_is_introduced() -> None:
    before = [finding("r", "a#list[0]", "one"), finding("r", "a#list[1]", "two")]
    fresh = finding("r", "a#list[0]", "new")
    now = [fresh, finding("r", "a#list[1]", "one"), finding("r", "a#list[2]", "two")]
    assert introduced(now, before) == (fresh,)


def test_a_fault_of_another_item_is_introduced_although_one_was_mended() -> None:
    fresh = finding("r", "a#list[2]", "new")
    assert introduced([fresh], [finding("r", "a#list[0]", "old")]) == (fresh,)


def test_a_finding_that_moved_to_another_file_with_its_block_is_not_introduced() -> None:
    before = [finding("r", "a.yml#chief/deputies", file="plans/a.yml")]
    assert introduced([finding("r", "b.yml#chief/deputies", file="plans/b.yml")], before) == ()
    other = finding("r", "b.yml#guard/deputies", file="plans/b.yml")
    assert introduced([other], before) == (other,)


def test_as_many_findings_are_introduced_as_there_are_more() -> None:
    same = finding("r", "a#x")
    assert introduced([same, same, same], [same]) == (same, same)
    assert introduced([], [same]) == ()


def test_the_same_fault_of_another_rule_is_introduced() -> None:
    other = finding("s", "a#x")
    assert introduced([other], [finding("r", "a#x")]) == (other,)
