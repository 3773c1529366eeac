"""The few shapes all pictures are made of. Colours come from CSS classes, so dark mode and print just work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import east_asian_width

from markupsafe import Markup, escape

_WIDE = 13.0
_NARROW = 6.9


@dataclass(frozen=True, slots=True)
class Picture:
    """The size of a picture in pixels, its shapes, and what it says in words."""

    name: str
    """Unique on the page: ids of title and description are made from it."""
    width: float
    height: float
    title: str
    description: str
    shapes: tuple[Markup, ...]

    def svg(self) -> Markup:
        """The picture in a box that scrolls sideways where it doesn't fit."""
        head = Markup(
            '<div class="hb-picture" tabindex="0" role="group" aria-label="{t}" data-pagefind-ignore="">'
            '<svg role="group" aria-labelledby="{n}-title {n}-desc" viewBox="0 0 {w:g} {h:g}" '
            'width="{w:g}" height="{h:g}">'
            '<title id="{n}-title">{t}</title><desc id="{n}-desc">{d}</desc>'
        ).format(n=self.name, w=round(self.width), h=round(self.height), t=self.title, d=self.description)
        return head + Markup("").join(self.shapes) + Markup("</svg></div>")


def text_width(text: str) -> float:
    """About how wide a text is at 13 pixels."""
    return sum(_WIDE if east_asian_width(character) in "WF" else _NARROW for character in text)


def fitted(text: str, width: float) -> str:
    """The text, cut with an ellipsis where it is wider than `width` pixels."""
    if text_width(text) <= width:
        return text
    while text and text_width(text) > width - _WIDE:
        text = text[:-1]
    return text.rstrip() + "…"


def wrapped(text: str, width: float, most: int = 2) -> list[str]:
    """The text in at most `most` lines of `width` pixels; the last is cut where more is left."""
    lines: list[str] = []
    rest = text
    while rest and len(lines) < most - 1 and text_width(rest) > width:
        end = _break(rest, width)
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*lines, fitted(rest, width)] if rest else lines


def _break(text: str, width: float) -> int:
    """Where to break: after the last word that fits, or between Chinese characters."""
    end = space = 0
    used = 0.0
    for place, character in enumerate(text):
        used += text_width(character)
        if used > width:
            break
        end = place + 1
        if character == " " or east_asian_width(character) in "WF":
            space = place + 1
    return space or max(end, 1)


def rect(x: float, y: float, width: float, height: float, css: str, tip: str = "") -> Markup:
    """A box with rounded corners; `tip` shows under the pointer."""
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return Markup(f'<rect {place} rx="4" class="{css}">{_hint(tip)}</rect>')


# f-strings with explicit escaping: `Markup.format` took a quarter of the time of rendering.
def _hint(tip: str) -> str:
    return f"<title>{escape(tip)}</title>" if tip else ""


def text(x: float, y: float, words: str, css: str = "", anchor: str = "start") -> Markup:
    """One line of text with its baseline at `y`."""
    return Markup(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="{css}">{escape(words)}</text>')


def lines_of_text(x: float, middle: float, lines: Iterable[str], css: str = "", anchor: str = "start") -> Markup:
    """Several lines centred on a height."""
    every = list(lines)
    top = middle - (len(every) - 1) * 7.5 + 4.5
    return Markup("").join(text(x, top + number * 15, line, css, anchor) for number, line in enumerate(every))


def line(x1: float, y1: float, x2: float, y2: float, css: str) -> Markup:
    """A straight line."""
    return Markup(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{css}"/>')


def path(commands: str, css: str) -> Markup:
    """A free line."""
    return Markup(f'<path d="{commands}" class="{css}"/>')


def circle(x: float, y: float, radius: float, css: str, tip: str = "") -> Markup:
    """A circle; `tip` shows under the pointer."""
    return Markup(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" class="{css}">{_hint(tip)}</circle>')


def linked(href: str, shapes: Markup) -> Markup:
    """Shapes that lead to a page."""
    return Markup(f'<a href="{escape(href)}">{shapes}</a>')


def curve(x1: float, y1: float, x2: float, y2: float, css: str) -> Markup:
    """A horizontal S-curve between two points."""
    middle = (x1 + x2) / 2
    return path(f"M{x1:.1f} {y1:.1f}C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}", css)
