"""Small plans, built without files: only what a test is about is written in the test."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.model.communication import CommunicationPlan
from generator.model.control import Plan
from generator.model.exercises import ExercisePlan
from generator.model.governance import RequirementCatalog
from generator.model.handbook import Handbook
from generator.model.organization import OrganizationPlan
from generator.model.scenario import Scenario, Step
from generator.model.settings import Settings
from generator.model.severity import SeverityPlan
from generator.model.technical import TechnicalPlan

Fields = dict[str, Any]
CONTROL: Fields = {
    "version": "1.0.0",
    "status": "approved",
    "owner": "chief",
    "approver": "chief",
    "approved_on": "2026-01-31",
    "effective_on": "2026-02-10",
    "review_every": "6 months",
}

AS_OF = date(2026, 11, 22)


def head(name: str, **changes: Any) -> Fields:
    """What every plan begins with."""
    control = CONTROL | changes.pop("control", {})
    return {"id": name, "title": f"Title of {name}", "summary": "In short.", "control": control, **changes}


def step(name: str, likely: str = "5 min", within: str = "10 min", **more: Any) -> Fields:
    """A step of the chief; `likely` is how long it takes at best and as a rule."""
    worst = more.pop("worst", likely)
    return {
        "id": name,
        "do": f"Do {name}.",
        "part": "technical",
        "responsible": "chief",
        "accountable": "chief",
        "within": within,
        "takes": {"best": likely, "likely": likely, "worst": worst},
        **more,
    }


def scenario(*steps: Fields, name: str = "outage", phases: list[Fields] | None = None, **more: Any) -> Scenario:
    """A scenario with all its steps in one phase, unless `phases` says otherwise."""
    given = {
        "group": "all",
        "also_known_as": ["blackout"],
        "signals": [{"see": "It is dark.", "source": "Eyes"}],
        "severity": [],
        "activated_by": "chief",
        "commander": "chief",
        "phases": phases or [{"id": "detect", "steps": list(steps)}],
        "stand_down": {"when": ["It is over."], "by": "chief"},
    }
    return Scenario.model_validate(head(name, **(given | more)))


def a_step(**fields: Any) -> Step:
    """One step by itself."""
    return Step.model_validate(step("check", **fields))


def role(name: str, **more: Any) -> Fields:
    """A role of the only department."""
    return {
        "id": name,
        "title": name.title(),
        "department": "office",
        "seniority": "lead",
        "mission": "Leads.",
        **more,
    }


def person(name: str, *contacts: Fields, status: str = "active") -> Fields:
    """Somebody with ways to be reached."""
    return {"id": name, "name": name.title(), "site": "home", "status": status, "contacts": list(contacts)}


def phone(number: str, *, contact: str = "mobile", after_hours: bool = False) -> Fields:
    """A way to reach somebody."""
    return {"contact": contact, "value": number, "after_hours": after_hours}


def assigned(role_id: str, *people: str) -> list[Fields]:
    """People who fill a role, first to call in front."""
    return [{"role": role_id, "person": name, "since_on": "2026-01-01"} for name in people]


def organization(
    roles: Iterable[Fields] = (), people: Iterable[Fields] = (), assignments: Iterable[Fields] = (), **more: Any
) -> OrganizationPlan:
    """The company: one site, one department, and the given roles beside the chief."""
    every = list(roles)
    if all(given["id"] != "chief" for given in every):
        every.insert(0, role("chief"))
    given = {
        "sites": [{"id": "home", "title": "Home", "address": "1 Street"}],
        "departments": [{"id": "office", "title": "Office", "head": "chief", "duties": ["Work."]}],
        "roles": every,
        "people": list(people),
        "assignments": list(assignments),
    }
    return OrganizationPlan.model_validate(head("organization", **(given | more)))


def system(name: str, *needs: str) -> Fields:
    """A system and what it stands on."""
    return {
        "id": name,
        "title": name.title(),
        "system": "service",
        "purpose": "Runs.",
        "owner": "chief",
        "depends_on": list(needs),
    }


def technical(*systems: Fields) -> TechnicalPlan:
    """The systems of the company."""
    return TechnicalPlan.model_validate(head("technical", systems=list(systems)))


def channel(name: str, *needs: str) -> Fields:
    """A channel and the systems it needs."""
    return {
        "id": name,
        "title": name.title(),
        "direction": "out",
        "owner": "chief",
        "deputy": "chief",
        "account_holder": "The company",
        "depends_on": list(needs),
        "reaches": [],
        "how": "Write.",
    }


def communication(*channels: Fields) -> CommunicationPlan:
    """The channels of the company."""
    return CommunicationPlan.model_validate(head("communication", channels=list(channels)))


def severity(*ranks: int) -> SeverityPlan:
    """Grades `grade-N` of the given ranks, in this order of writing."""
    grades = [
        {
            "id": f"grade-{rank}",
            "title": f"Grade {rank}",
            "rank": rank,
            "meaning": "Bad.",
            "criteria": [],
            "informs": [],
            "handled_by": ["chief"],
            "within": "1 h",
            "updates_every": "30 min",
        }
        for rank in ranks
    ]
    words = {"doubt": "Take the higher.", "intake": "Call the chief."}
    given = {"grades": grades, "declared_by": ["chief"], "stood_down_by": ["chief"], "escalation": [], **words}
    return SeverityPlan.model_validate(head("severity", **given))


def exercise(name: str, *scenarios: str, every: str = "6 months", next_on: str = "2027-01-10") -> Fields:
    """An entry of the programme."""
    return {
        "id": name,
        "title": name.title(),
        "exercise": "drill",
        "every": every,
        "next_on": next_on,
        "scenarios": list(scenarios),
        "objectives": ["Try."],
        "led_by": "chief",
        "evaluated_by": "chief",
        "participants": ["chief"],
        "measures": ["Time."],
    }


def record(of_exercise: str, on: str, *findings: str) -> Fields:
    """The report of an exercise that was held on a day; it showed the findings."""
    return {
        "id": f"{of_exercise}-{on}",
        "exercise": of_exercise,
        "on": on,
        "place": "Here",
        "led_by": "chief",
        "evaluated_by": "chief",
        "participants": ["chief"],
        "course": "It went on.",
        "timings": [],
        "strengths": [],
        "findings": [{"id": name, "finding": "Bad.", "cause": "Haste."} for name in findings],
        "conclusion": "Keep.",
    }


def exercises(*programme: Fields, **more: Any) -> ExercisePlan:
    """What is practised, and what came of it."""
    return ExercisePlan.model_validate(head("exercises", programme=list(programme), **more))


def catalog(
    *requirements: str, name: str = "law", complete: bool = True, source: str | None = None
) -> RequirementCatalog:
    """A list of demands."""
    needs = [{"id": given, "area": "Area", "need": f"Say {given}.", "source": source} for given in requirements]
    return RequirementCatalog.model_validate(
        {"id": name, "title": "Law", "summary": "All.", "complete": complete, "requirements": needs}
    )


def settings(**changes: Any) -> Settings:
    """A company with one language and one group of scenarios."""
    given: Fields = {
        "company": {"name": "Small Shop", "about": "Sells."},
        "languages": [{"code": "en", "title": "English"}],
        "time_zone": "Asia/Shanghai",
        "intake": "chief",
        "scenario_groups": [{"id": "all", "title": "All", "asks": "What?"}],
    }
    return Settings.model_validate(given | changes)


def handbook(*plans: Plan, catalogs: tuple[RequirementCatalog, ...] = (), **changes: Any) -> Handbook:
    """A handbook of these plans; the company is added where it isn't given."""
    company = () if any(isinstance(plan, OrganizationPlan) for plan in plans) else (organization(),)
    return Handbook(settings(**changes), (*company, *plans), catalogs)
