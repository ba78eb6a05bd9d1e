"""`backup`, `backups` and `restore` as typed."""

from pathlib import Path

from tests.cli.terminal import Terminal


def test_backups_are_listed_newest_first_with_what_is_in_them(acme: Terminal) -> None:
    acme.json("backup")
    acme.add("Globex", "Clerk")
    acme.json("backup")

    listed = acme.json("backups")

    assert [one["number"] for one in listed] == [2, 1]
    assert [one["counts"]["active"] for one in listed] == [2, 1]
    assert {one["reason"] for one in listed} == {"by-hand"}
    assert all(Path(one["path"]).stat().st_size == one["size"] for one in listed)
    shown = acme("backups").out.splitlines()
    assert shown[0].split() == [
        "No.", "Made", "Why", "Active", "Closed", "Letters", "Documents", "MB",
    ]  # fmt: skip
    assert "By hand" in shown[1]


def test_without_backups_it_says_how_to_take_one(acme: Terminal) -> None:
    answer = acme("backups")

    assert (answer.code, answer.out) == (0, "")
    assert "jobtracker backup" in answer.err
    assert acme.json("backups") == []


def test_a_backup_is_restored_by_its_number(acme: Terminal) -> None:
    acme.json("backup")
    acme.add("Globex", "Clerk")

    restored = acme.json("restore", "1")

    assert [one["company"] for one in acme.json("list")] == ["Acme Robotics"]
    assert Path(restored["kept_aside"]).exists()
    assert [one["reason"] for one in acme.json("backups")] == ["before-restore", "by-hand"]


def test_a_dry_run_shows_what_would_change_and_changes_nothing(acme: Terminal) -> None:
    acme.json("backup")
    acme.add("Globex", "Clerk")
    before = acme.stored()

    shown = acme("restore", "1", "--dry-run")
    said = acme.json("restore", "1", "--dry-run")

    assert "1 would go away:\n  Globex, Clerk\n" in shown.out
    assert said["away"] == {"count": 1, "first": ["Globex, Clerk"]}
    assert said["back"] == said["changed"] == {"count": 0, "first": []}
    assert said["counts"] == {"active": 1, "closed": 0, "letters": 0, "documents": 0}
    assert acme.stored() == before
    assert len(acme.json("backups")) == 1


def test_a_number_that_no_backup_has_is_refused_with_the_way_to_those_there_are(
    acme: Terminal,
) -> None:
    answer = acme("restore", "7")

    assert answer.code == 3
    assert "There is no backup 7" in answer.err
    assert "jobtracker backups" in answer.err


def test_a_file_is_previewed_where_there_is_no_workspace(acme: Terminal, nowhere: Terminal) -> None:
    made = acme.json("backup")["path"]

    said = nowhere.json("restore", made, "--dry-run")

    assert said["back"] == {
        "count": 1,
        "first": ["Acme Robotics, Senior Python Developer"],
    }
    assert not nowhere.file.exists()
    nowhere.json("restore", made)
    assert nowhere.json("restore", made)["kept_aside"]


def test_the_second_folder_also_gets_what_the_terminal_backs_up(
    acme: Terminal, tmp_path: Path
) -> None:
    from jobtracker.bootstrap import open_workspace

    drive = tmp_path / "drive"
    drive.mkdir()
    with open_workspace(acme.file, write=True) as workspace:
        workspace.backups.choose_second_folder(drive)

    made = Path(acme.json("backup")["path"])

    (copy,) = drive.glob("*/*.db")
    assert copy.read_bytes() == made.read_bytes()
