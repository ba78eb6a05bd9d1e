from pathlib import Path

from jobtracker.domain.findings import Finding
from jobtracker.domain.stages import Outcome
from jobtracker.services.workspace import Workspace


def test_what_is_found_has_the_name_a_person_knows_it_by(workspace: Workspace) -> None:
    mill = workspace.applications.add({"company": "Old Mill", "role": "Miller"}).value
    workspace.log.close(mill, Outcome.REJECTED)
    contact = workspace.contacts.add_to(mill, {"name": "Ada Mill", "title": "Owner"}).value

    found = {one.topic: one for one in workspace.search.findings("mill")}

    assert found["application"][:6] == ("application", mill, "Old Mill", "Miller", "rejected", mill)
    assert found["company"].title == "Old Mill"
    assert found["contact"][:4] == ("contact", contact, "Ada Mill", "Owner, Old Mill")
    assert found["contact"].application == mill


def test_only_the_topics_asked_for_are_found(workspace: Workspace) -> None:
    workspace.applications.add({"company": "Old Mill", "role": "Miller"})

    assert [one.topic for one in workspace.search.findings("mill", ("company",))] == ["company"]


def test_records_are_named_in_the_order_asked_and_gone_ones_left_out(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = workspace.applications.add({"company": "Old Mill", "role": "Miller"}).value
    second = workspace.applications.add({"company": "New Mill", "role": "Baker"}).value
    file = tmp_path / "cv.pdf"
    file.write_bytes(b"%PDF")
    document = workspace.documents.add(second, file, "cv").value
    workspace.applications.remove(first)

    named = workspace.search.named(
        [("document", document), ("application", first), ("application", second), ("nothing", 1)]
    )

    assert named == [
        Finding("document", document, "cv.pdf", "Baker, New Mill", "", second),
        Finding("application", second, "New Mill", "Baker", "saved", second),
    ]
