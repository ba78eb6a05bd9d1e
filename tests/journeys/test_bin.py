"""Three applications are deleted; after 1,100 more steps one of them comes back."""

from tests.support.window import Person
from tests.support.workspaces import opened


def test_what_was_deleted_long_ago_comes_back_from_the_page(person: Person) -> None:
    with opened(person.file) as space:
        keys = [
            space.applications.add({"company": f"Firm {n}", "role": "Baker"}).value
            for n in range(4)
        ]
        space.documents.add(keys[1], ("cv.txt", b"all I can do"))
        space.applications.remove_many(keys[:3])
        for number in range(1_100):
            space.applications.edit(keys[3], {"notes": f"note {number}"})
    person.starts()

    person.presses("Ctrl+K")
    person.types("recently deleted")
    person.presses("Return")
    person.waits_until(lambda: len(person.rows("Recently deleted")) == 3)
    person.types("firm 1")
    person.presses("Return")
    person.waits_until(lambda: person.toast == "Restored Firm 1, Baker")
    person.presses("Escape", "Ctrl+2")

    person.waits_until(lambda: any("Firm 1" in words for words in person.screen()))
    assert not any("Firm 2" in words for words in person.screen())
    person.leaves()
    with opened(person.file) as space:
        assert space.documents.of(keys[1])[0].name == "cv.txt"
        assert space.checking.check().problems == ()
        assert [one.name for one in space.bin.entries()] == ["Firm 2, Baker", "Firm 0, Baker"]
