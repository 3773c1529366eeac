"""One administrator account can delete every copy of a system.

All jobs of a system whose copies are restored from one piece are taken together, and its incremental, differential or
log jobs by method, if the `rpo` cannot be kept without them. The `account` of their copies must not be the same for
all of them.

## Why

Who steals or misuses one account then deletes all copies within minutes. In attacks the backup server is often taken
first, because one login there is enough.

## How to fix

Put at least one copy under an `account` of its own, with its own password and second factor, that no everyday login
can reach.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.recovery import copies_of
from generator.analysis.sentences import in_backticks
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("Regulation (EU) 2024/2690, annex 4.2.2(c)",)


def check(facts: Facts) -> Iterator[Problem]:
    for backups in facts.recovery.backups.values():
        for group in backups.groups:
            copies = [saved.copy for saved in copies_of(group)]
            if len(copies) >= 2 and len({copy.account for copy in copies}) == 1:
                yield Problem(
                    Place.of(copies[-1], "account"),
                    f"The account `{copies[-1].account}` can delete every copy of `{backups.system.id}` made by "
                    f"{in_backticks(job.id for job in group)}.",
                    expected="at least one copy under another account",
                    remedy="Put this copy under an account of its own that no everyday login can reach.",
                    related=tuple(Related(Place.of(copy, "account"), "the same account") for copy in copies[:-1]),
                )
