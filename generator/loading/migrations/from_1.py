"""From schema 1 to schema 2: shifts list their weekdays, and each point of a report has a name."""

from __future__ import annotations

import re
from typing import Any

from babel import Locale, UnknownLocaleError

from generator.loading.migrations.rewriting import Change, Migrated, Trees, Written, rewritten
from generator.source import PositionedMapping, PositionedSequence
from generator.source.rewrite import block_at, list_at, with_items
from generator.source.text import Span

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EVERY_DAY = frozenset({"every day", "daily", "all days", "todos los días", "cada día", "每天", "每日"})
_TO = frozenset({"to", "through", "until", "-", "–", "a", "al", "至", "到"})
_AND = frozenset({"and", "&", "y", "和", "及"})
_BETWEEN = re.compile(r"[,;.、]")


def migrate(trees: Trees) -> Migrated:
    """Plans of schema 2. Days that cannot be understood become the one item of the list, for the model to refuse."""
    language = trees.get("handbook.yml", PositionedMapping()).get("source_language", "en")

    def days(written: Written) -> PositionedSequence | None:
        if not isinstance(written.value, str):
            return None
        return list_at(written.file, written.span, weekdays(written.value, language) or (written.value,))

    return rewritten(
        trees,
        (
            Change(
                "organization/*.yml", "shifts", "days", "weekdays", days,
                "`days` in words are the list `weekdays` today, such as `weekdays: [monday, tuesday]`",
            ),
            Change(
                "legal/*.yml", "obligations", "content", "content", _points,
                "each point of `content` has a name today, such as `{item: measures, says: What we do.}`",
            ),
        ),
    )  # fmt: skip


def _points(written: Written) -> PositionedSequence | None:
    points = written.value
    if not isinstance(points, PositionedSequence) or not any(isinstance(point, str) for point in points):
        return None
    places = enumerate(zip(points, points.item_spans, strict=True), start=1)
    return with_items(points, (_point(point, number, points.file, span) for number, (point, span) in places))


def _point(point: Any, number: int, file: str, span: Span) -> Any:
    """Schema 1 has no names; a number says no more than the text does."""
    return block_at(file, span, {"item": f"point-{number}", "says": point}) if isinstance(point, str) else point


def weekdays(text: str, language: Any = "en") -> tuple[str, ...]:
    """The days that are meant by "Every day", "Monday to Friday" or "Saturday, Sunday"; none if that is not certain.

    Names of days may be English or those of the language.
    """
    words = " ".join(text.casefold().split())
    if words in _EVERY_DAY:
        return WEEK
    numbers = {**_names("en"), **_names(language)}
    names = "|".join(re.escape(name) for name in sorted(numbers, key=len, reverse=True))
    before, *parts = re.split(rf"({names})s?", words)
    found: set[int] = set()
    last = 0
    for name, joint in zip(parts[::2], [before, *parts[1::2]], strict=False):
        day, link = numbers[name], _BETWEEN.sub(" ", joint).strip()
        if link in _TO and found:
            found |= {(last + more) % 7 for more in range((day - last) % 7 + 1)}
        elif not link or (link in _AND and found):
            found.add(day)
        else:
            return ()
        last = day
    understood = bool(parts) and not parts[-1].strip(" .")
    return tuple(WEEK[day] for day in sorted(found)) if understood else ()


def _names(language: Any) -> dict[str, int]:
    """Full and short names of the days of the week, with their number; Monday is 0."""
    try:
        days = Locale.parse(str(language).replace("-", "_")).days["format"]
    except (UnknownLocaleError, ValueError):
        return {}
    return {name.casefold().rstrip("."): day for width in ("wide", "abbreviated") for day, name in days[width].items()}
