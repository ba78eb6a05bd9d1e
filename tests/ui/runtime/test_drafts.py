from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from jobtracker.ui.runtime import drafts
from jobtracker.ui.runtime.drafts import Drafts

if TYPE_CHECKING:
    from collections.abc import Mapping


def test_typing_without_a_rest_is_kept_all_the_same(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "MOST_MS", 150)
    kept: list[Mapping[str, str]] = []
    typing = Drafts(kept.append)

    for length in range(1, 21):
        typing.write("a field", "x" * length)
        qtbot.wait(30)

    assert len(kept) >= 2
    assert len(kept[-1]["a field"]) >= 12
    typing.flush()
