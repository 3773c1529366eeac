"""The file plans/handbook.yml: whose handbook it is, in which languages, and how it is built."""

from __future__ import annotations

from functools import cache
from typing import Annotated, ClassVar
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field

from generator.model.control import Version
from generator.model.element import Element
from generator.model.text import Id, Label, LanguageCode, OutsideBodyId, Place, Plain, Prose, RoleId
from generator.model.thresholds import Thresholds

UNSTATED_SCHEMA = "1.0.0"
"""The schema of plans that were written before handbooks stated it."""


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _known_zone(name: str) -> str:
    if name not in _zones():
        raise ValueError("no such time zone; write one of the IANA list, such as Asia/Shanghai")
    return name


class Company(Element):
    """Whose handbook it is."""

    name: Label
    """The name of the company, as on its letters."""
    about: Prose
    """What the company does, where and for whom."""


class Language(Element):
    """A language the site is built in."""

    code: LanguageCode
    """ISO 639 code of the language, such as `en`, `zh` or `es`."""
    title: Plain
    """Its name in the language itself, such as `Español`."""
    complete: bool = False
    """Every sentence must have a translation."""


class Repository(Element):
    """Where plans are edited. `{path}` and `{line}` are filled in."""

    edit_url: Plain
    """Address of the editor, such as `https://git.example/plans/edit/main/{path}#L{line}`."""


class ScenarioGroup(Element):
    """Scenarios that belong together on the home page."""

    kind: ClassVar[str | None] = "scenario-group"
    id: Id
    title: Label
    asks: Label
    """The question that leads a reader here."""


class Settings(Element):
    """Settings of one company's handbook."""

    schema_version: Version = UNSTATED_SCHEMA
    """Schema that all plans of the handbook are written in, such as `2.0.0`; without it `1.0.0`."""
    company: Company
    """The company itself, by name and business."""
    source_language: LanguageCode = "en"
    """The language in which plans are written, such as `en`."""
    languages: tuple[Language, ...]
    """Languages the site is built in, the first shown first."""
    time_zone: Annotated[Plain, AfterValidator(_known_zone)]
    """Name of the IANA list, such as `Asia/Shanghai`; all times of day are meant there."""
    emergency_numbers: tuple[OutsideBodyId, ...] = ()
    """Shown on every page of the handbook, in this order."""
    intake: RoleId
    """The one role everybody reports to, at any hour."""
    repository: Repository | None = None
    """Where plans are edited; without it, pages show no link to do so."""
    site_url: Plain | None = None
    """Where the site is published; reports link to the manual of the checker there."""
    place: Place | None = None
    """Where the company works; its business days are counted there."""
    thresholds: Thresholds = Field(default_factory=Thresholds)
    """Numbers the checks compare with, where the company wants others than the defaults."""
    show_contacts: bool = True
    """Print phone numbers and names of people. Switch off for a site that outsiders can read."""
    scenario_groups: tuple[ScenarioGroup, ...]
    """Headings of the home page, in order."""
