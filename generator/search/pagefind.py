"""Index a finished site with Pagefind (extended build: it splits Chinese text into words)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from generator.errors import HandbookError

FOLDER = "pagefind"


def build_index(site: Path) -> None:
    """Write the search index of all languages into the site. Raises HandbookError if Pagefind fails."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", FOLDER, "--quiet"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise HandbookError(f"The search index could not be built: {(run.stderr or run.stdout).strip()}.")
    # Pagefind lists the languages in an order that changes from run to run.
    entry = site / FOLDER / "pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text()), sort_keys=True, separators=(",", ":")))
