"""What people copy into their own repositories is valid, and runs commands that exist."""

from __future__ import annotations

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
from tests.conftest import ROOT

EXAMPLES = ROOT / ".github" / "examples"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
SCHEMAS = {"handbook-check.yml": "vendor.github-workflows", "gitlab-handbook.yml": "vendor.gitlab-ci"}


def commands() -> list[str]:
    """Every call of `handbook` in the examples and in the hook."""
    texts = [path.read_text(encoding="utf-8") for path in (*EXAMPLES.iterdir(), HOOKS)]
    return sorted({call for text in texts for call in re.findall(r"(?<=[:-] )handbook [a-z].*$", text, re.MULTILINE)})


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


def test_the_examples_check_and_build() -> None:
    called = {call.split()[1] for call in commands()}
    assert called == {"check", "build"}
    assert len(commands()) >= 7


def test_actions_are_pinned_to_a_major_version_or_closer() -> None:
    text = (EXAMPLES / "handbook-check.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert all(re.fullmatch(r"[\w-]+(/[\w-]+)+@v\d+(\.\d+)*", action) for action in used)


def test_the_hook_runs_once_when_a_plan_is_changed() -> None:
    assert (hook()["id"], hook()["language"], hook()["pass_filenames"]) == ("handbook-check", "python", False)
    assert re.search(hook()["files"], "plans/scenarios/fire.yml")
    assert not re.search(hook()["files"], "docs/plans.md")
