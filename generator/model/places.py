"""Where a plan file lies below plans/ decides what it describes."""

from __future__ import annotations

from generator.model.approval import ApprovalRecord
from generator.model.communication import CommunicationPlan
from generator.model.element import Element
from generator.model.exercises import ExercisePlan
from generator.model.governance import (
    ConductPlan,
    GlossaryPlan,
    RequirementCatalog,
    RiskPlan,
    TimetablePlan,
    WaiverPlan,
)
from generator.model.legal import LegalPlan
from generator.model.organization import OrganizationPlan
from generator.model.remediation import RemediationPlan
from generator.model.scenario import Scenario
from generator.model.settings import Settings
from generator.model.severity import SeverityPlan
from generator.model.technical import TechnicalPlan

PLAN_MODELS: tuple[tuple[str, type[Element]], ...] = (
    ("handbook.yml", Settings),
    ("organization/*.yml", OrganizationPlan),
    ("severity.yml", SeverityPlan),
    ("technical/*.yml", TechnicalPlan),
    ("communication/*.yml", CommunicationPlan),
    ("legal/*.yml", LegalPlan),
    ("remediation/*.yml", RemediationPlan),
    ("scenarios/*.yml", Scenario),
    ("exercises/*.yml", ExercisePlan),
    ("risks.yml", RiskPlan),
    ("peak-day.yml", TimetablePlan),
    ("conduct.yml", ConductPlan),
    ("glossary.yml", GlossaryPlan),
    ("waivers.yml", WaiverPlan),
    ("requirements/*.yml", RequirementCatalog),
    ("approvals/*.yml", ApprovalRecord),
)
"""Where a plan file lies below plans/ decides what it describes."""
