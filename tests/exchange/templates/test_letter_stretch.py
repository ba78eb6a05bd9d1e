"""The letter on a page saved from a site."""

from jobtracker.exchange.templates.letter_stretch import letter_in
from jobtracker.exchange.templates.reading import read_bytes_as_template

PAGE = b"""<html><body><nav><a>Home</a> <a>Resumes</a></nav>
<div class=cookie>We use cookies to improve your visit.</div>
<h1>A cover letter template for nurses</h1>
<p>Updated 3 May 2024. Copy this text and make it yours, with our five tips.</p>
<p>[Your Name]<br>[Your Email]</p><p>[Date]</p><p>[Company]<br>12 High Street</p>
<p>Dear [Hiring Manager],</p><p>I write to apply at [Company].</p><p>I would like to talk.</p>
<p>Sincerely,</p><p>[Your Name]</p>
<h2>Tips for your letter</h2><ul><li>Be brief.</li></ul>
<footer>Copyright 2024 Example Site</footer></body></html>"""


def test_what_a_site_puts_around_a_letter_goes() -> None:
    assert read_bytes_as_template(PAGE, "page.html").text == (
        "{{ your_name }}\n{{ your_email }}\n\n{{ date }}\n\n{{ company }}\n12 High Street\n\n"
        "{{ salutation }}\n\nI write to apply at {{ company }}.\n\nI would like to talk.\n\n"
        "Sincerely,\n\n{{ your_name }}"
    )


def test_a_page_on_which_no_letter_stands_out_stays_whole() -> None:
    text = "A note\n\nI am writing about [Company].\n\nCookies are used."

    assert letter_in(text) == text


def test_a_postscript_and_enclosures_belong_to_the_letter() -> None:
    letter = "Dear Ada,\n\nI write.\n\nKind regards,\nGrace\n\nPS: I can call.\n\nEnclosures: CV"

    assert letter_in(f"{letter}\n\nRelated articles") == letter


def test_a_letter_of_ones_own_on_a_page_keeps_its_head() -> None:
    letter = (
        "Grace Hopper\n\n12 Quay Street\nBristol\n\n3 May 2024\n\nApplication for the post\n\n"
        "Dear Ada,\n\nI write.\n\nKind regards,\n\nGrace Hopper"
    )

    assert letter_in(letter) == letter
