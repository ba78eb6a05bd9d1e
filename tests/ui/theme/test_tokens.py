import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jobtracker.domain.stages import OUTCOMES, STAGES
from jobtracker.ui.theme.glyphs import paint_glyph
from jobtracker.ui.theme.stylesheet import SheetLook, style_sheet
from jobtracker.ui.theme.theme import Theme, ThemeChoice
from jobtracker.ui.theme.tokens import TITLE, Tokens, load

NAMES = ("light", "dark", "light-high", "dark-high")
GROUNDS = ("canvas", "surface", "sunken", "raised", "hover", "selected")
TINTS = ("warn_tint", "danger_tint", "ok_tint", "info_tint")
TEXT_ON = {
    "text": (*GROUNDS, *TINTS, "pressed", "band"),
    "text2": (*GROUNDS, *TINTS, "pressed"),
    "text3": GROUNDS,
    "accent_text": (*GROUNDS, "info_tint"),
    "danger": (*GROUNDS, "danger_tint"),
    "warn": (*GROUNDS, "warn_tint"),
    "ok": (*GROUNDS, "ok_tint"),
    "on_accent": ("accent", "accent_hover"),
    "toast_text": ("toast", "toast_key"),
    "toast_action": ("toast",),
    "paper_text": ("paper",),
    "paper_mark_text": ("paper_mark",),
}
PARTS_ON = {
    "border_strong": GROUNDS,
    "focus": (*GROUNDS, *TINTS),
    "accent": ("surface", "sunken"),
    "offer": ("surface",),
    "toast_ok": ("toast",),
}
SOURCE = Path(__file__).resolve().parents[3] / "src" / "jobtracker"


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2: relative luminance of the lighter to that of the darker, each plus 0.05."""
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.fixture(params=NAMES)
def tokens(request: pytest.FixtureRequest, resources: Path) -> Tokens:
    return load(resources / "themes" / f"{request.param}.toml")


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_file_is_toml_and_is_read_as_such(name: str, resources: Path) -> None:
    file = resources / "themes" / f"{name}.toml"
    written = tomllib.loads(file.read_text("utf-8"))

    tokens = load(file)

    assert (tokens.name, tokens.dark) == (name, written["dark"])
    assert tokens.high_contrast is written["high_contrast"]
    for section, found in (("colours", tokens.colours._asdict()), ("stages", tokens.stages)):
        assert {role: QColor(value) for role, value in written[section].items()} == found


def test_a_theme_without_its_colours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "half.toml").write_text('name = "half"\n[colours]\ncanvas = "#FFFFFF"\n')

    for name in ("half.toml", "missing.toml"):
        with pytest.raises(TypeError):
            load(tmp_path / name)


def test_black_on_white_has_the_contrast_the_standard_states() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)


def test_text_can_be_read_on_every_surface_it_appears_on(tokens: Tokens) -> None:
    for role, surfaces in TEXT_ON.items():
        for surface in surfaces:
            ratio = contrast(tokens.colours.named(role), tokens.colours.named(surface))
            assert ratio >= 4.5, f"{tokens.name}: {role} on {surface} is {ratio:.2f}"


def test_parts_of_controls_can_be_seen_on_every_surface(tokens: Tokens) -> None:
    for role, surfaces in PARTS_ON.items():
        for surface in surfaces:
            ratio = contrast(tokens.colours.named(role), tokens.colours.named(surface))
            assert ratio >= 3, f"{tokens.name}: {role} on {surface} is {ratio:.2f}"


def test_every_stage_and_outcome_has_a_colour_that_can_be_seen(tokens: Tokens) -> None:
    assert set(tokens.stages) == {*STAGES, *OUTCOMES}
    for stage, colour in tokens.stages.items():
        for surface in ("surface", "canvas", "hover", "selected"):
            ratio = contrast(colour, tokens.colours.named(surface))
            assert ratio >= 3, f"{tokens.name}: {stage} on {surface} is {ratio:.2f}"


def test_no_colour_and_no_style_sheet_stands_outside_the_theme() -> None:
    stray = re.compile(r"""["']#[0-9A-Fa-f]{3,8}["']|setStyleSheet|QColor\(\s*\d""")
    places = [
        f"{file.relative_to(SOURCE)}: {found.group()}"
        for file in sorted((SOURCE / "ui").rglob("*.py"))
        if file.parent.name != "theme"
        for found in stray.finditer(file.read_text("utf-8"))
    ]
    assert places == []


def test_the_theme_can_be_switched_while_the_window_is_open(theme: Theme, qtbot: QtBot) -> None:
    told: list[str] = []
    theme.changed.subscribe(lambda tokens: told.append(tokens.name))
    label = QLabel("Applications")
    qtbot.addWidget(label)
    light = label.palette().windowText().color()

    theme.choose(ThemeChoice.DARK)
    label.ensurePolished()

    assert told == ["dark"]
    assert luminance(label.palette().windowText().color()) > luminance(light)
    theme.choose(ThemeChoice.LIGHT, high_contrast=True)
    assert told == ["dark", "light-high"]


@pytest.mark.parametrize("contrast", ["", "-high"])
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5])
def test_dark_and_light_differ_in_colours_alone(
    resources: Path, contrast: str, scale: float
) -> None:
    """Whatever fits in one of them fits in the other."""
    light, dark = (
        style_sheet(
            SheetLook(load(resources / "themes" / f"{name}{contrast}.toml"), "Inter", scale)
        )
        for name in ("light", "dark")
    )

    assert light != dark
    assert re.sub(r"#[0-9a-f]{6}", "", light) == re.sub(r"#[0-9a-f]{6}", "", dark)


def test_an_icon_follows_the_theme_it_was_asked_from(theme: Theme) -> None:
    icon = theme.icon("plus", "text")
    light = icon.pixmap(16, 16).toImage()

    theme.choose(ThemeChoice.DARK)

    assert icon.pixmap(16, 16).toImage() != light


def test_every_shipped_icon_can_be_drawn(theme: Theme, resources: Path) -> None:
    empty = QImage(32, 32, QImage.Format.Format_ARGB32_Premultiplied)
    empty.fill(0)
    for file in sorted((resources / "icons").glob("*.svg")):
        drawn = theme.pixmap(file.stem, "text", 16).toImage()
        assert drawn.convertToFormat(empty.format()) != empty, file.name


def test_stages_and_outcomes_can_be_told_apart_without_any_colour(theme: Theme) -> None:
    keys = (*STAGES, *OUTCOMES)
    grey = theme.tokens._replace(stages=dict.fromkeys(keys, QColor("black")))

    shapes = {bytes(_glyph(grey, key).constBits()) for key in keys}

    assert len(shapes) == len(keys)


def test_the_window_speaks_in_inter(theme: Theme, qapp: QApplication) -> None:
    assert qapp.font().family() == "Inter"
    assert theme.font(TITLE).pixelSize() == 18


def _glyph(tokens: Tokens, key: str) -> QImage:
    image = QImage(32, 32, QImage.Format.Format_RGB32)
    image.fill(tokens.colours.surface)
    painter = QPainter(image)
    paint_glyph(painter, image.rect().toRectF(), tokens, key)
    painter.end()
    return image
