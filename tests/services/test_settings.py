"""What was settled once holds from then on."""

from __future__ import annotations

from pathlib import Path

import pytest

from bounceback_tui.config_values import CONFIG_FILE
from bounceback_tui.domain.calendar_terms import DateOrder
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.settings import Settings


def test_what_is_settled_holds_at_once_and_at_the_next_start(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert settings.date_order is DateOrder.ASK
    settings.settle_date_order(DateOrder.MONTH_DAY)
    assert settings.date_order is DateOrder.MONTH_DAY
    assert Settings(tmp_path).date_order is DateOrder.MONTH_DAY


def test_where_it_cannot_be_kept_it_holds_for_now_and_that_is_told(tmp_path: Path) -> None:
    (tmp_path / CONFIG_FILE).write_text("broken = [")
    settings = Settings(tmp_path)
    assert len(settings.problems) == 1
    with pytest.raises(CannotDo, match="could not be remembered there; the file is as it was"):
        settings.settle_date_order(DateOrder.DAY_MONTH)
    assert settings.date_order is DateOrder.DAY_MONTH


def test_without_a_folder_nothing_is_kept() -> None:
    settings = Settings(None)
    settings.settle_date_order(DateOrder.DAY_MONTH)
    assert settings.date_order is DateOrder.DAY_MONTH
    assert Settings(None).date_order is DateOrder.ASK
