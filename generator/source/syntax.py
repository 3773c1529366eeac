"""Puts the parser's messages into words that someone who does not know YAML can act on."""

from __future__ import annotations

import re
from collections.abc import Callable

from yaml import MarkedYAMLError

from generator.finding import Finding
from generator.source import syntax_structure as structure
from generator.source import syntax_text as wording
from generator.source.syntax_fault import Surroundings, SyntaxFault
from generator.source.text import SourceText

_INDENT = re.compile(r"[ \t]*")

# The first pattern found in "context: problem" decides. Both parsers of PyYAML word their messages
# a little differently; each pattern fits both.
_EXPLAINERS: tuple[tuple[re.Pattern[str], Callable[[SyntaxFault], Finding]], ...] = tuple(
    (re.compile(pattern), explainer)
    for pattern, explainer in (
        (r"(?:scanning|parsing) a tag|undefined tag handle", wording.tag),
        (r"mapping values are not allowed", wording.colon),
        (r"found unexpected ':'", wording.tight_colon),
        (r"could not find expected ':'", structure.no_colon),
        (r"cannot start any token|mapping keys are not allowed", wording.first_character),
        (r"scanning an (?:alias|anchor)", wording.alias_mark),
        (r"quoted scalar: found unexpected (?:end of stream|document)", wording.open_quote),
        (r"quoted scalar: ", wording.escape),
        (r"block scalar: ", wording.block_text),
        (r"',' or '[\]}]'", structure.bracket),
        (r"expected (?:the )?node content", structure.no_content),
        (r"scanning a directive|YAML directive|incompatible YAML", structure.directive),
        (r"<document start>", structure.after_end),
        (r"parsing a block mapping: ", structure.no_key),
        (r"parsing a block collection: ", structure.no_dash),
        (r"sequence entries are not allowed", structure.list_in_line),
    )
)


def explain(error: MarkedYAMLError, source: SourceText, around: Surroundings) -> Finding:
    """The finding for an error of either of PyYAML's parsers."""
    last = (max(len(source.lines) - 1, 0), 0)
    at = (error.problem_mark.line, error.problem_mark.column) if error.problem_mark else last
    begin = (error.context_mark.line, error.context_mark.column) if error.context_mark else at
    fault = SyntaxFault(source, error.problem or "", error.context or "", at, begin, around)
    finding = _tab(fault) or _long_quote(fault)
    if finding is not None:
        return finding
    said = f"{fault.context}: {fault.problem}"
    for pattern, explainer in _EXPLAINERS:
        if pattern.search(said):
            return explainer(fault)
    return structure.unknown(fault)


def _tab(fault: SyntaxFault) -> Finding | None:
    line, column = fault.at
    indent = _INDENT.match(fault.source.rest(line, 0))
    tab = indent[0].find("\t") if indent and fault.around.bracket is None else -1
    if tab < 0:
        if fault.source.char(line, column) != "\t":
            return None
        tab = column
    where = "for indentation" if not fault.source.before(line, tab).strip() else "here"
    return fault.finding(
        fault.source.span(line, tab, tab + 1),
        f"A tab is used {where}; its width is not defined.",
        "spaces",
        "Replace the tab: indent with two spaces.",
        rule="yaml-tab",
    )


def _long_quote(fault: SyntaxFault) -> Finding | None:
    """A quote left open runs on to the next quote in the file, and what follows there makes no sense."""
    quote = fault.around.long_quote
    if quote is None or fault.around.long_quote_ends != fault.at[0] or fault.leading:
        return None
    return wording.late_quote(fault, quote)
