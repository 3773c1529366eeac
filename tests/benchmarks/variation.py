"""Scenarios made from the bundled ones: other ids, other numbers, the same words in another order, some new words."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from typing import Any

import yaml

from generator.source import read_document

_TOKEN = re.compile(r"\{[^}]*\}|\*\*[^*]+\*\*|`[^`]*`|\[[^\]]*\]\([^)]*\)|\S+")
_NUMBER = re.compile(r"\d+")
_KEPT = frozenset(
    {"id", "name", "version", "within", "best", "likely", "worst", "may_last", "next_update", "review_every"}
)
"""Keys whose values are durations, ids or names that other texts repeat."""
_SYLLABLES = ("ka", "lo", "mi", "ren", "su", "tav", "pel", "dor", "nix", "zu", "bri", "fa", "gol", "hes", "jun", "wy")


def invented_word(seed: int) -> str:
    """A word that no other scenario has, always the same for a seed."""
    sound = "".join(_SYLLABLES[(seed // len(_SYLLABLES) ** place) % len(_SYLLABLES)] for place in (2, 1, 0))
    return f"Q{sound}"


def vary(path: Path, number: int) -> tuple[str, str]:
    """Name and YAML of variation `number` of a bundled scenario."""
    root = read_document(path.read_bytes(), path.name).root
    assert root is not None, path
    random = Random(number)
    renamed = {str(item["id"]): f"{item['id']}-{number}" for item in root.get("statements", ())}
    varied: dict[str, Any] = {key: _value(key, value, random, renamed) for key, value in root.items()}
    word = invented_word(number)
    varied["id"] = f"{path.stem}-{number}"
    varied["title"] = f"{varied['title']} {word} {number}"
    varied["also_known_as"] = [*varied["also_known_as"], f"{word} {number}"]
    varied["summary"] = f"{varied['summary']} {' '.join(invented_word(number * 7 + extra) for extra in range(1, 4))}."
    text = yaml.dump(varied, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=116)
    return f"{path.stem}-{number}.yml", text


def _value(key: str, value: Any, random: Random, renamed: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _value(name, item, random, renamed) for name, item in value.items()}
    if isinstance(value, list):
        return [_value(key, item, random, renamed) for item in value]
    if not isinstance(value, str):
        return value
    if value in renamed and key in ("id", "publishes"):
        return renamed[value]
    return value if key in _KEPT or " " not in value.strip() else _shuffled(value, random)


def _shuffled(text: str, random: Random) -> str:
    """Words in another order and numbers changed, line by line; gaps and markup stay whole."""
    return "\n".join(_shuffled_line(line, random) for line in text.split("\n"))


def _shuffled_line(line: str, random: Random) -> str:
    words = _TOKEN.findall(line)
    if words and words[0] in ("-", "*", "+"):
        return f"{words[0]} {_shuffled_line(' '.join(words[1:]), random)}"
    random.shuffle(words)
    return " ".join(word if word[0] == "{" else _NUMBER.sub(lambda n: _other(n[0], random), word) for word in words)


def _other(digits: str, random: Random) -> str:
    return str(random.randint(10 ** (len(digits) - 1), 10 ** len(digits) - 1)) if len(digits) < 5 else digits
