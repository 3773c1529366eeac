"""`handbook review` as it is run: what it prints, and with which status it ends."""

from __future__ import annotations

from pathlib import Path

from tests.acceptance.repositories import bookshop, commit, git, handbook

SHORT, LONG = "accountable: engineer, within: 30 min", "accountable: engineer, within: 50 min"


def test_the_status_says_whether_the_change_brings_new_errors(tmp_path: Path) -> None:
    shop = bookshop(tmp_path / "shop")
    leak = shop / "plans" / "scenarios" / "data-leak.yml"
    text = leak.read_text(encoding="utf-8")
    assert SHORT in text
    leak.write_text(text.replace(SHORT, LONG), encoding="utf-8")
    commit(shop, "late")
    late = handbook(shop, "review", "--base", "HEAD~1")
    assert (late.returncode, late.stderr) == (1, "")
    assert "▼ limit: 30 min → 50 min" in late.stdout
    assert "error `limit-before-predecessor` at plans/scenarios/data-leak.yml:21" in late.stdout
    same = handbook(shop, "review", "--base", "HEAD")
    assert (same.returncode, same.stdout) == (0, "Review of the plans: HEAD → the working tree\nNothing changed.\n")


def test_without_anything_to_compare_with_it_cannot_run(tmp_path: Path) -> None:
    shop = bookshop(tmp_path / "shop")
    git(shop, "branch", "-q", "-m", "main", "trunk")
    done = handbook(shop, "review")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Cannot go on: There is nothing to compare with" in done.stderr
    assert "fix: Name the base with `--base`" in done.stderr


def test_other_words_and_other_files_are_told_though_the_plans_are_the_same(tmp_path: Path) -> None:
    shop = bookshop(tmp_path / "shop", second_language=True)
    words = shop / "plans" / "locales" / "es" / "plans.po"
    words.parent.mkdir(parents=True)
    words.write_text('msgid "Call 119."\nmsgstr "Llame al 119."\n', encoding="utf-8")
    commit(shop, "translated")
    words.write_text('msgid "Call 119."\nmsgstr "Llame al 120."\n', encoding="utf-8")
    (shop / "mkdocs.yml").write_text((shop / "mkdocs.yml").read_text() + "hooks: [hook.py]\n")
    (shop / "hook.py").write_text("")
    commit(shop, "other words")
    told = handbook(shop, "review", "--base", "HEAD~1")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout == (
        "Review of the plans: HEAD~1 → the working tree\n"
        "1 translation changed; 2 files beside the plans changed.\n"
        "\n"
        "Translations into `es`: 1 changed\n"
        "  The sentences are the same, and their readers act on other words.\n"
        "  “Call 119.”: “Llame al 119.” → “Llame al 120.”; in Fire (`fire`, to be approved again)\n"
        "\n"
        "Files beside the plans\n"
        "  They shape what readers see, and no approval covers them: look at the built pages.\n"
        "  `hook.py` added\n"
        "  `mkdocs.yml` changed\n"
    )
