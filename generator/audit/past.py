"""What a pack tells of the edition before: without changes of who somebody is and how to reach them."""

from __future__ import annotations

from dataclasses import replace

from generator.analysis.restricted import Restricted
from generator.history.changes import Change, Comparison, Value
from generator.history.concerns import is_of_people
from generator.history.past import Past, PastEdition


def told_past(past: Past, restricted: Restricted) -> Past:
    """The past as the pack tells it. Words are masked before they are compared, as a comparison takes them apart."""
    if not restricted.applies:
        return past
    editions = tuple(_edition(edition, restricted) for edition in past.editions)
    comparison = _comparison(past.comparison, restricted) if past.comparison else None
    masked = restricted.masked
    return replace(past, editions=editions, comparison=comparison, detail=masked(past.detail), told=masked(past.told))


def _edition(edition: PastEdition, restricted: Restricted) -> PastEdition:
    return replace(edition, told=restricted.masked(edition.told))


def _comparison(comparison: Comparison, restricted: Restricted) -> Comparison:
    shown = tuple(_change(change, restricted) for change in comparison.changes if not is_of_people(change))
    titles = {key: restricted.masked(title) for key, title in comparison.titles.items()}
    return replace(comparison, changes=shown, titles=titles)


def _change(change: Change, restricted: Restricted) -> Change:
    return replace(change, before=_value(change.before, restricted), after=_value(change.after, restricted))


def _value(value: Value, restricted: Restricted) -> Value:
    match value:
        case str():
            return restricted.masked(value)
        case tuple():
            return tuple(map(restricted.masked, value))
    return value
