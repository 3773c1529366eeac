"""A translation of a plan changed after the plan was approved.

An approval is of the words that readers of each language see. Where the record under `plans/approvals/` is of the plan
as it stands, the translated sentences are those that it is of, in every language of the handbook: a sentence that was
translated, changed, or marked as unfinished since then is another one for its readers. Whether the plan itself changed
is told by `approval-void`.

## Why

Somebody who reads Chinese acts on the Chinese sentence. Another number in it is another instruction, though the plan
beside it is word for word what was approved.

## How to fix

Have somebody who reads the language compare what changed, and let the approver run `handbook approve` again; the
version stays. If the change is not right, take it back.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.approvals import Approval, ApprovalState
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.approval import ApprovalRecord
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule (evidence of approval)", "ISO 22301:2019, 7.5.3 (control of changes)")
WAIVABLE = False


def check(facts: Facts) -> Iterator[Problem]:
    for approval in facts.approvals:
        now = facts.translations.get(approval.plan.id)
        if approval.record is None or now is None or approval.state is not ApprovalState.APPROVED:
            continue
        # A language that the handbook has no longer has no readers who could be misled.
        if languages := tuple(code for code in approval.stale_translations(now) if code in now):
            yield _problem(approval, approval.record, languages)


def _problem(approval: Approval, record: ApprovalRecord, languages: tuple[str, ...]) -> Problem:
    plan, named = approval.plan, ", ".join(f"`{code}`" for code in languages)
    return Problem(
        Place.of(plan.control, "version"),
        f"Readers of {named} see other sentences of `{plan.id}` than `{record.by}` approved on {record.on}.",
        expected="the translation as it was approved, or a new approval",
        remedy=f"Take the change back, or have `{record.by}` run `handbook approve {plan.id} --by {record.by}`.",
        related=(Related(Place.of(record, "on"), "the approval"),),
    )
