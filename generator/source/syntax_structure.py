"""Explains faults between keys, items and brackets."""

from __future__ import annotations

from dataclasses import replace

from generator.finding import Finding, RelatedPlace
from generator.source.syntax_fault import SyntaxFault
from generator.source.text import quoted


def no_colon(fault: SyntaxFault) -> Finding:
    """A line that is neither key nor item."""
    text = fault.source.rest(*fault.begin)
    return fault.finding(
        fault.source.to_line_end(*fault.begin),
        f"{quoted(text)} is neither a key with a value nor an item of a list.",
        'a line such as "key: value" or "- item"',
        "Add a colon and a space after the key; if the line belongs to the text above, indent it further; "
        "and check that every quote opened above is closed.",
    )


def bracket(fault: SyntaxFault) -> Finding:
    """Either a bracket is open for good, or something stands between its items that does not belong there."""
    source = fault.source
    line, column = fault.around.bracket or fault.begin
    char = source.char(line, column)
    closing = "]" if char == "[" else "}"
    rest = "\n".join([source.rest(line, column), *source.lines[line + 1 :]])
    if rest.count(closing) < rest.count(char):
        noticed = source.position(source.to_line_end(*fault.at))
        finding = fault.finding(
            source.span(line, column, column + 1),
            f"The bracket {quoted(char)} is never closed.",
            f"{quoted(closing)} after the last item",
            f"Add {quoted(closing)}; if this is text, put the whole text in quotes.",
        )
        return replace(finding, related=(RelatedPlace(noticed, "noticed here"),))
    return fault.finding(
        source.to_line_end(*fault.at),
        f"{quoted(source.rest(*fault.at))} does not fit between the brackets.",
        f"items separated by commas and closed by {quoted(closing)}",
        "Add the missing comma; a text with commas, brackets or colons needs quotes.",
    )


def no_content(fault: SyntaxFault) -> Finding:
    """A comma, bracket or the like where a value should be."""
    line, column = fault.at
    char = fault.source.char(line, column)
    if fault.around.bracket is not None and not (char and char in ",-"):
        return bracket(fault)
    if fault.around.bracket is not None and char == "-":
        remedy = "Inside brackets separate the items by commas, without dashes."
    elif fault.around.bracket is not None:
        remedy = "Delete the superfluous comma."
    else:
        remedy = "Put a text that begins with this character in quotes, or delete the character."
    shown = quoted(char) if char else "the end of the file"
    span = fault.source.span(line, column, column + 1)
    return fault.finding(span, f"A value is missing where {shown} stands.", "a value", remedy)


def no_key(fault: SyntaxFault) -> Finding:
    """Something that is no key inside a group of keys."""
    line, column = fault.at
    text = fault.source.rest(line, column)
    span = fault.source.to_line_end(line, column)
    if not fault.leading:
        return fault.finding(
            span,
            f"{quoted(text)} stands after the end of the value.",
            "nothing after the closing quote or bracket",
            "Put the whole value in one pair of quotes; within single quotes write an apostrophe twice ('').",
        )
    if text == ":" or text.startswith(": "):
        message = "There is no key before the colon."
        return fault.finding(span, message, "a key, a colon, a space and a value", "Add the key before the colon.")
    if text == "-" or text.startswith("- "):
        return fault.finding(
            span,
            "An item of a list stands where a key was expected.",
            "a key, indented like the other keys of its group",
            "Put the list under a key of its own that has no other value.",
        )
    return fault.finding(
        span,
        f"{quoted(text)} is indented unlike the other lines of its group.",
        "the same indentation for all keys of a group",
        "Indent the line with exactly as many spaces as its neighbours.",
    )


def no_dash(fault: SyntaxFault) -> Finding:
    """Something that is no item inside a list."""
    text = fault.source.rest(*fault.at)
    return fault.finding(
        fault.source.to_line_end(*fault.at),
        f"{quoted(text)} stands inside a list but does not begin with a dash.",
        f'"- " as in the list that begins in line {fault.begin[0] + 1}, or less indentation',
        'Put "- " before the line if it is an item; indent it like the key above the list if it is a key.',
    )


def list_in_line(fault: SyntaxFault) -> Finding:
    """A dash after a key."""
    return fault.finding(
        fault.source.to_line_end(*fault.at),
        "A list cannot begin in the line of its key.",
        "each item on a line of its own, below the key",
        "Move the dash and what follows to the next line; if it is text, put it in quotes.",
    )


def directive(fault: SyntaxFault) -> Finding:
    """A line that begins with a percent sign."""
    line = fault.begin[0]
    return fault.finding(
        fault.source.to_line_end(line, 0),
        "A line that begins with % is an instruction to the parser, and this one is not understood.",
        "keys and values only",
        "Delete the line, or put the text in quotes.",
    )


def after_end(fault: SyntaxFault) -> Finding:
    """Something after the end of the document."""
    return fault.finding(
        fault.source.to_line_end(*fault.at),
        f"{quoted(fault.source.rest(*fault.at))} stands outside of everything above it.",
        "all keys of the file begin in the same column",
        "Indent the line like the first key of the file, or delete it.",
    )


def unknown(fault: SyntaxFault) -> Finding:
    """Whatever else the parser may say."""
    return fault.finding(
        fault.source.to_line_end(*fault.at),
        f"This line cannot be understood ({fault.problem.strip() or 'no details known'}).",
        "keys with values, and lists",
        "Compare the line with its neighbours; a text with special characters needs quotes.",
    )
