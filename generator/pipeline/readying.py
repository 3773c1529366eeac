"""What is known of a commit before it is released: it is read as everybody will get it, not as the work tree has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from generator.analysis.approvals import Approval, ApprovalState, approvals
from generator.editions.changelog import NAME, edition_entry
from generator.editions.manifest import NoEditionError
from generator.editions.number import Edition
from generator.editions.readiness import Readiness
from generator.files.read import read_bytes, read_plan_files
from generator.git.history import plan_files_at
from generator.git.tags import edition_numbers, released_edition, uncommitted_files
from generator.git.worktree import worktree
from generator.model.control import Status
from generator.model.handbook import Handbook
from generator.pipeline.project import Project
from generator.pipeline.reading import inspect_here, load_project, load_revision

_WATCHED = frozenset({"plans", "site_templates", "mkdocs.yml", NAME})
_UNFINISHED = (ApprovalState.DRAFT, ApprovalState.IN_REVIEW)
_VOID = (ApprovalState.CHANGED, ApprovalState.UNRECORDED, ApprovalState.NEVER)


def readiness_of(project: Project, edition: Edition, commit: str, day: date) -> Readiness:
    """What would keep the commit from being released as this edition; `day` is that of the commit.

    Files that git is told to overlook, links and filters make a work tree another one than the commit.
    """
    others = edition_numbers(project.folder)
    uncommitted = uncommitted_files(project.folder, _WATCHED)
    with worktree(project.folder, commit, project.cache) as folder:
        then = Project(folder)
        entry, loaded = _entry(then, edition), load_project(then)
        found = approvals(loaded.handbook) if loaded.handbook and loaded.handbook.approvals else ()
        before = _before(project, edition, others)
        return Readiness(
            edition=edition,
            others=others,
            uncommitted=uncommitted,
            entry=entry,
            day=day,
            errors=tuple(f"{found.position}: {found.message}" for found in inspect_here(then, loaded).report.errors),
            unapproved=_in_states(found, *_VOID),
            unfinished=_in_states(found, *_UNFINISHED),
            unproved=bool(before and before.approvals and loaded.handbook and not found),
            dropped=tuple(_dropped(before, loaded.handbook, entry)) if before and loaded.handbook else (),
            altered=tuple(_altered(project, then, commit)),
        )


def _entry(project: Project, edition: Edition) -> str:
    path = project.folder / NAME
    return edition_entry(read_bytes(path).decode("utf-8-sig", errors="replace"), edition) if path.is_file() else ""


def _in_states(found: tuple[Approval, ...], *states: ApprovalState) -> tuple[str, ...]:
    return tuple(approval.plan.id for approval in found if approval.state in states)


def _before(project: Project, edition: Edition, others: tuple[Edition, ...]) -> Handbook | None:
    """The handbook of the edition before, if its plans can still be read."""
    for earlier in (other for other in others if other < edition):
        with suppress(NoEditionError):
            return load_revision(project, released_edition(project.folder, earlier)[0].commit).handbook
    return None


def _dropped(before: Handbook, now: Handbook, entry: str) -> Iterator[str]:
    """Plans that were in force and that nobody is told of."""
    there = {(type(plan), plan.id) for plan in now.plans if not plan.control.retired}
    for plan in before.plans:
        if plan.control.status is Status.APPROVED and (type(plan), plan.id) not in there:
            named = re.search(rf"(?<![\w-]){re.escape(plan.id)}(?![\w-])", entry) or plan.title in entry
            if not named:
                yield plan.id


def _altered(project: Project, then: Project, commit: str) -> Iterator[str]:
    """Plan files that are not read as they were committed; ends of lines don't count."""
    held = {file.inside: file.data for file in plan_files_at(commit, project.plans, project.folder)}
    read = {file.inside: file.data for file in read_plan_files(then.plans, then.folder)}
    for inside in sorted(held.keys() | read.keys()):
        if _lines(held.get(inside)) != _lines(read.get(inside)):
            yield f"plans/{inside}"


def _lines(data: bytes | None) -> bytes | None:
    return None if data is None else data.replace(b"\r\n", b"\n")
