"""Words that do harm in a statement: guesses, blame, promises, empty phrases, soothing. English, Chinese, Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Harm(NamedTuple):
    """A kind of harmful words, and what to write in their place."""

    name: str
    pattern: re.Pattern[str]
    advice: str


def harms(says: str, recall: bool) -> Iterator[tuple[Harm, str]]:
    """Each kind of harm in the words of a statement, gaps left out, with the first words that do it."""
    words = re.sub(r"\{[^{}]*\}", "{}", says)
    for harm in (*_HARMS, *(_IN_RECALLS if recall else ())):
        if found := harm.pattern.search(words):
            yield harm, " ".join(found[0].split())


def _words(phrases: str) -> re.Pattern[str]:
    """One phrase a line, perhaps as a pattern. Those of Latin letters match whole words; a space is any white space."""
    each = (phrase.replace(" ", r"\s+") for phrase in phrases.strip().splitlines())
    return re.compile("|".join(p if p[-1] >= _FIRST_HAN else rf"\b(?:{p})\b" for p in each), re.IGNORECASE)


_FIRST_HAN = "\u2e80"
_GUESSES = r"""
probably
presumably
allegedly
apparently
most likely (?:because|due to|caused by|the cause)
we (?:believe|assume|suspect) that
it (?:seems|appears) that
据推测
我们猜测
很可能是
大概是
估计是
probablemente
presuntamente
al parecer
suponemos que
creemos que
seguramente
"""
_BLAME = r"""
(?:is|are|was|were) to blame
not our fault
no fault of ours
(?:is|are) not responsible for
与我们无关
不是我们的责任
不是我们的错
责任在对方
(?:es|fue) culpa (?:de|del)
no (?:es|fue|ha sido) culpa nuestra
no somos responsables
"""
_PROMISES = r"""
(?:will|can|shall) (?:never|not) happen again
never happens? again
绝不会再
绝对不会再
保证不再
no volverá a (?:ocurrir|suceder|pasar)
nunca (?:más )?volverá a
"""
_EMPTY_PHRASES = r"""
(?:take|takes|taking)\b[^.!?]{0,80}?\bseriously
高度重视
tomamos\b[^.!?]{0,80}?\ben serio
con la máxima seriedad
"""
_OPEN_PLACES = r"""
TODO
TBD
FIXME
XXX+
____+
"""
_SOOTHING = r"""
voluntary
voluntarily
precautionary
as a precaution
out of (?:an abundance of )?caution
自愿召回
预防性召回
出于谨慎
voluntari[ao]
voluntariamente
por precaución
cautelar
"""
_UNCERTAIN = "Say what is confirmed, and that the rest is still being examined."
_HARMS = (
    Harm("a guess", _words(_GUESSES), _UNCERTAIN),
    Harm("blame of others", _words(_BLAME), "Leave out whose fault it is."),
    Harm("a promise that nobody can keep", _words(_PROMISES), "Say what was changed, not what will never happen."),
    Harm("an empty phrase", _words(_EMPTY_PHRASES), "Say what you do instead."),
    Harm("a place left open", _words(_OPEN_PLACES), "Finish the words, or make it a gap with a variable."),
)
_IN_RECALLS = (
    Harm(
        "words that play the danger down", _words(_SOOTHING), "Name the danger in full, and leave out why you recall."
    ),
)
