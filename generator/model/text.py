"""The kinds of words a plan holds: ids, references to other elements, labels and prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, BeforeValidator, GetJsonSchemaHandler, StringConstraints
from pydantic_core import CoreSchema

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_DESCRIPTION = "A name in kebab-case that is never used again."
NUMBER_DESCRIPTION = "Capital letters, a hyphen, then digits, capital letters or dots."


@dataclass(frozen=True, slots=True)
class Translatable:
    """Marks a field whose words are for readers. With `markup`, a small Markdown subset is allowed."""

    markup: bool


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field that holds the id of another element of the handbook."""

    kind: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Keep the mark, so that editors can be given the ids there are."""
        return {**handler(schema), "x-refers": self.kind}


@dataclass(frozen=True, slots=True)
class Told:
    """Tells an editor what a kind of value is, where its field has no words of its own."""

    description: str
    example: str = ""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Add the words to the schema of the value."""
        examples = {"examples": [self.example]} if self.example else {}
        return {**handler(schema), "description": self.description, **examples}


def _one_paragraph(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _trim(text: str) -> str:
    return text.strip()


def _parse_day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError("no such day in the calendar") from None
    raise ValueError("not a date; write year-month-day, such as 2026-11-01")


Id = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=80),
    Told(ID_DESCRIPTION, "payment-anomaly"),
]
Label = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=True),
    AfterValidator(_one_paragraph),
    Translatable(markup=False),
    Told("A few words for readers, without markup."),
]
Prose = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=True),
    AfterValidator(_trim),
    Translatable(markup=True),
    Told("Sentences for readers; emphasis, links, lists and code in Markdown."),
]
Plain = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=True),
    AfterValidator(_one_paragraph),
    Told("Text that is not translated."),
]
Day = Annotated[date, BeforeValidator(_parse_day), Told("A day.", "2026-11-01")]
TimeOfDay = Annotated[
    str,
    StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$|^24:00$"),
    Told("A time of day.", "09:30"),
]


def _known_language(code: str) -> str:
    try:
        Locale.parse(code.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        raise ValueError("no such language; write its ISO 639 code, such as en, zh or es") from None
    return code


LanguageCode = Annotated[Plain, AfterValidator(_known_language), Told("The ISO 639 code of a language.", "es")]

RoleId = Annotated[Id, Refers("role")]
DepartmentId = Annotated[Id, Refers("department")]
PersonId = Annotated[Id, Refers("person")]
TeamId = Annotated[Id, Refers("team")]
SiteId = Annotated[Id, Refers("site")]
AuthorityId = Annotated[Id, Refers("authority")]
OutsideBodyId = Annotated[Id, Refers("outside-body")]
GradeId = Annotated[Id, Refers("grade")]
SystemId = Annotated[Id, Refers("system")]
BackupJobId = Annotated[Id, Refers("backup-job")]
SpareId = Annotated[Id, Refers("spare")]
ChannelId = Annotated[Id, Refers("channel")]
AudienceId = Annotated[Id, Refers("audience")]
ApprovalPathId = Annotated[Id, Refers("approval-path")]
StatementId = Annotated[Id, Refers("statement")]
ObligationId = Annotated[Id, Refers("obligation")]
TierId = Annotated[Id, Refers("tier")]
RemedyId = Annotated[Id, Refers("remedy")]
ScenarioId = Annotated[Id, Refers("scenario")]
ScenarioGroupId = Annotated[Id, Refers("scenario-group")]
ExerciseId = Annotated[Id, Refers("exercise")]
ExerciseFindingId = Annotated[Id, Refers("exercise-finding")]
ExerciseRecordId = Annotated[Id, Refers("exercise-record")]
IncidentId = Annotated[Id, Refers("incident")]
RequirementNumber = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Z]{2,5}-[A-Z0-9.]+$"),
    Told(NUMBER_DESCRIPTION, "SCN-11"),
]
RequirementId = Annotated[RequirementNumber, Refers("requirement")]
StatuteId = Annotated[Id, Refers("statute")]
LegalFloorId = Annotated[Id, Refers("legal-floor")]
ActionId = Annotated[Id, Refers("action")]
PlanId = Annotated[Id, Refers("plan")]
StepId = Annotated[Id, Told("The id of a step of this scenario.", "call-rescue")]
Place = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$"),
    Told("A country or a part of it by its ISO 3166 code; its public holidays count.", "ES-VC"),
]
