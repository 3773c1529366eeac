"""Serving: an edit of a plan or of a template is seen in the browser without a restart."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from generator.resources import templates
from tests.acceptance.projects import HANDBOOK, change_a_sentence

PATIENCE = 60.0
SERVERS = {
    "handbook serve": (*HANDBOOK, "serve", "--port"),
    "mkdocs serve": (sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr"),
}


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def served(command: str, folder: Path, log: Path) -> Iterator[str]:
    port = free_port()
    where = f"127.0.0.1:{port}" if command.startswith("mkdocs") else str(port)
    with log.open("w") as out:
        process = subprocess.Popen(
            [*SERVERS[command], where], cwd=folder, stdout=out, stderr=out, env={**os.environ, "PYTHONUNBUFFERED": "1"}
        )
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def page_with(url: str, words: str, log: Path) -> str:
    """The page at an address as soon as it holds these words."""
    until = time.monotonic() + PATIENCE
    text: str = ""
    while time.monotonic() < until:
        with suppress(URLError, ConnectionError, TimeoutError), urlopen(url, timeout=10) as answer:
            text = str(answer.read(), "utf-8")
            if words in text:
                return text
        time.sleep(0.2)
    pytest.fail(f"{url} never showed “{words}”.\n{log.read_text()}\n{text[:500]}")


@pytest.mark.xdist_group("serve")
@pytest.mark.parametrize("command", SERVERS)
def test_an_edit_of_a_plan_and_of_a_template_is_shown(command: str, shop: Path, tmp_path: Path) -> None:
    own = shop / "site_templates" / "pages" / "roles.html.j2"
    own.parent.mkdir(parents=True)
    shutil.copy(templates() / "pages" / "roles.html.j2", own)
    log = tmp_path / "log.txt"
    with served(command, shop, log) as root:
        page_with(f"{root}scenarios/till-failure.html", "Never hit the till.", log)
        change_a_sentence(shop)
        assert "Never hit" not in page_with(f"{root}scenarios/till-failure.html", "Never kick the till.", log)
        own.write_text(own.read_text().replace("<h1>", "<h1>Our own: "))
        page_with(f"{root}roles/index.html", "<h1>Our own: ", log)
    assert not (shop / "site").exists()
    assert "Traceback" not in log.read_text()


@pytest.mark.xdist_group("serve")
def test_broken_plans_do_not_end_the_server_and_mended_ones_are_shown(shop: Path, tmp_path: Path) -> None:
    till = shop / "plans" / "scenarios" / "till-failure.yml"
    sound, log = till.read_text(), tmp_path / "log.txt"
    with served("handbook serve", shop, log) as root:
        page_with(f"{root}scenarios/till-failure.html", "Never hit the till.", log)
        till.write_text(sound.replace("group: shop", "group: shopp"))
        until = time.monotonic() + PATIENCE
        while "reference-unknown" not in log.read_text() and time.monotonic() < until:
            time.sleep(0.2)
        assert f"{till.relative_to(shop)}:6:8: error[reference-unknown]" in log.read_text()
        till.write_text(sound.replace("Never hit the till.", "Mended."))
        page_with(f"{root}scenarios/till-failure.html", "Mended.", log)


@pytest.mark.xdist_group("serve")
def test_a_port_that_is_taken_is_said_in_words(shop: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [*HANDBOOK, "serve", "--port", port], cwd=shop, capture_output=True, text=True, timeout=120, check=False
        )
    assert done.returncode == 2
    assert f"The port {port} cannot be used" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
