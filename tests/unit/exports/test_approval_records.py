"""Records of approvals as files: the same bytes for the same record, and read back as they were."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.exports.approval_records import approval_yaml
from generator.model.approval import ApprovalRecord
from generator.source import read_document

FIELDS: dict[str, Any] = {
    "plan": "fire",
    "version": "1.2.10",
    "by": "chief",
    "on": date(2026, 11, 22),
    "fingerprint": "12e4" * 16,
    "parts": {"title": "1234567890123456", "detect/steps[]": "12e4567890123456", "a": "0" * 16},
    "translations": {"zh": "1" * 64, "no": "0" * 64},
}


@pytest.mark.parametrize(
    "changes", [{}, {"plan": "119", "by": "true"}, {"plan": "null"}, {"parts": {}, "translations": {}}]
)
def test_a_record_is_read_back_as_it_was(changes: dict[str, Any]) -> None:
    record = ApprovalRecord.model_validate(FIELDS | changes)
    document = read_document(approval_yaml(record).encode(), "approvals/fire.yml")
    assert document.findings == ()
    assert ApprovalRecord.model_validate(document.root).model_dump() == record.model_dump()


def test_the_order_in_which_parts_were_found_makes_no_difference() -> None:
    backwards = {"parts": dict(reversed(FIELDS["parts"].items()))}
    assert approval_yaml(ApprovalRecord.model_validate(FIELDS | backwards)) == approval_yaml(
        ApprovalRecord.model_validate(FIELDS)
    )
