"""What the gate found, in place above the letter: each finding leads to where it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jobtracker.domain.gate import Finding
from jobtracker.ui.features.letters.words import counted
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space, Tokens
from jobtracker.ui.widgets.buttons import Button, IconButton
from jobtracker.ui.widgets.fields import CommitLineEdit, mark_wrong
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.labels import PlainLabel, restyle

MOST = 5
ICON = 18
REASON = "Why it may leave as it is"


class CheckPanel(QFrame):
    """Hidden until `show_findings`. `jumped` tells the finding to go to, `overridden` the
    reason for which the letter is to leave all the same.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.jumped: Channel[Finding] = Channel()
        self.overridden: Channel[str] = Channel()
        self._theme = theme
        self._at = -1
        self.findings: Sequence[Finding] = ()
        self.title = PlainLabel("", "strong", wrap=True)
        self._icon = QLabel()
        self.anyway = Button("Export anyway", kind="ghost")
        self.anyway.clicked.connect(self._ask_reason)
        self.close_button = IconButton(theme.icon("x"), "Close the list")
        self.close_button.clicked.connect(self.dismiss)
        self._list = QVBoxLayout()
        self.lines: list[Button] = []
        self.reason = CommitLineEdit(REASON, placeholder="Recorded with the exported version")
        self._field = Field(theme, REASON, self.reason)
        self.confirm = Button("Export with this reason")
        self.confirm.clicked.connect(self._override)
        self.reason.returnPressed.connect(self._override)
        self._reason_row = QWidget()
        self._lay_out()
        theme.changed.subscribe(self._recolour, owner=self)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """List them; without any the panel goes away."""
        self.findings = findings
        self._at = -1
        blocking = any(finding.blocking for finding in findings)
        self.title.setText(title_of(findings))
        self.setProperty("s", "banner-warn")
        self.setAccessibleName(self.title.text())
        self.anyway.setVisible(blocking and self._reason_row.isHidden())
        self._fill_list()
        self._recolour(self._theme.tokens)
        restyle(self)
        if not findings:
            self.dismiss()
        elif self.isHidden():
            self.show()

    def dismiss(self) -> None:
        self.findings = ()
        self._reason_row.hide()
        self.reason.set_value("")
        self.hide()

    def step(self, step: int) -> bool:
        """Go to the next or previous finding; False where there is none."""
        if self.isHidden() or not self.findings:
            return False
        start = self._at if self._at >= 0 or step > 0 else 0
        self._at = (start + step) % len(self.findings)
        self.jumped.put(self.findings[self._at])
        return True

    def _fill_list(self) -> None:
        for one in self.lines:
            self._list.removeWidget(one)
            one.hide()
            one.deleteLater()
        self.lines = []
        for finding in self.findings[:MOST]:
            button = Button(finding.message.replace("&", "&&"), kind="link")
            button.setAccessibleName(finding.message)
            button.clicked.connect(lambda _checked, one=finding: self._jump(one))
            self._list.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.lines.append(button)
        more = len(self.findings) - MOST
        self._more.setText(f"And {more} more; F8 goes to each." if more > 0 else "")
        self._more.setVisible(more > 0)

    def _jump(self, finding: Finding) -> None:
        self._at = self.findings.index(finding)
        self.jumped.put(finding)

    def _ask_reason(self) -> None:
        self.anyway.hide()
        self._reason_row.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _override(self) -> None:
        reason = self.reason.text().strip()
        self._field.set_error("" if reason else "Say why; it is kept with the letter.")
        mark_wrong(self.reason, wrong=not reason)
        if reason:
            self.overridden.put(reason)

    def _recolour(self, _tokens: Tokens) -> None:
        scale = self.devicePixelRatio()
        self._icon.setPixmap(self._theme.pixmap("triangle-alert", "warn", ICON, scale))

    def _lay_out(self) -> None:
        self._more = PlainLabel("", "small")
        head = QHBoxLayout()
        head.setSpacing(Space.SMALL)
        head.addWidget(self.title, 1)
        head.addWidget(self.anyway)
        head.addWidget(self.close_button)
        answer = QHBoxLayout(self._reason_row)
        answer.setContentsMargins(0, Space.TIGHT, 0, Space.TIGHT)
        answer.setSpacing(Space.SMALL)
        answer.addWidget(self._field, 1)
        answer.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignBottom)
        self._reason_row.hide()
        self._list.setSpacing(0)
        words = QVBoxLayout()
        words.setSpacing(Space.HAIR)
        words.addLayout(head)
        words.addLayout(self._list)
        words.addWidget(self._more)
        words.addWidget(self._reason_row)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.LARGE, Space.SMALL, Space.MEDIUM, Space.SMALL)
        row.setSpacing(Space.MEDIUM)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


def title_of(findings: Sequence[Finding]) -> str:
    """What stands over the list: "2 values are missing", or a count of things to look at."""
    blocking = [finding for finding in findings if finding.blocking]
    gaps = {finding.field for finding in blocking if finding.rule == "missing-field"}
    if blocking and all(finding.rule == "missing-field" for finding in blocking):
        return "1 value is missing" if len(gaps) == 1 else f"{len(gaps)} values are missing"
    if blocking:
        return f"{counted(len(blocking), 'thing')} to mend before this letter leaves"
    return f"{counted(len(findings), 'thing')} to look at"
