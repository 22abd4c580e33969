"""What every engine promises."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from assistant.engines.base import Usage


def test_usage_is_empty_where_nobody_was_called() -> None:
    assert Usage().model_dump() == {"prompt": None, "model": None, "tokens_in": 0, "tokens_out": 0, "cost": None}


def test_usage_is_frozen() -> None:
    with pytest.raises(ValidationError):
        Usage().tokens_in = 3
