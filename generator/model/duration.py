"""Lengths of time, written the way people write them: `30 min`, `8 h`, `3 business days`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema


class Unit(StrEnum):
    """Units of a duration. A business day needs the calendar of a place; a month has no fixed length."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    BUSINESS_DAY = "business day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_MINUTES = {
    Unit.SECOND: 1 / 60,
    Unit.MINUTE: 1,
    Unit.HOUR: 60,
    Unit.DAY: 1440,
    # Counted as calendar days where only an order of magnitude is needed.
    Unit.BUSINESS_DAY: 1440,
    Unit.WEEK: 10080,
    Unit.MONTH: 43800,
    Unit.YEAR: 525600,
}
_LONGEST_MINUTES = 100 * 525600
_SPELLINGS = {
    "s": Unit.SECOND, "sec": Unit.SECOND, "second": Unit.SECOND, "seconds": Unit.SECOND,
    "min": Unit.MINUTE, "minute": Unit.MINUTE, "minutes": Unit.MINUTE,
    "h": Unit.HOUR, "hour": Unit.HOUR, "hours": Unit.HOUR,
    "day": Unit.DAY, "days": Unit.DAY, "calendar day": Unit.DAY, "calendar days": Unit.DAY,
    "business day": Unit.BUSINESS_DAY, "business days": Unit.BUSINESS_DAY,
    "working day": Unit.BUSINESS_DAY, "working days": Unit.BUSINESS_DAY,
    "week": Unit.WEEK, "weeks": Unit.WEEK,
    "month": Unit.MONTH, "months": Unit.MONTH,
    "year": Unit.YEAR, "years": Unit.YEAR,
}  # fmt: skip
_AMBIGUOUS = {
    "m": "write `min` for minutes or `months`",
    "d": "write `days` or `business days`",
    "mo": "write `months`",
    "hr": "write `h`",
    "hrs": "write `h`",
    "mins": "write `min`",
    "w": "write `weeks`",
    "y": "write `years`",
}
_FORM = re.compile(r"(\d+(?:\.\d+)?)\s*([A-Za-z]+(?: [A-Za-z]+)?)")
EXAMPLES = "`30 min`, `8 h`, `2 days`, `3 business days`, `6 months`"


@dataclass(frozen=True, slots=True)
class Duration:
    """An amount of one unit, such as 30 minutes; `minutes` makes durations comparable."""

    amount: float
    unit: Unit

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Read `30 min`; ValueError says what is wrong and what to write instead."""
        form = _FORM.fullmatch(text.strip())
        if form is None:
            raise ValueError(f"not a length of time; write a number and a unit, such as {EXAMPLES}")
        amount, word = float(form[1]), form[2].lower()
        if word in _AMBIGUOUS:
            raise ValueError(f"the unit `{form[2]}` is ambiguous; {_AMBIGUOUS[word]}")
        if word not in _SPELLINGS:
            raise ValueError(f"`{form[2]}` is no unit of time; write one such as {EXAMPLES}")
        unit = _SPELLINGS[word]
        if amount * _MINUTES[unit] > _LONGEST_MINUTES:
            raise ValueError("longer than 100 years; write a shorter one")
        if unit is Unit.MONTH and not amount.is_integer():
            raise ValueError("a part of a month has no fixed length; write it in days or weeks")
        return cls(amount, unit)

    @classmethod
    def of_minutes(cls, minutes: float) -> Duration:
        """The same length in the unit people would say it in."""
        for unit in (Unit.DAY, Unit.HOUR):
            if minutes >= 2 * _MINUTES[unit] and minutes % _MINUTES[unit] == 0:
                return cls(minutes / _MINUTES[unit], unit)
        return cls(minutes, Unit.MINUTE)

    @staticmethod
    def spell(minutes: float) -> str:
        """A length that was worked out, to the minute: `3 h 20 min`, `2 days 4 h`."""
        if 0 < minutes < 1:
            return f"{round(minutes * 60)} s"
        days, rest = divmod(round(minutes), 1440)
        if not days and rest < 120 and rest != 60:
            return f"{rest} min"
        parts = [f"{days} day{'s' * (days > 1)}" * bool(days), f"{rest // 60} h" * (rest >= 60)]
        return " ".join(part for part in (*parts, f"{rest % 60} min" * bool(rest % 60)) if part)

    @property
    def minutes(self) -> float:
        """Length in minutes; a month counts 365/12 days, a business day one calendar day."""
        return self.amount * _MINUTES[self.unit]

    def __str__(self) -> str:
        number = f"{self.amount:f}".rstrip("0").rstrip(".") if self.amount % 1 else str(int(self.amount))
        short = {Unit.MINUTE: "min", Unit.HOUR: "h", Unit.SECOND: "s"}.get(self.unit)
        return f"{number} {short}" if short else f"{number} {self.unit}{'' if self.amount == 1 else 's'}"

    @classmethod
    def _validate(cls, value: Any) -> Duration:
        if isinstance(value, Duration):
            return value
        if isinstance(value, str):
            return cls.parse(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            raise ValueError(f"a bare number has no unit; write `{value} min`, `{value} h` or `{value} days`")
        raise ValueError(f"not a length of time; write one such as {EXAMPLES}")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        units = "|".join(sorted(_SPELLINGS, key=len, reverse=True))
        return {
            "type": "string",
            "description": "A number and a unit of time.",
            "pattern": rf"^\d+(\.\d+)? ?({units})$",
            "examples": ["30 min", "8 h", "2 days"],
        }
