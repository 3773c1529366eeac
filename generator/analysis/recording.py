"""Whether the record of an exercise, or the end of a corrective action, can be written down, and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from generator.analysis.lessons import lessons
from generator.errors import HandbookError
from generator.loading.explain import did_you_mean
from generator.model.exercises import ActionStatus, CorrectiveAction, Exercise, ExercisePlan, ExerciseRecord
from generator.model.handbook import Handbook

_ROLES = ("led_by", "evaluated_by", "participants", "absent")


def required_exercise(handbook: Handbook, name: str) -> Exercise:
    """An exercise of the programme. Raises HandbookError if there is none of this id."""
    if name not in handbook.exercises:
        raise _unknown("exercise", name, handbook.exercises)
    return handbook.exercises[name]


def record_of(exercise: Exercise, on: date, given: Mapping[str, Any]) -> dict[str, Any]:
    """What is given about an exercise that was held, in the order of the model, with what follows from the programme.

    Who led and who judged it is as planned unless it is given. Keys that the model does not know come last.
    """
    known = {
        "id": f"{exercise.id}-{on:%Y-%m}",
        "exercise": exercise.id,
        "on": on.isoformat(),
        "led_by": exercise.led_by,
        "evaluated_by": exercise.evaluated_by,
        "timings": [],
        "strengths": [],
        "findings": [],
        **given,
    }
    ordered = [field for field in ExerciseRecord.model_fields if field in known]
    return {field: known[field] for field in (*ordered, *(known.keys() - set(ordered)))}


def with_demands(handbook: Handbook, findings: Any, demands: Iterable[Mapping[str, str]]) -> Any:  # noqa: ANN401 - YAML
    """Findings as they are given, with the plans that must be changed because of them.

    Raises HandbookError if there is no such finding among them, or no such plan.
    """
    wanted = list(demands)
    known: dict[str, dict[str, Any]] = {
        str(entry.get("id")): dict(entry) for entry in findings if isinstance(entry, Mapping) and wanted
    }
    for demand in wanted:
        name, plan = demand["id"], demand["plan"]
        if name not in known:
            raise _unknown("finding in this record", name, known)
        if plan not in (plans := {one.id for one in handbook.plans}):
            raise _unknown("plan", plan, plans)
        field = "changes_scenarios" if plan in handbook.scenarios else "changes_plans"
        known[name][field] = [*dict.fromkeys((*known[name].get(field, ()), plan))]
    return list(known.values()) if wanted else findings


def check_record(handbook: Handbook, record: Mapping[str, Any], exercise: Exercise, on: date, today: date) -> None:
    """Raises HandbookError if what is given contradicts itself, the command or the handbook."""
    for field, wanted in (("exercise", exercise.id), ("on", on.isoformat())):
        if str(record[field]) != wanted:
            raise HandbookError(
                f"The content says `{field}: {record[field]}`.", f"Write `{field}: {wanted}`, or drop it."
            )
    _check_day(on, today)
    _check_new(handbook, record, exercise, on)
    for role in (role for field in _ROLES for role in _names(record.get(field))):
        if role not in handbook.roles:
            raise _unknown("role", role, handbook.roles)
    if record["led_by"] == record["evaluated_by"]:
        fault = f"`{record['led_by']}` cannot lead the exercise and judge it."
        raise HandbookError(fault, "Name somebody who did not lead it as the one who judged it.")


def record_file(handbook: Handbook, exercise: Exercise) -> str:
    """The file that holds the records of an exercise, or else records at all, or else the programme."""
    plans = tuple(handbook.of_type(ExercisePlan))
    same = [plan for plan in plans if any(record.exercise == exercise.id for record in plan.records)]
    some = [plan for plan in plans if plan.records]
    return next((plan.position().file for plan in (*same, *some)), exercise.position().file)


def check_closing(handbook: Handbook, name: str, on: date, evidence: str, today: date) -> CorrectiveAction:
    """The action, if it can be closed on a day with this evidence. Raises HandbookError if not."""
    if name not in handbook.corrective_actions:
        raise _unknown("action", name, handbook.corrective_actions)
    action = handbook.corrective_actions[name]
    if action.status is ActionStatus.CLOSED:
        raise HandbookError(f"The action `{name}` is closed already.", "If the proof is wrong, correct it in the plan.")
    if not evidence.strip():
        raise HandbookError(
            "There is no evidence.", "Say what proves that it was done, such as a photograph or a test."
        )
    _check_day(on, today)
    shown = next(lesson.on for lesson in lessons(handbook) if lesson.finding.id == action.finding)
    if on < shown:
        fault = f"{on} lies before {shown}, the day on which the finding `{action.finding}` showed."
        raise HandbookError(fault, "Give the day on which the action was found done.")
    return action


def _check_new(handbook: Handbook, record: Mapping[str, Any], exercise: Exercise, on: date) -> None:
    for known in handbook.exercise_records.values():
        if known.id == record["id"] or (known.exercise == exercise.id and known.on == on):
            fault = f"There is the record `{known.id}` of {known.on} already, at {known.position('id')}."
            raise HandbookError(fault, "Correct that record, or give yours an `id` of its own with --from.")


def _check_day(on: date, today: date) -> None:
    if on > today:
        raise HandbookError(f"{on} lies in the future.", "Give the day on which it took place.")


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(name) for name in value)
    return () if value is None else (str(value),)


def _unknown(kind: str, name: str, known: Iterable[str]) -> HandbookError:
    article = "an" if kind[0] in "aeiou" else "a"
    remedy = did_you_mean(name, known) or f"Name {article} {kind} of the handbook by its `id`."
    return HandbookError(f"There is no {kind} `{name}`.", remedy)
