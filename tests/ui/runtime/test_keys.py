import pytest
from PySide6.QtCore import QKeyCombination, Qt

from jobtracker.ui.runtime.keys import is_sign, pressed, refusal, spelled

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("ctrl+shift+z", "Ctrl+Shift+Z"),
        ("Ctrl++", "Ctrl++"),
        ("/", "/"),
        ("", ""),
        ("Nonsense", ""),
    ],
)
def test_a_key_has_one_spelling(typed: str, known: str) -> None:
    assert spelled(typed) == known


@pytest.mark.parametrize(
    ("held", "key", "known"),
    [
        (Held.ControlModifier, Key.Key_K, "Ctrl+K"),
        (Held.NoModifier, Key.Key_S, "S"),
        (Held.ShiftModifier, Key.Key_S, "Shift+S"),
        (Held.ShiftModifier, Key.Key_Question, "?"),
        (Held.ControlModifier | Held.ShiftModifier, Key.Key_Plus, "Ctrl+Shift++"),
        (Held.KeypadModifier, Key.Key_5, "5"),
        (Held.ControlModifier, Key.Key_Control, ""),
        (Held.NoModifier, Key.Key_F5, "F5"),
    ],
)
def test_what_was_pressed_is_told_once_it_is_a_chord(
    held: Qt.KeyboardModifier, key: Qt.Key, known: str
) -> None:
    assert pressed(QKeyCombination(held, key)) == known


def test_letters_and_signs_alone_are_told_from_other_keys() -> None:
    alone = [
        key for key in ("S", "Shift+S", "/", "[", "5", "Space", "F2", "Ctrl+S") if is_sign(key)
    ]

    assert alone == ["S", "Shift+S", "/", "[", "5"]


def test_keys_for_moving_and_for_typing_signs_are_refused() -> None:
    assert "moving about" in refusal("Down")
    assert "moving about" in refusal("Shift+Tab")
    assert "type signs" in refusal("Ctrl+Alt+E")
    assert [refusal(key) for key in ("Ctrl+Return", "Alt+Left", "F2", "S", "Del", "Space")] == [
        ""
    ] * 6
