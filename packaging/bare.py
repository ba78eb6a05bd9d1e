"""The smallest PySide6 window: what any program of this kind weighs before it does anything."""

import sys

from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel

app = QApplication(sys.argv)
window = QLabel("Bare")
window.show()
QSvgRenderer(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
sys.exit(0 if "--quit" in sys.argv else app.exec())
