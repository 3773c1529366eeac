"""The words for what the plan dialect refuses, though YAML itself would allow it."""

from __future__ import annotations

from generator.finding import Finding, RelatedPlace
from generator.position import Position
from generator.source.text import quoted


def too_many_bytes(file: str, size: int, most: int) -> Finding:
    """A file that is not even looked at."""
    return Finding(
        rule="yaml-too-large",
        message=f"The file has {size:,} bytes.",
        position=Position(file),
        expected=f"at most {most:,} bytes",
        remedy="Split the plan into several files.",
    )


def too_many_nodes(position: Position, most: int) -> Finding:
    """Too many nodes, written out or multiplied by aliases."""
    return Finding(
        rule="yaml-too-large",
        message=f"Up to this place the file already holds more than {most:,} keys, values and lists.",
        position=position,
        expected=f"at most {most:,}, counting what each alias (*name) repeats",
        remedy="Split the plan into several files, and repeat less by aliases.",
    )


def too_deep(position: Position, most: int) -> Finding:
    """Nesting beyond what anyone could read."""
    return Finding(
        rule="yaml-too-deep",
        message=f"Lists and groups are nested more than {most} levels deep here.",
        position=position,
        expected=f"at most {most} levels",
        remedy='Reduce the nesting; a text that begins with "[", "{" or "- " needs quotes.',
    )


def several_documents(position: Position) -> Finding:
    """A second document, usually after a line of three dashes."""
    return Finding(
        rule="yaml-several-documents",
        message="A second document begins here.",
        position=position,
        expected="one document for each file",
        remedy='Delete the line "---" (or "..."), or move what follows into a file of its own.',
    )


def not_a_mapping(position: Position, found: str) -> Finding:
    """A list or a single value where keys should be."""
    return Finding(
        rule="yaml-not-a-mapping",
        message=f"The file consists of {found} instead of keys with values.",
        position=position,
        expected='lines such as "title: Fire alarm"',
        remedy="Begin with a key at the left margin, followed by a colon, a space and its value.",
    )


def conflict(position: Position) -> Finding:
    """Both sides of a merge stand in the file."""
    return Finding(
        rule="yaml-conflict",
        message="A conflict of two versions was left here when git merged them.",
        position=position,
        expected="one of the two sides, without the marks `<<<<<<<`, `=======` and `>>>>>>>`",
        remedy="Keep what is right and delete the marks; of an approval delete the record, and approve the plan again.",
    )


def empty(position: Position) -> Finding:
    """Nothing but blank lines and comments."""
    return Finding(
        rule="yaml-empty",
        message="The file is empty or holds only comments.",
        position=position,
        expected='lines such as "title: Fire alarm"',
        remedy="Write the plan into the file, or delete the file.",
    )


def duplicate_key(position: Position, key: str, first: Position) -> Finding:
    """A key for the second time; the first one counts."""
    return Finding(
        rule="yaml-duplicate-key",
        message=f"The key {quoted(key)} appears a second time in the same group.",
        position=position,
        expected="each key once",
        remedy="Delete or rename one of the two.",
        related=(RelatedPlace(first, "first defined here"),),
    )


def key_not_text(position: Position, found: str) -> Finding:
    """A key that YAML reads as something other than text."""
    return Finding(
        rule="yaml-key-not-text",
        message=f"The key {found} is not text.",
        position=position,
        expected="a key that is text",
        remedy='Put the key in quotes, for example "1": …, or choose another word.',
    )


def merge_key(position: Position) -> Finding:
    """The merge key of YAML 1.1."""
    return Finding(
        rule="yaml-merge-key",
        message='The merge key "<<" is not allowed.',
        position=position,
        expected="all keys written out",
        remedy="Write the keys that were to be merged in here one by one.",
    )


def tag(position: Position, text: str) -> Finding:
    """An explicit type."""
    return Finding(
        rule="yaml-tag",
        message=f"The tag {quoted(text)} is not allowed.",
        position=position,
        expected="a value without a tag",
        remedy="Delete the tag; if the text itself begins with an exclamation mark, put it in quotes.",
    )


def recursive_alias(position: Position, name: str) -> Finding:
    """An alias inside what it repeats."""
    return Finding(
        rule="yaml-recursive-alias",
        message=f"The alias {quoted('*' + name)} repeats a value inside itself, without end.",
        position=position,
        expected="an alias of a value that is complete above",
        remedy="Write out the value that was meant here.",
    )


def undefined_alias(position: Position, name: str) -> Finding:
    """An alias without anchor; mostly text that begins with an asterisk."""
    return Finding(
        rule="yaml-syntax",
        message=f"A value that begins with an asterisk repeats another one, but nothing above is marked "
        f"{quoted('&' + name)}.",
        position=position,
        expected="a text in quotes",
        remedy=f"If this is text, put it in quotes: {quoted('*' + name)}.",
    )
