"""Which words the rule `statement-words` takes for harmful, in three languages."""

from __future__ import annotations

import pytest

from generator.rules.communication.statement_words import check
from tests.rules.overlay import example

BOOK = """\
scenarios/shop-outage.yml:
  statements:
    - id: outage-reply
      statement: {kind}
      says: "{says}"
"""


def found(says: str, kind: str = "update") -> list[str]:
    facts, _ = example(BOOK.format(kind=kind, says=says), "words.yml")
    return [problem.message.partition(" has ")[2] for problem in check(facts)]


@pytest.mark.parametrize(
    ("says", "fault"),
    [
        ("It was probably the host.", 'a guess: "probably".'),
        ("据推测是服务器的问题。", 'a guess: "据推测".'),
        ("Creemos que fue un virus.", 'a guess: "Creemos que".'),
        ("The courier is to blame.", 'blame of others: "is to blame".'),
        ("此事与我们无关。", 'blame of others: "与我们无关".'),
        ("Fue culpa del transportista.", 'blame of others: "Fue culpa del".'),
        ("This will never happen again.", 'a promise that nobody can keep: "will never happen again".'),
        ("我们保证不再出错。", 'a promise that nobody can keep: "保证不再".'),
        ("No volverá a ocurrir.", 'a promise that nobody can keep: "No volverá a ocurrir".'),
        ("We take your safety very seriously.", 'an empty phrase: "take your safety very seriously".'),
        ("我们高度重视。", 'an empty phrase: "高度重视".'),
        ("Nos tomamos esto muy en serio.", 'an empty phrase: "tomamos esto muy en serio".'),
        ("Call TODO or ____ now.", 'a place left open: "TODO".'),
    ],
)
def test_harmful_words_are_quoted_with_what_is_wrong_with_them(says: str, fault: str) -> None:
    assert found(says) == [fault]


@pytest.mark.parametrize(
    "says",
    [
        "We do not know the cause yet and will not guess.",
        "It was our fault, and we apologise. So that it does not happen again we check each price twice.",
        "Es culpa nuestra. Para que no vuelva a ocurrir revisamos cada precio.",
        "这是我们的错。为了避免再次发生，我们检查每个价格。",
        "Your data may be in the hands of strangers. Cause: {probably}.",
    ],
)
def test_plain_facts_and_the_names_of_gaps_pass(says: str) -> None:
    assert found(says) == []


def test_playing_down_is_wrong_in_a_recall_only() -> None:
    assert found("This is a voluntary return.") == []
    assert found("This is a voluntary recall.", "recall") == ['words that play the danger down: "voluntary".']
    assert found("这是自愿召回。", "recall") == ['words that play the danger down: "自愿召回".']


def test_staff_may_be_told_which_words_to_avoid() -> None:
    assert found("Never say probably.", "staff-notice") == []
