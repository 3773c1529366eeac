"""The pages of what changed: nothing is left out, nothing is told twice, and links lead where things stand."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.history.changes import Change, Effect, Kind, Topic
from generator.history.compare import compare
from generator.history.past import NO_PAST, Gap, Past, PastEdition
from generator.i18n.words import Translator
from generator.model.handbook import Handbook
from generator.model.settings import Settings
from generator.model.technical import TechnicalPlan
from generator.render.prose import plain_text
from generator.views.change_pieces import text_of
from generator.views.changes import ChangesView, News, PlanThings, RoleNews, Thing, changes_by_role
from generator.views.sitemap import Location, Sitemap
from tests.properties.edits import edited
from tests.properties.test_handbook_diff import base
from tests.unit.analysis.sample_plans import assigned, handbook, head, organization, person, phone, role, scenario, step
from tests.unit.history.edits import PEOPLE

ENGLISH = Translator("en", "en")
BEFORE = handbook(
    PEOPLE,
    scenario(step("call", within="5 min", informed=["guard"]), step("gone"), name="fire"),
    scenario(name="flood"),
)
AFTER = handbook(
    PEOPLE,
    scenario(
        step("call", within="15 min", informed=["guard"], do="Call 119 now."),
        step("count", responsible="clerk"),
        name="fire",
        control={
            "version": "1.1.0",
            "revisions": [
                {"version": "1.0.0", "on": "2026-01-01", "by": "chief", "change": "First."},
                {"version": "1.1.0", "on": "2026-02-01", "by": "chief", "change": "The clerk counts."},
            ],
        },
    ),
    scenario(step("pump", responsible="guard"), name="storm"),
)


def past_of(before: Handbook, after: Handbook) -> Past:
    edition = PastEdition("2026.10", date(2026, 10, 20), "c0ffee", "First.", {})
    return Past((edition,), compare(before, after), None)


def news_of(before: Handbook, after: Handbook, translator: Translator = ENGLISH) -> News:
    return News.of(past_of(before, after), after, Sitemap.of(after), translator, plain_text)


def changes_in(things: tuple[Thing, ...]) -> list[Change]:
    return [change for thing in things for line in thing.lines for change in line.changes]


def told_by_plan(view: ChangesView) -> list[tuple[str, Change]]:
    return [
        (plan.anchor, change)
        for plan in view.plans
        for part in (plan.things, plan.asides)
        for change in changes_in(part)
    ]


def told_to(news: RoleNews) -> list[Change]:
    return [
        change for part in (news.gained, news.lost, news.touched) for plan in part for change in changes_in(plan.things)
    ]


def places(plans: tuple[PlanThings, ...]) -> dict[str, Location | None]:
    return {thing.id: thing.location for plan in plans for thing in plan.things}


@pytest.fixture(scope="module")
def news() -> News:
    return news_of(BEFORE, AFTER)


@pytest.fixture(scope="module")
def view(news: News) -> ChangesView:
    return news.view_changes()


def test_plans_that_came_changed_and_went_are_told_as_such(view: ChangesView) -> None:
    told = {plan.anchor: (plan.edition, plan.fate) for plan in view.plans}
    assert told == {
        "scenario-fire": ("version 1.0.0 → 1.1.0", Kind.CHANGED),
        "scenario-storm": ("new, version 1.0.0", Kind.CAME),
        "scenario-flood": ("removed", Kind.WENT),
    }


def test_a_plan_is_told_with_what_its_history_says_of_the_new_versions(view: ChangesView) -> None:
    fire = next(plan for plan in view.plans if plan.anchor == "scenario-fire")
    assert [revision.change for revision in fire.revisions] == ["The clerk counts.", "First."]


def test_what_got_weaker_comes_with_its_plan_and_only_that(view: ChangesView) -> None:
    weaker = [change for plan in view.weakened for change in changes_in(plan.things)]
    assert {change.effect for change in weaker} == {Effect.WEAKENED}
    assert len(weaker) == view.counts[Effect.WEAKENED] == 3
    assert [plan.anchor for plan in view.weakened] == ["scenario-fire", "scenario-flood"]


def test_document_control_is_folded_and_the_words_of_a_duty_are_not(view: ChangesView) -> None:
    fire = next(plan for plan in view.plans if plan.anchor == "scenario-fire")
    assert {change.subject.field for change in changes_in(fire.asides)} == {"control"}
    assert fire.aside_count == 1
    assert {change.subject.field for change in changes_in(fire.things)} == {"within", "do", ""}


def test_a_plan_in_which_only_document_control_changed_is_told_among_those_that_keep_their_words() -> None:
    def plans(version: str, do: str) -> Handbook:
        control = {"version": version}
        fire = scenario(step("see", do=do), name="fire", control=control)
        return handbook(PEOPLE, fire, scenario(step("see"), name="flood", control=control))

    view = news_of(plans("1.0.0", "Look within 5 minutes."), plans("1.1.0", "Look within 2 minutes.")).view_changes()
    assert [plan.anchor for plan in view.changed] == ["scenario-fire"]
    assert [plan.anchor for plan in view.confirmed] == ["scenario-flood"]
    assert view.confirmed[0].edition == "version 1.0.0 → 1.1.0"
    assert [*view.changed, *view.confirmed] == [*view.plans]


def test_things_link_to_where_they_stand_now_and_what_is_gone_links_nowhere(view: ChangesView) -> None:
    found = {thing.id: thing.location for plan in view.plans for thing in plan.things}
    assert found["call"] == Location("scenarios/fire.html", "step-call")
    assert found["count"] == Location("scenarios/fire.html", "step-count")
    assert found["gone"] is None
    assert {plan.anchor: plan.location for plan in view.plans} == {
        "scenario-fire": Location("scenarios/fire.html"),
        "scenario-storm": Location("scenarios/storm.html"),
        "scenario-flood": None,
    }


def test_a_role_learns_what_is_new_even_inside_a_new_plan(news: News) -> None:
    roles = {found.role: found for found in news.view_roles().roles}
    assert places(roles["guard"].gained) == {"pump": Location("scenarios/storm.html", "step-pump")}
    assert places(roles["guard"].touched) == {"call": Location("scenarios/fire.html", "step-call")}
    assert places(roles["clerk"].gained).keys() == {"count"}
    assert roles["clerk"].lost == ()
    assert "gone" in places(roles["chief"].lost)


def test_every_role_is_either_told_its_news_or_named_among_those_without(news: News) -> None:
    view = news.view_roles()
    told = {found.role for found in view.roles}
    assert told.isdisjoint(view.unchanged)
    assert told | set(view.unchanged) >= AFTER.roles.keys()
    assert news_of(AFTER, AFTER).view_roles().unchanged == tuple(AFTER.roles)


def test_document_control_is_no_news_for_a_role(news: News) -> None:
    topics = {change.topic for found in news.view_roles().roles for change in told_to(found)}
    assert Topic.CONTROL not in topics
    assert Topic.LIMIT in topics


def test_a_day_on_which_something_was_checked_is_no_news_for_a_role() -> None:
    def technique(day: str) -> Handbook:
        spare = {
            "id": "van", "title": "Van", "place": "Yard", "quantity": 1, "ready_within": "1 h", "how_to_use": "Drive.",
            "keeper": "chief", "site": "home", "check_every": "1 month", "checked_on": day,
        }  # fmt: skip
        return handbook(PEOPLE, TechnicalPlan.model_validate(head("technical", systems=[], spares=[spare])))

    found = news_of(technique("2026-01-01"), technique("2026-02-01"))
    assert [change.subject.field for _, change in told_by_plan(found.view_changes())] == ["checked_on"]
    assert found.view_roles().roles == ()


def test_roles_that_came_and_went_are_told_and_those_that_went_come_last() -> None:
    before = handbook(organization([role("clerk"), role("baker")]))
    after = handbook(organization([role("clerk"), role("zookeeper")]))
    found = news_of(before, after).view_roles().roles
    assert [(one.role, one.fate) for one in found if one.fate is not Kind.CHANGED] == [
        ("zookeeper", Kind.CAME),
        ("baker", Kind.WENT),
    ]
    assert found[-1].role == "baker"
    assert text_of(found[-1].title) == "Baker"


def test_the_number_on_a_role_page_is_that_of_its_news(news: News) -> None:
    counted = news.count_by_role()
    assert counted == {found.role: found.count for found in news.view_roles().roles}
    assert all(found.count == len(told_to(found)) for found in news.view_roles().roles)
    assert counted["nobody"] == 0


def test_nothing_is_told_when_nothing_changed() -> None:
    same = news_of(AFTER, AFTER)
    view = same.view_changes()
    assert (view.plans, view.weakened, same.view_roles().roles) == ((), (), ())
    assert not same.count_by_role()


def test_without_a_comparison_the_gap_is_passed_on() -> None:
    alone = News.of(NO_PAST, AFTER, Sitemap.of(AFTER), ENGLISH, plain_text)
    assert alone.view_changes().past.gap is alone.view_roles().past.gap is Gap.UNKNOWN
    assert (alone.view_changes().plans, alone.view_roles().roles) == ((), ())


def company(*, shows: bool, number: str, first: str) -> Handbook:
    people = [person("mei", phone(number)), person("li", phone("110"))]
    book = handbook(organization([role("clerk")], people, assigned("clerk", first)), scenario())
    fields = dict(book.settings) | {"show_contacts": shows}
    return Handbook(Settings.model_construct(**fields), book.plans, book.catalogs)


def test_names_and_numbers_of_people_are_told_only_where_the_handbook_shows_them() -> None:
    shown = news_of(company(shows=True, number="119", first="mei"), company(shows=True, number="120", first="li"))
    assert "120" in str(shown.view_changes()) and "Li" in str(shown.view_changes())  # noqa: PT018
    hidden = news_of(company(shows=False, number="119", first="mei"), company(shows=False, number="120", first="li"))
    view = hidden.view_changes()
    assert (view.plans, hidden.view_roles().roles) == ((), ())
    assert view.withheld == len(shown.comparison.changes) > 0


def test_a_plan_names_what_changed_in_things_of_other_plans_that_it_refers_to() -> None:
    def book(deputies: list[str], version: str) -> Handbook:
        people = organization([role("clerk", deputies=deputies), role("baker")])
        again = {"version": version}
        return handbook(people, scenario(step("see", responsible="clerk"), name="fire", control=again))

    view = news_of(book([], "1.0.0"), book(["baker"], "1.0.1")).view_changes()
    (fire,) = view.confirmed
    assert [(text_of(one.title), one.anchor) for one in fire.around] == [("Clerk", view.changed[0].anchor)]
    same = news_of(book([], "1.0.0"), book([], "1.0.1")).view_changes()
    assert [plan.around for plan in same.plans] == [()]


def test_labels_and_titles_are_in_the_language_of_the_page() -> None:
    translator = Translator("es", "en", {"Title of fire": "Incendio"}, {"step": "paso", "limit": "límite"})
    (fire, *_others) = news_of(BEFORE, AFTER, translator).view_changes().plans
    assert text_of(fire.title) == "Incendio"
    assert {thing.kind for thing in fire.things} == {"paso"}


@settings(max_examples=40)
@given(st.deferred(lambda: edited(base())), st.deferred(lambda: edited(base())))
def test_every_change_is_told_once_in_each_of_its_plans_and_once_to_each_of_its_roles(
    before: Handbook, after: Handbook
) -> None:
    comparison = compare(before, after)
    news = News.of(Past((), comparison, None), after, Sitemap.of(after), ENGLISH, plain_text)
    told = Counter((anchor, id(change)) for anchor, change in told_by_plan(news.view_changes()))
    shown = news.comparison.changes
    withheld = [change for change in comparison.changes if change not in shown]
    assert len(shown) + len(withheld) == len(comparison.changes)
    assert news.withheld == len(withheld)
    assert not (withheld and after.settings.show_contacts)
    whole = [change for change in shown if not change.inside]
    assert sum(told.values()) == len(told) == sum(len(change.plans) for change in whole)
    for found in news.view_roles().roles:
        mine = changes_by_role(news.comparison)[found.role]
        assert Counter(map(id, told_to(found))) == Counter(map(id, mine))
    assert {found.role for found in news.view_roles().roles} == changes_by_role(news.comparison).keys()
