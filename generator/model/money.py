"""Amounts of money with their currency, such as `CNY 100`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

_FORM = re.compile(r"([A-Z]{3}) (\d+(?:\.\d{1,2})?)")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency (ISO 4217 code)."""

    currency: str
    amount: Decimal

    @classmethod
    def parse(cls, text: str) -> Money:
        """Read `CNY 100`; ValueError says what to write instead."""
        form = _FORM.fullmatch(text.strip())
        if form is None:
            raise ValueError("not an amount of money; write the currency code and the amount, such as `CNY 100`")
        return cls(form[1], Decimal(form[2]))

    def __str__(self) -> str:
        return f"{self.currency} {self.amount:,}"

    @property
    def written(self) -> str:
        """As a plan writes it, without a sign between thousands: `CNY 1000`."""
        return f"{self.currency} {self.amount}"

    @classmethod
    def _validate(cls, value: Any) -> Money:
        if isinstance(value, Money):
            return value
        if isinstance(value, str):
            return cls.parse(value)
        raise ValueError("not an amount of money; write the currency code and the amount, such as `CNY 100`")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {
            "type": "string",
            "description": "A currency code and an amount.",
            "pattern": rf"^{_FORM.pattern}$",
            "examples": ["CNY 100"],
        }
