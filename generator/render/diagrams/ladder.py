"""The escalation ladder: who is called when nobody has answered."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.render.diagrams.svg import Picture, circle, fitted, line, linked, rect, text

_RUNG = 58.0
_RAIL = 92.0
_WIDTH = 620.0


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of an escalation path."""

    after: str
    who: str
    how: str
    href: str


def ladder(name: str, rungs: tuple[Rung, ...], title: str) -> Markup:
    """Draw the rungs from the top; time runs downwards."""
    height = _RUNG * len(rungs)
    shapes = [line(_RAIL, _RUNG / 2, _RAIL, height - _RUNG / 2, "hb-rail")]
    for number, rung in enumerate(rungs):
        middle = _RUNG * (number + 0.5)
        box = rect(_RAIL + 22, middle - 22, _WIDTH - _RAIL - 24, 44, "hb-box")
        who = text(_RAIL + 36, middle - 3, fitted(rung.who, _WIDTH - _RAIL - 60), "hb-rung-who")
        how = text(_RAIL + 36, middle + 14, fitted(rung.how, _WIDTH - _RAIL - 60), "hb-rung-how")
        shapes += [
            text(_RAIL - 16, middle + 4, rung.after, "hb-rung-time", "end"),
            circle(_RAIL, middle, 6, "hb-rung-dot"),
            linked(rung.href, box + who + how),
        ]
    words = " ".join(f"{rung.after}: {rung.who} ({rung.how})." for rung in rungs)
    return Picture(name, _WIDTH, height, title, words, tuple(shapes)).svg()
