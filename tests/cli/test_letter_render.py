from pathlib import Path

from tests.cli.terminal import Terminal


def test_a_template_is_printed_with_nothing_filled_in(jobtracker: Terminal, tmp_path: Path) -> None:
    template = tmp_path / "letter.txt"
    text = "At {{ company }}{{# referrer }} through {{ referrer }}{{/ referrer }}, {{ 7 * 7 }} %s"
    template.write_text(text, "utf-8")

    answer = jobtracker.json("letter", "render", str(template))

    assert answer == {"text": "At [company], {{ 7 * 7 }} %s", "missing": ["company"]}


def test_a_file_that_is_missing_is_refused_in_one_line(jobtracker: Terminal) -> None:
    answer = jobtracker("letter", "render", "nowhere.txt")

    assert answer.code == 3
    assert answer.err.count("\n") == 1
