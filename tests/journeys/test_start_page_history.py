"""On the start page, which an undo can lead to, undo and redo work as anywhere."""

from tests.support.window import Person

BEGIN, SAMPLE = "Start your job search", "Acme Robotics"


def fills(person: Person) -> None:
    person.starts("Down", "Return")
    person.waits_until(lambda: person.sees(SAMPLE))


def test_redo_on_the_start_page_brings_back_what_undo_took(person: Person) -> None:
    fills(person)
    person.presses("Ctrl+Z")
    person.waits_until(lambda: person.sees(BEGIN))

    person.presses("Ctrl+Shift+Z")

    person.waits_until(lambda: person.sees(SAMPLE))
    person.presses("Ctrl+Z")
    person.waits_until(lambda: person.sees(BEGIN))


def test_redo_works_on_the_start_page_after_a_restart(person: Person) -> None:
    fills(person)
    person.presses("Ctrl+Z")
    person.waits_until(lambda: person.sees(BEGIN))
    person.leaves()
    person.starts()

    person.presses("Ctrl+Shift+Z")

    person.waits_until(lambda: person.sees(SAMPLE))


def test_redo_pressed_before_the_undo_has_come_back_is_heard(person: Person) -> None:
    fills(person)

    person.hurries("Ctrl+Z", "Ctrl+Shift+Z")

    person.waits_until(lambda: person.toast == "Done again: add sample data")
    assert person.sees(SAMPLE)


def test_redo_pressed_before_all_is_loaded_is_heard(person: Person) -> None:
    fills(person)
    person.presses("Ctrl+Z")
    person.leaves()

    person.starts("Ctrl+Shift+Z")

    person.waits_until(lambda: person.sees(SAMPLE))


def test_keys_pressed_with_nothing_to_do_again_say_nothing(person: Person) -> None:
    fills(person)

    person.hurries("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Shift+Z")

    person.waits_until(lambda: person.toast == "Done again: add sample data")
    assert not person.sees("nothing to redo")
