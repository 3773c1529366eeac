"""Numbers the checks compare with. A company sets its own in plans/handbook.yml under `thresholds`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.contacts import BodyKind
from generator.model.duration import Duration, Unit
from generator.model.element import Element

Count = Annotated[int, Field(ge=0, strict=True)]
Share = Annotated[float, Field(ge=0, le=1)]


def _months(amount: int) -> Duration:
    return Duration(amount, Unit.MONTH)


class Thresholds(Element):
    """Defaults with the source each rests on; "house rule" where no source gives a number."""

    succession_depth: Count = 3
    """People in line for the top role. FCD 1, Annex E: at least three deep."""
    contact_ways_least: Count = 2
    """Ways to reach the holder of a critical role. GB/T 29639-2020, annex: several ways."""
    contact_checked_within: Duration = _months(6)
    """Age of contact data. Half a year is advised by practitioners, a year is CIS 17.2."""
    training_within: Duration = _months(12)
    """Age of a training. ISO 22301:2019, 7.2; NIST SP 800-53 CP-3 and IR-2; the number is a house rule."""
    span_most: Count = 7
    """People who report to one. ICS: three to seven."""
    span_least: Count = 3
    """People who report to one. ICS: three to seven."""
    relief_after: Duration = Duration(12, Unit.HOUR)
    """Length of an emergency that needs a second shift. ANSSI crisis guide, 2.2; the number is a house rule."""
    consulted_most: Count = 3
    """Roles to ask before an urgent step. House rule after common RACI advice."""
    urgent: Duration = Duration(60, Unit.MINUTE)
    """A step with this limit or a shorter one is urgent. House rule."""
    role_share_most: Share = 0.4
    """Share of all steps one role does or answers for. House rule."""
    deadline_reserve: Share = 0.2
    """Part of a statutory deadline that must stay free. House rule."""
    drafting: Duration = Duration(10, Unit.MINUTE)
    """Time to write a statement where no step says how long it takes. House rule."""
    first_statement: Duration = Duration(60, Unit.MINUTE)
    """Time until the first word to the public at the worst grade. Practice: 15 to 60 minutes."""
    legal_check_within: Duration = _months(6)
    """Age of a check of a legal clock. House rule."""
    chain_most: Count = 14
    """Incremental backups between two full ones. House rule."""
    full_backup_within: Duration = Duration(7, Unit.DAY)
    """Time between full backups. House rule; CIS 11.2 demands backups at least weekly."""
    restore_test_within: Duration = _months(12)
    """Time between restore tests. NIST CSF 2.0 PR.DS-11 and CISA CPG 3.O: at least yearly."""
    restore_rate_within: Duration = _months(12)
    """Age of a measured restore rate. House rule."""
    data_growth: Share = 0.2
    """Growth of data since the restore test that makes its rate doubtful. House rule."""
    discovery_delay: Duration = Duration(30, Unit.DAY)
    """Time an attack stays unseen; immutable copies must reach back further. House rule."""
    card_steps_most: Count = 20
    """Steps of one role in one emergency that fit on a card. House rule: one page."""
    exercised_within: Duration = Duration(90, Unit.DAY)
    """Time until a new or heavily changed plan is exercised. Audit practice: 90 days."""
    exercise_cycle: Duration = Duration(3, Unit.YEAR)
    """Time in which every scenario is exercised. Practice with ISO 22301:2019, 8.5."""
    review_within: Duration = _months(12)
    """Longest interval between reviews. PCI DSS 4.0.1, 12.10.2; Regulation (EU) 2024/2690, annex 4.1.4."""
    risk_score: Count = 10
    """Score from which a risk needs a plan, of 25. House rule."""
    outside_bodies: tuple[BodyKind, ...] = (
        BodyKind.EMERGENCY_SERVICE,
        BodyKind.AUTHORITY,
        BodyKind.SUPPLIER,
        BodyKind.COUNSEL,
        BodyKind.INSURER,
    )
    """Kinds of outside bodies whose contacts must be known. GB/T 29639-2020, annexes; SCF IRO-14."""
