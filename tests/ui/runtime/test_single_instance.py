from pathlib import Path

from pytestqt.qtbot import QtBot

from jobtracker.ui.runtime.single_instance import SingleInstance


def test_a_second_start_raises_the_first_and_goes(tmp_path: Path, qtbot: QtBot) -> None:
    raised: list[None] = []
    first = SingleInstance(tmp_path / "search.jobtracker")
    assert not first.is_second()
    assert first.listen(lambda: raised.append(None))

    assert SingleInstance(tmp_path / "search.jobtracker").is_second()
    qtbot.waitUntil(lambda: bool(raised))

    first.close()


def test_windows_on_different_workspaces_do_not_know_each_other(
    tmp_path: Path, qtbot: QtBot
) -> None:
    first = SingleInstance(tmp_path / "one.jobtracker")
    first.listen(lambda: None)

    assert not SingleInstance(tmp_path / "other.jobtracker").is_second()

    first.close()
