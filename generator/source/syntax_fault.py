"""What the parser said about one place, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.finding import Finding
from generator.source.text import SourceText, Span

Place = tuple[int, int]
"""Line and column, both from 0, as the parser counts them."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the tree builder was in: the innermost open bracket, and the last quoted text of several lines."""

    bracket: Place | None = None
    long_quote: Place | None = None
    long_quote_ends: int = -1


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """`at` is where the parser gave up, `begin` where the thing begins that it was reading."""

    source: SourceText
    problem: str
    context: str
    at: Place
    begin: Place
    around: Surroundings

    @property
    def leading(self) -> bool:
        """Nothing stands before the problem on its line."""
        return not self.source.before(*self.at).strip()

    def finding(self, span: Span, message: str, expected: str, remedy: str, rule: str = "yaml-syntax") -> Finding:
        """A finding at a span of this file."""
        return Finding(rule, message, self.source.position(span), expected, remedy)
