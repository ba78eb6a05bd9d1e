"""The sample by the palette: filling with it, a template of it, taking it away."""

from tests.support.window import Person


def test_the_palette_fills_with_the_sample_and_takes_it_away(person: Person) -> None:
    person.starts()

    person.presses("Ctrl+K")
    person.types("Fill with sample")
    person.presses("Return")
    person.waits_until(lambda: person.sees("Acme Robotics"))
    person.presses("Ctrl+K")
    person.types("Remove sample")
    person.presses("Return")

    person.waits_until(lambda: person.sees("Start your job search"))


def test_the_palette_opens_a_template(person: Person) -> None:
    person.starts()
    person.presses("Ctrl+K")
    person.types("Sample letter of UX")
    person.waits_until(lambda: person.sees("Sample letter of UX Designer"))
    person.presses("Return")

    person.waits_until(lambda: person.page == "Letters")
    chosen = person.window.page.list.templates.selected()  # type: ignore[attr-defined]  # its page
    assert chosen is not None
    assert chosen.name == "UX Designer"
