"""The table of all fields whose change means more than other words. Fields that are not here are neutral."""

from __future__ import annotations

from generator.analysis.fingerprint import CHECK_DAYS
from generator.history.changes import Topic
from generator.history.meaning import NOTHING, Direction, Meaning
from generator.model.accounts import Account
from generator.model.communication import (
    ApprovalPath,
    ApprovalStep,
    Channel,
    CommunicationPlan,
    Statement,
)
from generator.model.contacts import ContactWay, OutsideBody
from generator.model.control import DocumentControl, Plan
from generator.model.element import Covering, Element, Measure
from generator.model.exercises import CorrectiveAction, Exercise, ExercisePlan, ExerciseRecord, Incident
from generator.model.governance import ConductPlan, RequirementCatalog, Risk, Slot, Waiver, WaiverPlan
from generator.model.legal import EvidenceRule, LegalPlan, LegalSource, Obligation
from generator.model.organization import Assignment, Authority, OrganizationPlan, Person, Role, Shift, Team
from generator.model.remediation import ComplaintStep, LegalFloor, RemediationPlan, Remedy, ServiceStandard, Tier
from generator.model.scenario import NotApplicable, Phase, Scenario, StandDown, Step
from generator.model.settings import Language, Settings
from generator.model.severity import Criterion, EscalationPath, EscalationStep, Grade, SeverityPlan
from generator.model.technical import (
    BackupJob,
    Copy,
    Procedure,
    ProcedureStep,
    Protection,
    RestoreTest,
    Spare,
    System,
    TechnicalPlan,
)
from generator.model.thresholds import Thresholds

_T = Topic
_NONE, _MORE, _LIMIT, _EXCUSE = Direction.NONE, Direction.MORE, Direction.LIMIT, Direction.EXCUSE

Row = tuple[Topic, Direction, str]
"""Topic, direction, and the fields of a model to which both apply."""

_ROWS: dict[type[Element], tuple[Row, ...]] = {
    # That a demand is met is a claim about the plan; what meets it is told by itself.
    Covering: ((_T.OTHER, _NONE, "covers"),),
    Measure: ((_T.ROLE, _NONE, "responsible accountable"), (_T.RECORD, _MORE, "record")),
    Plan: ((_T.STEP, _MORE, "measures"),),
    DocumentControl: (
        (_T.LIMIT, _LIMIT, "review_every"),
        (_T.APPROVAL, _NONE, "approver"),
        (_T.ROLE, _NONE, "owner"),
    ),
    # Scenarios
    Scenario: (
        (_T.ROLE, _NONE, "commander activated_by"),
        (_T.THRESHOLD, _MORE, "severity"),
        (_T.THRESHOLD, _MORE, "signals"),
        (_T.STATEMENT, _MORE, "statements"),
        (_T.CLOCK, _MORE, "obligations"),
        (_T.STEP, _MORE, "phases prevention cautions remedies life_safety hostile"),
        (_T.OTHER, _NONE, "may_last"),
    ),
    Phase: ((_T.STEP, _MORE, "steps"),),
    Step: (
        (_T.ROLE, _NONE, "responsible accountable consulted"),
        (_T.ROLE, _MORE, "informed"),
        (_T.LIMIT, _LIMIT, "within"),
        (_T.LIMIT, _NONE, "takes since"),
        (_T.ORDER, _NONE, "after"),
        (_T.RECORD, _MORE, "record"),
        (_T.ESCALATION, _MORE, "if_not"),
        (_T.CHANNEL, _MORE, "via"),
        (_T.STATEMENT, _MORE, "publishes"),
        (_T.CLOCK, _MORE, "notifies"),
        (_T.STEP, _MORE, "calls restores uses grants"),
        (_T.APPROVAL, _NONE, "decides"),
    ),
    StandDown: ((_T.THRESHOLD, _MORE, "when"), (_T.ROLE, _NONE, "by")),
    NotApplicable: ((_T.STEP, _EXCUSE, "organization technical communication legal remediation"),),
    # Grades and escalation
    SeverityPlan: (
        (_T.THRESHOLD, _MORE, "grades"),
        (_T.ROLE, _NONE, "declared_by stood_down_by"),
        (_T.ESCALATION, _MORE, "escalation"),
    ),
    Grade: (
        (_T.THRESHOLD, _MORE, "criteria"),
        (_T.THRESHOLD, _NONE, "rank"),
        (_T.ROLE, _MORE, "informs handled_by team supervised_by result_to result_to_outside"),
        (_T.LIMIT, _LIMIT, "within updates_every"),
    ),
    Criterion: ((_T.THRESHOLD, _LIMIT, "at_least"), (_T.THRESHOLD, _MORE, "below")),
    EscalationPath: ((_T.ESCALATION, _MORE, "steps"), (_T.ESCALATION, _NONE, "grade")),
    EscalationStep: (
        (_T.ESCALATION, _LIMIT, "after"),
        (_T.ESCALATION, _NONE, "notify"),
        (_T.ESCALATION, _MORE, "via"),
    ),
    # People
    OrganizationPlan: ((_T.ROLE, _MORE, "assignments shifts teams outside_bodies"),),
    Role: (
        (_T.DEPUTY, _MORE, "deputies"),
        (_T.APPROVAL, _NONE, "authorities"),
        (_T.ROLE, _MORE, "critical around_the_clock"),
    ),
    Authority: ((_T.APPROVAL, _LIMIT, "limit"),),
    Team: (
        (_T.ROLE, _MORE, "members"),
        (_T.ROLE, _NONE, "leader"),
        (_T.DEPUTY, _MORE, "deputy_leaders"),
        (_T.LIMIT, _LIMIT, "assembles_within"),
    ),
    Person: ((_T.ROLE, _MORE, "contacts"),),
    ContactWay: ((_T.ROLE, _MORE, "after_hours"),),
    Assignment: ((_T.ROLE, _NONE, "role person"),),
    Shift: ((_T.ROLE, _MORE, "people weekdays"), (_T.ROLE, _NONE, "role")),
    OutsideBody: (
        (_T.PROMISE, _LIMIT, "restores_within reports_within"),
        (_T.PROMISE, _MORE, "exit alternative contract support continuity_tested_on"),
        (_T.ROLE, _MORE, "contacts"),
    ),
    # Technology
    TechnicalPlan: (
        (_T.BACKUP, _MORE, "backup_jobs restore_tests"),
        (_T.STEP, _MORE, "procedures protections spares accounts"),
        (_T.OBJECTIVE, _NONE, "systems"),
    ),
    System: (
        (_T.OBJECTIVE, _LIMIT, "rto rpo mtd wrt"),
        (_T.OBJECTIVE, _MORE, "critical without_it"),
        (_T.ROLE, _MORE, "operated_by"),
        (_T.OBJECTIVE, _NONE, "keep_at_least"),
    ),
    BackupJob: (
        (_T.BACKUP, _LIMIT, "every"),
        (_T.BACKUP, _MORE, "copies deleted_by"),
        (_T.BACKUP, _NONE, "takes size_gb method"),
    ),
    Copy: ((_T.BACKUP, _MORE, "off_site offline immutable keep"), (_T.BACKUP, _LIMIT, "lag")),
    RestoreTest: ((_T.BACKUP, _LIMIT, "repeat_every"), (_T.BACKUP, _NONE, "copy_age restored_gb copy_gb took result")),
    Procedure: ((_T.STEP, _MORE, "steps restores"),),
    ProcedureStep: ((_T.ROLE, _NONE, "responsible"), (_T.LIMIT, _NONE, "takes")),
    Protection: ((_T.STEP, _MORE, "measures"),),
    Spare: ((_T.LIMIT, _LIMIT, "ready_within check_every"), (_T.STEP, _MORE, "quantity replaces")),
    Account: ((_T.DEPUTY, _MORE, "owners"),),
    # Communication
    CommunicationPlan: (
        (_T.CHANNEL, _MORE, "channels audiences"),
        (_T.APPROVAL, _MORE, "approval_paths"),
        (_T.STATEMENT, _MORE, "statements"),
        (_T.ROLE, _NONE, "spokesperson"),
        (_T.DEPUTY, _MORE, "deputy_spokesperson"),
    ),
    Channel: (
        (_T.CHANNEL, _MORE, "reaches"),
        (_T.CHANNEL, _NONE, "max_characters depends_on"),
        (_T.DEPUTY, _NONE, "deputy"),
    ),
    ApprovalPath: ((_T.APPROVAL, _MORE, "steps"), (_T.APPROVAL, _NONE, "grades drafter publisher")),
    ApprovalStep: ((_T.APPROVAL, _LIMIT, "within"), (_T.APPROVAL, _NONE, "role")),
    Statement: (
        (_T.LIMIT, _LIMIT, "within next_update"),
        (_T.APPROVAL, _MORE, "approval"),
        (_T.STATEMENT, _MORE, "audiences channels"),
        # What the words contain follows the words, which are told by themselves.
        (_T.STATEMENT, _NONE, "says variables contains"),
    ),
    # Law
    LegalPlan: ((_T.CLOCK, _MORE, "obligations"), (_T.RECORD, _MORE, "evidence"), (_T.CLOCK, _NONE, "statutes")),
    LegalSource: ((_T.CLOCK, _NONE, "certainty in_force_on"),),
    Obligation: (
        (_T.CLOCK, Direction.AT_ONCE, "deadline"),
        (_T.CLOCK, _LIMIT, "company_limit"),
        (_T.CLOCK, _MORE, "recipients tells_people content follow_ups"),
        (_T.CLOCK, _NONE, "starts_at starts_when owner decided_by"),
    ),
    EvidenceRule: ((_T.RECORD, _MORE, "keep"), (_T.ROLE, _NONE, "keeper")),
    # Customers
    RemediationPlan: (
        (_T.APPROVAL, _NONE, "tiers"),
        (_T.STEP, _MORE, "remedies standards complaint_steps rules unique_by"),
    ),
    Tier: (
        (_T.APPROVAL, _LIMIT, "up_to"),
        (_T.APPROVAL, _MORE, "approved_by"),
        (_T.APPROVAL, _NONE, "above requested_by"),
    ),
    Remedy: ((_T.LIMIT, _LIMIT, "within"), (_T.APPROVAL, _LIMIT, "cap"), (_T.STEP, _MORE, "fulfils")),
    LegalFloor: ((_T.CLOCK, _NONE, "within"),),
    ServiceStandard: ((_T.LIMIT, _LIMIT, "answer_within solve_within"),),
    ComplaintStep: ((_T.LIMIT, _LIMIT, "within"), (_T.ROLE, _NONE, "responsible accountable")),
    # Exercises, risks, governance
    ExercisePlan: ((_T.EXERCISE, _MORE, "programme records actions"), (_T.EXERCISE, _NONE, "incidents")),
    Exercise: (
        (_T.EXERCISE, _LIMIT, "every"),
        (_T.EXERCISE, _MORE, "scenarios objectives participants partners measures"),
    ),
    ExerciseRecord: ((_T.EXERCISE, _MORE, "participants timings findings"),),
    Incident: ((_T.EXERCISE, _MORE, "reviewed_on findings"),),
    CorrectiveAction: (
        (_T.EXERCISE, _LIMIT, "due_on"),
        (_T.EXERCISE, _MORE, "closed_on"),
        (_T.EXERCISE, _NONE, "status evidence"),
    ),
    Risk: ((_T.OTHER, _NONE, "likelihood impact treatment"), (_T.OTHER, _MORE, "scenarios")),
    Slot: ((_T.STEP, _MORE, "tasks"),),
    ConductPlan: ((_T.RECORD, _MORE, "offline_copies"),),
    Waiver: ((_T.WAIVER, _EXCUSE, "expires_on"), (_T.WAIVER, _NONE, "at rule approver")),
    WaiverPlan: ((_T.WAIVER, _EXCUSE, "waivers"),),
    RequirementCatalog: ((_T.OTHER, _MORE, "requirements complete"),),
    Settings: (
        (_T.CONTROL, _NONE, "schema_version"),
        (_T.OTHER, _NONE, "show_contacts"),
        (_T.ROLE, _NONE, "intake"),
        (_T.CHANNEL, _MORE, "emergency_numbers"),
    ),
    Language: ((_T.OTHER, _MORE, "complete"),),
    Thresholds: (
        (
            _T.THRESHOLD,
            _LIMIT,
            "contact_checked_within training_within span_most relief_after consulted_most role_share_most "
            "first_statement legal_check_within chain_most full_backup_within restore_test_within "
            "restore_rate_within data_growth card_steps_most exercised_within exercise_cycle review_within risk_score",
        ),
        (
            _T.THRESHOLD,
            _MORE,
            "succession_depth contact_ways_least span_least urgent deadline_reserve drafting discovery_delay "
            "outside_bodies",
        ),
    ),
}
MEANINGS: dict[tuple[type[Element], str], Meaning] = {
    (model, field): Meaning(topic, direction)
    for model, rows in _ROWS.items()
    for topic, direction, fields in rows
    for field in fields.split()
}


def meaning_of(model: type[Element], field: str) -> Meaning:
    """What a field of a model means; a model has the meanings of those it is made from."""
    if field in CHECK_DAYS:
        return Meaning(Topic.CHECK)
    found = (MEANINGS.get((base, field)) for base in model.__mro__ if issubclass(base, Element))
    return next(filter(None, found), NOTHING)


def meaning_of_plan(model: type[Element]) -> Meaning:
    """What it means that a whole plan comes or goes; waivers are judged one by one."""
    return Meaning(Topic.WAIVER) if model is WaiverPlan else Meaning(Topic.STEP, _MORE)
