"""Faults of a scenario or an escalation path that no type can express."""

from __future__ import annotations

import pytest

from generator.finding import RelatedPlace
from tests.unit.loading.small_handbook import SmallHandbook

FIRE = "scenarios/fire.yml"
PHASES = "the phases detect, report, respond, handle, recover, review, in this order"


@pytest.mark.parametrize(
    ("old", "new", "guess"),
    [
        ("after: [call, leave]", "after: [call, «leafe»]", "leave"),
        ("since: leave", "since: «leav»", "leave"),
        ("step: call, escalate", "step: «cal», escalate", "call"),
    ],
)
def test_an_unknown_step_gets_a_suggestion_where_it_is_named(
    small: SmallHandbook, old: str, new: str, guess: str
) -> None:
    broken = small.with_change(FIRE, old, new)
    finding = broken.only_finding()
    assert finding.rule == "step-unknown"
    assert finding.message.endswith(" in this scenario.")
    assert finding.expected == "one of `look`, `call`, `leave`, `wait`, `open`, `learn`"
    assert finding.remedy == f"Did you mean `{guess}`?"


def test_a_step_of_another_scenario_is_unknown(small: SmallHandbook) -> None:
    flood = small.texts[FIRE].replace("id: fire", "id: flood").replace("look", "watch")
    finding = small.with_file("scenarios/flood.yml", flood.replace("since: leave", "since: «look»")).only_finding()
    assert finding.message == "There is no step `look` in this scenario."


def test_a_repeated_step_names_the_first_place(small: SmallHandbook) -> None:
    broken = small.with_change(FIRE, "- id: call\n", "- id: «call»\n").with_change(
        FIRE, "- id: learn\n", "- id: «call»\n"
    )
    (finding,) = broken.findings()
    first, second = broken.marks
    assert finding.rule == "step-duplicate"
    assert finding.message == "There are two steps with the id `call`."
    assert finding.position == second
    assert finding.related == (RelatedPlace(first, "first given here"),)


def test_a_circle_of_steps_names_all_of_them(small: SmallHandbook) -> None:
    broken = small.with_change(FIRE, "within: 1 min", "after: [«wait»]\n        within: 1 min")
    (finding,) = broken.findings()
    assert finding.rule == "step-cycle"
    assert finding.message in {
        f"These steps wait for one another, so none can begin: {circle}."
        for middle in ("`call`", "`leave`")
        for circle in (
            f"`look` → `wait` → {middle} → `look`",
            f"`wait` → {middle} → `look` → `wait`",
            f"{middle} → `look` → `wait` → {middle}",
        )
    }
    assert finding.remedy == "Remove one name from `after` or `since`."


def test_each_step_of_a_circle_has_its_place(small: SmallHandbook) -> None:
    broken = (
        small.with_change(FIRE, "- id: wait", "- id: «wait»")
        .with_change(FIRE, "after: [call, leave]", "after: [call, leave, open]")
        .with_change(FIRE, "- id: open", "- id: «open»")
    )
    (finding,) = broken.findings()
    assert finding.message.endswith((": `wait` → `open` → `wait`.", ": `open` → `wait` → `open`."))
    shown = {finding.position.line, *(place.position.line for place in finding.related)}
    after_lines = {mark.line + 5 for mark in broken.marks}
    assert shown & {mark.line for mark in broken.marks}
    assert shown & after_lines
    assert {place.caption for place in finding.related} <= {"waits for `wait`", "waits for `open`"}


def test_a_step_that_waits_for_itself_is_a_circle(small: SmallHandbook) -> None:
    broken = small.with_change(FIRE, "after: [wait]", "after: «[open]»")
    finding = broken.only_finding()
    assert finding.message == "These steps wait for one another, so none can begin: `open` → `open`."


def test_since_alone_can_close_a_circle(small: SmallHandbook) -> None:
    broken = small.with_change(FIRE, "within: 1 min", "since: «look»\n        within: 1 min")
    assert broken.only_finding().rule == "step-cycle"


def test_two_circles_are_told_in_one_run(small: SmallHandbook) -> None:
    broken = small.with_change(FIRE, "after: [open]", "after: [learn]").with_change(
        FIRE, "        within: 1 min", "        after: [look]\n        within: 1 min"
    )
    assert [finding.rule for finding in broken.findings()] == ["step-cycle", "step-cycle"]


def test_a_missing_phase_is_told_at_the_phases(small: SmallHandbook) -> None:
    text = small.texts[FIRE]
    review = text[text.index("  - id: review") : text.index("stand_down:")]
    finding = (
        small.with_change(FIRE, review, "").with_change(FIRE, "  - id: detect\n", "  «- id»: detect\n").only_finding()
    )
    assert finding.rule == "scenario-phase-missing"
    assert finding.message == "The phase `review` is missing."
    assert finding.expected == PHASES
    assert finding.remedy == "Add `- id: review` with at least one step."


def test_every_missing_phase_is_told(small: SmallHandbook) -> None:
    text = small.texts[FIRE]
    phases = text[text.index("phases:") : text.index("stand_down:")]
    reasons = "not_applicable:\n  organization: Nobody is there.\n  communication: Nobody listens.\n"
    broken = small.with_change(FIRE, phases, "phases: «[]»\n").with_change(FIRE, "not_applicable:\n", reasons)
    findings = broken.findings()
    assert sorted(finding.message for finding in findings) == [
        f"The phase `{name}` is missing." for name in sorted(PHASES[11:-15].split(", "))
    ]
    assert {finding.position for finding in findings} == set(broken.marks)


def test_phases_out_of_order_are_told_at_the_phases(small: SmallHandbook) -> None:
    broken = small.with_change(FIRE, "  - id: detect\n", "  «- id»: report\n").with_change(
        FIRE, "  - id: report\n    steps:\n      - id: call", "  - id: detect\n    steps:\n      - id: call"
    )
    finding = broken.only_finding()
    assert finding.rule == "scenario-phase-order"
    assert finding.expected == PHASES
    assert finding.remedy == "Move or merge the phases."


def test_a_repeated_phase_is_told(small: SmallHandbook) -> None:
    text = small.texts[FIRE]
    again = text[text.index("  - id: review") : text.index("stand_down:")].replace("id: learn", "id: learn-again")
    broken = small.with_change(FIRE, "stand_down:\n", f"{again}stand_down:\n")
    assert [finding.rule for finding in broken.findings()] == ["scenario-phase-order"]


def test_an_unknown_phase_lists_the_phases(small: SmallHandbook) -> None:
    finding = small.with_change(FIRE, "- id: respond", "- id: «reply»").only_finding()
    assert finding.rule == "plan-wrong-value"
    assert "`detect`, `report`, `respond`, `handle`, `recover`, `review`" in finding.expected


def test_an_empty_phase_is_told_where_its_steps_should_be(small: SmallHandbook) -> None:
    text = small.texts[FIRE]
    steps = text[text.index("    steps:\n      - id: learn") : text.index("stand_down:")]
    finding = small.with_change(FIRE, steps, "    steps: «[]»\n").only_finding()
    assert finding.rule == "scenario-phase-empty"
    assert finding.message == "The phase `review` has no step."
    assert finding.remedy == "Say who does what in this phase."


def test_a_part_without_step_needs_a_reason(small: SmallHandbook) -> None:
    finding = (
        small.with_change(FIRE, "  legal: No report is due.\n", "")
        .with_change(FIRE, "  - id: detect\n", "  «- id»: detect\n")
        .only_finding()
    )
    assert finding.rule == "scenario-part-missing"
    assert finding.message == "No step belongs to the part `legal`."
    assert finding.remedy == "Add a step with `part: legal`, or a line under `not_applicable` with the reason."


def test_without_reasons_every_missing_part_is_told(small: SmallHandbook) -> None:
    text = small.texts[FIRE]
    broken = small.with_change(FIRE, text[text.index("not_applicable:") :], "")
    assert [finding.message for finding in broken.findings()] == [
        f"No step belongs to the part `{part}`." for part in ("legal", "remediation", "technical")
    ]


def test_a_reason_beside_steps_is_a_contradiction(small: SmallHandbook) -> None:
    finding = small.with_change(FIRE, "  legal: No", "  communication: «Nobody to call.»\n  legal: No").only_finding()
    assert finding.rule == "scenario-part-contradiction"
    assert finding.message == "The part `communication` is said not to apply, but there are steps for it."
    assert finding.remedy == "Remove the reason, or give the steps another part."


@pytest.mark.parametrize("later", ["5 min", "60 s", "0 min", "0.05 h"])
def test_escalation_steps_must_come_later_and_later(small: SmallHandbook, later: str) -> None:
    broken = small.with_change("severity.yml", "after: 15 min", f"after: «{later}»").with_change(
        "severity.yml", "{after: 5 min, notify: keeper", "{after: «5 min», notify: keeper"
    )
    (finding,) = broken.findings()
    first, second = sorted(broken.marks)
    assert finding.rule == "escalation-order"
    assert finding.position == second
    assert finding.message == (f"This step comes {later} after the report, not later than the one before it (5 min).")
    assert finding.remedy == "Put the steps in order of time."
    assert finding.related == (RelatedPlace(first, "the step before"),)


def test_escalation_compares_lengths_not_numbers(small: SmallHandbook) -> None:
    assert small.with_change("severity.yml", "after: 15 min", "after: 1 h").findings() == ()
