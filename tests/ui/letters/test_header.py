from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from tests.ui.letters.conftest import Writer

Open = Callable[[], Writer]
Write = Callable[..., int]


def is_whole(widget: QWidget) -> bool:
    return widget.width() >= widget.sizeHint().width()


@pytest.mark.parametrize("percent", [100, 125, 150])
@pytest.mark.parametrize("width", [1024, 1366])
def test_the_header_shows_only_what_has_room(
    writer: Open, write: Write, percent: int, width: int
) -> None:
    write()
    opened = writer()
    opened.window.resize(width, 640)
    opened.page._theme.set_text_size(percent)
    opened.settle()

    header = opened.desk.header

    shown = [
        one
        for one in (header.view_switch, header.version, header.compare, header.export, header.more)
        if one.isVisible()
    ]
    assert header.export in shown
    assert header.more in shown
    assert all(map(is_whole, shown))
    ends = [one.geometry().right() for one in shown]
    assert all(right < one.x() for right, one in zip(ends, shown[1:], strict=False))
    assert ends[-1] < header.width()
    assert header.title.width() >= 100


def test_a_letter_stopped_for_several_reasons_says_how_much_in_all(
    writer: Open, write: Write
) -> None:
    letter = write(text="At [Company name] now, with {{ company_product }}.\n\nAda")
    opened = writer()

    assert opened.state_of(letter).endswith("2 things to mend")


def test_a_template_is_imported_from_the_palette(writer: Open, write: Write) -> None:
    write()
    opened = writer()

    opened.window.actions_book["import letter template"].trigger()
    opened.settle()

    dialog = opened.save_dialog()
    assert dialog.windowTitle() == "Import a template"
    dialog.reject()
