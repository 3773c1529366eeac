"""A law and a duty that rests on it, in a few fields."""

from __future__ import annotations

from typing import Any

from tests.unit.analysis.sample_plans import Fields

SOURCE: Fields = {
    "title": "Report",
    "jurisdiction": "Here",
    "basis": "Act, art. 1",
    "last_checked_on": "2026-10-01",
    "certainty": "read-in-source",
    "starts_at": "awareness",
}


def statute(**changes: Any) -> Fields:
    return SOURCE | {"id": "act-1", "events": ["fire"]} | changes


def obligation(**changes: Any) -> Fields:
    duty = {"applies_when": "It burns.", "starts_when": "We see it.", "law_says": "At once", "company_limit": "1 h"}
    return SOURCE | duty | {"id": "report", "obligation": "statute", "statute": "act-1", "owner": "chief"} | changes
