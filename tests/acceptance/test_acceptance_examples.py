"""What people copy into their own repositories is valid, and runs commands that exist."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from generator.cli.app import app
from tests.acceptance.projects import HANDBOOK
from tests.acceptance.repositories import DAY, bookshop, commit
from tests.conftest import ROOT

EXAMPLES = ROOT / ".github" / "examples"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
SCHEMAS = {"handbook-check.yml": "vendor.github-workflows", "gitlab-handbook.yml": "vendor.gitlab-ci"}


def commands() -> list[str]:
    """Every call of `handbook` in the examples and in the hook."""
    texts = [path.read_text(encoding="utf-8") for path in (*EXAMPLES.iterdir(), HOOKS)]
    called = (call for text in texts for call in re.findall(r"^(?:.*[:-])? +(handbook [a-z].*)$", text, re.MULTILINE))
    return sorted({call.partition(" || ")[0] for call in called})


def hook() -> dict[str, Any]:
    (found,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    return dict(found)


def test_every_example_has_a_schema() -> None:
    assert {path.name for path in EXAMPLES.iterdir()} == set(SCHEMAS)


@pytest.mark.parametrize(("name", "schema"), SCHEMAS.items())
def test_an_example_is_valid(name: str, schema: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(EXAMPLES / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("call", commands())
def test_an_example_calls_a_command_with_options_that_it_has(call: str, tmp_path: Path) -> None:
    name, *arguments = shlex.split(call)[1:]
    command = app.commands[name]
    assert isinstance(command.make_context(name, arguments), click.Context)


def test_the_examples_check_review_build_and_publish() -> None:
    called = {call.split()[1] for call in commands()}
    assert called == {"check", "review", "build", "site"}
    assert len(commands()) >= 11


def test_actions_are_pinned_to_a_major_version_or_closer() -> None:
    text = (EXAMPLES / "handbook-check.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert all(re.fullmatch(r"[\w-]+(/[\w-]+)+@v\d+(\.\d+)*", action) for action in used)


def test_the_hook_runs_once_when_a_plan_is_changed() -> None:
    assert (hook()["id"], hook()["language"], hook()["pass_filenames"]) == ("handbook-check", "python", False)
    assert re.search(hook()["files"], "plans/scenarios/fire.yml")
    assert not re.search(hook()["files"], "docs/plans.md")


def example(name: str) -> dict[Any, Any]:
    """A workflow; the key `on` is one that YAML takes for a truth value."""
    return dict(yaml.safe_load((EXAMPLES / name).read_text(encoding="utf-8")))


def step(job: str, name: str) -> dict[str, Any]:
    (found,) = (step for step in example("handbook-check.yml")["jobs"][job]["steps"] if step.get("name") == name)
    return dict(found)


def checkout(job: str) -> dict[str, Any]:
    """What the checkout of a job fetches."""
    return dict(example("handbook-check.yml")["jobs"][job]["steps"][0].get("with", {}))


def test_what_compares_or_publishes_fetches_all_commits_and_tags() -> None:
    assert {job: checkout(job).get("fetch-depth") for job in ("check", "review", "editions")} == {
        "check": 0,
        "review": 0,
        "editions": 0,
    }
    assert "git fetch --tags --force" in [
        step.get("run") for step in example("handbook-check.yml")["jobs"]["editions"]["steps"]
    ]
    gitlab = example("gitlab-handbook.yml")
    assert {gitlab[job]["variables"]["GIT_DEPTH"] for job in ("check", "review", "pages")} == {"0"}


def test_a_tag_of_an_edition_publishes_what_is_built() -> None:
    github, gitlab = example("handbook-check.yml"), example("gitlab-handbook.yml")
    assert github[True]["push"]["tags"] == ["edition/*"]
    assert "startsWith(github.ref, 'refs/tags/edition/')" in github["jobs"]["editions"]["if"]
    assert github["jobs"]["publish"]["needs"] == "editions"
    assert {"if": r"$CI_COMMIT_TAG =~ /^edition\//"} in gitlab["workflow"]["rules"]
    assert {"if": r"$CI_COMMIT_TAG =~ /^edition\//"} in gitlab["pages"]["rules"]
    uploaded = github["jobs"]["editions"]["steps"][-1]["with"]["path"]
    assert "handbook site --output public" in commands()
    assert (uploaded, gitlab["pages"]["artifacts"]["paths"]) == ("public", ["public"])


def test_jobs_may_write_only_what_they_write() -> None:
    github = example("handbook-check.yml")
    writes = {
        name: {scope for scope, access in job.get("permissions", {}).items() if access == "write"}
        for name, job in github["jobs"].items()
    }
    assert github["permissions"] == {"contents": "read"}
    assert writes == {
        "check": {"security-events"},
        "review": {"pull-requests"},
        "site": set(),
        "editions": set(),
        "publish": {"pages", "id-token"},
    }


def test_a_pull_request_from_a_fork_is_not_written_to() -> None:
    condition = "github.event.pull_request.head.repo.full_name == github.repository"
    assert condition in step("review", "Keep the comment up to date")["if"]
    assert "if" not in step("review", "Say what the change comes to")


class Runner:
    """A machine of GitHub or GitLab with a changed handbook; other programs only write down how they were called."""

    def __init__(self, folder: Path) -> None:
        self.shop = bookshop(folder / "shop")
        self.bin, self.calls, self.summary = folder / "bin", folder / "calls", folder / "summary.md"
        self.bin.mkdir()
        self.program("handbook", f'exec {shlex.join(HANDBOOK)} "$@"')
        fire = self.shop / "plans" / "scenarios" / "fire.yml"
        fire.write_text(fire.read_text().replace("do: Call 119.", "do: Call 119 at once."))
        commit(self.shop, "change")

    def program(self, name: str, script: str) -> None:
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def run(self, script: str, **env: str) -> None:
        """Run a script the way the machine does."""
        path = f"{self.bin}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        known = {"PATH": path, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": DAY, "HOME": str(self.shop)}
        given = {**known, "GITHUB_STEP_SUMMARY": str(self.summary), "GITHUB_REPOSITORY": "co/book", **env}
        done = subprocess.run(
            ["bash", "-e", "-c", script], cwd=self.shop, env=given, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def called(self) -> list[str]:
        return self.calls.read_text().splitlines() if self.calls.exists() else []


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


@pytest.mark.parametrize(
    ("found", "call"),
    [
        ("", "api --silent --method POST repos/co/book/issues/7/comments --field body=@review.md"),
        ("41", "api --silent --method PATCH repos/co/book/issues/comments/41 --field body=@review.md"),
    ],
)
def test_the_workflow_writes_one_comment_and_keeps_it_up_to_date(found: str, call: str, runner: Runner) -> None:
    runner.program("gh", f'echo "$@" >> {runner.calls}; case "$*" in *--jq*) echo {found};; esac')
    runner.run(step("review", "Say what the change comes to")["run"], BASE="HEAD~1")
    assert runner.summary.read_text() == (runner.shop / "review.md").read_text()
    assert "Call 119 **at once**." in runner.summary.read_text()
    comment = step("review", "Keep the comment up to date")
    runner.run(comment["run"], PULL="7", OURS=comment["env"]["OURS"])
    assert runner.called()[1:] == [call]
    assert runner.summary.read_text().splitlines()[0] in comment["env"]["OURS"]


_NOTES = [
    {"id": 40, "author": {"id": 1}, "body": "<!-- handbook-review -->\nof somebody else"},
    {"id": 41, "author": {"id": 9}, "body": "An earlier remark."},
]
_OURS = {"id": 42, "author": {"id": 9}, "body": "<!-- handbook-review -->\n### Review"}


@pytest.mark.parametrize(
    ("notes", "call"), [(_NOTES, "POST merge_requests/7/notes"), ([*_NOTES, _OURS], "PUT merge_requests/7/notes/42")]
)
def test_the_template_writes_one_note_and_keeps_it_up_to_date(
    notes: list[dict[str, Any]], call: str, runner: Runner
) -> None:
    gitlab = {"CI_API_V4_URL": "https://git.example/api/v4", "CI_PROJECT_ID": "3", "CI_MERGE_REQUEST_IID": "7"}
    (runner.shop / "given.json").write_text(json.dumps(notes))
    runner.program(
        "curl",
        f"""echo "$@" >> {runner.calls}
case "$*" in */user) echo '{{"id": 9}}';; *per_page*) cat given.json;; esac""",
    )
    for script in example("gitlab-handbook.yml")["review"]["script"]:
        runner.run(script, CI_MERGE_REQUEST_DIFF_BASE_SHA="HEAD~1", HANDBOOK_TOKEN="secret", **gitlab)
    method, path = call.split()
    assert runner.called()[2:] == [
        "--fail --silent --show-error --header PRIVATE-TOKEN: secret --output /dev/null"
        f" --request {method} --data-urlencode body@review.md https://git.example/api/v4/projects/3/{path}"
    ]


def test_the_template_writes_no_note_without_a_token(runner: Runner) -> None:
    runner.program("curl", f'echo "$@" >> {runner.calls}')
    for script in example("gitlab-handbook.yml")["review"]["script"]:
        runner.run(script, CI_MERGE_REQUEST_DIFF_BASE_SHA="HEAD~1")
    assert runner.called() == []
    assert (runner.shop / "review.md").read_text().startswith("<!-- handbook-review -->\n")
    assert example("gitlab-handbook.yml")["review"]["artifacts"]["paths"] == ["review.md"]
