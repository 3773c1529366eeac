"""Lengths of time as people write them."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.duration import Duration, Unit

ADAPTER = TypeAdapter(Duration)


@pytest.mark.parametrize(
    ("written", "amount", "unit", "minutes", "shown"),
    [
        ("30 s", 30, Unit.SECOND, 0.5, "30 s"),
        ("90 sec", 90, Unit.SECOND, 1.5, "90 s"),
        ("1 second", 1, Unit.SECOND, 1 / 60, "1 s"),
        ("2 seconds", 2, Unit.SECOND, 2 / 60, "2 s"),
        ("30 min", 30, Unit.MINUTE, 30, "30 min"),
        ("1 minute", 1, Unit.MINUTE, 1, "1 min"),
        ("45 minutes", 45, Unit.MINUTE, 45, "45 min"),
        ("8 h", 8, Unit.HOUR, 480, "8 h"),
        ("1 hour", 1, Unit.HOUR, 60, "1 h"),
        ("2 hours", 2, Unit.HOUR, 120, "2 h"),
        ("1 day", 1, Unit.DAY, 1440, "1 day"),
        ("2 days", 2, Unit.DAY, 2880, "2 days"),
        ("1 calendar day", 1, Unit.DAY, 1440, "1 day"),
        ("3 calendar days", 3, Unit.DAY, 4320, "3 days"),
        ("1 business day", 1, Unit.BUSINESS_DAY, 1440, "1 business day"),
        ("3 business days", 3, Unit.BUSINESS_DAY, 4320, "3 business days"),
        ("1 working day", 1, Unit.BUSINESS_DAY, 1440, "1 business day"),
        ("5 working days", 5, Unit.BUSINESS_DAY, 7200, "5 business days"),
        ("1 week", 1, Unit.WEEK, 10080, "1 week"),
        ("2 weeks", 2, Unit.WEEK, 20160, "2 weeks"),
        ("1 month", 1, Unit.MONTH, 43800, "1 month"),
        ("6 months", 6, Unit.MONTH, 262800, "6 months"),
        ("1 year", 1, Unit.YEAR, 525600, "1 year"),
        ("3 years", 3, Unit.YEAR, 1576800, "3 years"),
    ],
)
def test_every_unit_is_read_counted_and_shown(
    written: str, amount: float, unit: Unit, minutes: float, shown: str
) -> None:
    duration = Duration.parse(written)
    assert (duration.amount, duration.unit) == (amount, unit)
    assert duration.minutes == pytest.approx(minutes)
    assert str(duration) == shown


@pytest.mark.parametrize(
    ("written", "shown"), [("1.5 h", "1.5 h"), ("0.5 days", "0.5 days"), ("8h", "8 h"), ("  2 H ", "2 h")]
)
def test_fractions_and_spacing_do_not_matter(written: str, shown: str) -> None:
    assert str(Duration.parse(written)) == shown


@pytest.mark.parametrize(
    ("unit", "cure"),
    [
        ("m", "write `min` for minutes or `months`"),
        ("M", "write `min` for minutes or `months`"),
        ("d", "write `days` or `business days`"),
        ("mo", "write `months`"),
        ("hr", "write `h`"),
        ("hrs", "write `h`"),
        ("mins", "write `min`"),
        ("w", "write `weeks`"),
        ("y", "write `years`"),
    ],
)
def test_an_ambiguous_unit_is_refused_with_what_to_write(unit: str, cure: str) -> None:
    with pytest.raises(ValueError, match=f"^the unit `{unit}` is ambiguous; {cure}$"):
        Duration.parse(f"3 {unit}")


@pytest.mark.parametrize("written", ["3 moons", "1 business", "2 calendar months", "5 percent"])
def test_a_word_that_is_no_unit_is_named(written: str) -> None:
    with pytest.raises(ValueError, match=f"^`{written[2:]}` is no unit of time; write one such as `30 min`"):
        Duration.parse(written)


@pytest.mark.parametrize(
    "written",
    ["", "30", "min", "1:30", "-5 min", "1,5 h", "1.5.2 h", "1. h", "about 5 min", "5 min later today", "１日"],
)
def test_what_has_no_number_and_unit_is_no_length_of_time(written: str) -> None:
    with pytest.raises(ValueError, match=r"^not a length of time; write a number and a unit, such as `30 min`"):
        Duration.parse(written)


def test_a_part_of_a_month_is_refused() -> None:
    assert Duration.parse("2.0 months").amount == 2
    with pytest.raises(ValueError, match="a part of a month has no fixed length"):
        Duration.parse("0.5 months")


@pytest.mark.parametrize("value", [30, 1.5, 0])
def test_a_bare_number_is_refused_with_what_to_write(value: float) -> None:
    with pytest.raises(
        ValidationError, match=f"a bare number has no unit; write `{value} min`, `{value} h` or `{value} days`"
    ):
        ADAPTER.validate_python(value)


@pytest.mark.parametrize("value", [None, True, [], {}])
def test_other_values_are_no_length_of_time(value: object) -> None:
    with pytest.raises(ValidationError, match="not a length of time; write one such as"):
        ADAPTER.validate_python(value)


def test_a_text_or_a_duration_becomes_a_duration() -> None:
    assert ADAPTER.validate_python("8 h") == Duration(8, Unit.HOUR)
    assert ADAPTER.validate_python(Duration(8, Unit.HOUR)) == Duration(8, Unit.HOUR)


def test_a_duration_is_written_as_text() -> None:
    assert ADAPTER.dump_python(Duration(3, Unit.BUSINESS_DAY), mode="json") == "3 business days"


@pytest.mark.parametrize("written", ["30 s", "15 min", "1.5 h", "1 business day", "999999 min"])
def test_a_shown_duration_reads_back(written: str) -> None:
    assert Duration.parse(str(Duration.parse(written))) == Duration.parse(written)


@pytest.mark.parametrize("written", ["1000000 s", "1234.567 h", "0.00001 days"])
def test_a_duration_of_many_digits_reads_back(written: str) -> None:
    assert Duration.parse(str(Duration.parse(written))) == Duration.parse(written)


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [
        (0, "0 min"),
        (45, "45 min"),
        (60, "60 min"),
        (90, "90 min"),
        (120, "2 h"),
        (150, "150 min"),
        (1440, "24 h"),
        (2880, "2 days"),
        (3000, "50 h"),
        (0.5, "0.5 min"),
    ],
)
def test_minutes_are_said_in_the_unit_people_would_use(minutes: float, shown: str) -> None:
    assert str(Duration.of_minutes(minutes)) == shown
    assert Duration.of_minutes(minutes).minutes == minutes


def test_the_schema_offers_only_spellings_that_are_read() -> None:
    schema = ADAPTER.json_schema()
    units = schema["pattern"].split("(")[-1].rstrip(")$").split("|")
    assert {Duration.parse(f"2 {unit}").unit for unit in units} == set(Unit)
    assert all(Duration.parse(example) for example in schema["examples"])


@pytest.mark.parametrize(
    ("minutes", "spelt"),
    [
        (0, "0 min"),
        (0.5, "30 s"),
        (59.6, "1 h"),
        (90, "90 min"),
        (125, "2 h 5 min"),
        (1440, "1 day"),
        (1441, "1 day 1 min"),
        (7438, "5 days 3 h 58 min"),
    ],
)
def test_a_length_that_was_worked_out_is_spelt_in_units_people_use(minutes: float, spelt: str) -> None:
    assert Duration.spell(minutes) == spelt
