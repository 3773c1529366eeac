"""What a change is about, and whether it strengthens or weakens."""

from __future__ import annotations

from typing import Any

import pytest

from generator.history.changes import Effect, Topic
from generator.model.control import Plan
from generator.model.exercises import ExercisePlan
from generator.model.governance import WaiverPlan
from generator.model.legal import LegalPlan
from generator.model.organization import OrganizationPlan
from generator.model.remediation import RemediationPlan
from generator.model.severity import SeverityPlan
from generator.model.technical import TechnicalPlan
from tests.unit.analysis.sample_plans import (
    Fields,
    exercise,
    handbook,
    head,
    organization,
    role,
    severity,
    system,
)
from tests.unit.history.edits import PEOPLE, changes, only_change


def one(model: type[Plan], field: str, *items: Fields, **more: Any) -> Plan:
    return model.model_validate(head("plan", **{field: list(items)}, **more))


OBLIGATION: Fields = {
    "id": "tell",
    "title": "Tell",
    "obligation": "statute",
    "basis": "Law",
    "last_checked_on": "2026-01-01",
    "certainty": "read-in-source",
    "jurisdiction": "Here",
    "applies_when": "Always.",
    "starts_at": "awareness",
    "starts_when": "We know.",
    "deadline": "72 h",
    "law_says": "within 72 hours",
    "company_limit": "24 h",
    "owner": "chief",
}
SHOP = system("shop")
COPY: Fields = {"medium": "Tape", "place": "Safe", "account": "root", "lag": "1 h", "keep": "30 days"}
JOB: Fields = {
    "id": "nightly",
    "title": "Nightly",
    "system": "shop",
    "method": "full",
    "every": "1 day",
    "takes": "1 h",
    "size_gb": 5,
    "chosen_because": "Enough.",
    "copies": [COPY],
    "checked_by": "A restore",
}
WAIVER: Fields = {
    "id": "later",
    "rule": "deputy-missing",
    "at": "organization/roles.yml#chief",
    "reason": "Soon.",
    "approver": "chief",
    "approved_on": "2026-01-01",
    "expires_on": "2026-06-01",
}
TIER: Fields = {"id": "small", "title": "Small", "up_to": "CNY 100", "requested_by": "clerk", "examples": "A coupon."}
BODY: Fields = {
    "id": "host",
    "title": "Host",
    "body": "supplier",
    "call_when": "Down.",
    "contacts": [{"contact": "phone", "value": "123"}],
    "owner": "chief",
    "restores_within": "4 h",
}
PATH: Fields = {
    "id": "ladder",
    "title": "Ladder",
    "grade": "grade-1",
    "steps": [{"after": "5 min", "notify": "clerk", "via": [], "says": "Come."}],
}


@pytest.mark.parametrize(
    ("model", "field", "was", "now", "topic", "effect"),
    [
        (LegalPlan, "obligations", OBLIGATION, {"deadline": "24 h"}, Topic.CLOCK, Effect.STRENGTHENED),
        (LegalPlan, "obligations", OBLIGATION, {"deadline": None}, Topic.CLOCK, Effect.STRENGTHENED),
        (LegalPlan, "obligations", OBLIGATION, {"company_limit": "48 h"}, Topic.CLOCK, Effect.WEAKENED),
        (LegalPlan, "obligations", OBLIGATION, {"starts_at": "occurrence"}, Topic.CLOCK, Effect.NEUTRAL),
        (LegalPlan, "obligations", OBLIGATION, {"recipients": ["police"]}, Topic.CLOCK, Effect.STRENGTHENED),
        (TechnicalPlan, "systems", SHOP | {"rto": "4 h"}, {"rto": "2 h"}, Topic.OBJECTIVE, Effect.STRENGTHENED),
        (TechnicalPlan, "systems", SHOP | {"rpo": "1 h"}, {"rpo": "2 h"}, Topic.OBJECTIVE, Effect.WEAKENED),
        (TechnicalPlan, "systems", SHOP | {"mtd": "1 h"}, {"mtd": None}, Topic.OBJECTIVE, Effect.WEAKENED),
        (TechnicalPlan, "backup_jobs", JOB, {"every": "12 h"}, Topic.BACKUP, Effect.STRENGTHENED),
        (TechnicalPlan, "backup_jobs", JOB, {"copies": []}, Topic.BACKUP, Effect.WEAKENED),
        (TechnicalPlan, "backup_jobs", JOB, {"copies": [COPY | {"offline": True}]}, Topic.BACKUP, Effect.STRENGTHENED),
        (TechnicalPlan, "backup_jobs", JOB, {"copies": [COPY | {"keep": "7 days"}]}, Topic.BACKUP, Effect.WEAKENED),
        (WaiverPlan, "waivers", WAIVER, {"expires_on": "2026-12-01"}, Topic.WAIVER, Effect.WEAKENED),
        (RemediationPlan, "tiers", TIER, {"up_to": "CNY 500"}, Topic.APPROVAL, Effect.WEAKENED),
        (RemediationPlan, "tiers", TIER, {"up_to": "EUR 50"}, Topic.APPROVAL, Effect.NEUTRAL),
        (RemediationPlan, "tiers", TIER, {"approved_by": ["chief"]}, Topic.APPROVAL, Effect.STRENGTHENED),
        (OrganizationPlan, "outside_bodies", BODY, {"restores_within": "8 h"}, Topic.PROMISE, Effect.WEAKENED),
        (OrganizationPlan, "roles", role("clerk"), {"deputies": ["chief"]}, Topic.DEPUTY, Effect.STRENGTHENED),
        (ExercisePlan, "programme", exercise("drill"), {"every": "1 year"}, Topic.EXERCISE, Effect.WEAKENED),
        (ExercisePlan, "programme", exercise("drill"), {"scenarios": ["fire"]}, Topic.EXERCISE, Effect.STRENGTHENED),
    ],
)  # fmt: skip
def test_what_a_change_is_about_and_does(
    model: type[Plan], field: str, was: Fields, now: Fields, topic: Topic, effect: Effect
) -> None:
    change = only_change(one(model, field, was), one(model, field, was | now))
    assert (change.subject.id, change.topic, change.effect) == (was["id"], topic, effect)


def test_a_waiver_weakens_when_it_comes_and_strengthens_when_it_goes() -> None:
    without, plan = handbook(PEOPLE), handbook(PEOPLE, one(WaiverPlan, "waivers", WAIVER))
    assert [change.effect for change in changes(without, plan)] == [Effect.NEUTRAL, Effect.WEAKENED]
    assert [change.effect for change in changes(plan, without)] == [Effect.NEUTRAL, Effect.STRENGTHENED]


def test_an_earlier_hop_of_an_escalation_strengthens() -> None:
    def ladder(after: str) -> SeverityPlan:
        hop = PATH["steps"][0] | {"after": after}
        return severity(1).model_copy(
            update={"escalation": SeverityPlan.model_validate(_with_path({**PATH, "steps": [hop]})).escalation}
        )

    change = only_change(ladder("15 min"), ladder("5 min"))
    assert (change.topic, change.effect, change.subject.within[0].name) == (
        Topic.ESCALATION,
        Effect.STRENGTHENED,
        "clerk",
    )
    assert change.roles == {"clerk"}


def _with_path(path: Fields) -> Fields:
    return severity(1).model_dump() | {"escalation": [path]}


def test_a_lower_threshold_puts_more_into_a_grade() -> None:
    def grade(least: int) -> SeverityPlan:
        fields = severity(1).model_dump()
        fields["grades"][0]["criteria"] = [{"when": "Orders are lost.", "at_least": least, "unit": "orders"}]
        return SeverityPlan.model_validate(fields)

    change = only_change(grade(50), grade(20))
    assert (change.topic, change.effect, change.before, change.after) == (Topic.THRESHOLD, Effect.STRENGTHENED, 50, 20)
    assert only_change(severity(1), grade(20)).effect is Effect.STRENGTHENED


@pytest.mark.parametrize(
    ("least", "below", "expected"),
    [(None, (95, 97), Effect.STRENGTHENED), (None, (95, 90), Effect.WEAKENED), (20, (120, 60), Effect.NEUTRAL)],
    ids=["a bad sign counts earlier", "a bad sign counts later", "the rest belongs to the grade above"],
)
def test_the_upper_end_of_a_grade_is_judged_only_where_it_stands_alone(
    least: float | None, below: tuple[float, float], expected: Effect
) -> None:
    def grade(end: float) -> SeverityPlan:
        fields = severity(1).model_dump()
        fields["grades"][0]["criteria"] = [{"when": "Sales fall.", "at_least": least, "below": end, "unit": "%"}]
        return SeverityPlan.model_validate(fields)

    assert only_change(grade(below[0]), grade(below[1])).effect is expected


def test_a_right_to_decide_concerns_whoever_has_it() -> None:
    def company(limit: str) -> OrganizationPlan:
        spend = {"id": "spend", "title": "Spend", "limit": limit}
        fields = organization([role("chief", authorities=["spend"]), role("clerk")]).model_dump()
        return OrganizationPlan.model_validate(fields | {"authorities": [spend]})

    change = only_change(handbook(company("CNY 300")), handbook(company("CNY 500")))
    assert (change.topic, change.effect, set(change.roles)) == (Topic.APPROVAL, Effect.WEAKENED, {"chief"})
