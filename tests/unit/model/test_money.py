"""Amounts with a currency."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.money import Money

ADAPTER = TypeAdapter(Money)


@pytest.mark.parametrize(
    ("written", "currency", "amount", "shown"),
    [
        ("CNY 100", "CNY", "100", "CNY 100"),
        ("EUR 0.5", "EUR", "0.5", "EUR 0.5"),
        ("USD 1234567.89", "USD", "1234567.89", "USD 1,234,567.89"),
        (" CNY 20000 ", "CNY", "20000", "CNY 20,000"),
    ],
)
def test_an_amount_is_read_exactly_and_shown_in_thousands(written: str, currency: str, amount: str, shown: str) -> None:
    money = Money.parse(written)
    assert money == Money(currency, Decimal(amount))
    assert str(money) == shown
    assert Money.parse(money.written) == money, "what is told to be written can be read"


@pytest.mark.parametrize(
    "written", ["100", "100 CNY", "cny 100", "CNY100", "CNY -1", "CNY 1,000", "CNY 1.234", "¥ 100", "CNY", "CNY  5"]
)
def test_another_form_is_refused_with_what_to_write(written: str) -> None:
    with pytest.raises(ValueError, match=r"^not an amount of money; write the currency code and the amount, such as"):
        Money.parse(written)


@pytest.mark.parametrize("value", [100, 1.5, None, ["CNY 1"]])
def test_what_is_no_text_is_no_money(value: object) -> None:
    with pytest.raises(ValidationError, match="not an amount of money; write the currency code"):
        ADAPTER.validate_python(value)


def test_cents_are_not_rounded() -> None:
    assert ADAPTER.validate_python("CNY 0.10").amount * 3 == Decimal("0.30")


def test_money_is_taken_as_it_is_and_written_as_text() -> None:
    money = Money("CNY", Decimal("50"))
    assert ADAPTER.validate_python(money) is money
    assert ADAPTER.dump_python(money, mode="json") == "CNY 50"
