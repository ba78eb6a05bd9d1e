"""Ticks, notes and "archived" are the person's own, whichever version of a profile comes."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.workspaces import undone_and_redone

from jobtracker.domain.errors import InvalidInputError, NotFoundError
from jobtracker.domain.profiles import DUTY, QUALIFICATION, SKILL, RoleProfile, line_meant, tick_of
from jobtracker.services.workspace import Workspace

BAKER = RoleProfile(
    title="Baker",
    duties=("Bake bread", "Bake cakes for cafés"),
    skills=("Dough",),
    alternates=("Pastry cook",),
    code="51-3011",
    credit="Said by bakers.",
)


def newer_library(resources: Path, folder: Path, key: str, word: str) -> Path:
    """The bundled library with a newer version of a profile, whose summary is this word."""
    shutil.copytree(resources, folder, ignore=lambda _, names: {"benchmarks"} & set(names))
    file = folder / "profiles" / f"{key}.toml"
    lines = file.read_text(encoding="utf-8").splitlines()
    said = {"version": "version = 999", "summary": f'summary = "{word}"'}
    lines = [said.get(line.split(" = ")[0], line) for line in lines]
    file.write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_a_line_is_ticked_with_where_and_unticked(workspace: Workspace) -> None:
    key = workspace.profiles.store(BAKER).value

    done = workspace.profiles.tick(key, DUTY, "Bake bread", note="at Acme")
    workspace.profiles.tick(key, SKILL, "Dough")
    assert done.label == "can show Bake bread"
    assert workspace.profiles.ticks(key) == {
        tick_of(DUTY, "BAKE  bread"): "at Acme", (SKILL, "dough"): "",
    }  # fmt: skip

    workspace.profiles.tick(key, DUTY, "bake BREAD", note="at home")
    assert workspace.profiles.ticks(key)[tick_of(DUTY, "Bake bread")] == "at home"
    workspace.profiles.tick(key, DUTY, "bake bread", shown=False)
    assert list(workspace.profiles.ticks(key)) == [(SKILL, "dough")]


def test_only_lines_that_can_be_shown_are_ticked(workspace: Workspace) -> None:
    key = workspace.profiles.store(BAKER).value

    with pytest.raises(InvalidInputError, match="nothing to tick"):
        workspace.profiles.tick(key, "outlook", "Rosy")
    with pytest.raises(InvalidInputError, match="text is empty"):
        workspace.profiles.tick(key, DUTY, " ")
    with pytest.raises(NotFoundError):
        workspace.profiles.tick(9999, DUTY, "Bake bread")


def test_ticks_notes_and_archived_outlive_a_newer_version_of_the_library(
    workspace: Workspace, resources: Path, tmp_path: Path
) -> None:
    profile = workspace.profiles.show("accountant")
    workspace.profiles.tick(profile.id, DUTY, profile.duties[0], note="at Acme")
    workspace.profiles.set_notes(profile.id, "My own words.")
    workspace.profiles.archive(profile.id)

    folder = newer_library(resources, tmp_path / "library", "accountant", "Newer")
    workspace.library.bring_up_to_date(folder)

    after = workspace.profiles.load(profile.id)
    assert (after.summary, after.version) == ("Newer", 999)
    assert (after.notes, after.archived) == ("My own words.", True)
    assert workspace.profiles.ticks(profile.id) == {tick_of(DUTY, after.duties[0]): "at Acme"}
    listed = {one.id: one for one in workspace.profiles.summaries()}
    assert listed[profile.id].archived
    workspace.history.undo()
    assert not workspace.profiles.load(profile.id).archived, "a newer library is no hindrance"
    workspace.history.undo()
    workspace.history.undo()
    assert workspace.profiles.ticks(profile.id) == {}


def test_a_profile_that_leaves_the_library_stays_while_one_ticked_or_noted_it(
    workspace: Workspace, resources: Path, tmp_path: Path
) -> None:
    for key in ("accountant", "electrician", "data-analyst"):
        known = workspace.profiles.show(key)
        if key == "accountant":
            workspace.profiles.tick(known.id, SKILL, known.skills[0])
        elif key == "electrician":
            workspace.profiles.set_notes(known.id, "Ask Dana.")
    folder = newer_library(resources, tmp_path / "library", "ux-designer", "Newer")
    for key in ("accountant", "electrician", "data-analyst"):
        (folder / "profiles" / f"{key}.toml").unlink()

    workspace.library.bring_up_to_date(folder)

    titles = {one.title for one in workspace.profiles.summaries()}
    assert {"Accountant", "Electrician"} < titles
    assert "Data Analyst" not in titles


def test_a_page_imported_again_keeps_what_one_said_of_its_profile(workspace: Workspace) -> None:
    key = workspace.profiles.store(BAKER).value
    workspace.profiles.tick(key, DUTY, "Bake bread")
    workspace.profiles.set_notes(key, "mine")

    again = workspace.profiles.store(replace(BAKER, duties=("BAKE BREAD", "Sell"))).value

    assert again == key
    assert workspace.profiles.load(key).notes == "mine"
    assert list(workspace.profiles.ticks(key)) == [tick_of(DUTY, "BAKE BREAD")]


def test_other_titles_the_code_and_the_credit_are_kept(workspace: Workspace) -> None:
    key = workspace.profiles.store(BAKER).value

    kept = workspace.profiles.load(key)
    assert (kept.alternates, kept.code, kept.credit) == (
        ("Pastry cook",), "51-3011", "Said by bakers.",
    )  # fmt: skip
    (named,) = [one for one in workspace.profiles.named() if one.id == key]
    assert (named.title, named.alternates, named.code) == ("Baker", ("Pastry cook",), "51-3011")


def test_notes_and_where_are_found_by_their_words(workspace: Workspace) -> None:
    key = workspace.profiles.store(BAKER).value
    workspace.profiles.set_notes(key, "Ask the zebra.")
    workspace.profiles.tick(key, DUTY, "Bake bread", note="in the quagga bakery")

    for word in ("zebra", "quagga", "pastry"):
        assert [(one.topic, one.ref) for one in workspace.search.find(word)] == [("profile", key)]
    workspace.history.undo()
    assert workspace.search.find("quagga") == []


def test_the_line_meant_is_the_whole_or_the_only_one_that_holds_the_words() -> None:
    assert line_meant(BAKER, "bake bread") == (DUTY, "Bake bread")
    assert line_meant(BAKER, "cafes") == (DUTY, "Bake cakes for cafés")
    with pytest.raises(InvalidInputError, match="2 lines"):
        line_meant(BAKER, "bake")
    with pytest.raises(NotFoundError, match="Baker"):
        line_meant(BAKER, "sell")
    with pytest.raises(NotFoundError):
        line_meant(BAKER, " ")


@pytest.mark.parametrize(
    "act",
    [
        lambda w, key: w.profiles.tick(key, QUALIFICATION, "Diploma", note="2019"),
        lambda w, key: w.profiles.tick(key, DUTY, "Bake bread", shown=False),
        lambda w, key: w.profiles.set_notes(key, "other"),
        lambda w, key: w.profiles.archive(key, archived=False),
        lambda w, key: w.profiles.remove(key),
    ],
)
def test_each_is_undone_and_redone(
    workspace: Workspace, act: Callable[[Workspace, int], object]
) -> None:
    key = workspace.profiles.store(BAKER).value
    workspace.profiles.tick(key, DUTY, "Bake bread", note="at Acme")
    workspace.profiles.set_notes(key, "mine")
    workspace.profiles.archive(key)

    undone_and_redone(workspace, lambda w: act(w, key))
