"""Small backup plans, built without files: only what a test is about is written in the test."""

from __future__ import annotations

from typing import Any

from generator.analysis.recovery import Recovery, SystemBackups
from generator.model.technical import TechnicalPlan
from tests.unit.analysis.sample_plans import Fields, handbook, head, system


def copy(account: str = "office", lag: str = "0 min", **more: Any) -> Fields:
    """A copy that somebody with the account can delete."""
    return {"medium": "Disk", "place": "Office", "account": account, "lag": lag, "keep": "30 days", **more}


def job(name: str, method: str, every: str, *copies: Fields, **more: Any) -> Fields:
    """A backup of the shop of 10 GB that runs for no time."""
    given = {"system": "shop", "takes": "0 min", "size_gb": 10, "chosen_because": "So.", "checked_by": "Ten records."}
    fixed = {"id": name, "title": name.title(), "method": method, "every": every, "copies": list(copies) or [copy()]}
    return fixed | given | more


def restored(job_id: str, took: str, gb: float = 10, on: str = "2026-11-01", **more: Any) -> Fields:
    """A passed restore test."""
    given = {"by": "chief", "copy_age": "1 h", "target": "Spare", "checks": "Counted.", "result": "passed"}
    fixed = {"id": f"{job_id}-{on}", "job": job_id, "on": on, "restored_gb": gb, "took": took}
    return fixed | given | {"repeat_every": "3 months"} | more


def shop_backups(*jobs: Fields, tests: tuple[Fields, ...] = (), **of_shop: Any) -> SystemBackups:
    """The backups of the only system."""
    plan = {"systems": [system("shop") | of_shop], "backup_jobs": list(jobs), "restore_tests": list(tests)}
    return Recovery(handbook(TechnicalPlan.model_validate(head("technical", **plan)))).backups["shop"]
