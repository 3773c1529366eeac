"""Steps from each schema of the plans to the next, over files as they were read; none knows the model of today."""

from generator.loading.migrations import from_1
from generator.loading.migrations.rewriting import Migrated, Rewrite, Step, Trees

__all__ = ["SCHEMA", "STEPS", "Migrated", "Rewrite", "Step", "Trees", "migrated"]

STEPS: tuple[Step, ...] = (from_1.migrate,)
"""The first leads from schema 1 to schema 2, and so on: whoever changes the form of plans adds a step."""
_MINOR = 0
"""Raise it when plans can say more; set it back to 0 with a new step."""
SCHEMA = f"{len(STEPS) + 1}.{_MINOR}.0"
"""The schema of today."""


def migrated(trees: Trees, major: int) -> Migrated:
    """Plans of an earlier schema in the form of today, with all that was rewritten on the way."""
    rewrites: tuple[Rewrite, ...] = ()
    for step in STEPS[max(major, 1) - 1 :]:
        done = step(trees)
        trees, rewrites = done.trees, (*rewrites, *done.rewrites)
    return Migrated(trees, rewrites)
