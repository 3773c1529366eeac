"""Which values of a measure belong to which grade: half-open bands from `at_least` up to `below`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from generator.model.handbook import Handbook
from generator.model.severity import Criterion, Grade


@dataclass(frozen=True, slots=True)
class Band:
    """The values of one measure that put an incident into one grade.

    `lowest` and `highest` are the criteria that set the ends; they differ only where a grade uses a measure twice.
    """

    grade: Grade
    lowest: Criterion
    highest: Criterion

    @property
    def low(self) -> float:
        return low(self.lowest)

    @property
    def high(self) -> float:
        return high(self.highest)

    def __str__(self) -> str:
        if self.high == inf:
            return f"from {number(self.low)} on"
        return f"below {number(self.high)}" if self.low == -inf else f"{number(self.low)} to {number(self.high)}"


def low(criterion: Criterion) -> float:
    """The first value that meets a criterion."""
    return -inf if criterion.at_least is None else criterion.at_least


def high(criterion: Criterion) -> float:
    """The first value that no longer meets it."""
    return inf if criterion.below is None else criterion.below


def number(value: float) -> str:
    """A value for readers, such as 1,000,000 or 2.5."""
    return f"{value:,.12g}"


def measure_name(criterion: Criterion) -> str:
    """The measure of a criterion, so that spelling with other capitals or spaces is the same measure."""
    return " ".join((criterion.measure or "").split()).casefold()


def unit_name(criterion: Criterion) -> str:
    """The unit of a criterion, likewise."""
    return " ".join((criterion.unit or "").split()).casefold()


def by_measure(handbook: Handbook) -> Mapping[str, tuple[tuple[Grade, Criterion], ...]]:
    """Criteria with their grades by measure, worst grade first."""
    found: dict[str, list[tuple[Grade, Criterion]]] = {}
    for grade in handbook.grades.values():
        for criterion in grade.criteria:
            if criterion.measure:
                found.setdefault(measure_name(criterion), []).append((grade, criterion))
    return {measure: tuple(criteria) for measure, criteria in found.items()}


def mixed_units(criteria: Iterable[tuple[Grade, Criterion]]) -> bool:
    """Whether the grades count one measure in different units; a grade that gives several units may do so."""
    units: dict[str, set[str]] = {}
    for grade, criterion in criteria:
        units.setdefault(grade.id, set()).add(unit_name(criterion))
    return all(len(own) == 1 for own in units.values()) and len(set[str]().union(*units.values())) > 1


def bands(handbook: Handbook) -> tuple[tuple[Band, ...], ...]:
    """Bands of each measure and unit, from the mildest grade that uses it to the worst.

    Measures in which a band is empty or the units are mixed are left out: they can't be compared.
    """
    found: dict[tuple[str, str], dict[str, Band]] = {}
    for measure, criteria in by_measure(handbook).items():
        bounded = [(g, c) for g, c in criteria if c.at_least is not None or c.below is not None]
        if not mixed_units(criteria) and all(low(criterion) < high(criterion) for _, criterion in bounded):
            for grade, criterion in reversed(bounded):
                of_unit = found.setdefault((measure, unit_name(criterion)), {})
                of_unit[grade.id] = _wider(of_unit.get(grade.id, Band(grade, criterion, criterion)), criterion)
    return tuple(tuple(of_unit.values()) for of_unit in found.values())


def _wider(band: Band, criterion: Criterion) -> Band:
    return Band(band.grade, min(band.lowest, criterion, key=low), max(band.highest, criterion, key=high))


def neighbours(handbook: Handbook) -> Iterator[tuple[Band, Band]]:
    """Each two bands of one measure whose grades follow one another, the milder grade first."""
    for of_measure in bands(handbook):
        yield from pairwise(of_measure)


def reversed_order(milder: Band, worse: Band) -> bool:
    """Whether the milder grade has the higher values."""
    return milder.low >= worse.high
