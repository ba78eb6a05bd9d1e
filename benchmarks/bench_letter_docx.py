"""A letter as a Word file, beside its floor: a bare python-docx document of the same paragraphs.

    python benchmarks/bench_letter_docx.py

Prints milliseconds (p50 and p95 of 200 runs, in turns with the floor) and the ratio of the p50s.
The aim is at most 1.2 times the floor.
"""

import time
from collections.abc import Callable
from io import BytesIO

import docx

from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_looks import LetterLook
from jobtracker.domain.letter_parts import ComposedLetter, Part, PlacedPart
from jobtracker.domain.letters import fill
from jobtracker.exchange.letter_docx import docx_of
from jobtracker.exchange.letter_form import filled_form
from jobtracker.exchange.markup import content_of

RUNS = 200
WARM_UP = 20
AIM = 1.2
PARAGRAPH = (
    "For *six years* I have moved data that people **trust**: pipelines with owners, tests that "
    "read like the business, and alerts that mean something at three in the morning. "
)
LETTER = "Dear Hiring Manager,\n\n" + (PARAGRAPH * 2 + "\n\n") * 6 + "- one\n- two\n\nAda\nLondon"


def letter() -> ComposedLetter:
    return ComposedLetter(LETTER, (PlacedPart(Part.BODY, 0, len(LETTER), fill(LETTER, {}), 0),), ())


CONTENT = content_of(letter(), Language.ENGLISH)


def floor() -> bytes:
    document = docx.Document()
    for paragraph in CONTENT.paragraphs():
        document.add_paragraph(paragraph.text)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def milliseconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def main() -> None:
    form = floor()
    jobs: dict[str, Callable[[], object]] = {
        "floor: python-docx": floor,
        "letter to Word": lambda: docx_of(CONTENT, LetterLook(), title="Letter", author="Ada"),
        "own form filled": lambda: filled_form(form, CONTENT, {}),
    }
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for run in range(WARM_UP + RUNS):
        for name, job in jobs.items():
            took = milliseconds(job)
            if run >= WARM_UP:
                times[name].append(took)
    for name, taken in times.items():
        taken.sort()
        print(f"{name:18} p50 {taken[RUNS // 2]:6.2f} ms   p95 {taken[RUNS * 95 // 100]:6.2f} ms")
    base = times["floor: python-docx"][RUNS // 2]
    ratio = times["letter to Word"][RUNS // 2] / base
    form_ratio = times["own form filled"][RUNS // 2] / base
    print(f"{ratio:.2f}x the floor (aim {AIM:g}); an own form filled {form_ratio:.2f}x")


if __name__ == "__main__":
    main()
