"""Inter in the sizes of the type tokens, each font and its metrics made once."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from jobtracker.ui.theme.tokens import TypeToken

FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")
FAMILY = "Inter"


class Fonts:
    """Answers a type token with a QFont; where Inter cannot be loaded, the system's font."""

    def __init__(self, folder: Path, scale: float = 1.0) -> None:
        self.scale = scale
        loaded = [QFontDatabase.addApplicationFont(str(folder / name)) for name in FILES]
        self.family = FAMILY if min(loaded) >= 0 else QFont().family()
        self._fonts: dict[TypeToken, QFont] = {}
        self._metrics: dict[TypeToken, QFontMetrics] = {}

    def set_scale(self, scale: float) -> None:
        """Another text size: 1.0 is 100 %; what was made in the old one is forgotten."""
        self.scale = scale
        self._fonts.clear()
        self._metrics.clear()

    def font(self, token: TypeToken) -> QFont:
        if token not in self._fonts:
            self._fonts[token] = self._make(token)
        return self._fonts[token]

    def metrics(self, token: TypeToken) -> QFontMetrics:
        if token not in self._metrics:
            self._metrics[token] = QFontMetrics(self.font(token))
        return self._metrics[token]

    def _make(self, token: TypeToken) -> QFont:
        font = QFont(self.family)
        font.setPixelSize(round(token.px * self.scale))
        font.setWeight(QFont.Weight(token.weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if token.tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font
