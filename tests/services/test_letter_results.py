"""What worked: letters that were sent, by the template and the blocks they were made of."""

from datetime import timedelta

from tests.support.clock import FakeClock

from jobtracker.domain.blocks import Block
from jobtracker.domain.letter_results import LEAST
from jobtracker.domain.stages import Stage
from jobtracker.services.workspace import Workspace

WORDS = "I halved the time that a report takes, from nine minutes to four."
TEXT = f"Dear Hiring Manager,\n\nI like {{{{ company }}}}.\n\n{WORDS}\n\nSincerely,\nAda"


def send(workspace: Workspace, number: int, *, text: str = TEXT) -> tuple[int, int]:
    """A letter written with the block and sent; the ids of its application and its own."""
    application = workspace.applications.add(
        {"company": f"Company {number}", "role": "Cook", "stage": Stage.APPLIED}
    ).value
    letter = workspace.letters.draft(application, "Mine").value
    workspace.letters.set_text(letter, text)
    workspace.blocks.used(letter, workspace.blocks.get("Reports").id)
    workspace.letters.sent(letter)
    return application, letter


def prepared(workspace: Workspace) -> None:
    workspace.letters.save_template("Mine", TEXT)
    workspace.blocks.add(Block(0, "", "Reports", WORDS))


def test_a_letter_that_was_not_sent_does_not_count(workspace: Workspace) -> None:
    prepared(workspace)
    application = workspace.applications.add({"company": "Acme", "role": "Cook"}).value
    workspace.letters.draft(application, "Mine")

    assert workspace.letter_results.by_template() == []
    assert workspace.letter_results.by_block() == []


def test_replies_are_counted_for_the_template_and_the_block(
    workspace: Workspace, clock: FakeClock
) -> None:
    prepared(workspace)
    for number in range(LEAST):
        application, _ = send(workspace, number)
        clock.advance(timedelta(days=1))
        if number < 4:
            workspace.log.move(application, Stage.SCREENING)

    (template,) = workspace.letter_results.by_template()
    (block,) = workspace.letter_results.by_block()

    assert (template.name, template.sent, template.replied, template.rate) == ("Mine", 10, 4, 0.4)
    assert (block.name, block.sent, block.replied, block.rate) == ("Reports", 10, 4, 0.4)


def test_a_block_whose_words_were_replaced_does_not_count(workspace: Workspace) -> None:
    prepared(workspace)

    send(workspace, 1, text=TEXT.replace(WORDS, "I bake bread every day and like it."))

    assert workspace.letter_results.by_block() == []
    assert [one.sent for one in workspace.letter_results.by_template()] == [1]
