"""Explains faults inside a text: colons, quotes, and characters with a meaning of their own."""

from __future__ import annotations

import re

from generator.finding import Finding, RelatedPlace
from generator.source.syntax_fault import Place, SyntaxFault
from generator.source.text import quoted

_LIST_MARKS = re.compile(r"\s*(?:[-?]\s+)*")
_KEY_AND_COLON = re.compile(r":(?:\s|$)")
_TAG = re.compile(r"![^\s,\]}]*")


def colon(fault: SyntaxFault) -> Finding:
    """A second colon in a line, or a key in a line that continues a text."""
    line, column = fault.at
    before = fault.source.before(line, column)
    start = len((_LIST_MARKS.match(before) or [""])[0])
    first_colon = _KEY_AND_COLON.search(before, start)
    if first_colon is None:
        key = before[start:].strip()
        return fault.finding(
            fault.source.span(line, min(start, column), column + 1),
            f"The key {quoted(key)} cannot begin here, where the text of the line above goes on.",
            "keys of the same group below each other, each followed by a colon and a space",
            "Give this line and the one above the same indentation, and check that the line above "
            "has a colon and a space after its key.",
        )
    value = fault.source.rest(line, first_colon.end())
    return fault.finding(
        fault.source.span(line, column, column + 1),
        f"A colon followed by a space starts a new key, but this one stands inside the text {quoted(value)}.",
        "one key and one value in each line",
        f"Put the whole text in quotes: {_in_quotes(value.strip())}",
    )


def _in_quotes(text: str) -> str:
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def tight_colon(fault: SyntaxFault) -> Finding:
    """A colon without a space inside brackets."""
    return fault.finding(
        fault.source.span(*fault.at, fault.at[1] + 1),
        "The colon is not followed by a space.",
        "a key, a colon, a space and a value",
        "Add a space after the colon; if this is text, put the whole text in quotes.",
    )


def first_character(fault: SyntaxFault) -> Finding:
    """A character that YAML reserves."""
    char = fault.source.char(*fault.at)
    text = fault.source.rest(*fault.at)
    return fault.finding(
        fault.source.span(*fault.at, fault.at[1] + 1),
        f"A text must not begin with {quoted(char)} unless it is in quotes.",
        "a text in quotes",
        f"Put the whole text in quotes: {_in_quotes(text)}",
    )


def alias_mark(fault: SyntaxFault) -> Finding:
    """An asterisk or ampersand that is mostly meant as text."""
    text = fault.source.rest(*fault.begin)
    return fault.finding(
        fault.source.to_line_end(*fault.begin),
        f"A text must not begin with {quoted(text[:1])} unless it is in quotes.",
        "a text in quotes",
        f"Put the whole text in quotes: {_in_quotes(text)}",
    )


def open_quote(fault: SyntaxFault) -> Finding:
    """A quote without its partner."""
    line, column = fault.begin
    return fault.finding(
        fault.source.to_line_end(line, column),
        f"The quote {fault.source.char(line, column)} that opens this text is never closed.",
        "a quote of the same kind at the end of the text",
        "Add the closing quote. Within single quotes write an apostrophe twice ('').",
    )


def late_quote(fault: SyntaxFault, quote: Place) -> Finding:
    """A quote whose partner only comes lines later, where another text was meant to begin."""
    source, last_line = fault.source, fault.at[0] + 1
    noticed = source.position(source.to_line_end(*fault.at))
    return Finding(
        rule="yaml-syntax",
        message=f"The quote {source.char(*quote)} that opens this text is only closed in line {last_line}.",
        position=source.position(source.to_line_end(*quote)),
        expected="a quote of the same kind at the end of the text",
        remedy="Add the closing quote where the text is meant to end.",
        related=(RelatedPlace(noticed, "noticed here"),),
    )


def escape(fault: SyntaxFault) -> Finding:
    """A backslash in double quotes."""
    line, column = fault.at
    backslash = fault.source.before(line, column + 1).rfind("\\")
    start = backslash if backslash >= 0 else column
    sequence = fault.source.rest(line, start)[:2]
    return fault.finding(
        fault.source.span(line, start, start + 2),
        f"In double quotes a backslash has a special meaning, and {quoted(sequence)} is none that is known.",
        "two backslashes for one, or a text in single quotes",
        "Write each backslash twice, or put the text in single quotes instead.",
    )


def block_text(fault: SyntaxFault) -> Finding:
    """Something after the mark of a text block."""
    return fault.finding(
        fault.source.to_line_end(*fault.begin),
        f"Text stands in the same line as the mark {quoted(fault.source.char(*fault.begin))}.",
        "the text in the lines below the mark, indented by two more spaces",
        "Move the text to the next line and indent it; if it begins with this character, put it in quotes.",
    )


def tag(fault: SyntaxFault) -> Finding:
    """A tag, or text that begins with an exclamation mark."""
    line, column = fault.begin
    rest = fault.source.rest(line, column)
    match = _TAG.search(rest)
    text = match[0] if match else rest
    start = column + (match.start() if match else 0)
    return fault.finding(
        fault.source.span(line, start, start + len(text)),
        f"The tag {quoted(text)} is not allowed.",
        "a value without a tag",
        "Delete the tag; if the text itself begins with an exclamation mark, put it in quotes.",
        rule="yaml-tag",
    )
