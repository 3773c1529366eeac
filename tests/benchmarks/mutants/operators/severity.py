"""How bad it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tests.benchmarks.mutants.book import ABSENT, Book, Change, Mutant
from tests.benchmarks.mutants.seeds import STEPS, each

FAMILY = "severity"
FILE = "severity.yml"


def _numbered(block: dict[str, object]) -> bool:
    return "at_least" in block and "below" in block


def ranks_swapped(book: Book) -> Iterator[Mutant]:
    """Two grades have changed places."""
    grades = list(book.entries(FILE, "grades"))
    for (file, one, first), (_, two, second) in pairwise(grades):
        yield Mutant(
            FAMILY,
            "ranks swapped",
            (Change(file, (*one, "rank"), second["rank"]), Change(file, (*two, "rank"), first["rank"])),
        )


def gap_opens(book: Book) -> Iterator[Mutant]:
    """A grade begins later than the milder one ends. Below the mildest grade there is nothing to join."""
    mildest = max(grade["rank"] for _, _, grade in book.entries(FILE, "grades"))
    for file, path, criterion in book.entries(FILE, "grades", "criteria"):
        if _numbered(criterion) and book.roots[file]["grades"][path[1]]["rank"] != mildest:
            target = (*path, "at_least")
            yield Mutant(FAMILY, "threshold raised, a gap opens", (Change(file, target, criterion["at_least"] + 3),))


OPERATORS = (
    gap_opens,
    each(FAMILY, "threshold lowered, grades overlap", FILE, ("grades", "criteria"), "at_least",
         lambda c: max(0, c["at_least"] - 1), only=lambda c: _numbered(c) and c["at_least"] > 1),
    each(FAMILY, "upper bound below the lower one", FILE, ("grades", "criteria"), "below",
         lambda c: c["at_least"] - 1, only=lambda c: _numbered(c) and c["at_least"] > 1),
    each(FAMILY, "criteria removed", FILE, ("grades",), "criteria", []),
    each(FAMILY, "criterion without a number", FILE, ("grades", "criteria"), "when", "The damage is serious.",
         only=lambda c: "measure" not in c),
    each(FAMILY, "worst grade hears least often", FILE, ("grades",), "updates_every", "6 h",
         only=lambda g: g["rank"] < 3),
    each(FAMILY, "worst grade informs one role", FILE, ("grades",), "informs", ["duty-manager"],
         only=lambda g: g["rank"] < 3),
    each(FAMILY, "two grades of one rank", FILE, ("grades",), "rank", 2, only=lambda g: g["rank"] != 2),
    each(FAMILY, "nobody may end it", FILE, (), "stood_down_by", []),
    each(FAMILY, "only office hours may declare", FILE, (), "declared_by", ["general-manager"]),
    each(FAMILY, "no condition for the end", "scenarios/", ("stand_down",), "when", []),
    each(FAMILY, "ended by somebody without the right", "scenarios/", ("stand_down",), "by", "warehouse-worker"),
    each(FAMILY, "no second look at the grade", "scenarios/", STEPS, "act", ABSENT,
         only=lambda s: s.get("act") == "regrade"),
    each(FAMILY, "scenario without grade", "scenarios/", (), "severity", []),
    ranks_swapped,
)  # fmt: skip
