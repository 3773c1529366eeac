from __future__ import annotations

from generator.history.changes import Effect
from generator.history.grouping import by_plan, by_role, counts
from generator.model.handbook import Handbook
from tests.unit.analysis.sample_plans import assigned, handbook, organization, person, role, scenario, step
from tests.unit.history.edits import PEOPLE, compared


def test_plans_without_changes_are_left_out() -> None:
    before = handbook(PEOPLE, scenario(name="one"), scenario(name="two"))
    after = handbook(PEOPLE, scenario(name="one"), scenario(name="two", prevention=["Lock up."]))
    (group,) = by_plan(compared(before, after))
    assert group.plan.name.id == "two"
    assert len(group.changes) == 1


def test_a_role_learns_what_it_gained_lost_and_what_changed_under_it() -> None:
    before = scenario(step("check", responsible="clerk"), step("wait", within="10 min"))
    after = scenario(step("check", responsible="guard"), step("wait", within="5 min"))
    roles = by_role(compared(before, after))
    assert [len(part) for part in (roles["guard"].gained, roles["guard"].lost, roles["guard"].touched)] == [1, 0, 0]
    assert [len(part) for part in (roles["clerk"].gained, roles["clerk"].lost, roles["clerk"].touched)] == [0, 1, 0]
    assert len(roles["chief"].touched) == 2


def test_a_new_plan_is_news_for_those_who_act_in_it() -> None:
    roles = by_role(compared(handbook(PEOPLE), handbook(PEOPLE, scenario(step("check", informed=["guard"])))))
    assert [change.subject.id for change in roles["guard"].gained] == ["check"]
    assert "clerk" not in roles


def test_a_change_of_one_post_does_not_concern_all_posts() -> None:
    def company(since: str) -> Handbook:
        posts = assigned("clerk", "mei") + [entry | {"since_on": since} for entry in assigned("guard", "mei")]
        return handbook(organization([role("clerk"), role("guard")], [person("mei")], posts))

    roles = by_role(compared(company("2026-01-01"), company("2026-02-01")))
    assert roles.keys() == {"chief", "guard"}, "the owner of the plan, and whose post it is"


def test_what_came_inside_something_is_counted_once() -> None:
    found = compared(handbook(PEOPLE), handbook(PEOPLE, scenario(step("one"), step("two"))))
    assert counts(found.changes) == {Effect.STRENGTHENED: 1, Effect.WEAKENED: 0, Effect.NEUTRAL: 0}
