"""PDF of a full page, warm, beside its floor: a QPdfWriter page with one line drawn on it.

    python benchmarks/bench_pdf.py

Prints milliseconds (p50 and p95 of 200 runs, in turns with the floor) and their ratio.
The aim is a p50 of at most 10 ms a page.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter

from jobtracker.typesetting.fonts import letter_font
from jobtracker.typesetting.pages import LetterLook, lay_out
from jobtracker.typesetting.pdf import ensure_gui, pdf_of, to_pdf

RUNS = 200
WARM_UP = 20
AIM_MS = 10.0
PARAGRAPH = (
    "For six years I have moved data that people trust: pipelines with owners, tests that read "
    "like the business, and alerts that mean something at three in the morning. "
)
LETTER = (
    "17 November 2026\n\nDear Hiring Manager,\n\n" + (PARAGRAPH * 2 + "\n\n") * 6 + "Ada\nLondon"
)
LOOK = LetterLook(header_name="Ada Lovelace", header_line="ada@example.com · London")


def floor() -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    painter.setFont(letter_font("", 11))
    painter.drawText(500, 500, "Dear Hiring Manager, hello from the floor")
    painter.end()


def milliseconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def main() -> None:
    ensure_gui()
    pages = lay_out(LETTER, LOOK)
    jobs: dict[str, Callable[[], object]] = {
        "floor: one line": floor,
        "lay out": lambda: lay_out(LETTER, LOOK),
        "write": lambda: pdf_of(pages),
        "letter to PDF": lambda: to_pdf(LETTER, LOOK, title="Letter", author="Ada"),
    }
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for run in range(WARM_UP + RUNS):
        for name, job in jobs.items():
            took = milliseconds(job)
            if run >= WARM_UP:
                times[name].append(took)
    for name, taken in times.items():
        taken.sort()
        print(f"{name:16} p50 {taken[RUNS // 2]:6.2f} ms   p95 {taken[RUNS * 95 // 100]:6.2f} ms")
    p50 = times["letter to PDF"][RUNS // 2] / pages.count
    ratio = p50 / times["floor: one line"][RUNS // 2]
    print(f"{pages.count} page; {ratio:.1f}x the floor; p50 a page {p50:.2f} ms (aim {AIM_MS:g})")


if __name__ == "__main__":
    main()
