"""The application's one style sheet, written from the tokens.

Variants are asked for by dynamic properties: `k` names a kind of control
("primary", "ghost", "chip", "icon", "link", "danger", "segment", "tab"), `r` the role of
a label ("title", "section", "strong", "small", "cap", ...), `s` the surface of a frame.
"""

from typing import NamedTuple

from jobtracker.ui.theme.tokens import (
    BODY,
    DISPLAY,
    LABEL,
    NUMBER,
    READING,
    SEARCH,
    SECTION,
    SMALL,
    SMALL_LABEL,
    STRONG,
    TINY,
    TITLE,
    Size,
    Tokens,
    TypeToken,
)

LABELS: tuple[tuple[str, TypeToken, str], ...] = (
    ("display", DISPLAY, "text"),
    ("number", NUMBER, "text"),
    ("title", TITLE, "text"),
    ("section", SECTION, "text"),
    ("strong", STRONG, "text"),
    ("reading", READING, "text"),
    ("label", LABEL, "text2"),
    ("body", BODY, "text"),
    ("lead", BODY, "text2"),
    ("muted", BODY, "text3"),
    ("small", SMALL, "text2"),
    ("caption", SMALL_LABEL, "text2"),
    ("cap", SMALL, "text3"),
    ("tiny", TINY, "text3"),
    ("key", TINY, "text2"),
    ("danger", SMALL_LABEL, "danger"),
    ("warn", SMALL_LABEL, "warn"),
    ("ok", SMALL_LABEL, "ok"),
)

SHEET = """
QToolTip {{ background: {raised}; color: {text}; border: {one}px solid {border_button};
  padding: {p4}px {p8}px; }}
QWidget[s="canvas"] {{ background: {canvas}; }}
QWidget[s="surface"] {{ background: {surface}; }}
QWidget[s="sunken"] {{ background: {sunken}; }}
QWidget[s="raised"] {{ background: {raised}; }}
QWidget[s="header"] {{ min-height: {header}px; max-height: {header}px; }}
QFrame[s="line"] {{ background: {border}; border: 0; }}
QFrame[s="card"] {{ background: {raised}; border: 1px solid {border}; border-radius: {r8}px; }}
QFrame[s="empty"] {{ background: {sunken}; border: 1px solid {border}; border-radius: {r8}px; }}
QFrame[s="banner-warn"] {{ background: {warn_tint}; border-radius: {r8}px; {tint_border} }}
QFrame[s="banner-danger"] {{ background: {danger_tint}; border-radius: {r8}px; {tint_border} }}
QFrame[s="banner-ok"] {{ background: {ok_tint}; border-radius: {r8}px; {tint_border} }}
QFrame[s="banner-info"] {{ background: {info_tint}; border-radius: {r8}px; {tint_border} }}
QLabel[r="key"] {{ background: {canvas}; border: 1px solid {border}; border-radius: {r4}px;
  padding: {p2}px {p5}px; }}
QFrame[s="segmented"] {{ background: {canvas}; border: 1px solid {border};
  border-radius: {r8}px; }}

QPushButton {{ background: {raised}; color: {text}; border: 1px solid {border_button};
  border-radius: {r6}px; padding: 0 {p11}px; min-height: {h28}px; {label_font} }}
QPushButton {{ qproperty-iconSize: {p20}px {p16}px; }}
QPushButton[k="icon"] {{ qproperty-iconSize: {p16}px {p16}px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {pressed}; }}
QPushButton:focus {{ border: {ring}px solid {focus}; padding: 0 {p10}px; min-height: {h26}px; }}
QPushButton:disabled {{ color: {text3}; border-color: {border}; background: transparent; }}
QPushButton[menu="true"] {{ text-align: left; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QPushButton[k="primary"] {{ background: {accent}; color: {on_accent}; {strong_font}
  border: 1px solid {accent}; padding: 0 {p13}px; }}
QPushButton[k="primary"]:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton[k="primary"]:focus {{ border: {ring}px solid {focus_on_accent}; padding: 0 {p12}px; }}
QPushButton[k="primary"]:disabled {{ background: {band2}; border-color: {band2};
  color: {surface}; }}
QPushButton[k="ghost"] {{ background: transparent; border: 1px solid transparent;
  color: {text2}; }}
QPushButton[k="ghost"]:hover {{ background: {hover}; }}
QPushButton[k="ghost"]:checked {{ background: {selected}; color: {accent_text}; }}
QPushButton[k="ghost"]:focus {{ border: {ring}px solid {focus}; }}
QPushButton[k="danger"] {{ color: {danger}; }}
QPushButton[k="link"] {{ background: transparent; border: 1px solid transparent;
  color: {accent_text}; padding: 0 {p4}px; min-height: {h22}px; text-align: left; }}
QPushButton[k="link"][quiet="true"] {{ color: {text2}; {body_font} }}
QPushButton[k="link"]:hover {{ text-decoration: underline; }}
QPushButton[k="link"]:focus {{ border: {ring}px solid {focus}; padding: 0 {p3}px;
  min-height: {h20}px; }}
QPushButton[k="danger"]:disabled, QPushButton[k="ghost"]:disabled, QPushButton[k="link"]:disabled {{
  color: {text3}; }}
QPushButton[k="icon"] {{ background: transparent; border: 1px solid transparent; padding: 0;
  min-width: {h26}px; max-width: {h26}px; min-height: {h26}px; max-height: {h26}px; }}
QPushButton[k="icon"]:hover {{ background: {hover}; }}
QPushButton[k="icon"]:pressed {{ background: {pressed}; }}
QPushButton[k="icon"]:focus {{ border: {ring}px solid {focus}; min-width: {h24}px;
  max-width: {h24}px; min-height: {h24}px; max-height: {h24}px; }}
QPushButton[k="chip"] {{ min-height: {h24}px; padding: 0 {p9}px; color: {text2}; {cap_font} }}
QPushButton[k="chip"]:focus {{ padding: 0 {p8}px; min-height: {h22}px; }}
QPushButton[k="chip"][on="true"] {{ background: {selected}; color: {accent_text};
  border-color: {chip_border}; }}
QPushButton[k="chip"][on="true"]:focus {{ border-color: {focus}; }}
QPushButton[k="segment"] {{ background: transparent; border: 1px solid transparent;
  color: {text2}; min-height: {h22}px; padding: 0 {p10}px; {cap_font} }}
QPushButton[k="segment"]:hover {{ color: {text}; }}
QPushButton[k="segment"]:checked {{ background: {segment}; color: {text};
  border: 1px solid {border_button}; font-weight: 600; }}
QPushButton[k="segment"]:focus {{ border: {ring}px solid {focus}; padding: 0 {p9}px;
  min-height: {h20}px; }}
QFrame[dense="true"] QPushButton[k="segment"] {{ padding: 0 {p4}px; }}
QFrame[dense="true"] QPushButton[k="segment"]:focus {{ padding: 0 {p3}px; }}
QPushButton[k="toast"] {{ background: transparent; border: 1px solid transparent;
  color: {toast_action}; padding: 0 {p4}px; min-height: {h22}px; {strong_font} }}
QPushButton[k="toast"]:hover {{ text-decoration: underline; }}
QPushButton[k="toast"]:focus {{ border: {ring}px solid {toast_action}; padding: 0 {p3}px;
  min-height: {h20}px; }}

QAbstractScrollArea {{ border: 0; background: transparent; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit {{ background: {surface};
  color: {text}; border: 1px solid {border_strong}; border-radius: {r6}px;
  selection-background-color: {accent}; selection-color: {on_accent}; {body_font} }}
QLineEdit, QComboBox, QSpinBox, QDateEdit {{ padding: 0 {p9}px; min-height: {h28}px; }}
QPlainTextEdit, QTextEdit {{ padding: {p7}px {p9}px; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {{
  border: {ring}px solid {focus}; padding: 0 {p8}px; min-height: {h26}px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: {ring}px solid {focus};
  padding: {p6}px {p8}px; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"] {{ border: {ring}px solid {danger};
  padding: 0 {p8}px; min-height: {h26}px; }}
QPlainTextEdit[wrong="true"] {{ border: {ring}px solid {danger}; padding: {p6}px {p8}px; }}
QLineEdit:disabled, QComboBox:disabled {{ color: {text3}; border-color: {border}; }}
QLineEdit[k="bare"], QPlainTextEdit[k="bare"], QTextEdit[k="bare"] {{ border: 0;
  background: transparent; padding: 0; }}
QLineEdit[k="search"], QLineEdit[k="search"]:focus {{ border: 0; background: transparent;
  padding: 0; {search_font} }}
QLineEdit[k="quiet"] {{ border: 1px solid transparent; background: transparent; }}
QLineEdit[k="quiet"][strong="true"] {{ {section_font} }}
QLineEdit[k="quiet"]:hover {{ border-color: {border_button}; }}
QLineEdit[k="quiet"]:focus {{ border: {ring}px solid {focus}; background: {surface}; }}
QComboBox::drop-down {{ border: 0; width: {p28}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {raised}; color: {text};
  border: 1px solid {border_button}; selection-background-color: {selected};
  selection-color: {text}; padding: {p4}px; }}

QCheckBox {{ spacing: {p8}px; color: {text}; {body_font} }}

QMenu {{ background: {raised}; color: {text}; border: 1px solid {border_button};
  padding: {p4}px; {body_font} }}
QMenu::item {{ padding: {p6}px {p28}px {p6}px {p10}px; border-radius: {r4}px; }}
QMenu::item:selected {{ background: {selected}; color: {text}; }}
QMenu::item:disabled {{ color: {text3}; }}
QMenu::icon {{ padding-left: {p8}px; }}
QMenu::separator {{ height: 1px; background: {border}; margin: {p4}px {p8}px; }}
QMenuBar {{ background: {canvas}; color: {text2}; border-bottom: 1px solid {border};
  {label_font} }}
QMenuBar::item {{ padding: {p5}px {p10}px; background: transparent; border-radius: {r4}px; }}
QMenuBar::item:selected {{ background: {hover}; color: {text}; }}

QScrollArea, QScrollArea > QWidget > QWidget[s="scrolled"] {{ background: transparent;
  border: 0; }}
QTableView, QListView, QTreeView {{ background: {surface}; color: {text}; border: 0;
  gridline-color: {border}; selection-background-color: {selected};
  selection-color: {text}; }}
QListView[k="choices"] {{ background: {raised}; border: 1px solid {border_button};
  padding: 0; }}
QListView[k="choices"]::item {{ padding: {p5}px {p7}px; border-radius: {r4}px; }}
QListView[k="choices"]::item:hover, QListView[k="choices"]::item:selected {{
  background: {selected}; color: {text}; }}
QListView[s="sunken"] {{ background: {sunken}; }}
QListView[s="canvas"] {{ background: transparent; }}
QHeaderView {{ background: {surface}; border: 0; }}
QHeaderView::section {{ background: {surface}; color: {text3}; border: 0;
  border-bottom: 1px solid {border}; padding: 0 {p8}px; min-height: {h31}px; {cap_font} }}
QHeaderView::section:first {{ padding-left: {p24}px; }}
QHeaderView::section:hover {{ color: {text}; }}
QTableCornerButton::section {{ background: {surface}; border: 0; }}

QScrollBar:vertical {{ background: transparent; width: {p10}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {p10}px; margin: 0; }}
QScrollBar::handle {{ background: {band2}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: {h28}px; }}
QScrollBar::handle:horizontal {{ min-width: {h28}px; }}
QScrollBar::handle:hover {{ background: {border_strong}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QTabBar {{ background: transparent; border: 0; {label_font} }}
QTabBar::tab {{ background: transparent; color: {text2}; border: 0; padding: {p6}px 0 {p9}px 0;
  margin-right: {p16}px; border-bottom: {ring}px solid transparent; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom: {ring}px solid {accent_text}; }}
QTabBar::tab:focus {{ border: {ring}px solid {focus}; border-radius: {r4}px; }}
QTabBar[k="narrow"] {{ {cap_font} }}
QTabBar[k="narrow"]::tab {{ margin-right: {p7}px; }}
QTabWidget::pane {{ border: 0; border-top: 1px solid {border}; }}
QSplitter::handle {{ background: {border}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QProgressBar {{ background: {band}; border: 0; border-radius: 3px; max-height: 6px;
  min-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
"""

STILL = """
QAbstractButton, QAbstractScrollArea, QComboBox, QProgressBar, QScrollBar {
  widget-animation-duration: 0; }
"""


class SheetLook(NamedTuple):
    """What the sheet is written for. `ring` is in px, `scale` 1.0 at 100 % text; `roomy` makes
    every control higher, `still` keeps Qt's own controls from moving.
    """

    tokens: Tokens
    family: str
    scale: float = 1.0
    ring: int = Size.RING
    roomy: bool = False
    still: bool = False


def style_sheet(look: SheetLook) -> str:
    """The whole sheet for one theme, font family and text size."""
    tokens, family, scale = look.tokens, look.family, look.scale
    more = Size.CONTROL_LARGE - Size.CONTROL if look.roomy else 0
    values = {role: colour.name() for role, colour in tokens.colours._asdict().items()}
    values |= {f"p{px}": str(round(px * scale)) for px in range(2, 33)}
    values |= {f"h{px}": str(round((px + more) * scale)) for px in range(18, 33)}
    values |= {f"r{px}": str(px) for px in (4, 6, 8, 12)}
    values |= {
        "one": "1",
        "ring": str(look.ring),
        "header": str(round(Size.PAGE_HEADER * scale)),
        "focus_on_accent": values["text"],
        "segment": values["band"] if tokens.dark else values["raised"],
        "chip_border": values["border"] if tokens.high_contrast else values["selected"],
        "tint_border": f"border: 1px solid {values['border']};" if tokens.high_contrast else "",
        "label_font": _font(LABEL, family, scale),
        "strong_font": _font(STRONG, family, scale),
        "section_font": _font(SECTION, family, scale),
        "body_font": _font(BODY, family, scale),
        "search_font": _font(SEARCH, family, scale),
        "cap_font": _font(SMALL_LABEL, family, scale),
    }
    quiet = STILL if look.still else ""
    return SHEET.format_map(values) + _labels(values, family, scale) + quiet


def _font(token: TypeToken, family: str, scale: float) -> str:
    return (
        f'font-family: "{family}"; font-size: {round(token.px * scale)}px; '
        f"font-weight: {token.weight};"
    )


def _labels(values: dict[str, str], family: str, scale: float) -> str:
    return "\n".join(
        f'QLabel[r="{role}"] {{ color: {values[colour]}; {_font(token, family, scale)} }}'
        for role, token, colour in LABELS
    )
