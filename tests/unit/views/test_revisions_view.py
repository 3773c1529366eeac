"""The history of plans: which version which edition held, and content that changed under the same version."""

from __future__ import annotations

from datetime import date

from generator.analysis.facts import Facts
from generator.history.past import NO_PAST, Past, PastEdition, plan_entries
from generator.model.control import Status
from generator.model.handbook import Handbook
from generator.views.revisions import PlanHistory, RevisionsView, view_revisions
from generator.views.sitemap import Location, Sitemap
from tests.unit.analysis.sample_plans import AS_OF, Fields, handbook, scenario, step
from tests.unit.history.edits import PEOPLE


def revision(version: str, on: str, **more: object) -> Fields:
    return {"version": version, "on": on, "by": "chief", "change": f"Made {version}.", **more}


def book(version: str, *, do: str = "Look.", **control: object) -> Handbook:
    return handbook(PEOPLE, scenario(step("see", do=do), control={"version": version, **control}))


def edition(name: str, held: Handbook) -> PastEdition:
    year, month = name.split(".")[:2]
    return PastEdition(name, date(int(year), int(month), 5), "c0ffee", "", {e.id: e for e in plan_entries(held)})


def view_of(
    now: Handbook, *earlier: PastEdition, shown: str | None = None, shown_on: date | None = None
) -> RevisionsView:
    return view_revisions(Facts(now, AS_OF), Sitemap.of(now), Past(earlier, shown=shown, shown_on=shown_on))


def outage(view: RevisionsView) -> PlanHistory:
    return next(history for history in view.histories if history.id == "outage")


def test_versions_are_told_newest_first_with_the_editions_that_held_them() -> None:
    revisions = [revision("1.9.0", "2026-03-01"), revision("1.10.0", "2026-04-01")]
    now = book("1.10.0", do="Look twice.", revisions=revisions)
    old = book("1.9.0")
    found = outage(view_of(now, edition("2026.10", old), edition("2026.09", old)))
    assert [row.version for row in found.rows] == ["1.10.0", "1.9.0"]
    assert [[holding.edition for holding in row.holdings] for row in found.rows] == [[""], ["2026.10", "2026.09"]]
    assert [row.revision.change for row in found.rows if row.revision] == ["Made 1.10.0.", "Made 1.9.0."]
    assert (found.anchor, found.location) == ("plan-outage", Location("scenarios/outage.html"))


def test_a_version_that_the_history_does_not_name_is_told_all_the_same() -> None:
    found = outage(view_of(book("2.0.0"), edition("2026.10", book("1.0.0"))))
    assert [(row.version, row.revision) for row in found.rows] == [("2.0.0", None), ("1.0.0", None)]


def test_a_holding_says_who_approved_what_and_when() -> None:
    now = book("1.0.0")
    (row,) = outage(view_of(now, edition("2026.10", now), shown="2026.11")).rows
    here, before = row.holdings
    assert (here.edition, before.edition, before.on) == ("2026.11", "2026.10", date(2026, 10, 5))
    assert (before.status, before.approver, before.approver_known) == (Status.APPROVED, "chief", True)
    assert before.approved_on == date(2026, 1, 31)
    assert here.fingerprint == before.fingerprint
    assert len(here.fingerprint) == 64
    assert here.short_print == here.fingerprint[:12]


def test_the_edition_that_is_shown_has_a_day_too_and_plans_being_worked_on_have_none() -> None:
    def day(view: RevisionsView) -> date | None:
        return next(outage(view).holdings).on

    assert day(view_of(book("1.0.0"), shown="2026.11")) == AS_OF
    assert day(view_of(book("1.0.0"), shown="2026.11", shown_on=date(2026, 11, 5))) == date(2026, 11, 5)
    assert day(view_of(book("1.0.0"))) is None


def test_the_same_content_under_one_version_is_no_alarm() -> None:
    same = view_of(book("1.0.0"), edition("2026.10", book("1.0.0")), edition("2026.09", book("1.0.0")), shown="2026.11")
    assert same.altered == same.ahead == ()


def test_other_content_under_the_same_version_of_an_edition_is_an_alarm() -> None:
    view = view_of(
        book("1.0.0"),
        edition("2026.10", book("1.0.0")),
        edition("2026.09", book("1.0.0", do="Look away.")),
        shown="2026.11",
    )
    (alarm,) = view.altered
    assert (alarm.history.id, alarm.holding.edition, alarm.holding.unlike) == ("outage", "2026.10", "2026.09")


def test_the_alarm_holds_for_the_edition_that_is_shown_too() -> None:
    view = view_of(book("1.0.0", do="Look away."), edition("2026.10", book("1.0.0")), shown="2026.11")
    assert [alarm.holding.edition for alarm in view.altered] == ["2026.11"]


def test_other_content_under_another_version_is_what_versions_are_for() -> None:
    view = view_of(book("1.1.0", do="Look away."), edition("2026.10", book("1.0.0")), shown="2026.11")
    assert view.altered == view.ahead == ()


def test_plans_that_are_being_worked_on_are_told_to_raise_the_version() -> None:
    view = view_of(book("1.0.0", do="Look away."), edition("2026.10", book("1.0.0")))
    assert view.altered == ()
    assert [(alarm.history.id, alarm.holding.unlike) for alarm in view.ahead] == [("outage", "2026.10")]


def test_fingerprints_that_were_taken_another_way_are_not_compared() -> None:
    before = edition("2026.10", book("1.0.0"))
    old = before.plans["outage"].model_copy(update={"fingerprint": "f" * 64, "form": "handbook-content-0"})
    before = PastEdition(before.name, before.on, before.commit, "", {"outage": old})
    view = view_of(book("1.0.0"), before)
    assert (view.altered, view.ahead) == ((), ())


def test_a_plan_that_went_is_told_with_its_editions() -> None:
    view = view_of(handbook(PEOPLE), edition("2026.10", book("1.0.0")))
    gone = outage(view)
    assert (gone.plan, gone.location) == (None, None)
    assert [holding.edition for holding in gone.holdings] == ["2026.10"]
    assert view.histories[-1] == gone


def test_a_version_with_the_content_of_the_one_before_says_so() -> None:
    now = book("1.0.2", do="Look away.")
    view = view_of(now, edition("2026.10", book("1.0.1")), edition("2026.09", book("1.0.0")))
    assert [(one.version, one.like) for one in outage(view).holdings] == [
        ("1.0.2", ""),
        ("1.0.1", "1.0.0"),
        ("1.0.0", ""),
    ]


def spans(view: RevisionsView) -> list[tuple[str, str, str]]:
    """Each version with the first and the last day on which it was in force."""
    return [(row.version, str(row.since or ""), str(row.until or "")) for row in outage(view).rows]


def test_a_version_is_in_force_until_the_day_before_the_next_one_takes_effect() -> None:
    first, second = book("1.0.0", effective_on="2026-03-01"), book("1.1.0", effective_on="2026-10-01")
    view = view_of(second, edition("2026.10", second), edition("2026.09", first), shown="2026.11")
    assert spans(view) == [("1.1.0", "2026-10-01", ""), ("1.0.0", "2026-03-01", "2026-09-30")]


def test_a_version_that_is_not_approved_ends_none_before_it() -> None:
    first = book("1.0.0", effective_on="2026-03-01")
    draft = book("1.1.0", status="draft", approved_on=None, effective_on=None)
    assert spans(view_of(draft, edition("2026.09", first))) == [("1.1.0", "", ""), ("1.0.0", "2026-03-01", "")]


def test_a_version_that_was_replaced_before_its_day_was_never_in_force() -> None:
    first, second = book("1.0.0", effective_on="2026-10-01"), book("1.0.1", effective_on="2026-10-01")
    view = view_of(second, edition("2026.09", first))
    assert spans(view) == [("1.0.1", "2026-10-01", ""), ("1.0.0", "", "")]


def test_a_plan_that_went_was_in_force_until_the_first_edition_without_it() -> None:
    held, without = book("1.0.0", effective_on="2026-03-01"), handbook(PEOPLE)
    view = view_of(without, edition("2026.10", without), edition("2026.09", held), shown="2026.11")
    assert spans(view) == [("1.0.0", "2026-03-01", "2026-10-04")]
    last = view_of(without, edition("2026.10", held), shown="2026.11", shown_on=date(2026, 11, 5))
    assert spans(last) == [("1.0.0", "2026-03-01", "2026-11-04")]


def test_a_plan_that_was_retired_ends_on_the_day_that_its_last_version_names() -> None:
    held, kept = book("1.0.0", effective_on="2026-03-01"), book("1.1.0", status="retired", effective_on="2026-10-01")
    assert spans(view_of(kept, edition("2026.09", held))) == [
        ("1.1.0", "", ""),
        ("1.0.0", "2026-03-01", "2026-09-30"),
    ]


def test_an_approver_or_status_that_is_unknown_today_does_not_stop_the_page() -> None:
    before = edition("2026.10", book("1.0.0"))
    strange = before.plans["outage"].model_copy(update={"approver": "queen", "status": "blessed", "version": "one"})
    before = PastEdition(before.name, before.on, before.commit, "", {"outage": strange})
    found = outage(view_of(book("1.0.0"), before))
    (holding,) = found.rows[-1].holdings
    assert (holding.version, holding.approver, holding.approver_known, holding.status) == ("one", "queen", False, None)


def test_without_editions_the_document_control_is_told() -> None:
    now = book("1.0.0", revisions=[revision("1.0.0", "2026-01-01", resolves=[])])
    view = view_revisions(Facts(now, AS_OF), Sitemap.of(now), NO_PAST)
    assert [history.id for history in view.histories] == [plan.id for plan in now.plans]
    assert all(len(history.rows) >= 1 for history in view.histories)


def test_every_bundled_plan_has_a_history_and_every_revision_stands_in_it(bundled_facts: Facts) -> None:
    view = view_revisions(bundled_facts, Sitemap.of(bundled_facts.handbook), NO_PAST)
    for plan, history in zip(bundled_facts.handbook.plans, view.histories, strict=True):
        told = {row.version for row in history.rows}
        assert told == {entry.version for entry in plan.control.revisions} | {plan.control.version}
