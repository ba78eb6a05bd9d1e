import stat
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jobtracker.ui.runtime.window_state import WindowMemory, WindowState


def test_what_is_remembered_is_there_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "config" / "window.json"
    WindowMemory(file).remember(theme="dark", menu_bar=True)

    state = WindowMemory(file).state

    assert (state.theme, state.menu_bar, state.sidebar) == ("dark", True, "auto")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_window_comes_back_with_the_size_it_was_left_with(tmp_path: Path, qtbot: QtBot) -> None:
    window, again = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(again)
    memory = WindowMemory(tmp_path / "window.json")
    window.setGeometry(10, 20, 640, 480)

    memory.keep(window)

    assert WindowMemory(tmp_path / "window.json").restore(again)
    assert (again.width(), again.height()) == (640, 480)


def test_a_first_start_remembers_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    memory = WindowMemory(tmp_path / "window.json")

    assert memory.state == WindowState()
    assert not memory.restore(window)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(max_size=60), st.sampled_from([b"[]", b'{"theme": 3}', b"{"])))
def test_a_broken_file_is_set_aside_and_the_window_starts_as_new(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "window.json"
    file.write_bytes(content)

    memory = WindowMemory(file)

    assert memory.state == WindowState()
    assert (tmp_path / "window.broken").read_bytes() == content


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    memory = WindowMemory(tmp_path / "file" / "window.json")

    memory.remember(theme="dark")

    assert memory.state.theme == "dark"
