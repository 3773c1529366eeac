"""Who reports to whom."""

from __future__ import annotations

from generator.analysis.chart import circles, reports, tops
from generator.model.handbook import Handbook
from tests.unit.analysis.sample_plans import handbook, organization, role


def chart(**superiors: str | None) -> Handbook:
    """Roles with their superiors, in order of writing."""
    return handbook(organization([role(name, superior=superior) for name, superior in superiors.items()]))


def test_each_superior_is_listed_with_its_direct_reports_only() -> None:
    found = reports(chart(chief=None, cook="chief", guard="chief", boy="cook"))
    assert {name: [role.id for role in below] for name, below in found.items()} == {
        "chief": ["cook", "guard"],
        "cook": ["boy"],
    }


def test_the_top_with_the_most_roles_below_it_comes_first_however_deep_they_are() -> None:
    book = chart(guard=None, cook="guard", chief=None, baker="chief", boy="baker")
    assert [role.id for role in tops(book)] == ["chief", "guard"]


def test_a_sound_chart_has_no_circle() -> None:
    assert circles(chart(chief=None, cook="chief", boy="cook", guard="chief")) == ()


def test_a_circle_is_told_once_without_the_roles_that_only_lead_into_it() -> None:
    book = chart(boy="cook", cook="guard", guard="baker", baker="cook", chief=None)
    assert [[role.id for role in circle] for circle in circles(book)] == [["cook", "guard", "baker"]]


def test_a_role_above_itself_is_a_circle_of_one() -> None:
    assert [[role.id for role in circle] for circle in circles(chart(chief="chief"))] == [["chief"]]


def test_two_circles_are_both_found() -> None:
    book = chart(chief="cook", cook="chief", guard="boy", boy="guard")
    assert [[role.id for role in circle] for circle in circles(book)] == [["chief", "cook"], ["guard", "boy"]]


def test_the_bundled_chart_is_one_tree(bundled_handbook: Handbook) -> None:
    assert len(tops(bundled_handbook)) == 1
    assert circles(bundled_handbook) == ()
