"""What fields and kinds of things are called in a comparison."""

from __future__ import annotations

from collections.abc import Mapping

_FIELDS: Mapping[str, str] = {
    "above": "from above",
    "account": "account that can delete it",
    "act": "kind of act",
    "activated_by": "who activates the plan",
    "after": "starts after",
    "also_known_as": "search words",
    "answer_within": "time to answer",
    "approval": "approval path",
    "approved_by": "approvers",
    "at_least": "threshold (at least)",
    "authorities": "rights to decide",
    "below": "threshold (below)",
    "best": "at best",
    "called_together": "when it is called together",
    "calls": "outside bodies to call",
    "changes_scenarios": "scenarios that must change",
    "company_limit": "company limit",
    "contains": "what the words say",
    "control": "document control",
    "covers": "requirements covered",
    "decides": "decisions taken",
    "depends_on": "stands on",
    "do": "instruction",
    "events": "legal events",
    "every": "interval",
    "exit": "way out",
    "fails": "systems that fail",
    "grants": "remedies granted",
    "if_not": "if it fails",
    "immutable": "cannot be altered",
    "keep": "kept for",
    "law_says": "words of the law",
    "likely": "as a rule",
    "limit": "approval limit",
    "measures": "standing duties",
    "mtd": "longest outage (MTD)",
    "next_update": "time to the next update",
    "not_applicable": "parts that do not apply",
    "notifies": "reports made",
    "notify": "who is told next",
    "publishes": "statements published",
    "reaches": "audiences",
    "record": "evidence kept",
    "reports_within": "promise to report within",
    "requested_by": "who may ask",
    "restores": "systems restored",
    "restores_within": "promise to work again within",
    "review_every": "review interval",
    "rpo": "accepted data loss (RPO)",
    "rto": "recovery time (RTO)",
    "says": "words",
    "see": "signal",
    "severity": "grades",
    "since": "limit counts from",
    "solve_within": "time to solve",
    "starts_at": "start of the clock",
    "starts_when": "start of the clock in words",
    "takes": "estimated time",
    "up_to": "approval limit",
    "updates_every": "time between updates",
    "uses": "spares used",
    "via": "channels",
    "when": "condition",
    "within": "limit",
    "without_it": "work without it",
    "worst": "at worst",
    "wrt": "time to work off the backlog (WRT)",
}
_OF_KIND: Mapping[tuple[str, str], str] = {
    ("audience", "wants_to_know"): "what they want to know",
    ("backup-job", "takes"): "time a backup takes",
    ("escalation-path", "after"): "told after",
    ("escalation-path", "steps"): "hops",
    ("exercise", "measures"): "what is measured",
    ("grade", "within"): "time to handle it",
    ("legal-floor", "within"): "longest time the law allows",
    ("obligation", "follow_ups"): "later reports",
    ("statement", "within"): "out within",
    ("statement", "statement"): "kind of statement",
}
_KINDS: Mapping[str, str] = {
    "backup-job": "backup",
    "legal-floor": "legal minimum",
    "liability": "boundary of liability",
    "measure": "standing duty",
}


def field_label(kind: str, field: str) -> str:
    """The name of a field of a kind of thing, for readers."""
    return _OF_KIND.get((kind, field)) or _FIELDS.get(field) or field.replace("_", " ")


def kind_label(kind: str) -> str:
    """The name of a kind of thing, for readers."""
    return _KINDS.get(kind, kind.replace("-", " "))
