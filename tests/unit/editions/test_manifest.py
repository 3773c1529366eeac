"""A manifest is the same bytes for the same edition, and is found again in the message of its tag."""

from __future__ import annotations

import json

import pytest

from generator.analysis.fingerprint import Fingerprints
from generator.editions.copy import PublishedCopy, parse_copy
from generator.editions.manifest import Manifest, Origin, manifest_of, parse_manifest
from generator.editions.number import Edition
from generator.errors import HandbookError
from generator.model.handbook import Handbook

EDITION = Edition(2026, 11)
SIGNATURE = "-----BEGIN SSH SIGNATURE-----\n{U1NIU0lH}\n-----END SSH SIGNATURE-----\n"


@pytest.fixture(scope="module")
def manifest(bundled_handbook: Handbook) -> Manifest:
    files = {"zh/index.html": "b" * 64, "index.html": "a" * 64}
    return manifest_of("2026.11", bundled_handbook, files, Origin("c" * 40, (), 'Says {"so"}.\n店'), {"handbook": "1"})


def test_every_plan_is_listed_with_its_control_and_fingerprint(manifest: Manifest, bundled_handbook: Handbook) -> None:
    assert [plan.id for plan in manifest.plans] == sorted(plan.id for plan in bundled_handbook.plans)
    prints = Fingerprints(bundled_handbook)
    for plan, entry in zip(sorted(bundled_handbook.plans, key=lambda plan: plan.id), manifest.plans, strict=True):
        assert entry.fingerprint == prints.of(plan).whole
        assert (entry.version, entry.approver) == (plan.control.version, plan.control.approver)


@pytest.mark.parametrize("end", ["", SIGNATURE], ids=["plain", "signed"])
def test_the_message_of_the_tag_holds_it(manifest: Manifest, end: str) -> None:
    found = parse_manifest(EDITION, manifest.message + end)
    assert found == manifest
    assert (found.json_text, found.digest) == (manifest.json_text, manifest.digest)


def test_a_later_generator_may_have_written_more(manifest: Manifest) -> None:
    more = json.loads(manifest.json_text) | {"signed_by": "somebody"}
    assert parse_manifest(EDITION, json.dumps(more)) == manifest


@pytest.mark.parametrize("message", ["", "Edition 2026.11", "{}", "{", '{"edition": "2026.11"}', "[1]"])
def test_another_message_is_no_manifest(message: str) -> None:
    with pytest.raises(HandbookError, match="carries no manifest"):
        parse_manifest(EDITION, message)


def test_the_manifest_of_another_edition_is_refused(manifest: Manifest) -> None:
    with pytest.raises(HandbookError, match="carries no manifest of this edition"):
        parse_manifest(Edition(2026, 12), manifest.message)


def test_a_copy_tells_what_stands_there_and_why_it_differs(manifest: Manifest) -> None:
    same = PublishedCopy.of(manifest, dict(manifest.files), {"handbook": "2"})
    assert (same.rebuilt, same.departure) == (None, "")
    other = PublishedCopy.of(manifest, {**manifest.files, "index.html": "d" * 64}, {"handbook": "2"})
    assert other.files["index.html"] == "d" * 64
    assert (same.listed.rebuilt, other.listed.rebuilt) == (False, True)
    assert other.departure.startswith("1 files are not those of its manifest.")
    assert "handbook 1 then, 2 now" in other.departure
    assert parse_copy(other.json_text) == other
    assert parse_copy("spoilt") is None
