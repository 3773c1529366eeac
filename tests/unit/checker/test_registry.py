"""Which rules there are, and what is refused."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from generator.checker.registry import all_rules, manual_parts, rules_in
from generator.errors import HandbookError
from generator.finding import Level
from generator.rule import Rule
from tests.unit.checker.rule_packages import PARTS, offer, write_rules

PACKAGE = "rules_of_a_test"
Load = Callable[[], list[Rule]]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Load]:
    """The rules of the test's package, and no trace of it afterwards."""
    monkeypatch.syspath_prepend(str(tmp_path))
    yield lambda: list(rules_in(import_module(PACKAGE)))
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


@pytest.fixture
def fresh_registry() -> Iterator[None]:
    all_rules.cache_clear()
    yield
    all_rules.cache_clear()


def test_a_rule_is_read_from_its_module_and_the_files_beside_it(load: Load, tmp_path: Path) -> None:
    write_rules(tmp_path, PACKAGE)
    (rule,) = load()
    assert (rule.id, rule.family, rule.level) == ("lantern-lit", "house", Level.WARNING)
    assert (rule.summary, rule.what) == ("The place of the company is told.", "The settings name the place.")
    assert (rule.why, rule.fix, rule.thresholds) == ("So that it is seen.", "Leave it.", ())
    assert (rule.bad, rule.good, rule.report) == (PARTS[".bad.yml"], PARTS[".good.yml"], PARTS[".bad.txt"])


def test_rules_come_in_order_and_private_modules_are_none(load: Load, tmp_path: Path) -> None:
    for name in ("two", "one", "_helper"):
        write_rules(tmp_path, PACKAGE, name)
    assert [rule.id for rule in load()] == ["one", "two"]


@pytest.mark.parametrize(("line", "waivable"), [("", True), ("WAIVABLE = False\n", False)])
def test_a_rule_can_say_that_nobody_can_waive_it(line: str, waivable: bool, load: Load, tmp_path: Path) -> None:
    write_rules(tmp_path, PACKAGE, parts=PARTS | {".py": PARTS[".py"] + line})
    (rule,) = load()
    assert rule.waivable is waivable


def test_what_proves_an_approval_cannot_be_waived() -> None:
    names = ("approval-void", "approval-unrecorded", "approval-stray", "approval-missing")
    assert [all_rules()[name].waivable for name in names] == [False] * 4
    assert all_rules()["deputy-missing"].waivable


@pytest.mark.parametrize("end", [".bad.yml", ".good.yml", ".bad.txt"])
def test_a_rule_without_one_of_its_files_is_refused_by_name(end: str, load: Load, tmp_path: Path) -> None:
    write_rules(tmp_path, PACKAGE, parts={key: value for key, value in PARTS.items() if key != end})
    with pytest.raises(HandbookError, match=rf"`{PACKAGE}\.house\.lantern_lit` is not complete.*lantern_lit{end}"):
        load()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("LEVEL = Level.WARNING", "", "LEVEL"),
        ("LEVEL = Level.WARNING", 'LEVEL = "fatal"', "fatal"),
        ("SOURCES =", "SOURCE =", "SOURCES"),
        ("def check", "def look", "check"),
        ("## Why", "## Because", "docstring"),
        ("## How to fix\n\nLeave it.", "## How to fix\n", "docstring"),
        ("The settings name the place.", "", "docstring"),
    ],
)
def test_a_rule_that_lacks_a_part_is_refused_by_name(old: str, new: str, says: str, load: Load, tmp_path: Path) -> None:
    assert old in PARTS[".py"]
    write_rules(tmp_path, PACKAGE, parts=PARTS | {".py": PARTS[".py"].replace(old, new, 1)})
    with pytest.raises(HandbookError, match=rf"`{PACKAGE}\.house\.lantern_lit` is not complete: .*{says}"):
        load()


def test_a_manual_needs_its_parts_in_order() -> None:
    assert manual_parts("One.\n\nTwo.\n\n## Why\n\nThree.\n\n## How to fix\n\nFour.") == (
        "One.",
        "Two.",
        "Three.",
        "Four.",
    )
    with pytest.raises(ValueError, match="docstring"):
        manual_parts("One.\n\nTwo.\n\n## How to fix\n\nFour.\n\n## Why\n\nThree.")


@pytest.mark.usefixtures("fresh_registry")
def test_rules_of_another_package_join_those_of_this_one(load: Load, tmp_path: Path) -> None:
    own = list(all_rules())
    write_rules(tmp_path, PACKAGE)
    offer(tmp_path, PACKAGE)
    all_rules.cache_clear()
    assert list(all_rules()) == [*own, "lantern-lit"]


@pytest.mark.usefixtures("fresh_registry")
def test_two_rules_with_one_id_are_refused(load: Load, tmp_path: Path) -> None:
    write_rules(tmp_path, PACKAGE, "deputy_missing")
    offer(tmp_path, PACKAGE)
    with pytest.raises(HandbookError, match="Two rules are called `deputy-missing`"):
        all_rules()


@pytest.mark.usefixtures("fresh_registry")
@pytest.mark.parametrize("spoilt", ["import nothing_of_this_name", "1 / 0", "def broken(:"])
def test_rules_that_cannot_be_imported_are_refused_by_name(spoilt: str, load: Load, tmp_path: Path) -> None:
    write_rules(tmp_path, PACKAGE, parts=PARTS | {".py": PARTS[".py"] + spoilt})
    offer(tmp_path, PACKAGE, "house-rules")
    with pytest.raises(HandbookError, match=f"The rules `house-rules` of `{PACKAGE}` cannot be loaded"):
        all_rules()


@pytest.mark.usefixtures("fresh_registry")
def test_an_entry_point_that_is_no_package_is_refused_by_name(load: Load, tmp_path: Path) -> None:
    (tmp_path / f"{PACKAGE}.py").write_text("")
    offer(tmp_path, PACKAGE, "house-rules")
    with pytest.raises(HandbookError, match="`house-rules`"):
        all_rules()
