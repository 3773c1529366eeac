"""A step asks for nothing that can be checked.

The words of a step (`do`, and `do` under `if_not`) hold a phrase that leaves open what is done, by whom or when. The
list is for English, Chinese and Spanish: "pay attention to", "as soon as possible", "relevant departments",
"appropriate measures", 尽快, 相关部门, 加强, "lo antes posible", "medidas oportunas" and the like.

## Why

Under stress people do what is written. "Take appropriate measures" gives them nothing to do, and afterwards nobody
can say whether it was done. "As soon as possible" hides the limit that stands right below it.

## How to fix

Write what one sees when it is done: a verb, a thing and a number. Instead of "Inform the relevant departments
promptly": "Call the warehouse and the hotline; each repeats the message." The time belongs into `within`, the role
into `responsible`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.scenario import FailureBranch, Step
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("House rule",)

_THINGS = (
    "management|supervision|monitoring|awareness|communication|coordination|cooperation|controls?|security|"
    "guidance|training|prevention|publicity"
)
_BODIES = "departments?|units?|parties|persons?|people|personnel|staff|colleagues|authorities|bodies|stakeholders"
_ACTIONS = "measures?|steps|actions?|means"
_COSAS = "vigilancia|seguridad|controle?s?|comunicaci[oó]n|coordinaci[oó]n|formaci[oó]n|supervisi[oó]n|gesti[oó]n"
_QUIENES = "departamentos|[aá]reas|personas|partes|autoridades|unidades"
_WEAK = {
    # English
    "attention": r"\bpay (?:\w+ )?attention to\b",
    "an eye on": r"\bkeep an eye on\b",
    "possible": r"\bas (?:soon|quickly|far) as possible\b",
    "asap": r"\basap\b",
    "practicable": r"\bas soon as practicable\b",
    "promptly": r"\bpromptly\b",
    "timely": r"\b(?:in a )?timely(?: manner| fashion)?\b",
    "relevant": rf"\brelevant (?:{_BODIES}|{_ACTIONS})\b",
    "concerned": r"\b(?:the|all) (?:departments|units|parties|authorities|bodies) concerned\b",
    "appropriate": rf"\b(?:appropriate (?:{_BODIES}|{_ACTIONS})|(?:as|where) appropriate)\b",
    "suitable": rf"\bsuitable (?:{_ACTIONS})\b",
    "adequate": rf"\badequate (?:{_ACTIONS})\b",
    "necessary": rf"\bnecessary (?:{_ACTIONS})\b",
    "corresponding": rf"\bcorresponding (?:{_ACTIONS})\b",
    "strengthen": rf"\bstrengthen (?:the |our |all )?(?:{_THINGS})\b",
    "improve": rf"\bimprove (?:the |our |all )?(?:{_THINGS})\b",
    "enhance": rf"\benhance (?:the |our |all )?(?:{_THINGS})\b",
    "awareness": r"\braise awareness\b",
    "situation": r"\b(?:monitor|watch|follow|observe) the situation\b",
    "development": r"\b(?:monitor|watch|follow|observe) the developments?\b",
    " best": r"\b(?:(?:do|try) (?:your|our|the|its|their) best|best efforts?)\b",
    "every effort": r"\bevery effort\b",
    "accordingly": r"\b(?:act|react|respond|proceed) accordingly\b",
    "properly": r"\b(?:handle|deal with|treat) (?:\w+ ){0,3}properly\b",
    "appropriately": r"\bappropriately\b",
    # Spanish
    "posible": r"\b(?:lo (?:antes|m[aá]s pronto) posible|en la medida de lo posible|todo lo posible)\b",
    "cuanto antes": r"\bcuanto antes\b",
    "brevedad": r"\b(?:a|con) la mayor brevedad\b",
    "oportun": rf"\b(?:oportunamente|(?:de (?:manera|forma)|medidas|{_QUIENES}) oportun[oa]s?)\b",
    "adecuad": r"\b(?:adecuadamente|(?:de (?:manera|forma)|medidas) adecuadas?)\b",
    "debidamente": r"\bdebidamente\b",
    "medidas ": r"\bmedidas (?:necesarias|pertinentes|apropiadas|correspondientes)\b",
    "pertinentes": rf"\b(?:{_QUIENES}) pertinentes\b",
    "correspondientes": rf"\b(?:{_QUIENES}) correspondientes\b",
    "implicad": rf"\b(?:{_QUIENES}) implicad[oa]s\b",
    "atenci": r"\b(?:prestar|preste|presten) (?:\w+ )?atenci[oó]n a\b",
    "reforzar": rf"\breforzar (?:la|el|los|las) (?:{_COSAS})\b",
    "refuerce": rf"\brefuercen? (?:la|el|los|las) (?:{_COSAS})\b",
    "seguir la": r"\bseguir la (?:situaci[oó]n|evoluci[oó]n)\b",
    # Chinese
    "关": r"(?:相关|有关|各相关)(?:部门|人员|单位|方面|措施)|密切关注",
    "措施": r"(?:适当|必要|相应|有效)(?:的)?措施",
    "及时": r"(?<!不)及时",
    "注意": r"注意(?!事项|力)",
    "视": r"高度重视|视情况",
    **{
        word: word
        for word in ("尽快", "尽早", "适时", "加强", "做好", "妥善", "尽量", "尽可能", "酌情", "切实", "认真")
    },
}
"""Patterns of phrases, each under a part of it that is quick to look for."""
_PATTERNS = {part: re.compile(pattern, re.IGNORECASE) for part, pattern in _WEAK.items()}


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        for step in scenario.steps:
            yield from _weak(step)
            if step.if_not:
                yield from _weak(step.if_not)


def _weak(element: Step | FailureBranch) -> Iterator[Problem]:
    if phrases := dict.fromkeys(_phrases(element.do)):
        yield Problem(
            Place.of(element, "do"),
            f"Nobody can check whether this was done: {', '.join(phrases)}.",
            expected="what is done, to what, and how one sees that it is done",
            remedy="Name the thing, the number and the people; leave the time to `within`.",
        )


def _phrases(text: str) -> Iterator[str]:
    lowered = text.lower()
    likely = (pattern for part, pattern in _PATTERNS.items() if part in lowered)
    found = (match for pattern in likely for match in pattern.finditer(text))
    return (f'"{match[0]}"' for match in sorted(found, key=lambda match: match.start()))
