r"""LaTeX letters of each class: nothing that a reader would see is lost or run together."""

import pytest

from jobtracker.exchange.templates.reading import read_bytes_as_template


def text_of(source: str) -> str:
    return read_bytes_as_template(source.encode(), "letter.tex").text


@pytest.mark.parametrize(
    "blank",
    [r"\underline{\hspace{2cm}}", r"\underline{~~~~}", r"\rule{3cm}{0.4pt}", r"\hrulefill"],
)
def test_a_line_to_write_on_is_a_placeholder(blank: str) -> None:
    source = rf"\begin{{document}}I apply to {blank} for the post.\end{{document}}"

    template = read_bytes_as_template(source.encode(), "letter.tex")

    assert template.text == "I apply to ______ for the post."
    assert [one.written for one in template.questions] == ["______"]


def test_scrlttr2_keeps_its_variables() -> None:
    assert text_of(
        r"""\documentclass{scrlttr2}
\setkomavar{fromname}{Grace Hopper}
\setkomavar{fromaddress}{Hafenweg 1\\20457 Hamburg}
\setkomavar{fromphone}{040 1234}
\setkomavar{subject}{Bewerbung als [Position]}
\begin{document}
\begin{letter}{[Firma]\\Personalabteilung}
\opening{Sehr geehrte Damen und Herren,}
ich schreibe.
\closing{Mit freundlichen Gr\"u\ss{}en}
\encl{Lebenslauf}
\end{letter}
\end{document}"""
    ) == (
        "Grace Hopper\nHafenweg 1\n20457 Hamburg\n040 1234\n\n"
        "{{ company }}\nPersonalabteilung\n\nBewerbung als {{ role }}\n\n"
        "Sehr geehrte Damen und Herren,\n\nich schreibe.\n\n"
        "Mit freundlichen Grüßen\nGrace Hopper\n\nLebenslauf"
    )


def test_moderncv_keeps_what_stands_before_the_document() -> None:
    assert text_of(
        r"""\documentclass{moderncv}
\name{[First Name]}{[Last Name]}
\email{me@example.org}
\recipient{[Company]}{1 Quay Street\\Bristol}
\date{\today}
\opening{Dear [Hiring Manager],}
\closing{Kind regards,}
\enclosure[Attached]{CV}
\begin{document}
\makelettertitle
I write.
\makeletterclosing
\end{document}"""
    ) == (
        "{{ your_name }}\nme@example.org\n\n{{ company }}\n1 Quay Street\nBristol\n\n{{ date }}\n\n"
        "{{ salutation }}\n\nI write.\n\nKind regards,\n{{ your_name }}\n\nCV"
    )
