"""Which pages a handbook has, in which order, under which title."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.analysis.facts import Facts
from generator.checker.engine import Inspection
from generator.checker.registry import all_rules
from generator.i18n.words import translatable as _
from generator.model.control import Plan
from generator.model.element import Element
from generator.model.governance import RiskPlan
from generator.views.absence import view_absence
from generator.views.changes import News
from generator.views.checks import FAMILY_TITLES, Family, families, view_check, view_rules
from generator.views.due import view_due
from generator.views.exercises import view_exercises
from generator.views.home import view_home
from generator.views.parts import (
    view_communication,
    view_legal,
    view_organization,
    view_remediation,
    view_technical,
)
from generator.views.ready import single_pages, view_contacts, view_risks, view_severity
from generator.views.register import view_coverage, view_register
from generator.views.revisions import view_revisions
from generator.views.roles import roles_by_department, view_matrix, view_role
from generator.views.scenario import view_scenario
from generator.views.sitemap import Sitemap


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page before it is rendered. `title` is a label, `own_title` words of a plan; one of them is set."""

    path: str
    template: str
    view: Callable[[], Any]
    title: str = ""
    own_title: str = ""
    about: str = ""
    source: Element | None = None
    section: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True)
class NavigationSection:
    """A heading of the navigation and the pages below it."""

    title: str
    paths: tuple[str, ...]


NAVIGATION = (
    NavigationSection(
        _("In an emergency"),
        ("index.html", "scenarios/index.html", "roles/index.html", "matrix.html", "severity.html"),
    ),
    NavigationSection(
        _("The five parts"),
        ("organization.html", "technical.html", "communication.html", "legal.html", "remediation.html"),
    ),
    NavigationSection(_("Be ready"), ("exercises.html", "risks.html", "peak-day.html", "conduct.html")),
    NavigationSection(_("Look up"), ("contacts.html", "glossary.html", "how-to-use.html")),
    NavigationSection(
        _("Compliance"),
        (
            "plans.html",
            "changes.html",
            "revisions.html",
            "reviews.html",
            "coverage.html",
            "check.html",
            "absence.html",
            "rules/index.html",
        ),
    ),
)
_SINGLE_TITLES = {
    "conduct": _("Principles and aftermath"),
    "peak-day": _("Peak day"),
    "glossary": _("Glossary"),
}


def page_specs(facts: Facts, sitemap: Sitemap, inspection: Inspection, news: News) -> Iterator[PageSpec]:
    """All pages of a handbook."""
    past = news.past
    yield from _ways_in(facts)
    yield from _scenario_pages(facts)
    concerned = news.count_by_role()
    for role in facts.handbook.roles.values():
        yield PageSpec(
            f"roles/{role.id}.html",
            "role",
            partial(view_role, facts, role, concerned[role.id]),
            own_title=role.title,
            about=role.mission,
            source=role,
            section="roles/index.html",
        )
    yield from _part_pages(facts)
    yield from _ready_pages(facts)
    yield PageSpec("contacts.html", "contacts", partial(view_contacts, facts), _("Contacts"), wide=True)
    yield PageSpec("how-to-use.html", "how-to-use", partial(view_home, facts), _("How to use this handbook"))
    yield PageSpec("plans.html", "plans", partial(view_register, facts, sitemap, past), _("Plan register"), wide=True)
    yield PageSpec("changes.html", "changes", news.view_changes, _("What changed"), wide=True)
    yield PageSpec(
        "changes-by-role.html", "changes-by-role", news.view_roles, _("What is new for me"), section="changes.html"
    )
    yield PageSpec("revisions.html", "revisions", partial(view_revisions, facts, sitemap, past), _("Revisions"))
    yield PageSpec("reviews.html", "reviews", partial(view_due, facts, sitemap), _("Due dates"), wide=True)
    yield PageSpec("coverage.html", "coverage", partial(view_coverage, facts, sitemap), _("Coverage"), wide=True)
    yield PageSpec("absence.html", "absence", partial(view_absence, facts), _("If somebody is out"), wide=True)
    yield from _check_pages(facts, inspection)


def _ways_in(facts: Facts) -> Iterator[PageSpec]:
    yield PageSpec("index.html", "home", partial(view_home, facts), _("What is happening?"))
    yield PageSpec("scenarios/index.html", "scenarios", partial(view_home, facts), _("All emergencies"), wide=True)
    yield PageSpec("roles/index.html", "roles", partial(roles_by_department, facts), _("Roles"))
    yield PageSpec("matrix.html", "matrix", partial(view_matrix, facts), _("Responsibility matrix"), wide=True)


def _scenario_pages(facts: Facts) -> Iterator[PageSpec]:
    for scenario in facts.handbook.scenarios.values():
        yield PageSpec(
            f"scenarios/{scenario.id}.html",
            "scenario",
            partial(view_scenario, facts, scenario),
            own_title=scenario.title,
            about=scenario.summary,
            source=scenario,
            section="scenarios/index.html",
        )


def _part_pages(facts: Facts) -> Iterator[PageSpec]:
    severity = facts.handbook.severity
    if severity is not None:
        yield PageSpec(
            "severity.html",
            "severity",
            partial(view_severity, facts, severity),
            _("Severity and escalation"),
            source=severity,
        )
    yield PageSpec("organization.html", "organization", partial(view_organization, facts), _("Organization"))
    yield PageSpec("technical.html", "technical", partial(view_technical, facts), _("Technology and backup"))
    yield PageSpec("communication.html", "communication", partial(view_communication, facts), _("Public communication"))
    yield PageSpec("legal.html", "legal", partial(view_legal, facts), _("Legal"))
    yield PageSpec("remediation.html", "remediation", partial(view_remediation, facts), _("Making it good"))


def _ready_pages(facts: Facts) -> Iterator[PageSpec]:
    yield PageSpec("exercises.html", "exercises", partial(view_exercises, facts), _("Exercises"))
    for plan in facts.handbook.of_type(RiskPlan):
        yield PageSpec("risks.html", "risks", partial(view_risks, plan), _("Risks"), source=plan, wide=True)
    for template, single in single_pages(facts):
        yield PageSpec(f"{template}.html", template, partial(_itself, single), _SINGLE_TITLES[template], source=single)


def _check_pages(facts: Facts, inspection: Inspection) -> Iterator[PageSpec]:
    rules = all_rules()
    view = partial(view_check, facts, inspection, rules)
    yield PageSpec("check.html", "check", view, _("State of the plans"), wide=True)
    yield PageSpec("rules/index.html", "rules", partial(view_rules, rules.values()), _("Rules of the checker"))
    for family in families(rules.values()):
        title = FAMILY_TITLES.get(family.name, family.name)
        yield PageSpec(family.page, "rule-family", partial(_family, family), title, section="rules/index.html")


def _family(family: Family) -> Family:
    return family


def _itself(plan: Plan) -> Plan:
    return plan
