"""Whom an alarm reaches: the roles informed of a grade, and those its escalation path calls."""

from __future__ import annotations

from generator.model.acts import PhaseId
from generator.model.handbook import Handbook
from generator.model.severity import EscalationPath, Grade

ALARM = (PhaseId.DETECT, PhaseId.REPORT)
"""Phases in which people learn of an emergency."""
ACUTE = (*ALARM, PhaseId.RESPOND, PhaseId.HANDLE)
"""Phases in which the emergency goes on."""


def paths(handbook: Handbook) -> tuple[EscalationPath, ...]:
    """All escalation paths, in order of writing."""
    return handbook.severity.escalation if handbook.severity else ()


def paths_of(handbook: Handbook, grade: str) -> tuple[EscalationPath, ...]:
    """The escalation paths of a grade."""
    return tuple(path for path in paths(handbook) if path.grade == grade)


def told(handbook: Handbook, grade: Grade) -> frozenset[str]:
    """Roles that hear of an incident of a grade: the intake, those informed, and those the escalation path calls."""
    called = {step.notify for path in paths_of(handbook, grade.id) for step in path.steps}
    return frozenset({handbook.settings.intake, *grade.informs, *called})


def gathered(handbook: Handbook, grade: Grade) -> frozenset[str]:
    """Roles in the team that forms for a grade."""
    if grade.team is None:
        return frozenset()
    team = handbook.teams[grade.team]
    return frozenset({team.leader, *team.deputy_leaders, *team.members})
