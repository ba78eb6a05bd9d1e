"""A page is pasted, opened or dropped, and becomes a profile with every section."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton

from jobtracker.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from tests.ui.profiles.conftest import Driver


def labels(person: "Driver") -> list[str]:
    return [label.text() for label in person.page.view.pane.findChildren(PlainLabel)]


def test_a_pasted_page_appears_with_every_section(person: "Driver", orchard: str) -> None:
    person.paste(orchard)
    person.wait_for("Orchard Manager", "own")

    view = person.page.view
    assert person.toasts == ["Orchard Manager imported"]
    assert "Typical education" in view.text_of("glance")
    assert "Diploma in horticulture; a long apprenticeship is as good" in view.text_of("glance")
    assert "Plan pruning, thinning and picking with the crew leaders" in view.text_of("duties")
    assert "An orchard is a slow business." in view.text_of("overview")
    assert "Rootstocks: M9, M26 and what they ask of the soil" in view.text_of("qualifications")
    assert "Farms merge" in view.text_of("outlook")
    assert "I would be glad to walk your rows with you." in view.text_of("letter")
    assert "{{" not in view.text_of("letter")
    assert "Is an Orchard Manager a farmer?" in view.text_of("questions")
    shown = labels(person)
    assert {"$45K – $55K", "$58K – $70K", "$75K – $95K"} <= set(shown)
    assert {"Beekeeper", "$30K – $48K", "Vineyard Manager"} <= set(shown)
    assert "Source: saved page; USD assumed, a year assumed" in shown


def test_undo_takes_the_imported_profile_away_again(person: "Driver", orchard: str) -> None:
    before = person.titles()
    person.paste(orchard)
    person.wait_for("Orchard Manager")

    person.undo()
    person.wait(lambda: person.titles() == before)

    assert person.shown is not None
    person.wait(lambda: person.shown is not None and person.shown.title != "Orchard Manager")


def test_a_filter_makes_way_for_what_was_imported(person: "Driver", orchard: str) -> None:
    person.page.side.filter.setText("nurse")
    assert person.titles() == ["Registered Nurse"]
    person.page.side.list.setFocus()

    person.paste(orchard)
    person.wait_for("Orchard Manager")

    assert person.page.side.filter.text() == ""


def test_an_empty_clipboard_is_said_above_the_profile(person: "Driver") -> None:
    person.paste("")

    assert person.page.banner.text.startswith("The clipboard holds no text.")
    assert "Nothing was changed" in person.page.banner.text


def test_a_pasted_text_that_is_no_profile_is_said_above_the_profile(person: "Driver") -> None:
    before = person.titles()

    person.paste("Pancakes\n\nIngredients\n- 2 eggs\n- flour\n\nMix all and bake it.")
    person.wait(lambda: bool(person.page.banner.text))

    assert person.page.banner.text.startswith("No role profile was found in this text.")
    assert person.titles() == before


def test_a_paste_into_the_filter_is_only_a_paste(person: "Driver") -> None:
    person.page.side.filter.setFocus()

    person.paste("zither")

    assert person.page.side.filter.text() == "zither"
    assert person.page.side.empty.isVisible()
    assert person.titles() == []


def test_a_file_dropped_on_the_page_is_read(person: "Driver", orchard: str, tmp_path: Path) -> None:
    file = tmp_path / "orchard.txt"
    file.write_text(orchard, "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])

    person.page.dropEvent(
        QDropEvent(
            QPoint(200, 200),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )

    person.wait_for("Orchard Manager", "own")


def test_a_file_that_is_no_text_changes_nothing(person: "Driver", tmp_path: Path) -> None:
    before = person.titles()
    file = tmp_path / "photo.txt"
    file.write_bytes(b"\x00\x01\x02")

    person.page.intents.opened.put((file,))
    person.wait(lambda: bool(person.page.banner.text))

    assert "“photo.txt” is not a text file" in person.page.banner.text
    assert person.titles() == before


def test_several_files_are_one_step(person: "Driver", orchard: str, tmp_path: Path) -> None:
    before = person.titles()
    files = []
    for name in ("Orchard Manager", "Meadow Manager"):
        file = tmp_path / f"{name}.txt"
        file.write_text(orchard.replace("Orchard Manager", name), "utf-8")
        files.append(file)

    person.page.intents.opened.put(tuple(files))
    person.wait(lambda: person.toasts == ["2 profiles imported"])
    person.wait(lambda: {"Orchard Manager", "Meadow Manager"} <= set(person.titles()))
    person.undo()

    person.wait(lambda: person.titles() == before)


def test_a_related_role_with_a_profile_of_its_own_leads_there(person: "Driver") -> None:
    person.go_to("Python Developer")
    links = person.page.view.pane.findChildren(QPushButton)

    next(link for link in links if link.text() == "Python Web Developer").click()

    person.wait_for("Python Web Developer")


def test_a_related_range_that_its_own_profile_denies_shows_both(
    person: "Driver", orchard: str
) -> None:
    person.paste(orchard)
    person.wait_for("Orchard Manager")
    person.page.side.list.setFocus()

    person.paste(orchard.replace("Orchard Manager", "Beekeeper"))
    person.wait_for("Beekeeper")
    person.go_to("Orchard Manager")

    assert "Its own profile says $52K – $88K" in labels(person)


def test_a_page_of_500_duties_is_one_list_and_quick(person: "Driver", orchard: str) -> None:
    duties = "\n".join(f"  • Prune row {number} before the frost" for number in range(500))
    page = orchard.replace("  • Plan pruning, thinning and picking with the crew leaders", duties)

    person.paste(page)
    profile = person.wait_for("Orchard Manager")

    assert len(profile.duties) == 503
    assert person.page.view.text_of("duties").count("Prune row") == 500
    assert len(person.page.view.pane.findChildren(PlainLabel)) < 100


def test_the_official_figures_stand_beside_what_the_profile_says(person: "Driver") -> None:
    person.go_to("Python Developer")

    said = labels(person)

    assert "Official: Software Developers" in said
    source = next(words for words in said if "Software Developers (15-1252)" in words)
    assert "half up to $" in source
    assert "employment " in source
    assert "RSE " in source


def test_an_occupation_that_was_only_found_by_the_title_says_so(
    person: "Driver", orchard: str
) -> None:
    person.paste(orchard.replace("Orchard Manager", "Electrician"))
    profile = person.wait_for("Electrician", "own")

    assert profile.code == ""
    assert "Official: Electricians" in labels(person)
    assert any("Found by the title" in words for words in labels(person))
