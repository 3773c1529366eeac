"""What is not a rule of its own, and why: what the model rules out already, and what is left to people."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Omission:
    """A check that one might expect, and the reason why there is no rule for it."""

    check: str
    reason: str


BY_CONSTRUCTION: tuple[Omission, ...] = (
    Omission(
        "A step has no accountable or no responsible role, or two of them.",
        "`accountable` and `responsible` are one key each, and both must be there.",
    ),
    Omission(
        "The responsibility matrix and the plan name different roles.",
        "The matrix is made from the steps; there is no second list.",
    ),
    Omission("A decision has two drivers or two approvers (DACI).", "`commander` and `accountable` are single roles."),
    Omission(
        "A role has two superiors.", "`superior` is one role; circles and second tops are found by `chart-broken`."
    ),
    Omission(
        "A plan names a role, system or document that does not exist.",
        "Every reference must resolve (`reference-unknown`).",
    ),
    Omission(
        "Escalation goes to a mailing list or a department.",
        "An escalation step notifies a role, and a role without people is found by `role-unfilled`.",
    ),
    Omission("An escalation hop or a step has no time limit.", "`after` and `within` must be there."),
    Omission(
        "There is no rule for doubt about the grade.", "`doubt` must be there; what it says is for people to judge."
    ),
    Omission("Action card and plan say different things.", "Cards are printed from the same steps."),
    Omission("Version or date differ between plan, cards and tables.", "All of them show the same document control."),
    Omission("A channel has no owner or no account holder.", "Both keys must be there."),
    Omission("A finding of an exercise has an action without owner or date.", "Both keys must be there."),
    Omission("An after-action report has no conclusion.", "`conclusion` must be there."),
    Omission("Dates, times and time zones are written in different forms.", "Only one form is read."),
)
"""What a plan cannot get wrong, because the model has no place for it or the page is made from the same data."""

LEFT_OUT: tuple[Omission, ...] = (
    Omission(
        "A company grade copies the official accident grades.",
        "Copying is no fault in itself; whether it fits the company is a judgement.",
    ),
    Omission(
        "Deputies depend on the same supplier.",
        "People have no supplier in the model; site and shift are compared.",
    ),
    Omission(
        "A step assumes something that is not there, such as network segments or a generator.",
        "Assumptions stand in prose. What a step names as system, spare or body must exist; the rest is guessing.",
    ),
    Omission(
        "A step needs a licence or tool that its actor lacks.",
        "Rights to systems are checked (`right-missing`). Licences and tools are not in the model.",
    ),
    Omission(
        "The public text and the report to the authority state different numbers.",
        "Numbers are gaps that are filled in on the day; there is nothing to compare before.",
    ),
    Omission(
        "A statement names victims.",
        "A name cannot be told from other words; names of the roster are found in plans (`person-named`).",
    ),
    Omission(
        "The script for customer service is not released together with the statement.",
        "Whether it must be at the same minute depends on the channel; that there is one is checked.",
    ),
    Omission(
        "Vulnerable customers, bulk buyers and professional claimants are treated alike.",
        "Rules for groups stand in words; a field for them would be filled in to please the check.",
    ),
    Omission(
        "A remedy is due later than promised.",
        "`within` of a remedy counts from a request or a return, which is not a step of the plan.",
    ),
    Omission("A large customer is owed a notice by contract.", "Customers are no outside bodies in the model."),
    Omission(
        "A standing contract obliges a supplier to act in an emergency.",
        "The clause itself is prose; whether the supplier promises and reports in time is checked.",
    ),
    Omission(
        "An exercise uses the same story every year.",
        "The course is prose. The kinds of exercise and the scenarios covered are checked.",
    ),
    Omission("A closed action was not tried again.", "Retests are not linked; a finding that comes back is found."),
    Omission(
        "The night shift never took part.", "Records carry no time of day; critical roles and deputies are checked."
    ),
    Omission(
        "The plan does not name neighbouring or higher plans.",
        "A link for its own sake helps nobody; confusable emergencies are linked by `not_this`.",
    ),
    Omission(
        "A translation was changed after the plan was approved.",
        "Rules read plans, not catalogs. `handbook status` compares the translations with the approval.",
    ),
    Omission("A plan speaks of another company.", "The checker cannot know other companies' names."),
    Omission(
        "Private numbers are shown to everybody.",
        "`show_contacts` decides that for the whole site; secrets such as passwords are found.",
    ),
    Omission(
        "Copies of backups share a domain or a cloud region.",
        "Only the administrative account is in the model, and it is compared.",
    ),
)
"""What a machine can't decide from the plans, or only by guessing."""
