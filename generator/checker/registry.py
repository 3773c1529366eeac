"""Finds the rules: those of this package, and those that other packages offer as entry points."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from importlib.resources import files
from types import MappingProxyType, ModuleType

import generator.rules
from generator.errors import HandbookError
from generator.finding import Level
from generator.rule import Rule

ENTRY_POINTS = "emergency_plan_handbook.rules"
"""Each entry point of this group names a package laid out like `generator.rules`."""

_PART = re.compile(r"^## (Why|How to fix)$\n+", re.MULTILINE)


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by id, by family and name. Raises HandbookError if one is not complete or an id is used twice."""
    found: dict[str, Rule] = {}
    for rule in (*rules_in(generator.rules), *_rules_of_others()):
        if rule.id in found:
            raise HandbookError(f"Two rules are called `{rule.id}`.", "Rename the one that was added last.")
        found[rule.id] = rule
    return MappingProxyType(found)


def _rules_of_others() -> Iterator[Rule]:
    for point in entry_points(group=ENTRY_POINTS):
        try:
            yield from rules_in(point.load())
        except HandbookError:
            raise
        except Exception as error:  # whatever a foreign module does when it is imported
            reason = f"{type(error).__name__}: {error}"
            raise HandbookError(
                f"The rules `{point.name}` of `{point.value}` cannot be loaded: {reason}.",
                "Mend or remove the package that offers them.",
            ) from error


def rules_in(package: ModuleType) -> Iterator[Rule]:
    """The rules of a package of families, in order of family and name."""
    for family in pkgutil.iter_modules(package.__path__):
        if family.ispkg:
            inner = import_module(f"{package.__name__}.{family.name}")
            for module in pkgutil.iter_modules(inner.__path__):
                if not module.name.startswith("_"):
                    yield rule_of(import_module(f"{inner.__name__}.{module.name}"))


def rule_of(module: ModuleType) -> Rule:
    """The rule that a module describes. Raises HandbookError if a part is missing."""
    package, _, name = module.__name__.rpartition(".")
    try:
        summary, what, why, fix = manual_parts(module.__doc__ or "")
        folder = files(package)
        bad, good, report = (
            folder.joinpath(f"{name}.{kind}").read_text("utf-8") for kind in ("bad.yml", "good.yml", "bad.txt")
        )
        return Rule(
            id=name.replace("_", "-"),
            family=package.rpartition(".")[2],
            level=Level(module.LEVEL),
            summary=summary,
            what=what,
            why=why,
            fix=fix,
            sources=module.SOURCES,
            thresholds=getattr(module, "THRESHOLDS", ()),
            check=module.check,
            bad=bad,
            good=good,
            report=report,
            waivable=getattr(module, "WAIVABLE", True),
        )
    except (AttributeError, OSError, ValueError) as error:
        raise HandbookError(f"The rule `{module.__name__}` is not complete: {error}.", "Add what is missing.") from None


def manual_parts(text: str) -> tuple[str, str, str, str]:
    """Summary, what is checked, why, and how to fix, from a docstring. Raises ValueError if a part is missing."""
    head, *parts = _PART.split(text.strip())
    titles, bodies = parts[::2], parts[1::2]
    summary, _, what = head.partition("\n")
    if titles != ["Why", "How to fix"] or not all(part.strip() for part in (summary, what, *bodies)):
        raise ValueError("its docstring needs a first line, what is checked, `## Why` and `## How to fix`")
    return summary.strip(), what.strip(), bodies[0].strip(), bodies[1].strip()
