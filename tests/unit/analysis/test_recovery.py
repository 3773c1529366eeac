"""What backups give back: worst loss, surviving copies, and the time of a restore."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.analysis.facts import Facts
from generator.analysis.recovery import (
    SavedCopy,
    cause_of_loss,
    concerned_systems,
    copies_of,
    least_loss,
    retest_due_on,
    survives,
)
from generator.model.technical import RestoreTest
from generator.model.thresholds import Thresholds
from tests.unit.analysis.sample_backups import copy, job, restored, shop_backups
from tests.unit.analysis.sample_plans import scenario, step


def saved(**of_copy: object) -> SavedCopy:
    return copies_of(shop_backups(job("full", "full", "1 day", copy(**of_copy))).jobs)[0]  # type: ignore[arg-type]


def test_the_worst_loss_is_interval_run_time_and_lag_together() -> None:
    backups = shop_backups(job("full", "full", "2 h", copy(lag="5 min"), takes="10 min"))
    assert copies_of(backups.jobs)[0].worst_loss == 135


def test_the_least_loss_is_sought_over_all_jobs_of_a_system() -> None:
    backups = shop_backups(job("weekly", "full", "7 days"), job("log", "log", "15 min", copy(lag="9 min"), copy()))
    best = least_loss(backups.surviving())
    assert best is not None
    assert (best.job.id, best.worst_loss) == ("log", 15)
    assert least_loss(()) is None


def test_a_copy_is_lost_with_its_site_and_with_its_account() -> None:
    fire, theft = scenario(step("go"), hits_sites=["home"]), scenario(step("go"), hits_accounts=["other", "root"])
    at_home, of_root = saved(site="home", immutable=True), saved(account="root", offline=True)
    assert not survives(at_home, fire)
    assert not survives(of_root, theft)
    assert survives(at_home, theft)
    assert survives(of_root, fire), "a copy without a site is lost with none"
    assert survives(at_home, None)
    assert cause_of_loss(at_home, fire) == ("hits_sites", 0)
    assert cause_of_loss(of_root, theft) == ("hits_accounts", 1)


@pytest.mark.parametrize(("of_copy", "left"), [({}, False), ({"offline": True}, True), ({"immutable": True}, True)])
def test_only_offline_and_immutable_copies_survive_an_attacker(of_copy: dict[str, bool], left: bool) -> None:
    attack = scenario(step("go"), hostile=True)
    assert survives(saved(**of_copy), attack) is left
    assert cause_of_loss(saved(), attack) == ("hostile",)


def test_parts_are_of_no_use_without_a_copy_in_one_piece() -> None:
    attack = scenario(step("go"), hostile=True)
    backups = shop_backups(job("full", "full", "1 day"), job("log", "log", "1 h", copy(immutable=True)))
    assert len(backups.surviving()) == 2
    assert backups.surviving(attack) == ()
    only_log = shop_backups(job("log", "log", "1 h", copy(immutable=True)))
    assert len(only_log.surviving(attack)) == 1, "that there is no full copy at all is another fault"


def test_a_restore_starts_from_the_most_frequent_copy_in_one_piece() -> None:
    backups = shop_backups(
        job("monthly", "full", "1 month"), job("weekly", "full", "7 days"), job("image", "image", "7 days", size_gb=40)
    )
    assert backups.base is not None
    assert backups.base.id == "image", "of equals the largest"
    assert shop_backups(job("log", "log", "1 h")).base is None


def test_a_restore_loads_the_longest_chain_at_the_measured_rates() -> None:
    backups = shop_backups(
        job("log", "log", "1 h", size_gb=1),
        job("daily", "incremental", "1 day", size_gb=2),
        job("weekly", "full", "7 days", size_gb=100),
        tests=(restored("weekly", "60 min", 50), restored("daily", "10 min", 4), restored("log", "12 min", 12)),
    )
    assert [(load.job.id, load.pieces, load.minutes) for load in backups.restore] == [
        ("weekly", 1, 120),
        ("daily", 7, 35),
        ("log", 24, 24),
    ]
    assert backups.restore_minutes == 179


def test_a_part_without_a_test_counts_at_the_rate_of_the_full_copy() -> None:
    backups = shop_backups(
        job("full", "full", "1 day"), job("half", "differential", "1 h"), tests=(restored("full", "30 min"),)
    )
    assert backups.restore_minutes == 60, "a differential copy is loaded once"


def test_only_passed_tests_measure_and_the_newest_of_them_counts() -> None:
    tests = (
        restored("full", "50 min", on="2026-10-01"),
        restored("full", "20 min", on="2026-09-01"),
        restored("full", "5 min", on="2026-11-01", result="failed"),
    )
    backups = shop_backups(job("full", "full", "1 day"), tests=tests)
    assert backups.restore_minutes == 50
    last = backups.last_test(backups.jobs[0])
    assert last is not None
    assert last.on == date(2026, 11, 1)


def test_a_restore_time_that_was_never_measured_is_unknown() -> None:
    backups = shop_backups(job("full", "full", "7 days"), job("log", "log", "1 h"), tests=(restored("log", "1 min"),))
    assert backups.restore_minutes is None


@pytest.mark.parametrize(
    ("method", "every", "links"),
    [("incremental", "12 h", 14), ("incremental", "2 days", 4), ("differential", "1 h", 1), ("log", "8 days", 1)],
)
def test_links_are_counted_from_one_full_copy_to_the_next(method: str, every: str, links: int) -> None:
    backups = shop_backups(job("weekly", "full", "7 days"), job("part", method, every))
    assert backups.links(backups.jobs[1]) == links


def test_parts_are_judged_for_themselves_only_if_the_objective_needs_them() -> None:
    jobs = (job("a", "full", "1 day"), job("b", "export", "2 days"), job("c", "log", "1 h"), job("d", "log", "2 h"))

    def groups(**of_shop: Any) -> list[list[str]]:
        return [[one.id for one in group] for group in shop_backups(*jobs, **of_shop).groups]

    assert groups() == [["a", "b"]]
    assert groups(rpo="1 day") == [["a", "b"]]
    assert groups(rpo="12 h") == [["a", "b"], ["c", "d"]]
    assert [len(group) for group in shop_backups(job("c", "log", "1 h")).groups] == [1]


def test_a_scenario_concerns_what_it_fails_and_what_it_restores() -> None:
    found = scenario(step("go", restores=["mail"]), step("on", restores=["shop"]), fails=["shop", "net"])
    assert concerned_systems(found) == {"mail", "shop", "net"}


def test_a_test_is_due_by_its_own_interval_and_by_the_threshold() -> None:
    test = RestoreTest.model_validate(restored("full", "1 min", on="2026-01-31", repeat_every="1 month"))
    assert retest_due_on(test, Thresholds()) == date(2026, 2, 28)
    rare = test.model_copy(update={"repeat_every": Thresholds().exercise_cycle})
    assert retest_due_on(rare, Thresholds()) == date(2027, 1, 31)


def test_every_bundled_system_with_an_accepted_loss_has_a_measured_restore(bundled_facts: Facts) -> None:
    backups = bundled_facts.recovery.backups
    with_rpo = {name for name, system in bundled_facts.handbook.systems.items() if system.rpo}
    assert with_rpo <= set(backups)
    assert all(found.restore_minutes for found in backups.values())
    assert len(backups["order-system"].jobs) == 4
