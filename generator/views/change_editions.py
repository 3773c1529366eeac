"""Which edition of a plan stood on each side of a comparison."""

from __future__ import annotations

from generator.history.changes import PlanEditions
from generator.i18n.words import Translator
from generator.i18n.words import translatable as _
from generator.model.control import DocumentControl, Revision


def edition_label(plan: PlanEditions, translator: Translator) -> str:
    """The version of a plan before and after; that a changed plan kept its version is worth a word."""
    versions = {"before": plan.version_before, "after": plan.version_after}
    if plan.before is None:
        return translator.gettext(_("new, version %(after)s") if plan.version_after else _("new")) % versions
    if plan.after is None:
        return translator.gettext(_("removed"))
    if plan.version_before != plan.version_after:
        return translator.gettext(_("version %(before)s → %(after)s")) % versions
    return translator.gettext(_("still version %(after)s")) % versions if plan.version_after else ""


def fresh_revisions(before: DocumentControl | None, after: DocumentControl) -> list[Revision]:
    """Entries of the history that the earlier edition did not have, oldest first."""
    known = {revision.version for revision in before.revisions} if before else set()
    return [revision for revision in after.history if revision.version not in known]
