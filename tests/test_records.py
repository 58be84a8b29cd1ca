"""Records as JSON."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from claimtrack import Tracker
from claimtrack.model import Quantity
from claimtrack.model.filters import Filter
from claimtrack.model.record import plain

DATABASE = Path(__file__).parents[1] / "data" / "claims.db"


def test_plain_is_what_pydantic_says() -> None:
    with Tracker(DATABASE, read_only=True) as tracker:
        records = [*tracker.claims(Filter(checkable=None)), *tracker.history(), *tracker.documents(), tracker.stats()]
    assert len(records) > 20
    for record in records:
        assert plain(record) == record.model_dump(mode="json")


def test_plain_keeps_the_order_of_the_model_however_a_record_was_made() -> None:
    made = Quantity.model_construct(end=9, start=2, unit="user", value=Decimal("2.50"))
    checked = Quantity(start=2, end=9, value=Decimal("2.50"), unit="user")
    assert json.dumps(plain(made)) == json.dumps(plain(checked))
    assert plain(made)["value"] == 2.5
