"""Which duties of the law an emergency sets off, and which of them are in force."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.model.handbook import Handbook
from generator.model.legal import Certainty, LegalSource, Obligation, Statute
from generator.model.scenario import Scenario


def statute_of(handbook: Handbook, obligation: Obligation) -> Statute | None:
    """The law an obligation fulfils, where it names one."""
    return handbook.statutes[obligation.statute] if obligation.statute else None


def sources_of(handbook: Handbook, obligation: Obligation) -> tuple[LegalSource, ...]:
    """The obligation, and the law it fulfils."""
    statute = statute_of(handbook, obligation)
    return (obligation, statute) if statute else (obligation,)


def doubt_about(handbook: Handbook, source: LegalSource) -> Certainty | None:
    """How uncertain the law is that something rests on, the law behind a duty too; None if it was read."""
    behind = sources_of(handbook, source) if isinstance(source, Obligation) else (source,)
    return next((one.certainty for one in behind if one.certainty is not Certainty.READ), None)


def not_yet_in_force(source: LegalSource, as_of: date) -> bool:
    """Whether a law does not bind yet."""
    later = source.in_force_on is not None and source.in_force_on > as_of
    return later or source.certainty is Certainty.NOT_IN_FORCE


def is_repealed(source: LegalSource, as_of: date) -> bool:
    """Whether a law has ceased to bind."""
    return isinstance(source, Statute) and source.repealed_on is not None and source.repealed_on <= as_of


def binds(handbook: Handbook, obligation: Obligation, as_of: date) -> bool:
    """Whether an obligation and its law are in force."""
    sources = sources_of(handbook, obligation)
    return not any(not_yet_in_force(source, as_of) or is_repealed(source, as_of) for source in sources)


def listed_in(handbook: Handbook) -> Mapping[str, tuple[Scenario, ...]]:
    """By obligation, the scenarios that list it."""
    found: dict[str, list[Scenario]] = {}
    for scenario in handbook.scenarios.values():
        for name in dict.fromkeys(scenario.obligations):
            found.setdefault(name, []).append(scenario)
    return {name: tuple(scenarios) for name, scenarios in found.items()}
