"""From bytes to text: which bytes and characters a plan file may hold."""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from generator.finding import Finding
from generator.position import Position
from generator.source.text import SourceText, split_lines

# YAML 1.1 and 1.2 disagree on whether U+0085, U+2028 and U+2029 end a line, and editors do not show
# them; a byte order mark inside a file is invisible too. Forbidding all four keeps line numbers true.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_TAG_DIRECTIVE = re.compile(r"(?:^|(?<=[\r\n]))%TAG\b[^\r\n]*")
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
_SAVE_AS_UTF8 = "Open the file in a text editor and save it with the encoding UTF-8."


def decode(data: bytes, file: str) -> tuple[bytes, SourceText, Finding | None]:
    """The UTF-8 bytes to parse, the lines to show, and what forbids parsing."""
    body = data.removeprefix(BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        source = SourceText(file, split_lines(body.decode("utf-8", errors="replace")))
        return body, source, _not_utf8(data, body, source, error.start)
    source = SourceText(file, split_lines(text))
    return body, source, _bad_character(text, source) or _tag_directive(text, source)


def _place(before: str, source: SourceText, width: int = 1) -> Position:
    # The added character keeps a line break at the very end from being dropped.
    lines = split_lines(before + "x")
    column = len(lines[-1]) - 1
    return source.position(source.span(len(lines) - 1, column, column + width))


def _not_utf8(data: bytes, body: bytes, source: SourceText, start: int) -> Finding:
    before = body[:start].decode("utf-8")
    guess = _guess_encoding(data, before)
    looks_like = f" It looks as if it was saved as {guess}." if guess else ""
    offset = len(data) - len(body) + start
    return Finding(
        rule="yaml-not-utf8",
        message=f"The byte 0x{body[start]:02X} at offset {offset} is not valid UTF-8.{looks_like}",
        position=_place(before, source),
        expected="a text file in the encoding UTF-8",
        remedy=_SAVE_AS_UTF8,
    )


def _guess_encoding(data: bytes, before: str) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or data.count(0) * 4 > len(data):
        return "UTF-16"
    if not before.isascii():
        return ""  # partly UTF-8 already: damaged or mixed rather than saved in another encoding
    runs = _HIGH_BYTES.findall(data)
    in_pairs = sum(len(run) for run in runs if len(run) > 1)
    if in_pairs * 2 > sum(map(len, runs)) and _decodes(data, "gb18030"):
        return "GB18030"
    return "Windows-1252 (Latin-1)" if _decodes(data, "cp1252") else ""


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _bad_character(text: str, source: SourceText) -> Finding | None:
    first = _FORBIDDEN.search(text)
    if first is None:
        return None
    count = len(_FORBIDDEN.findall(text))
    others = f" (and {count - 1} more such characters)" if count > 1 else ""
    number = ord(first[0])
    name = unicodedata.name(first[0], "") or ("BYTE ORDER MARK" if number == 0xFEFF else "CONTROL CHARACTER")
    utf16 = text.count("\0") * 4 > len(text)
    return Finding(
        rule="yaml-bad-character",
        message=f"The invisible character U+{number:04X} ({name}) is not allowed in a plan file{others}.",
        position=_place(text[: first.start()], source),
        expected="visible characters, spaces and line breaks",
        remedy=f"The file looks like UTF-16. {_SAVE_AS_UTF8}" if utf16 else "Delete the character.",
    )


def _tag_directive(text: str, source: SourceText) -> Finding | None:
    """Refused before parsing: libyaml compares each such line with all others before it."""
    directive = _TAG_DIRECTIVE.search(text)
    if directive is None:
        return None
    return Finding(
        rule="yaml-tag",
        message="A %TAG line declares tags, which plan files do not use.",
        position=_place(text[: directive.start()], source, len(directive[0].rstrip())),
        expected="keys and values only",
        remedy="Delete the line.",
    )
