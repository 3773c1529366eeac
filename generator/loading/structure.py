"""Check what one scenario or list must satisfy in itself: steps that can be ordered, phases that are all there."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from generator.finding import Finding, RelatedPlace
from generator.loading.explain import did_you_mean, listed
from generator.model.acts import Part, PhaseId
from generator.model.element import Element
from generator.model.organization import Role
from generator.model.scenario import Scenario, Step
from generator.model.settings import Settings
from generator.model.severity import EscalationPath

_RESERVED_ID = "index"


def structural_faults(part: Element) -> Iterator[Finding]:
    """Faults within one plan that no type can express."""
    for element in part.walk():
        if isinstance(element, Scenario):
            yield from _phases(element)
            yield from _steps(element)
            yield from _parts(element)
        elif isinstance(element, EscalationPath):
            yield from _escalation(element)
        elif isinstance(element, Settings):
            yield from _languages(element)
        if isinstance(element, Scenario | Role) and element.id == _RESERVED_ID:
            yield _reserved(element)


def _languages(settings: Settings) -> Iterator[Finding]:
    codes = [language.code for language in settings.languages]
    if settings.source_language not in codes:
        yield Finding(
            "handbook-language",
            f"The plans are written in `{settings.source_language}`, which is not among the languages of the site.",
            settings.position("languages"),
            expected=f"a list of languages with `{settings.source_language}` in it",
            remedy=f"Add `- {{code: {settings.source_language}, title: …}}`, or correct `source_language`.",
        )
    for number, code in enumerate(codes):
        if code in codes[:number]:
            yield Finding(
                "handbook-language",
                f"The language `{code}` is given twice.",
                settings.languages[number].position("code"),
                expected="each language once",
                remedy="Remove one of them.",
                related=(RelatedPlace(settings.languages[codes.index(code)].position("code"), "first given here"),),
            )


def _reserved(element: Scenario | Role) -> Finding:
    return Finding(
        "id-reserved",
        f"The id `{_RESERVED_ID}` is taken by the page that lists all of them.",
        element.position("id"),
        expected="another id",
        remedy="Rename it, and what refers to it.",
    )


def _phases(scenario: Scenario) -> Iterator[Finding]:
    given = [phase.id for phase in scenario.phases]
    missing = [phase for phase in PhaseId if phase not in given]
    order = ", ".join(PhaseId)
    for name in missing:
        yield Finding(
            "scenario-phase-missing",
            f"The phase `{name}` is missing.",
            scenario.position("phases"),
            expected=f"the phases {order}, in this order",
            remedy=f"Add `- id: {name}` with at least one step.",
        )
    if not missing and given != list(PhaseId):
        yield Finding(
            "scenario-phase-order",
            "The phases are repeated or not in order.",
            scenario.position("phases"),
            expected=f"the phases {order}, in this order",
            remedy="Move or merge the phases.",
        )
    for number, phase in enumerate(scenario.phases):
        if not phase.steps:
            yield Finding(
                "scenario-phase-empty",
                f"The phase `{phase.id}` has no step.",
                scenario.position("phases", number, "steps"),
                expected="at least one step",
                remedy="Say who does what in this phase.",
            )


def _steps(scenario: Scenario) -> Iterator[Finding]:
    first: dict[str, Step] = {}
    for step in scenario.steps:
        if step.id in first:
            yield Finding(
                "step-duplicate",
                f"There are two steps with the id `{step.id}`.",
                step.position("id"),
                expected="an id that no other step of this scenario has",
                remedy="Rename one of them, and what refers to it.",
                related=(RelatedPlace(first[step.id].position("id"), "first given here"),),
            )
        first.setdefault(step.id, step)
    unknown = list(_unknown_steps(scenario, first))
    yield from unknown
    if not unknown:
        yield from _cycles(first)


def _unknown_steps(scenario: Scenario, known: dict[str, Step]) -> Iterator[Finding]:
    for step in scenario.steps:
        named = [(target, step.position("after", n)) for n, target in enumerate(step.after)]
        if step.since:
            named.append((step.since, step.position("since")))
        if step.if_not and step.if_not.step:
            named.append((step.if_not.step, step.if_not.position("step")))
        for target, position in named:
            if target not in known:
                yield Finding(
                    "step-unknown",
                    f"There is no step `{target}` in this scenario.",
                    position,
                    expected=f"one of {listed(known, most=30)}",
                    remedy=did_you_mean(target, known),
                )


def _cycles(steps: dict[str, Step]) -> Iterator[Finding]:
    # Lists, not sets: which circle is found first must not depend on hashes.
    graph = {s.id: list(dict.fromkeys([*s.after, *([s.since] if s.since else [])])) for s in steps.values()}
    while circle := _circle(graph):
        yield _cycle(circle, steps)
        graph = {
            name: [other for other in waits if other not in circle]
            for name, waits in graph.items()
            if name not in circle
        }


def _circle(graph: dict[str, list[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        # graphlib names each step before the one that waits for it.
        return list(reversed(error.args[1]))
    return []


def _cycle(circle: list[str], steps: dict[str, Step]) -> Finding:
    waiting = steps[circle[0]]
    return Finding(
        "step-cycle",
        "These steps wait for one another, so none can begin: " + " → ".join(f"`{name}`" for name in circle) + ".",
        waiting.position("after") if waiting.after else waiting.position("since"),
        expected="steps that can be put in order",
        remedy="Remove one name from `after` or `since`.",
        related=tuple(
            RelatedPlace(steps[name].position("id"), f"waits for `{target}`") for name, target in pairwise(circle[1:])
        ),
    )


def _parts(scenario: Scenario) -> Iterator[Finding]:
    used = {step.part for step in scenario.steps}
    for part in Part:
        reason = getattr(scenario.not_applicable, part.value)
        if part in used and reason:
            yield Finding(
                "scenario-part-contradiction",
                f"The part `{part}` is said not to apply, but there are steps for it.",
                scenario.not_applicable.position(part.value),
                expected="either steps or a reason",
                remedy="Remove the reason, or give the steps another part.",
            )
        elif part not in used and not reason:
            yield Finding(
                "scenario-part-missing",
                f"No step belongs to the part `{part}`.",
                scenario.position("phases"),
                expected="a step for each of the five parts, or the reason why a part does not apply",
                remedy=f"Add a step with `part: {part}`, or a line under `not_applicable` with the reason.",
            )


def _escalation(path: EscalationPath) -> Iterator[Finding]:
    for earlier, later in pairwise(path.steps):
        if later.after.minutes <= earlier.after.minutes:
            yield Finding(
                "escalation-order",
                f"This step comes {later.after} after the report, not later than the one before it ({earlier.after}).",
                later.position("after"),
                expected="a longer time at each step",
                remedy="Put the steps in order of time.",
                related=(RelatedPlace(earlier.position("after"), "the step before"),),
            )
