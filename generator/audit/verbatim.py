"""Files that the pack holds as git holds them, and notes in place of those that tell how to reach people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from generator.analysis.restricted import Restricted
from generator.i18n.words import Translator
from generator.i18n.words import translatable as _

NOTE = ".left-out.txt"
"""The ending of a note."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is not in the pack; its digest proves later which one it was."""

    path: str
    digest: str
    size: int
    rest: str
    """What it says, without the words that tell of people; empty where little would be left."""

    def note(self, tag: str, translator: Translator) -> bytes:
        """What stands in its place."""
        say = translator.gettext
        lines = [
            say(_("Left out: %(path)s")) % {"path": self.path},
            say(_("It tells how to reach people, and this pack was made without contact data.")),
            say(_("SHA-256 of the file as it was committed: %(digest)s")) % {"digest": self.digest},
            say(_("Size in bytes: %(size)s")) % {"size": self.size},
            say(_("To compare with the original, in the repository:")),
            f"git show {tag}:./{self.path} | sha256sum",
        ]
        if self.rest:
            lines += [say(_("What it says, with … in place of contact data:")), "", self.rest.rstrip("\n")]
        return "".join(f"{line}\n" for line in lines).encode(errors="replace")


def withheld(files: Mapping[str, bytes], restricted: Restricted) -> tuple[LeftOut, ...]:
    """Files that tell how to reach people, in order of paths."""
    return tuple(found for path, content in sorted(files.items()) if (found := _left_out(path, content, restricted)))


def _left_out(path: str, content: bytes, restricted: Restricted) -> LeftOut | None:
    text = content.decode(errors="replace")
    rest = "" if path in restricted.files else restricted.masked(text)
    return None if rest == text else LeftOut(path, sha256(content).hexdigest(), len(content), rest)
