"""What can be wrong before the rules begin: faults of reading, and findings of the checker itself."""

from __future__ import annotations

from dataclasses import dataclass

from generator.finding import Level

CATALOG_BROKEN = "catalog-broken"


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of finding that is no rule: what it means and what to do."""

    id: str
    summary: str
    fix: str
    level: Level = Level.ERROR


READING: tuple[Fault, ...] = (
    Fault("yaml-syntax", "The file is no valid YAML.", "Look at the line and the one above: indent, colon, quotes."),
    Fault("yaml-conflict", "A merge of git was not finished.", "Keep one side, and delete the marks."),
    Fault("yaml-empty", "The file is empty.", "Write the plan, or delete the file."),
    Fault("yaml-not-a-mapping", "The file is not a block of `key: value` lines.", "Start with `id:` and `title:`."),
    Fault("yaml-several-documents", "The file holds more than one document.", "Make one file of each, without `---`."),
    Fault("yaml-duplicate-key", "A key stands twice in one block.", "Keep one of the two."),
    Fault("yaml-key-not-text", "A key is not text.", "Write the key as a word."),
    Fault("yaml-merge-key", "The merge key `<<` is used.", "Write the keys out, so that each has its own line."),
    Fault("yaml-tag", "A value has a tag such as `!!python`.", "Remove the tag, and quote the value if it is text."),
    Fault("yaml-not-utf8", "The file is not saved as UTF-8.", "Save it with the encoding UTF-8 in a text editor."),
    Fault("yaml-tab", "A tab is used to indent.", "Indent with spaces."),
    Fault("yaml-bad-character", "The file has a character that is not allowed.", "Save it as UTF-8 without it."),
    Fault("yaml-recursive-alias", "An alias refers to itself.", "Write the value out."),
    Fault("yaml-too-deep", "Blocks are nested too deep.", "Check the indent; no plan needs so many levels."),
    Fault("yaml-too-large", "The file is too large.", "Split it into several plans."),
    Fault("handbook-missing", "The folder has no `handbook.yml`.", "Name the right folder, or run `handbook init`."),
    Fault("handbook-language", "The languages do not fit together.", "List the source language first, each once."),
    Fault(
        "handbook-schema-newer",
        "The plans are written in a schema that this generator does not know yet.",
        "Use a newer generator.",
    ),
    Fault(
        "handbook-schema-outdated",
        "The plans are written in an earlier schema, or state none; they were read in the form of today.",
        "Rewrite what the note names, then state the schema of today as `schema_version` in `handbook.yml`.",
        Level.NOTE,
    ),
    Fault("plan-misplaced", "No kind of plan belongs at this place.", "Move or rename the file."),
    Fault("plan-unknown-key", "The model knows no such key.", "Correct the spelling, or remove the key."),
    Fault("plan-missing-key", "A key that every such block needs is missing.", "Add it."),
    Fault(
        "plan-wrong-type",
        "A value has the wrong form, such as text for a list.",
        "Write it in the form that was expected.",
    ),
    Fault("plan-wrong-value", "A value is not one of those allowed.", "Write one that is allowed."),
    Fault("id-duplicate", "Two things have the same id.", "Give the newer one another id."),
    Fault("id-reserved", "The id is needed by the site itself.", "Choose another id."),
    Fault("reference-unknown", "A reference leads to nothing.", "Correct the id, or write what it refers to."),
    Fault("scenario-phase-missing", "A scenario lacks one of the six phases.", "Add the phase with its steps."),
    Fault("scenario-phase-order", "The phases of a scenario are not in order.", "Put them in the order of the loop."),
    Fault("scenario-phase-empty", "A phase has no step.", "Add a step."),
    Fault("scenario-part-missing", "One of the five parts has neither a step nor a reason.", "Add one or the other."),
    Fault(
        "scenario-part-contradiction", "A part is said not to apply, but has steps.", "Remove the reason or the steps."
    ),
    Fault("step-duplicate", "Two steps of a scenario have the same id.", "Rename one."),
    Fault("step-unknown", "A step waits for one that does not exist.", "Correct the id."),
    Fault("step-cycle", "Steps wait for one another.", "Remove one name from `after` or `since`."),
    Fault("escalation-order", "An escalation step does not come later than the one before it.", "Put them in order."),
)
"""Findings of the reader. A file with an error is not checked further until it is put right."""

CHECKER: tuple[Fault, ...] = (
    Fault(
        "waiver-unused",
        "A waiver matches no finding, or names a rule that cannot be waived.",
        "Remove it, or correct `rule` and `at`.",
        Level.WARNING,
    ),
    Fault("rule-crashed", "A rule broke off. This is a bug of the rule, not of the plans.", "Report it."),
    Fault(CATALOG_BROKEN, "A file is no translation catalog.", "Restore it from the repository."),
)
"""Findings of the checker about itself, and about translations."""
