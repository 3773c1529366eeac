"""A comparison as text, Markdown and JSON: the same small change in every form."""

from __future__ import annotations

import json

import pytest

from generator.history.changes import Comparison
from generator.model.governance import WaiverPlan
from generator.reporters import diff_as_json, diff_as_markdown, diff_as_text
from tests.unit.analysis.sample_plans import handbook, head, scenario, step
from tests.unit.history.edits import PEOPLE, compared

BEFORE = scenario(
    step("call", within="5 min", do="Call the fire service now.", informed=["guard"]),
    step("gone"),
    prevention=["Keep calm."],
)
AFTER = scenario(
    step("call", within="15 min", do="Call the fire service and the gate now.", informed=["guard", "clerk"]),
    step("count", responsible="clerk"),
    prevention=["Keep calm."],
    control={"version": "1.1.0"},
)
TEXT = """\
From v1 to v2: 1 plan changed.
▲ 2 strengthened, ▼ 2 weakened, · 2 neutral

Weakened
  ▼ Title of outage › step `gone`: removed: responsible Chief, accountable Chief, limit 10 min
  ▼ Title of outage › step `call`: limit: 5 min → 15 min

Title of outage (version 1.0.0 → 1.1.0): ▲ 2 strengthened, ▼ 2 weakened, · 2 neutral
  · version 1.0.0 → 1.1.0
  step `gone` Do gone.
    ▼ removed: responsible Chief, accountable Chief, limit 10 min
  step `call` Call the fire service and the gate now.
    · instruction: Call the fire service {+and the gate +}now.
    ▲ added to informed: Clerk
    ▼ limit: 5 min → 15 min
  step `count` Do count.
    ▲ new: responsible Clerk, accountable Chief, limit 10 min
"""


@pytest.fixture
def found() -> Comparison:
    return compared(BEFORE, AFTER)


def test_text_tells_what_got_weaker_first_and_then_thing_by_thing(found: Comparison) -> None:
    assert diff_as_text(found, "v1", "v2").plain == TEXT


def test_text_for_a_role_tells_apart_what_it_gained_lost_and_kept(found: Comparison) -> None:
    clerk = diff_as_text(found, "v1", "v2", "clerk").plain
    assert "for Clerk" in clerk
    assert "step `count`" in clerk.partition("\nNew\n")[2]
    assert "step `gone`" not in clerk
    guard = diff_as_text(found, "v1", "v2", "guard").plain
    assert "\nChanged\n" in guard
    assert "\nNew\n" not in guard
    assert "nothing changed" in diff_as_text(found, "v1", "v2", "nobody").plain


def test_a_changed_plan_that_kept_its_version_is_noticed() -> None:
    told = diff_as_text(compared(BEFORE, scenario(step("call"), step("gone"))), "v1", "v2").plain
    assert "(still version 1.0.0)" in told


def test_escape_characters_of_a_plan_do_not_reach_the_terminal() -> None:
    told = diff_as_text(compared(scenario(prevention=["a b"]), scenario(prevention=["a \x1b[31m b"])), "v1", "v2")
    assert "\x1b" not in told.plain


def test_a_waiver_is_told_with_its_reason() -> None:
    waiver = {
        "id": "later", "rule": "deputy-missing", "at": "organization/roles.yml#chief", "reason": "We are hiring.",
        "approver": "chief", "approved_on": "2026-01-01", "expires_on": "2026-06-01",
    }  # fmt: skip
    plan = WaiverPlan.model_validate(head("waivers", waivers=[waiver]))
    told = diff_as_text(compared(handbook(PEOPLE), handbook(PEOPLE, plan)), "v1", "v2").plain
    assert "reason We are hiring." in told
    assert "expires on 2026-06-01" in told


def test_order_is_told_by_the_fewest_things_that_moved() -> None:
    names = ("one", "two", "three", "four")
    moved = ("two", "three", "four", "one")
    told = diff_as_text(compared(scenario(*map(step, names)), scenario(*map(step, moved))), "v1", "v2").plain
    assert "steps, order: “one” is now after “four”" in told


def test_markdown_has_a_table_what_weakens_and_folded_plans(found: Comparison) -> None:
    told = diff_as_markdown(found, "v1", "v2")
    assert "| Title of outage | version 1.0.0 → 1.1.0 | 2 | 2 | 2 |" in told
    assert told.index("Weakened") < told.index("<details>")
    assert "Call the fire service **and the gate** now." in told
    assert told.count("<details>") == told.count("</details>") == 1


@pytest.mark.parametrize("text", ["@everyone", "#12", "<img>", "**loud**", "a|b", "[x](y)"])
def test_words_of_a_plan_mean_nothing_to_markdown(text: str) -> None:
    told = diff_as_markdown(compared(scenario(prevention=["Stay."]), scenario(prevention=[text])), "v1", "v2")
    assert text not in told


def test_markdown_that_is_too_long_says_how_much_is_missing() -> None:
    many = scenario(*(step(f"step-{number}") for number in range(300)))
    found = compared(scenario(), many)
    told = diff_as_markdown(found, "v1", "v2", most=4_000)
    assert len(told) <= 4_000
    shown = told.count("- step `")
    assert shown + int(told.rpartition("… and ")[2].split()[0]) == 300
    assert told.count("<details>") == told.count("</details>")


def test_json_names_changes_by_number_and_shows_words(found: Comparison) -> None:
    told = json.loads(diff_as_json(found, "v1", "v2"))
    assert told["counts"] == {"strengthened": 2, "weakened": 2, "neutral": 2}
    plan = told["plans"][0]
    assert (plan["id"], plan["version_before"], plan["version_after"]) == ("outage", "1.0.0", "1.1.0")
    assert sorted(plan["changes"]) == list(range(len(told["changes"])))
    wording = next(change for change in told["changes"] if change["field"] == "do")
    assert [piece["fate"] for piece in wording["words"]] == ["same", "added", "same"]
    limit = next(change for change in told["changes"] if change["field"] == "within")
    assert (limit["before"], limit["after"], limit["effect"], limit["topic"]) == (
        "5 min",
        "15 min",
        "weakened",
        "limit",
    )
    gained = [told["changes"][number]["element"]["id"] for number in told["roles"]["clerk"]["gained"]]
    assert gained == ["call", "call", "call", "count"]


def test_json_for_a_role_holds_only_what_concerns_it(found: Comparison) -> None:
    told = json.loads(diff_as_json(found, "v1", "v2", "guard"))
    assert {change["element"]["id"] for change in told["changes"]} == {"call"}
    assert list(told["roles"]) == ["guard"]
