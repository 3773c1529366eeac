"""A review as Markdown, text and JSON: the same change in every form, the most important first."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.impact.impact import Impact, impact_of
from generator.reporters import review_as_json, review_as_markdown, review_as_text
from generator.reporters.review_markdown import MARKER
from tests.unit.impact.bookshop import COMPANY, FIRE, LEAK, PUBLISHES, WORDS, Edit, book, impact, records, state

EDITS: tuple[Edit, ...] = (
    (LEAK, "accountable: engineer, within: 30 min", "accountable: engineer, within: 50 min"),
    (LEAK, "control: {version: 1.0.0,", "control: {version: 1.1.0,"),
    (WORDS, "We are sorry.", "We regret it."),
    (FIRE, "do: Call 119.", "do: Call 119 at once."),
)
EXPECTED = Path(__file__).with_name("expected_review.md")


@pytest.fixture(scope="module")
def found() -> Impact:
    return impact(EDITS, first=[PUBLISHES])


def test_markdown_tells_a_handful_of_edits(found: Impact) -> None:
    assert f"{review_as_markdown(found, 'v1', 'v2')}\n" == EXPECTED.read_text(encoding="utf-8")


def test_the_first_line_is_a_comment_by_which_a_workflow_knows_its_own(found: Impact) -> None:
    for told in (review_as_markdown(found, "v1", "v2"), review_as_markdown(impact(()), "v1", "v2", "No base.")):
        assert told.splitlines()[0] == MARKER == "<!-- handbook-review -->"


def test_what_got_weaker_comes_before_everything_else(found: Impact) -> None:
    told = review_as_markdown(found, "v1", "v2")
    order = (
        "Weakened",
        "New findings",
        "Approvals: raise",
        "Approvals: ready",
        "Whom and what",
        "<details>",
        "What changed",
    )
    places = [told.index(part) for part in order]
    assert places == sorted(places)
    assert told.count("<details>") == told.count("</details>")


def test_text_tells_the_same(found: Impact) -> None:
    told = review_as_text(found, "v1", "v2").plain
    assert told.startswith("Review of the plans: v1 → v2\n")
    assert "raise the version, add a revision, and have it approved again\n  Words (`words`)" in told
    assert "Run `handbook approve data-leak --by director` for version 1.1.0." in told
    assert "▼ limit: 30 min → 50 min" in told
    assert "`scenarios/data-leak.html` shows what changed" in told


def test_json_holds_everything(found: Impact) -> None:
    told = json.loads(review_as_json(found, "v1", "v2"))
    assert (told["before"], told["after"], told["gap"]) == ("v1", "v2", None)
    new = told["findings"]["new"]
    assert told["findings"]["counts"]["new_errors"] == sum(finding["level"] == "error" for finding in new) > 0
    assert {approval["plan"]: approval["todo"] for approval in told["approvals"]}.items() >= {
        ("data-leak", "approve"),
        ("words", "raise-version"),
    }
    assert all(approval["void"]["on"] == "2026-09-01" for approval in told["approvals"])
    assert {"path": "communication.html", "reason": "changed", "certain": True} in told["reach"]["pages"]
    assert told["changes"]["counts"]["weakened"] > 0


@pytest.mark.parametrize("report", [review_as_markdown, lambda *told: review_as_text(*told).plain])
def test_no_change_is_told_in_two_words(report: object) -> None:
    told = report(impact(()), "v1", "v2")  # type: ignore[operator]
    assert told.strip().endswith("Nothing changed.")


@pytest.mark.parametrize("text", ["@everyone", "#12", "<img src=x>", "**loud**", "[x](y)", "</details>"])
def test_words_of_a_plan_mean_nothing_to_markdown(text: str) -> None:
    edits = [(FIRE, "title: Fire\n", f'title: "Fire {text}"\n'), (FIRE, "do: Call 119.", f'do: "Call {text}."')]
    told = review_as_markdown(impact(edits), text, "v2", f"Nobody knows {text}.")
    assert text not in told.replace("</details>\n", "")
    assert told.count("<details>") == len(re.findall(r"^</details>$", told, re.MULTILINE))


def test_escape_characters_of_a_plan_do_not_reach_the_terminal() -> None:
    found = impact([(FIRE, "title: Fire\n", 'title: "Fire \\e[31m"\n')])
    assert "\x1b" not in review_as_text(found, "v1", "v2", "Why \x1b[31m?").plain


def test_a_huge_change_is_cut_to_what_a_comment_may_hold() -> None:
    people = "".join(
        f"  - {{id: p{n}, name: Name {n}, site: shop, contacts: [], }}\n".replace(", }", "}") for n in range(2_000)
    )
    terms = book().index["role"]
    found = impact([(COMPANY, "people:\n", f"people:\n{people}"), (COMPANY, "mission: ", "mission: Always ")])
    assert found.comparison is not None
    assert len(found.comparison.changes) > 2_000 + len(terms) - 1
    for most in (65_000, 5_000):
        told = review_as_markdown(found, "v1", "v2", most=most)
        assert len(told) <= most
        assert re.search(r"… and \d+ more changes that did not fit", told)
        assert told.count("<details>") == told.count("</details>")
        assert told.startswith(MARKER)


def test_a_base_that_cannot_be_read_is_named_and_the_rest_is_told() -> None:
    found = impact_of(None, state(book(*EDITS[2:]), records(book())))
    told = review_as_markdown(found, "v1", "v2", "The plans of v1 cannot be read: `a.yml`.")
    assert "> **Not compared.** The plans of v1 cannot be read: `a.yml`." in told
    assert "#### New findings" in told
    assert "version 1.0.0, approved by `director` on 2026-09-01, is void" in told
    assert "What changed" not in told
    assert json.loads(review_as_json(found, "v1", "v2", "Gone."))["changes"] is None
