"""What fields, kinds of things and fixed values are called where changes are told."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from generator.i18n.labels import name_of
from generator.i18n.words import Translator
from generator.i18n.words import translatable as _
from generator.model.acts import PhaseId

_NOTE = " :: "
"""Before a word to translators, where another label is spelled alike and means something else."""

_FIELDS: Mapping[str, str] = {
    "above": _("from above"),
    "account": _("account that can delete it"),
    "act": _("kind of act"),
    "activated_by": _("who activates the plan"),
    "after": _("starts after"),
    "also_known_as": _("search words"),
    "answer_within": _("time to answer"),
    "approval": _("approval path"),
    "approved_by": _("approvers"),
    "at_least": _("threshold (at least)"),
    "authorities": _("rights to decide"),
    "below": _("threshold (below)"),
    "best": _("at best"),
    "by": _("by :: who did it"),
    "called_together": _("when it is called together"),
    "calls": _("outside bodies to call"),
    "changes_scenarios": _("scenarios that must change"),
    "company_limit": _("company limit"),
    "contains": _("what the words say"),
    "control": _("document control"),
    "covers": _("requirements covered"),
    "decides": _("decisions taken"),
    "depends_on": _("stands on"),
    "do": _("instruction"),
    "events": _("legal events"),
    "every": _("interval"),
    "exit": _("way out"),
    "fails": _("systems that fail"),
    "grants": _("remedies granted"),
    "if_not": _("if it fails"),
    "immutable": _("cannot be altered"),
    "keep": _("kept for"),
    "law_says": _("words of the law"),
    "led_by": _("led by :: which role"),
    "likely": _("as a rule"),
    "limit": _("approval limit"),
    "measures": _("standing duties"),
    "mtd": _("longest outage (MTD)"),
    "next_on": _("next on :: day of an exercise"),
    "next_update": _("time to the next update"),
    "not_applicable": _("parts that do not apply"),
    "note": _("note :: a remark"),
    "notifies": _("reports made"),
    "notify": _("who is told next"),
    "publishes": _("statements published"),
    "reaches": _("audiences"),
    "record": _("evidence kept"),
    "reports_within": _("promise to report within"),
    "requested_by": _("who may ask"),
    "restores": _("systems restored"),
    "restores_within": _("promise to work again within"),
    "result": _("result :: of a test"),
    "review_every": _("review interval"),
    "rpo": _("accepted data loss (RPO)"),
    "rto": _("recovery time (RTO)"),
    "says": _("words"),
    "see": _("signal"),
    "severity": _("grades"),
    "since": _("limit counts from"),
    "solve_within": _("time to solve"),
    "starts_at": _("start of the clock"),
    "starts_when": _("start of the clock in words"),
    "takes": _("estimated time"),
    "up_to": _("approval limit"),
    "updates_every": _("time between updates"),
    "uses": _("spares used"),
    "via": _("channels"),
    "when": _("condition"),
    "within": _("limit"),
    "without_it": _("work without it"),
    "worst": _("at worst"),
    "wrt": _("time to work off the backlog (WRT)"),
}
# Labels that are spelled as their fields are.
_PLAIN_FIELDS = (
    _("about"), _("absent"), _("accepted on"), _("account holder"), _("accountable"), _("accounts"),
    _("actions"), _("address"), _("after hours"), _("against"), _("aim"), _("alternative"), _("applies when"),
    _("approval paths"), _("approved on"), _("approver"), _("area"), _("around the clock"), _("asks"),
    _("assembles within"), _("assembly point"), _("assignments"), _("at"), _("audiences"), _("backup jobs"),
    _("basis"), _("began on"), _("body"), _("call when"), _("cap"), _("card steps most"), _("carried out by"),
    _("cause"), _("caution"), _("cautions"), _("certainty"), _("chain most"), _("change"), _("changes plans"),
    _("channel"), _("channels"), _("check"), _("check every"), _("checked by"), _("checked on"), _("checks"),
    _("chosen because"), _("clause"), _("closed on"), _("code"), _("commander"), _("communication"),
    _("company"), _("complaint steps"), _("complete"), _("conclusion"), _("consulted"), _("consulted most"),
    _("contact"), _("contact checked within"), _("contact ways least"), _("contacts"), _("content"),
    _("continuity tested on"), _("contract"), _("copies"), _("copy age"), _("copy gb"), _("counted from"),
    _("course"), _("criteria"), _("critical"), _("data growth"), _("deadline"), _("deadline reserve"),
    _("decided by"), _("declared by"), _("deleted by"), _("demands"), _("department"), _("departments"),
    _("deputies"), _("deputy"), _("deputy leaders"), _("deputy spokesperson"), _("deviations"), _("direction"),
    _("discovery delay"), _("doubt"), _("drafter"), _("drafting"), _("due on"), _("duties"), _("edit url"),
    _("effective on"), _("emergency numbers"), _("ended on"), _("ends"), _("escalate to"), _("escalation"),
    _("evaluated by"), _("evidence"), _("examples"), _("exercise"), _("exercise cycle"), _("exercised within"),
    _("expires on"), _("finding"), _("findings"), _("first statement"), _("floor"), _("floors"), _("focus"),
    _("follow ups"), _("form"), _("formerly"), _("forms"), _("fulfils"), _("full backup within"), _("gives"),
    _("go to"), _("grade"), _("grades"), _("group"), _("handled by"), _("head"), _("hits accounts"),
    _("hits sites"), _("hostile"), _("how"), _("how to use"), _("if short"), _("impact"), _("in force on"),
    _("in name of"), _("incident"), _("incidents"), _("informed"), _("informs"), _("intake"), _("item"),
    _("job"), _("jurisdiction"), _("keep at least"), _("keep basis"), _("keeper"), _("key kept"), _("lag"),
    _("languages"), _("last checked on"), _("laws"), _("layer"), _("leader"), _("legal"),
    _("legal check within"), _("liability"), _("life safety"), _("likelihood"), _("max characters"),
    _("may involve"), _("may last"), _("meaning"), _("means"), _("measure"), _("measured"), _("medium"),
    _("meets at"), _("members"), _("method"), _("mission"), _("name"), _("need"), _("not this"),
    _("objective basis"), _("objectives"), _("obligation"), _("obligations"), _("off site"), _("offline"),
    _("offline copies"), _("on"), _("operated by"), _("organization"), _("others bear"), _("outside bodies"),
    _("owner"), _("owners"), _("part"), _("participants"), _("partners"), _("people"), _("person"), _("phases"),
    _("place"), _("plans"), _("prevention"), _("principles"), _("procedures"), _("programme"), _("promise"),
    _("protections"), _("publisher"), _("purpose"), _("quantity"), _("rank"), _("ready within"), _("reason"),
    _("recipients"), _("records"), _("regained by"), _("relief after"), _("remediation"), _("remedies"),
    _("remedy"), _("renewed on"), _("repealed on"), _("repeat every"), _("replaces"), _("repository"),
    _("requirements"), _("resolves"), _("response"), _("responsible"), _("restore rate within"),
    _("restore test within"), _("restore tests"), _("restored gb"), _("result to"), _("result to outside"),
    _("review within"), _("reviewed on"), _("revisions"), _("risk score"), _("risks"), _("role"),
    _("role share most"), _("roles"), _("rule"), _("rules"), _("scenario"), _("scenario groups"),
    _("scenarios"), _("schema version"), _("scope"), _("second factor"), _("seniority"), _("shifts"),
    _("show contacts"), _("signals"), _("since on"), _("site"), _("site url"), _("sites"), _("size gb"),
    _("skills"), _("slots"), _("source"), _("source language"), _("span least"), _("span most"), _("spares"),
    _("spokesperson"), _("stand down"), _("standards"), _("starts"), _("statement"), _("statements"),
    _("status"), _("statute"), _("statutes"), _("step"), _("steps"), _("stood down by"), _("strengths"),
    _("succession depth"), _("summary"), _("superior"), _("supervised by"), _("supplier"), _("support"),
    _("system"), _("systems"), _("target"), _("tasks"), _("team"), _("teams"), _("technical"),
    _("tells authority"), _("tells people"), _("term"), _("terms"), _("thresholds"), _("tier"), _("tiers"),
    _("time zone"), _("timings"), _("title"), _("took"), _("topic"), _("trained on"), _("training within"),
    _("treatment"), _("trigger"), _("triggers"), _("unique by"), _("unit"), _("urgent"), _("value"),
    _("variables"), _("verified on"), _("version"), _("waivers"), _("wants to know"), _("watched by"),
    _("we bear"), _("weekdays"), _("what"),
)  # fmt: skip
_OF_KIND: Mapping[tuple[str, str], str] = {
    ("audience", "wants_to_know"): _("what they want to know"),
    ("backup-job", "takes"): _("time a backup takes"),
    ("escalation-path", "after"): _("told after"),
    ("escalationstep", "after"): _("starts after :: a time"),
    ("escalation-path", "steps"): _("hops"),
    ("exercise", "measures"): _("what is measured"),
    ("grade", "within"): _("time to handle it"),
    ("legal-floor", "within"): _("longest time the law allows"),
    ("obligation", "follow_ups"): _("later reports"),
    ("statement", "within"): _("out within"),
    ("statement", "statement"): _("kind of statement"),
}
_KINDS: Mapping[str, str] = {
    "authority": _("authority :: a right to decide"),
    "backup-job": _("backup"),
    "legal-floor": _("legal minimum"),
    "liability": _("boundary of liability"),
    "measure": _("standing duty"),
    "plan": _("plan :: a kind of thing"),
}
# Kinds that are called what they are called in the model.
_PLAIN_KINDS = (
    _("account"), _("action"), _("approval path"), _("audience"), _("catalog"), _("channel"),
    _("complaint step"), _("department"), _("escalation path"), _("evidence rule"), _("exercise"),
    _("exercise finding"), _("exercise record"), _("grade"), _("incident"), _("law"), _("obligation"),
    _("offline copy"), _("outside body"), _("person"), _("phase"), _("procedure"), _("protection"),
    _("remedy"), _("requirement"), _("restore test"), _("review trigger"), _("risk"), _("role"), _("scenario"),
    _("scenario group"), _("service standard"), _("shift"), _("site"), _("slot"), _("spare"), _("statement"),
    _("statute"), _("step"), _("system"), _("team"), _("term"), _("tier"), _("waiver"),
)  # fmt: skip
_VALUES: Mapping[str, str] = {
    "draft": _("draft :: an act"),
    "grade": _("grade :: an act"),
    "remedy": _("remedy :: an act"),
    "review": _("review :: an act"),
}
# Acts, which only comparisons name.
_PLAIN_VALUES = (
    _("approve"), _("approve legal"), _("approve remedy"), _("call rescue"), _("cancel orders"),
    _("change credentials"), _("close report"), _("confirm"), _("contain"), _("determine"), _("escalate"),
    _("investigate"), _("log"), _("notify authority"), _("notify people"), _("preserve evidence"),
    _("protect life"), _("publish"), _("reconnect"), _("register breach"), _("regrade"), _("reply"),
    _("request remedy"), _("restore"), _("return to normal"), _("stand down"), _("switch over"), _("tell staff"),
    _("verify backup"), _("wipe"), _("work degraded"),
)  # fmt: skip


def ngettext(singular: str, plural: str) -> tuple[str, str]:
    """Mark both forms of a counted label for extraction into the catalogs."""
    return singular, plural


COUNTED: Mapping[str, tuple[str, str]] = {
    "step": ngettext("%(number)s step", "%(number)s steps"),
    "statement": ngettext("%(number)s statement", "%(number)s statements"),
    "obligation": ngettext("%(number)s obligation", "%(number)s obligations"),
    "role": ngettext("%(number)s role", "%(number)s roles"),
    "system": ngettext("%(number)s system", "%(number)s systems"),
    "channel": ngettext("%(number)s channel", "%(number)s channels"),
    "waiver": ngettext("%(number)s waiver", "%(number)s waivers"),
    "requirement": ngettext("%(number)s requirement", "%(number)s requirements"),
    "risk": ngettext("%(number)s risk", "%(number)s risks"),
    "measure": ngettext("%(number)s standing duty", "%(number)s standing duties"),
}
"""Kinds of things that tell how much a plan holds."""


def counted_label(kind: str, number: int, translator: Translator) -> str:
    """A number of things of a kind."""
    return translator.ngettext(*COUNTED[kind], number) % {"number": number}


def told_label(label: str, translator: Translator) -> str:
    """A label for readers, without the word to translators."""
    return translator.gettext(label).partition(_NOTE)[0]


def field_label(kind: str, field: str, translator: Translator) -> str:
    """The name of a field of a kind of thing."""
    return told_label(_OF_KIND.get((kind, field)) or _FIELDS.get(field) or field.replace("_", " "), translator)


def kind_label(kind: str, translator: Translator) -> str:
    """The name of a kind of thing."""
    return told_label(_KINDS.get(kind, kind.replace("-", " ")), translator)


def value_label(value: StrEnum, translator: Translator) -> str:
    """The name of a fixed value."""
    try:
        return translator.gettext(name_of(value))
    except KeyError:
        return told_label(_VALUES.get(value.value, value.value.replace("-", " ")), translator)


def phase_label(text: str, translator: Translator) -> str:
    """The name of a phase, where the text is the id of one and the reader has a name for it; else the text."""
    phase = next((phase for phase in PhaseId if phase.value == text), None)
    label = name_of(phase) if phase else text
    found = translator.gettext(label)
    return text if found == label else found
