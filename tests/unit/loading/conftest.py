"""The small handbook, whole."""

from __future__ import annotations

import pytest

from tests.unit.loading.small_handbook import SmallHandbook


@pytest.fixture
def small() -> SmallHandbook:
    return SmallHandbook()
