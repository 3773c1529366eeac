"""A backup is only checked by its own report, not by its content.

`checked_by` of a job says more than that a status, mail, light or log says "done". It names something done with the
content: opened, loaded, counted, compared, replayed, or a checksum.

## Why

A job reports success after copying empty files or an encrypted disk just as well. That the content is wrong shows only
when it is opened, and without a check that is the day of the emergency.

## How to fix

Open, count or compare something of each copy, for instance ten records, the number of orders or a checksum, and write
into `checked_by` what and how often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("Regulation (EU) 2024/2690, annex 4.2.3 (integrity checks)",)

_REPORT = re.compile(
    r"\b(status|e-?mails?|green|lights?|logs?|reports?|messages?|alerts?|notifications?|dashboard|console|no errors?"
    r"|without errors?|success\w*|finish\w*|exit code|job|nobody|not checked|nothing|none)\b"
    r"|状态|邮件|绿灯|日志|成功|完成",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    r"\b(open\w*|load\w*|restor\w*|count\w*|number|compar\w*|replay\w*|checksums?|hash\w*|read\w*|start\w*|play\w*|test\w*"
    r"|verif\w*|sampl\w*|equal|balance|sums?|total\w*|match\w*|scan\w*|boot\w*)\b"
    r"|打开|加载|恢复|核对|比对|对比|校验|抽查|数量",
    re.IGNORECASE,
)


def check(facts: Facts) -> Iterator[Problem]:
    for job in facts.handbook.backup_jobs.values():
        if _REPORT.search(job.checked_by) and not _CONTENT.search(job.checked_by):
            yield Problem(
                Place.of(job, "checked_by"),
                f"`{job.id}` is checked by its own report, not by its content.",
                expected="something done with the content: opened, counted, compared, loaded, a checksum",
                remedy="Open or count something of each copy, and write here what is compared with what.",
            )
