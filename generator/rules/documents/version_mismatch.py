"""The version of a plan is not the one of its newest revision.

`version` of the document control block equals `version` of the newest entry under `revisions`.

## Why

Two versions of one plan in one meeting are how people follow different steps. A printed card can only be checked
against the handbook if its version is right.

## How to fix

If the plan was changed, add the revision with its version and raise `version` to it. If only `version` was forgotten,
copy it from the newest revision.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Edit, Level
from generator.model.control import DocumentControl, Plan, Revision
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 7.5", "NIST SP 800-53, CP-2")


def check(facts: Facts) -> Iterator[Problem]:
    for plan in facts.handbook.plans:
        newest = plan.control.newest
        if newest is None:
            yield _no_history(plan)
        elif newest.version != plan.control.version:
            yield _differs(plan, newest)


def _no_history(plan: Plan) -> Problem:
    return Problem(
        Place.of(plan.control, "version"),
        f"The plan `{plan.id}` has version {plan.control.version}, but no revision says who wrote it when.",
        expected=f"an entry under `revisions` for version {plan.control.version}",
        remedy="Add `revisions` with `version`, `on`, `by` and `change`.",
    )


def _differs(plan: Plan, newest: Revision) -> Problem:
    version = Place.of(plan.control, "version")
    forgotten = _only_forgotten(plan.control, newest)
    return Problem(
        version,
        f"The plan `{plan.id}` has version {plan.control.version}, but its newest revision is {newest.version}"
        f" of {newest.on}.",
        expected=f"version {newest.version}" if forgotten else "the same version in both places",
        remedy=f"Set `version: {newest.version}`."
        if forgotten
        else f"Add the revision {plan.control.version}, or correct `version`.",
        related=(Related(Place.of(newest, "version"), "the newest revision"),),
        edits=(Edit(version.position, newest.version),) if forgotten else (),
    )


def _only_forgotten(control: DocumentControl, newest: Revision) -> bool:
    """The version is an older one of the history, and the newest one was approved."""
    older = control.version in {revision.version for revision in control.revisions if revision.number < newest.number}
    return older and control.approved_on is not None and control.approved_on >= newest.on
