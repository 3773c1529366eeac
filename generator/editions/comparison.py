"""Files against a manifest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Differences:
    """Paths at which files are not those that were expected."""

    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.missing or self.added)

    @property
    def count(self) -> int:
        return len(self.changed) + len(self.missing) + len(self.added)


def differences(expected: Mapping[str, str], found: Mapping[str, str]) -> Differences:
    """Compare digests by path."""
    return Differences(
        changed=tuple(sorted(path for path in expected.keys() & found.keys() if expected[path] != found[path])),
        missing=tuple(sorted(expected.keys() - found.keys())),
        added=tuple(sorted(found.keys() - expected.keys())),
    )


def other_versions(then: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Which tools are not those of then, as the parts of a sentence."""
    return tuple(
        f"{name} {then.get(name, 'missing')} then, {now.get(name, 'missing')} now"
        for name in sorted(then.keys() | now.keys())
        if then.get(name) != now.get(name)
    )
