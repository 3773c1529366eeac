"""What is said about a key or value that does not fit, and where."""

from __future__ import annotations

import pytest

from generator.finding import Finding
from generator.position import Position
from tests.unit.loading.small_handbook import SmallHandbook

SEVERITY = "severity.yml"
DURATION_FORMS = "`30 min`, `8 h`, `2 days`, `3 business days`, `6 months`"


def after_change(small: SmallHandbook, old: str, new: str) -> Finding:
    return small.with_change(SEVERITY, old, new).only_finding()


def test_a_position_counts_lines_and_columns_from_one(small: SmallHandbook) -> None:
    finding = small.with_change("handbook.yml", "  name: Corner Shop", "  «naem»: Corner Shop").only_finding()
    assert finding.rule == "plan-unknown-key"
    assert str(finding.position) == "plans/handbook.yml:2:3"
    assert finding.position == Position("plans/handbook.yml", 2, 3, 2, 7)


def test_a_key_that_is_missing_because_it_is_misspelt_is_told_once(small: SmallHandbook) -> None:
    finding = small.with_change("severity.yml", "    rank: 1", "    «ramk»: 1").only_finding()
    assert (finding.rule, finding.remedy) == ("plan-unknown-key", "Did you mean `rank`?")


def test_a_misspelt_key_gets_a_suggestion_where_the_key_stands(small: SmallHandbook) -> None:
    finding = small.with_change("communication/ways.yml", "    how:", "    «supplyer»: nobody\n    how:").only_finding()
    assert finding.rule == "plan-unknown-key"
    assert finding.message == "The key `supplyer` is not known here."
    assert finding.remedy == "Did you mean `supplier`?"
    assert "`account_holder`" in finding.expected


def test_a_key_like_no_other_is_to_be_removed_or_moved(small: SmallHandbook) -> None:
    finding = after_change(small, "doubt: Take", "«qqq»: 1\ndoubt: Take")
    assert finding.remedy == "Remove the line, or move it to the block it belongs to."
    assert finding.expected.startswith("one of `control`, `covers`, `declared_by`")


def test_the_keys_offered_are_those_of_the_block(small: SmallHandbook) -> None:
    finding = after_change(small, "{when: Somebody is hurt.}", "{when: Somebody is hurt., «mesure»: Persons}")
    assert finding.remedy == "Did you mean `measure`?"
    assert finding.expected == "one of `at_least`, `below`, `measure`, `unit`, `when`"


def test_a_comma_in_braces_is_explained(small: SmallHandbook) -> None:
    finding = after_change(small, "{when: Somebody is hurt.}", "{when: Somebody, «is hurt.»}")
    assert finding.remedy == "In braces a comma ends the value before it; put the whole text in quotes."


def test_a_missing_key_of_a_block_is_told_at_the_block(small: SmallHandbook) -> None:
    finding = after_change(small, "- id: serious\n    title: Serious\n", "- «id»: serious\n")
    assert finding.rule == "plan-missing-key"
    assert finding.message == "The key `title` is missing."
    assert finding.remedy == "Add a line `title: …` to this block."


def test_a_missing_key_of_a_named_block_is_told_at_the_name(small: SmallHandbook) -> None:
    finding = after_change(small, "control:\n  version: 1.0.0\n", "«control»:\n")
    assert finding.rule == "plan-missing-key"
    assert finding.message == "The key `version` is missing."


def test_a_missing_key_is_explained_by_what_it_means(small: SmallHandbook) -> None:
    finding = (
        small.with_change("handbook.yml", "company:", "«company»:")
        .with_change("handbook.yml", "intake: keeper\n", "")
        .only_finding()
    )
    assert finding.message == "The key `intake` is missing."
    assert finding.expected == "The one role everybody reports to, at any hour."


@pytest.mark.parametrize(
    ("old", "new", "message", "expected", "remedy"),
    [
        ("title: Grades", "title: «5»", "`title` is the number 5.", "text", 'Put it in quotes: "5".'),
        ("title: Grades", "title: «true»", "`title` is the truth value true.", "text", 'Put it in quotes: "True".'),
        ("title: Grades", "title: «[a]»", "`title` is a list.", "text", ""),
        ("title: Grades", "«title»:", "`title` is empty.", "text", ""),
        (
            "version: 1.0.0",
            "version: «1.0»",
            "`version` is the number 1.0.",
            "text",
            "Write three numbers with dots between them, such as `1.0.0`.",
        ),
        ("    rank: 1", "    rank: «one»", "`rank` is the text “one”.", "a whole number", ""),
        ("    rank: 1", "    rank: «1.5»", "`rank` is the number 1.5.", "a whole number", ""),
        (
            "informs: [keeper, clerk]",
            "informs: «keeper»",
            "`informs` is the text “keeper”.",
            "a list; write it as `[one, two]` or as lines that start with `- `",
            "Put it in brackets: [keeper].",
        ),
    ],
)
def test_a_value_of_the_wrong_type_is_named(
    small: SmallHandbook, old: str, new: str, message: str, expected: str, remedy: str
) -> None:
    finding = after_change(small, old, new)
    assert (finding.rule, finding.message, finding.expected, finding.remedy) == (
        "plan-wrong-type",
        message,
        expected,
        remedy,
    )


def test_a_text_where_a_block_should_be_is_told_where_it_stands(small: SmallHandbook) -> None:
    finding = after_change(small, "- {when: Somebody is hurt.}", "- «Somebody is hurt.»")
    assert finding.rule == "plan-wrong-type"
    assert finding.expected == "a block of `key: value` lines"


def test_an_item_of_a_list_is_named_by_its_list(small: SmallHandbook) -> None:
    finding = after_change(small, "- {when: Somebody is hurt.}", "- «Somebody is hurt.»")
    assert "criteria" in finding.message
    assert "`0`" not in finding.message


def test_an_empty_text_is_to_be_filled_in(small: SmallHandbook) -> None:
    finding = after_change(small, "title: Grades", 'title: «""»')
    assert finding.rule == "plan-wrong-value"
    assert finding.message == "`title` is empty."
    assert finding.remedy == "Fill it in, or remove the line."


def test_a_text_of_blanks_is_empty(small: SmallHandbook) -> None:
    assert after_change(small, "title: Grades", 'title: «"   "»').message == "`title` is empty."


def test_a_truth_value_is_no_number(small: SmallHandbook) -> None:
    assert after_change(small, "    rank: 1", "    rank: «true»").expected == "a whole number"


def test_a_misspelt_choice_lists_all_choices(small: SmallHandbook) -> None:
    finding = after_change(small, "status: approved", "status: «aproved»")
    assert finding.rule == "plan-wrong-value"
    assert finding.message == "`aproved` is not a value of `status`."
    assert finding.expected == "one of `draft`, `in-review`, `approved`, `retired`"
    assert finding.remedy == "Did you mean `approved`?"


def test_an_unlike_choice_lists_all_choices_without_a_guess(small: SmallHandbook) -> None:
    finding = after_change(small, "status: approved", "status: «xyz»")
    assert finding.expected == "one of `draft`, `in-review`, `approved`, `retired`"
    assert finding.remedy == ""


def test_an_id_in_another_spelling_is_told_the_form(small: SmallHandbook) -> None:
    finding = after_change(small, "id: nobody-answers", "id: «Nobody_Answers»")
    assert finding.message == "`Nobody_Answers` does not fit `id`."
    assert finding.expected == "an id in kebab-case, such as `payment-anomaly`"
    assert finding.remedy == "Use only small letters, digits and single hyphens."


def test_a_version_of_two_numbers_is_told_the_form(small: SmallHandbook) -> None:
    finding = after_change(small, "version: 1.0.0", "version: «v1.0»")
    assert finding.expected == "a version such as `1.2.0`"


def test_a_number_beyond_its_range_is_told_the_range(small: SmallHandbook) -> None:
    finding = after_change(small, "    rank: 1", "    rank: «0»")
    assert finding.message == "`0` does not fit `rank`."
    assert finding.expected == "input should be greater than or equal to 1"


@pytest.mark.parametrize(
    ("written", "problem", "remedy"),
    [
        ("30", "a bare number has no unit", "Write `30 min`, `30 h` or `30 days`."),
        ("1:30", "not a length of time", f"Write a number and a unit, such as {DURATION_FORMS}."),
        ("-5 min", "not a length of time", f"Write a number and a unit, such as {DURATION_FORMS}."),
        ("30 m", "the unit `m` is ambiguous", "Write `min` for minutes or `months`."),
        ("2 d", "the unit `d` is ambiguous", "Write `days` or `business days`."),
        ("3 moons", "`moons` is no unit of time", f"Write one such as {DURATION_FORMS}."),
    ],
)
def test_a_bad_duration_is_told_what_to_write(small: SmallHandbook, written: str, problem: str, remedy: str) -> None:
    finding = after_change(small, "within: 2 h", f"within: «{written}»")
    assert finding.rule == "plan-wrong-value"
    assert finding.message == f"`{written}` in `within`: {problem}."
    assert finding.remedy == remedy


def test_an_empty_length_of_time_is_called_empty(small: SmallHandbook) -> None:
    assert after_change(small, "within: 2 h", "«within»:").message == "`within` is empty."


def test_a_length_of_time_beyond_the_calendar_is_refused(small: SmallHandbook) -> None:
    assert after_change(small, "review_every: 1 month", "review_every: «99999 years»").rule == "plan-wrong-value"


@pytest.mark.parametrize("written", ["2026-1-31", "31.01.2026", "20260131", "2026-01-31T10:00", "tomorrow"])
def test_a_date_in_another_form_is_told_the_form(small: SmallHandbook, written: str) -> None:
    finding = after_change(small, "approved_on: 2026-01-31", f"approved_on: «{written}»")
    assert finding.rule == "plan-wrong-value"
    assert finding.message == f"`{written}` in `approved_on`: not a date."
    assert finding.remedy == "Write year-month-day, such as 2026-11-01."


def test_a_day_that_is_not_in_the_calendar_is_no_date(small: SmallHandbook) -> None:
    finding = after_change(small, "approved_on: 2026-01-31", "approved_on: «2026-02-30»")
    assert finding.message == "`2026-02-30` in `approved_on`: no such day in the calendar."


def test_bad_money_and_time_zone_are_told_what_to_write(small: SmallHandbook) -> None:
    money = small.with_change("organization/staff.yml", "limit: CNY 500", "limit: «500 yuan»").only_finding()
    assert money.message == "`500 yuan` in `limit`: not an amount of money."
    assert money.remedy == "Write the currency code and the amount, such as `CNY 100`."
    zone = small.with_change("handbook.yml", "Asia/Shanghai", "«Asia/Shangai»").only_finding()
    assert zone.message == "`Asia/Shangai` in `time_zone`: no such time zone."


def test_a_column_after_chinese_characters_counts_characters(small: SmallHandbook) -> None:
    broken = small.with_change("organization/staff.yml", "site: shop", "status: «此刻»\n    site: shop").with_change(
        "organization/staff.yml", "address: 1 Main Street}", "address: 西湖路一号, «phone»: 1}"
    )
    found = {(finding.rule, finding.position) for finding in broken.findings()}
    assert found == {("plan-wrong-value", broken.marks[0]), ("plan-unknown-key", broken.marks[1])}


def test_a_long_value_is_shortened_in_the_message(small: SmallHandbook) -> None:
    finding = after_change(small, "status: approved", f"status: «{'x' * 500}»")
    assert finding.message == f"`{'x' * 59}…` is not a value of `status`."
