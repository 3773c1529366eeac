"""Each kind of picture: everything is drawn, everything is said in words, nothing falls over the edge."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.duration import Duration
from generator.render.diagrams.calendar import Recurring, calendar
from generator.render.diagrams.graph import Vertex, graph
from generator.render.diagrams.ladder import Rung, ladder
from generator.render.diagrams.timeline import Bar, timeline
from generator.render.diagrams.tree import Node, tree
from generator.render.diagrams.year import Column, Lane, year
from tests.unit.render.drawn import Drawn

LONG = "Head of the department for customer service & after-sales <all regions>"
CHINESE = "全国客户服务与售后支持部门的值班负责人以及全部代理人员和后备人员以及其他人员"


def bar(number: int, lane: str = "Guard", limit: float = 60, **changes: float) -> Bar:
    times = {"starts": 0.0, "ends": 5.0} | changes
    return Bar(lane, number, f"Do {number} & <more>", times["starts"], times["ends"], limit, f"#s{number}", number == 1)


def drawn_timeline(*bars: Bar) -> Drawn:
    return Drawn.of(timeline(bars, "Time & line", {"by": "until"}.__getitem__, lambda minutes: f"{minutes:g} min"))


def test_every_step_occurs_in_the_timeline_with_link_tip_and_words() -> None:
    drawn = drawn_timeline(bar(1), bar(2, "Cook", limit=1440), bar(3, limit=7200, starts=100, ends=900))
    assert drawn.links == ["#s1", "#s2", "#s3"]
    assert [text for text in drawn.texts if text in {"1", "2", "3"}] == ["1", "2", "3"]
    tips = [element.findtext("title") for element in drawn.of_class("hb-bar")]
    assert tips[0] == "1. Do 1 & <more> (until 60 min)"
    assert drawn.description == "Guard: 1 until 60 min; 3 until 7200 min. Cook: 2 until 1440 min."
    assert drawn.is_accessible()
    assert drawn.stays_inside()


def test_steps_of_one_role_share_a_lane_and_critical_ones_are_marked() -> None:
    drawn = drawn_timeline(bar(1), bar(2, "Cook"), bar(3))
    tops = [element.attrib["y"] for element in drawn.of_class("hb-bar")]
    assert tops[0] == tops[2] != tops[1]
    assert len(drawn.of_class("hb-critical")) == 1
    assert drawn.texts.count("Guard") == 1


def test_later_steps_stand_further_right_and_limits_behind_their_bars() -> None:
    drawn = drawn_timeline(bar(1, ends=10, limit=20), bar(2, starts=10, ends=40, limit=600))
    starts = [float(element.attrib["x"]) for element in drawn.of_class("hb-bar")]
    limits = [float(element.attrib["cx"]) for element in drawn.of_class("hb-limit")]
    assert starts[0] < starts[1]
    assert limits[0] < limits[1]
    assert all(limit > start for start, limit in zip(starts, limits, strict=True))


@pytest.mark.parametrize("lane", [LONG, CHINESE])
def test_a_long_lane_name_is_wrapped_beside_the_bars(lane: str) -> None:
    drawn = drawn_timeline(bar(1, lane), bar(2, "Cook"))
    assert drawn.stays_inside()
    assert lane in drawn.description, "in full where there is room"


def test_a_scenario_in_which_all_is_due_at_once_can_be_drawn() -> None:
    drawn = drawn_timeline(bar(1, limit=0, ends=0), bar(2, limit=0, ends=0))
    assert drawn.links == ["#s1", "#s2"]


@pytest.mark.parametrize("label", [LONG, CHINESE, "Chief"])
def test_every_box_of_a_tree_is_drawn_below_its_root(label: str) -> None:
    root = Node(
        label,
        "a.html",
        True,
        (Node("B & C", "b.html", False, (Node("D", "d.html", False),)), Node("E", "e.html", False)),
    )
    drawn = Drawn.of(tree((root,), "Chart"))
    assert sorted(drawn.links) == ["a.html", "b.html", "d.html", "e.html"]
    assert drawn.description == f"{label}: B & C, E. B & C: D."
    assert len(drawn.of_class("hb-edge")) == 3
    assert len(drawn.of_class("hb-strong")) == 1
    assert drawn.is_accessible()
    assert drawn.stays_inside()


def test_no_two_boxes_of_a_tree_overlap() -> None:
    leaf = Node("Leaf", "x", False)
    root = Node("R", "x", False, (Node("A", "x", False, (leaf, leaf, leaf)), leaf, Node("B", "x", False, (leaf,))))
    boxes = [
        (float(r.attrib["x"]), float(r.attrib["y"])) for r in Drawn.of(tree((root, root), "Chart")).of_class("hb-box")
    ]
    assert len(boxes) == 16
    apart = [abs(one[1] - other[1]) for n, one in enumerate(boxes) for other in boxes[:n] if one[0] == other[0]]
    assert min(apart) >= 36


def vertex(name: str, *needs: str, label: str = "") -> Vertex:
    return Vertex(name, label or name.title(), f"#{name}", name == "shop", needs)


def test_what_a_system_needs_stands_to_its_right_and_is_said() -> None:
    drawn = Drawn.of(
        graph((vertex("power"), vertex("shop", "server", "power"), vertex("server", "power")), "Systems", "needs")
    )
    place = {link.attrib["href"]: float(box.attrib["x"]) for link in drawn.box.iter("a") for box in link.iter("rect")}
    assert place["#shop"] < place["#server"] < place["#power"]
    assert len(drawn.of_class("hb-edge")) == 3
    assert drawn.description == "Shop needs Server, Power. Server needs Power."
    assert drawn.is_accessible()
    assert drawn.stays_inside()


def test_systems_that_need_each_other_are_drawn_too() -> None:
    drawn = Drawn.of(graph((vertex("a", "b"), vertex("b", "a"), vertex("c", "c")), "Systems", "needs"))
    assert sorted(drawn.links) == ["#a", "#b", "#c"]


@pytest.mark.parametrize("label", [LONG, CHINESE])
def test_long_names_of_systems_stay_in_their_boxes(label: str) -> None:
    assert Drawn.of(graph((vertex("a", "b", label=label), vertex("b", label=label)), "S", "needs")).stays_inside()


@pytest.mark.parametrize("who", [LONG, CHINESE, "Chief"])
def test_every_rung_of_a_ladder_says_who_when_and_how(who: str) -> None:
    rungs = (Rung("5 min", who, "SMS & chat", "a.html"), Rung("15 min", "Guard", CHINESE, "b.html"))
    drawn = Drawn.of(ladder("ladder-one", rungs, "Escalation"))
    assert drawn.links == ["a.html", "b.html"]
    assert drawn.description == f"5 min: {who} (SMS & chat). 15 min: Guard ({CHINESE})."
    assert drawn.is_accessible()
    assert drawn.stays_inside()
    later = [float(dot.attrib["cy"]) for dot in drawn.of_class("hb-rung-dot")]
    assert later == sorted(later), "time runs downwards"


def test_two_ladders_on_one_page_have_different_ids() -> None:
    rungs = (Rung("5 min", "Chief", "SMS", "a.html"),)
    both = Drawn.of(ladder("ladder-one", rungs, "One")), Drawn.of(ladder("ladder-two", rungs, "Two"))
    ids = [element.attrib["id"] for drawn in both for element in drawn.box.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids)) == 4


def exercise_dates(first: date, every: str, start: date = date(2026, 11, 22)) -> list[str]:
    row = Recurring("Drill", "#drill", first, Duration.parse(every))
    drawn = Drawn.of(calendar((row,), start, "Year", lambda day: f"{day:%b}"))
    assert drawn.is_accessible()
    assert drawn.stays_inside()
    tips = [element.findtext("title") or "" for element in drawn.of_class("hb-date")]
    assert drawn.description == f"Drill: {', '.join(tip.removeprefix('Drill: ') for tip in tips)}."
    return [tip.removeprefix("Drill: ") for tip in tips]


def test_a_recurring_exercise_has_a_dot_for_every_date_of_the_coming_year() -> None:
    assert exercise_dates(date(2026, 12, 15), "6 months") == ["2026-12-15", "2027-06-15"]
    assert exercise_dates(date(2026, 11, 30), "3 months") == [
        "2026-11-30", "2027-02-28", "2027-05-30", "2027-08-30",
    ]  # fmt: skip


def test_dates_before_this_month_and_after_twelve_months_are_left_out() -> None:
    assert exercise_dates(date(2026, 1, 10), "1 year") == ["2027-01-10"]
    assert exercise_dates(date(2028, 1, 10), "1 year") == []
    assert exercise_dates(date(2026, 11, 1), "1 year") == ["2026-11-01"], "this month is shown from its first day"


def test_an_interval_shorter_than_a_day_is_drawn_once() -> None:
    assert exercise_dates(date(2026, 12, 15), "30 min") == ["2026-12-15"]


def test_the_calendar_names_twelve_months_from_the_present_one() -> None:
    row = Recurring(LONG, "#drill", date(2026, 12, 1), Duration.parse("1 year"))
    drawn = Drawn.of(calendar((row,), date(2026, 11, 22), "Year", lambda day: f"{day:%Y-%m}"))
    assert drawn.texts[:12] == [f"2026-{m}" for m in ("11", "12")] + [f"2027-{m:02}" for m in range(1, 11)]
    assert drawn.links == ["#drill"]


def drawn_year(*lanes: Lane, columns: tuple[Column, ...] | None = None) -> Drawn:
    months = (Column("overdue", "#overdue", alarm=True), Column("Dec", "#dec", alarm=False))
    return Drawn.of(year(lanes, columns or months, "The <year>"))


def test_a_year_shows_every_number_with_a_link_and_says_it_in_words() -> None:
    drawn = drawn_year(Lane("Drill & <walk>", (1, 14)), Lane("Review", (0, 3)))
    assert drawn.description == "overdue: Drill & <walk> 1. Dec: Drill & <walk> 14, Review 3."
    assert [text for text in drawn.texts if text.isdigit()] == ["1", "14", "3"]
    assert drawn.links == ["#overdue", "#dec", "#overdue", "#dec", "#dec"]
    tips = [element.findtext("title") for element in drawn.of_class("hb-date")]
    assert tips == ["Drill & <walk>, overdue: 1", "Drill & <walk>, Dec: 14", "Review, Dec: 3"]
    assert drawn.is_accessible()
    assert drawn.stays_inside()


def test_discs_grow_with_their_number_and_never_touch_the_next() -> None:
    columns = tuple(Column(str(number), "#x", alarm=False) for number in range(4))
    drawn = drawn_year(Lane("Review", (1, 5, 60, 9999)), columns=columns)
    radii = [float(element.get("r", "0")) for element in drawn.of_class("hb-date")]
    places = [float(element.get("cx", "0")) for element in drawn.of_class("hb-date")]
    assert radii == sorted(radii)
    assert radii[0] < radii[1] < radii[2]
    assert all(
        one + first < other - second
        for one, other, first, second in zip(places, places[1:], radii, radii[1:], strict=False)
    )


def test_what_is_overdue_stands_out_only_if_there_is_something() -> None:
    late = drawn_year(Lane("Review", (2, 0)))
    assert len(late.of_class("hb-date-late")) == 1
    assert len(late.of_class("hb-alarm-label")) == 1
    none = (Column("overdue", "", alarm=True), Column("Dec", "#dec", alarm=False))
    calm = drawn_year(Lane("Review", (0, 2)), columns=none)
    assert not calm.of_class("hb-date-late")
    assert not calm.of_class("hb-alarm-label")
    assert "overdue" in calm.texts
