from tests.support.window import Person
PASTE = "Paste a posting"

def test_a(person: Person) -> None:
    person.starts("Down", "Return")
    person.waits_until(lambda: person.sees("Acme Robotics"))
    person.presses("Ctrl+Z")
    person.waits_until(lambda: person.sees(PASTE))
    person.presses("Ctrl+Shift+Z")
    person.waits_until(lambda: person.sees("Acme Robotics"))

def test_b(person: Person) -> None:
    person.starts("Down", "Return")
    person.waits_until(lambda: person.sees("Acme Robotics"))
    person.presses("Ctrl+Z")
    person.waits_until(lambda: person.sees(PASTE))
    person.leaves()
    person.starts()
    person.presses("Ctrl+Shift+Z")
    person.waits_until(lambda: person.sees("Acme Robotics"))

def test_c(person: Person) -> None:
    person.starts("Down", "Return")
    person.waits_until(lambda: person.sees("Acme Robotics"))
    person.leaves()
    person.starts()
    person.presses("Ctrl+Z")
    person.waits_until(lambda: person.sees(PASTE))
    person.leaves()
    person.starts()
    person.presses("Ctrl+Shift+Z")
    person.waits_until(lambda: person.sees("Acme Robotics"))
