"""A password or key stands in a plan in plain text.

All words of the plans are searched for a password, PIN, key or token with a value behind it, for a user and password
in an address, and for the usual forms of access keys.

## Why

The handbook is printed, mailed and read by many. Whoever finds the folder has the account. A secret in a file also
stays in its history for ever.

## How to fix

Change the secret at once, since it counts as known. Keep the new one in the password safe, and write into the plan
only where it is kept and who may open it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("NIST SP 800-53, CP-2(h)",)

_NAME = (
    r"(?<![a-z])(?P<{}>pass(?:word|phrase|code)|passwd|pwd|pin(?: code)?|api[ _-]?key"
    r"|(?:secret|access|private)[ _-]?(?:access[ _-]?)?key|client[ _-]?secret|(?:access|auth|bearer)[ _-]?token"
    r"|contraseña|密码|口令|密钥)"
)
_OF_WHAT = r"s?(?:\s+(?:of|for|to|de|del|para)(?:\s+\w+){1,4}?)?"
_IS = r"(?:\s*[:：为是]\s*|\s+(?:is|es)\s+)"
# A digit or sign must be in it: "password: kept in the safe" is no secret, nor is "password: 24-character".
_VALUE = r"(?!\d+[ -]?\w*(?:digit|char|letter|word|位)\w*)(?=[^\s,;]*[\d!@#$%^&_+~])[^\s,;{<]{4,}"

NAMED = re.compile(
    rf"{_NAME.format('what')}{_OF_WHAT}{_IS}[\"'`“]?{_VALUE}"
    rf"|{_NAME.format('quoted')}{_OF_WHAT}{_IS}[\"'`“][^\s\"'`{{<]{{4,}}[\"'`”]"
    rf"|{_NAME.format('assigned')}(?:=[^\s{{<]{{4,}}| ?= ?[^\s{{<]{{8,}})",
    re.IGNORECASE,
)
"""The name of a secret with a value behind it."""

SHAPED = re.compile(
    r"\bAKIA[0-9A-Z]{16}\b|\bLTAI[0-9A-Za-z]{12,24}\b|\bAIza[\w-]{35}|\bgh[pousr]_\w{30,}|\bxox[abprs]-[\w-]{10,}"
    r"|\b[sr]k_(?:live|test)_\w{16,}|\bsk-[\w-]{20,}|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}|-----BEGIN [A-Z ]*PRIVATE KEY"
    r"|://[^\s/:@{]+:[^\s/:@{]{3,}@"
)
"""Access keys of well-known services, and addresses with a password."""

HINTS = (
    "passw", "passp", "passc", "pwd", "pin:", "pin ", "pin=", "pin：", "pins", "key", "secret", "token", "contrase",
    "eyj", "密", "口令", "://", "akia", "ltai", "aiza", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "xox", "sk_", "rk_",
    "sk-",
)  # fmt: skip
"""One of these stands in every text with a secret: a quick sieve before the slow search."""


def check(facts: Facts) -> Iterator[Problem]:
    for wording in facts.word_index.holding(*HINTS):
        named = NAMED.search(wording.text)
        if named or SHAPED.search(wording.text):
            what = next((group for group in named.groups() if group), "") if named else ""
            yield Problem(
                Place(wording.element, wording.path),
                f"Here stands {f'a value for “{what}”' if what else 'what looks like an access key'} in plain text.",
                expected="where the secret is kept, not the secret",
                remedy="Change the secret now, keep it in the password safe, and name only the safe here.",
            )
