"""PDF of a full page, warm, beside what reportlab takes for the same one.

    python benchmarks/bench_pdf.py

Both set the same words in the same fonts, which are embedded, on the same paper: reportlab with
Platypus, a paragraph each. Every letter is another one, so that nothing laid out before helps.
Acceptance: a p50 of at most 1.4 times reportlab's and of 10 ms.
"""

import io
import sys
from collections.abc import Callable
from time import process_time
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from jobtracker.domain.letter_content import LetterContent, PartContent, Run
from jobtracker.domain.letter_content import Paragraph as Words
from jobtracker.domain.letter_looks import LetterLook
from jobtracker.domain.letter_parts import Part
from jobtracker.services.letter_pages import fonts_ready
from jobtracker.system.resources import resource
from jobtracker.typesetting.pages import lay_out
from jobtracker.typesetting.pdf import pdf_of, to_pdf

RUNS = 200
WARM_UP = 20
MOST_MS = 10.0
MOST_RATIO = 1.4
PARAGRAPH = (
    "For six years I have moved data that people trust: pipelines with owners, tests that read "
    "like the business, and alerts that mean something at three in the morning. "
)
SIDE, TOP, BOTTOM = 104.5, 72, 70
LOOK = LetterLook()


def letter(number: int) -> LetterContent:
    """A letter that fills a page; no two have a paragraph in common."""
    parts = [
        (Part.SENDER, [f"Ada Lovelace {number}"]),
        (Part.RECIPIENT, [f"Example Analytics {number}"]),
        (Part.DATE, [f"London, 22 November 2026, {number}"]),
        (Part.SUBJECT, [f"Application {number} for Data Engineer"]),
        (Part.SALUTATION, [f"Dear Ms Hopper {number},"]),
        (Part.BODY, [f"{place}.{number} {PARAGRAPH * 2}" for place in range(5)]),
        (Part.CLOSING, [f"Yours sincerely, {number}"]),
        (Part.SIGNATURE, [f"Ada Lovelace, {number}"]),
    ]
    return LetterContent(
        tuple(
            PartContent(part, tuple(Words((Run(words),)) for words in paragraphs))
            for part, paragraphs in parts
        )
    )


def ours(content: LetterContent) -> bytes:
    return to_pdf(content, LOOK, title="Letter", author="Ada")


def reportlabs(content: LetterContent) -> bytes:
    file = io.BytesIO()
    page = SimpleDocTemplate(
        file, pagesize=A4, leftMargin=SIDE, rightMargin=SIDE, topMargin=TOP, bottomMargin=BOTTOM
    )
    page.title, page.author = "Letter", "Ada"
    plain = ParagraphStyle("plain", fontName="Regular", fontSize=11, leading=15.6, spaceAfter=7.5)
    bold = ParagraphStyle("bold", parent=plain, fontName="Bold")
    page.build(
        [
            Paragraph(escape(one.text), bold if part.part is Part.SUBJECT else plain)
            for part in content.parts
            for one in part.paragraphs
        ]
    )
    return file.getvalue()


def milliseconds(work: Callable[[], object]) -> float:
    """Of the processor, which a busy machine changes less than those of the wall's clock."""
    begin = process_time()
    work()
    return (process_time() - begin) * 1000


def measured() -> dict[str, list[float]]:
    """Sorted milliseconds of each job, in turns, so that a busy moment meets all alike."""
    times: dict[str, list[float]] = {}
    for run in range(WARM_UP + RUNS):
        content = letter(run)
        pages = lay_out(letter(-run - 1), LOOK)
        jobs: dict[str, Callable[[], object]] = {
            "reportlab": lambda content=content: reportlabs(content),  # type: ignore[misc]
            "letter to PDF": lambda content=content: ours(content),  # type: ignore[misc]
            "only written": lambda pages=pages: pdf_of(pages),  # type: ignore[misc]
        }
        for name, job in jobs.items():
            took = milliseconds(job)
            if run >= WARM_UP:
                times.setdefault(name, []).append(took)
    return {name: sorted(taken) for name, taken in times.items()}


def main() -> int:
    fonts_ready()
    for weight in ("Regular", "Bold"):
        file = resource("fonts", f"SourceSerif4-{weight}.ttf")
        pdfmetrics.registerFont(TTFont(weight, str(file)))
    pages = lay_out(letter(0), LOOK).count
    times = measured()
    for name, taken in times.items():
        print(f"{name:16} p50 {taken[RUNS // 2]:6.2f} ms   p95 {taken[RUNS * 95 // 100]:6.2f} ms")
    p50 = times["letter to PDF"][RUNS // 2]
    ratio = p50 / times["reportlab"][RUNS // 2]
    print(
        f"{pages} page, p50 {p50:.2f} ms (at most {MOST_MS:g}), {ratio:.2f}x reportlab "
        f"(at most {MOST_RATIO:g})"
    )
    return int(p50 > MOST_MS or ratio > MOST_RATIO)


if __name__ == "__main__":
    sys.exit(main())
