"""Document control and words."""

from __future__ import annotations

from tests.benchmarks.mutants.book import ABSENT
from tests.benchmarks.mutants.seeds import STEPS, each

FAMILY = "documents"
CONTROL = ("control",)

OPERATORS = (
    each(FAMILY, "approval date removed", "", CONTROL, "approved_on", ABSENT),
    each(FAMILY, "still a draft", "", CONTROL, "status", "draft"),
    each(FAMILY, "owner approves", "", CONTROL, "approver", lambda c: c["owner"]),
    each(FAMILY, "version without revision", "", CONTROL, "version", "9.9.9"),
    each(FAMILY, "approved in the future", "", CONTROL, "approved_on", "2027-03-01"),
    each(FAMILY, "in force before approval", "", CONTROL, "effective_on", "2020-01-01"),
    each(FAMILY, "review missed", "", CONTROL, "approved_on", "2024-01-01"),
    each(FAMILY, "review every five years", "", CONTROL, "review_every", "5 years"),
    each(FAMILY, "revision dated later than the approval", "", ("control", "revisions"), "on", "2026-11-21"),
    each(FAMILY, "left to write", "scenarios/", STEPS, "do", "TODO: write this step."),
    each(FAMILY, "password in the plan", "scenarios/", STEPS, "do", "Sign in with password: Sommer2026!"),
    each(FAMILY, "large risk without plan", "risks.yml", ("risks",), "scenarios", [],
         only=lambda r: r["likelihood"] * r["impact"] >= 10),
    each(FAMILY, "no copy off line", "conduct.yml", (), "offline_copies", []),
    each(FAMILY, "copy older than the plans", "conduct.yml", ("offline_copies",), "renewed_on", "2025-01-01"),
    each(FAMILY, "requirement not covered", "scenarios/", (), "covers", [], only=lambda s: s.get("covers")),
)  # fmt: skip
