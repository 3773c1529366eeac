"""An audience reads a language that the handbook is not written in.

Each language of an audience is among the `languages` of `handbook.yml`. Variants of a language count as that
language.

## Why

The prepared words exist in the languages of the handbook. For everybody else somebody translates them in the
emergency, unchecked, or with a machine.

## How to fix

Add the language to `languages` and translate the statements, or take it out of the audience if these people read
another one too.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.NOTE
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    settings = facts.handbook.settings
    known = {_base(language.code) for language in settings.languages} | {_base(settings.source_language)}
    for audience in facts.handbook.audiences.values():
        for number, code in enumerate(audience.languages):
            if _base(code) not in known:
                yield Problem(
                    Place.of(audience, "languages", number),
                    f"`{audience.id}` read `{code}`, but the statements are not written in it.",
                    expected="one of " + ", ".join(f"`{language.code}`" for language in settings.languages),
                    remedy=f"Add `{{code: {code}, title: …}}` to `languages` of `handbook.yml`, and translate.",
                    related=(Related(Place.of(settings, "languages"), "the languages of the handbook"),),
                )


def _base(code: str) -> str:
    """The language without script and country."""
    return code.replace("_", "-").split("-")[0].lower()
