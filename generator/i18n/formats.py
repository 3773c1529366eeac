"""Numbers, dates, durations and amounts in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, format_decimal
from babel.units import format_unit

from generator.errors import HandbookError
from generator.i18n.words import Translator
from generator.model.duration import Duration, Unit
from generator.model.money import Money

_LOCALES = {"en": "en_001", "zh": "zh_Hans_CN"}
_CLDR_UNITS = {
    Unit.SECOND: "duration-second",
    Unit.MINUTE: "duration-minute",
    Unit.HOUR: "duration-hour",
    Unit.DAY: "duration-day",
    Unit.WEEK: "duration-week",
    Unit.MONTH: "duration-month",
    Unit.YEAR: "duration-year",
}


@dataclass(frozen=True, slots=True)
class Formats:
    """Formats of one language, after CLDR."""

    translator: Translator
    locale: Locale

    @classmethod
    def of(cls, translator: Translator) -> Formats:
        code = translator.language
        try:
            return cls(translator, Locale.parse(_LOCALES.get(code, code.replace("-", "_"))))
        except UnknownLocaleError:
            raise HandbookError(f"`{code}` is no known language.", "Write a code such as `en`, `zh` or `es`.") from None

    def duration(self, length: Duration) -> str:
        """`30 min`, `3 business days`."""
        if length.unit is Unit.BUSINESS_DAY:
            plural = 1 if length.amount == 1 else 2
            text = self.translator.ngettext("%(number)s business day", "%(number)s business days", plural)
            return text % {"number": self.number(length.amount)}
        # Regions of English differ between "min" and "mins"; the language alone has the short form.
        return _unit(length, "en" if self.locale.language == "en" else str(self.locale))

    def minutes(self, minutes: float) -> str:
        """A number of minutes in the unit people would say it in."""
        return self.duration(Duration.of_minutes(minutes))

    def day(self, day: date) -> str:
        """`20 Oct 2026`."""
        return format_date(day, "medium", locale=self.locale)

    def month(self, day: date) -> str:
        """`December 2026`."""
        return format_skeleton("yMMMM", day, locale=self.locale)

    def money(self, money: Money) -> str:
        """The amount with its currency, without needless decimals."""
        pattern = self.locale.currency_formats["standard"].pattern
        if money.amount == money.amount.to_integral_value():
            pattern = pattern.replace(".00", "")
        text = format_currency(money.amount, money.currency, pattern, locale=self.locale, currency_digits=False)
        return text.replace("\xa0", " ")

    def place(self, code: str) -> str:
        """A country, with the code of its part where one is meant: `China`, `Spain (VC)`."""
        country, _, part = code.partition("-")
        name = self.locale.territories.get(country, country)
        return f"{name} ({part})" if part else name

    def language(self, code: str) -> str:
        """The name of a language."""
        return str(self.locale.languages.get(code.replace("-", "_"), code))

    def number(self, number: float) -> str:
        return format_decimal(_plain(number), locale=self.locale)


def _plain(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number


@lru_cache(maxsize=2_000)
def _unit(length: Duration, locale: str) -> str:
    brief = length.unit in (Unit.SECOND, Unit.MINUTE)
    form: Literal["short", "long"] = "short" if brief else "long"
    amount, unit = _plain(length.amount), _CLDR_UNITS[length.unit]
    text = format_unit(amount, unit, form, locale=locale)
    # CLDR has only short forms for Chinese and Japanese; elsewhere "4 hours" reads better than "4 hr".
    return format_unit(amount, unit, "short", locale=locale) if unit in text else text
