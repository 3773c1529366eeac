"""Numbers, dates, lengths of time and amounts, as readers of each language write them."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from generator.errors import HandbookError
from generator.i18n.formats import Formats
from generator.i18n.words import Translator
from generator.model.duration import Duration, Unit
from generator.model.money import Money
from tests.unit.analysis.sample_plans import settings

BUSINESS_DAY = "%(number)s business day"
LABELS: dict[str, dict[str, str | tuple[str, ...]]] = {
    "en": {},
    "zh": {BUSINESS_DAY: ("%(number)s 个工作日",)},
    "es": {BUSINESS_DAY: ("%(number)s día hábil", "%(number)s días hábiles")},
}


def formats(language: str) -> Formats:
    return Formats.of(Translator(language, "en", {}, LABELS.get(language, {})))


@pytest.mark.parametrize(
    ("length", "english", "chinese", "spanish"),
    [
        ("30 s", "30 sec", "30秒", "30 s"),
        ("10 min", "10 min", "10分钟", "10 min"),
        ("1 h", "1 hour", "1小时", "1 hora"),
        ("4 h", "4 hours", "4小时", "4 horas"),
        ("1.5 h", "1.5 hours", "1.5小时", "1,5 horas"),
        ("1 day", "1 day", "1天", "1 día"),
        ("10 days", "10 days", "10天", "10 días"),
        ("1 business day", "1 business day", "1 个工作日", "1 día hábil"),
        ("3 business days", "3 business days", "3 个工作日", "3 días hábiles"),
        ("2 weeks", "2 weeks", "2周", "2 semanas"),
        ("6 months", "6 months", "6个月", "6 meses"),
        ("1 year", "1 year", "1年", "1 año"),
    ],
)
def test_lengths_of_time_read_naturally(length: str, english: str, chinese: str, spanish: str) -> None:
    said = tuple(formats(language).duration(Duration.parse(length)) for language in ("en", "zh", "es"))
    assert said == (english, chinese, spanish)


@pytest.mark.parametrize("language", ["en", "zh", "es", "zh-Hant", "de", "ja"])
def test_no_unit_is_ever_shown_by_its_technical_name(language: str) -> None:
    for unit in Unit:
        for amount in (1, 2, 0.5):
            assert "duration-" not in formats(language).duration(Duration(amount, unit))


def test_half_a_business_day_is_not_rounded_away() -> None:
    assert formats("en").duration(Duration.parse("1.5 business days")) == "1.5 business days"


def test_traditional_chinese_has_traditional_units() -> None:
    assert formats("zh-Hant").duration(Duration.parse("10 min")).replace(" ", "") == "10分鐘"


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "0 min"), (45, "45 min"), (60, "60 min"), (90, "90 min"), (120, "2 hours"), (1440, "24 hours"),
     (2880, "2 days"), (1500, "25 hours"), (0.5, "0.5 min")],
)  # fmt: skip
def test_minutes_are_said_in_the_unit_people_would_use(minutes: float, text: str) -> None:
    assert formats("en").minutes(minutes) == text


@pytest.mark.parametrize(("language", "text"), [("en", "1 Nov 2026"), ("zh", "2026年11月1日"), ("es", "1 nov 2026")])
def test_days_are_written_out(language: str, text: str) -> None:
    assert formats(language).day(date(2026, 11, 1)) == text


@pytest.mark.parametrize(
    ("amount", "english", "chinese", "spanish"),
    [
        ("CNY 100", "CN¥100", "¥100", "100 CNY"),
        ("CNY 99.50", "CN¥99.50", "¥99.50", "99,50 CNY"),
        ("EUR 12000", "€12,000", "€12,000", "12.000 €"),
    ],
)
def test_amounts_have_their_currency_and_no_needless_decimals(
    amount: str, english: str, chinese: str, spanish: str
) -> None:
    said = tuple(formats(language).money(Money.parse(amount)) for language in ("en", "zh", "es"))
    assert said == (english, chinese, spanish)


@pytest.mark.parametrize(("language", "text"), [("en", "12,345.6"), ("zh", "12,345.6"), ("es", "12.345,6")])
def test_numbers_have_the_signs_of_the_language(language: str, text: str) -> None:
    assert formats(language).number(12345.6) == text
    assert formats(language).number(7.0) == "7"


def test_a_language_nobody_knows_is_an_expected_failure() -> None:
    with pytest.raises((HandbookError, ValidationError), match="xx"):
        formats(settings(languages=[{"code": "xx", "title": "Unknown"}]).languages[0].code)


@pytest.mark.parametrize(
    ("code", "english", "chinese", "spanish"),
    [
        ("CN", "China", "中国", "China"),
        ("ES-VC", "Spain (VC)", "西班牙 (VC)", "España (VC)"),
        ("XX", "XX", "XX", "XX"),
    ],
)
def test_places_are_named_by_their_country(code: str, english: str, chinese: str, spanish: str) -> None:
    assert [formats(language).place(code) for language in ("en", "zh", "es")] == [english, chinese, spanish]


def test_languages_are_named_in_the_language_of_the_reader() -> None:
    assert [formats("en").language(code) for code in ("zh", "pt-BR")] == ["Chinese", "Brazilian Portuguese"]
    assert formats("zh").language("es") == "西班牙语"
    assert formats("es").language("zh-Hans-CN") == "zh-Hans-CN"
