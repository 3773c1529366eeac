"""The pack tells what changed for roles, not who somebody is."""

from __future__ import annotations

from generator.analysis.restricted import NOTHING_RESTRICTED, Restricted
from generator.audit.past import told_past
from generator.history.changes import Change
from generator.history.compare import compare
from generator.history.past import Past, PastEdition
from tests.conftest import AS_OF
from tests.unit.audit.audited import edited, loaded, plan_files

COMPANY, FIRE = "organization/company.yml", "scenarios/fire.yml"
DO = "do: Lead everybody out to the assembly point."


def told(inside: str, old: str, new: str, *, contacts: bool = False) -> tuple[Change, ...]:
    """What is told of an edit."""
    before, after = loaded(plan_files())[1], loaded(edited(inside, old, new))[1]
    restricted = NOTHING_RESTRICTED if contacts else Restricted.of(before, after)
    edition = PastEdition("2026.10", AS_OF, "c", "Ai Lan leads.", {})
    past = told_past(Past((edition,), compare(before, after), None, told="By Ai Lan."), restricted)
    assert contacts or (past.told, past.editions[0].told) == ("By ….", "… leads.")
    assert past.comparison is not None
    return past.comparison.changes


def test_changes_of_people_are_not_told() -> None:
    assert told(COMPANY, "+86 571 5550 1001", "+86 571 5550 1099") == ()
    assert told(COMPANY, "name: Ai Lan", "name: Ai Lin") == ()
    assert len(told(COMPANY, "name: Ai Lan", "name: Ai Lin", contacts=True)) == 1


def test_changes_of_duties_are_told_in_full() -> None:
    (change,) = told(FIRE, DO, "do: Lead everybody out.")
    assert (change.before, change.after) == ("Lead everybody out to the assembly point.", "Lead everybody out.")


def test_a_name_in_a_text_is_masked_before_texts_are_compared_word_by_word() -> None:
    (change,) = told(FIRE, DO, "do: Call Ai Lan and lead everybody out.")
    assert change.after == "Call … and lead everybody out."
