"""What was found in a letter, in place above it: each finding leads to where it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from jobtracker.domain.gate import Finding
from jobtracker.ui.features.letters.desk.finding_line import FindingLine
from jobtracker.ui.features.letters.words import counted
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.typing_marks import keep_together
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space, Tokens
from jobtracker.ui.widgets.buttons import Button, IconButton
from jobtracker.ui.widgets.fields import CommitLineEdit, mark_wrong
from jobtracker.ui.widgets.form import Field
from jobtracker.ui.widgets.labels import PlainLabel, restyle

MOST = 5
"""Findings that are seen at once; the list scrolls to the others."""
ICON = 18
REASON = "Why it may leave as it is"
ALL_WELL = "Nothing to mend: this letter can leave"


class CheckPanel(QFrame):
    """Hidden until it is asked for. `jumped` tells the finding to go to, `overridden` the reason
    for which the letter is to leave all the same.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        keep_together(self, title=REASON)
        self.jumped: Channel[Finding] = Channel()
        self.overridden: Channel[str] = Channel()
        self._theme = theme
        self._at = -1
        self._awaited = False
        self.findings: Sequence[Finding] = ()
        self.title = PlainLabel("", "strong", wrap=True)
        self._icon = QLabel()
        self.anyway = Button("Export anyway", kind="ghost")
        self.anyway.clicked.connect(self._ask_reason)
        self.close_button = IconButton(theme.icon("x"), "Close the list")
        self.close_button.clicked.connect(self.dismiss)
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._area = QScrollArea()
        self.lines: list[FindingLine] = []
        self.reason = CommitLineEdit(REASON, placeholder="Recorded with the version that leaves")
        self._field = Field(theme, REASON, self.reason)
        self.confirm = Button("Export with this reason")
        self.confirm.clicked.connect(self._override)
        self.reason.returnPressed.connect(self._override)
        self._reason_row = QWidget()
        self._lay_out()
        theme.changed.subscribe(self._recolour, owner=self)
        self.hide()

    def name_deed(self, deed: str) -> None:
        """Say on the buttons what is done all the same: "Export", "Mark as sent"."""
        self.anyway.setText(f"{deed} anyway")
        self.confirm.setText(f"{deed} with this reason")

    @property
    def is_wanted(self) -> bool:
        """Whether the findings are shown, or asked for to be shown."""
        return self._awaited or not self.isHidden()

    def await_findings(self) -> None:
        """Somebody wants to see what is found, or that nothing is."""
        self._awaited = True

    def show_findings(self, findings: Sequence[Finding], *, leaving: bool = False) -> None:
        """List them, those that block first. Without any the panel goes away, unless somebody
        asked; `leaving` where they stop the letter from leaving.
        """
        blocking = any(finding.blocking for finding in findings)
        can_override = blocking and (leaving or not self.anyway.isHidden())
        self._list_all(findings, title_of(findings) if findings else ALL_WELL)
        self.anyway.setVisible(can_override and self._reason_row.isHidden())
        if findings or self._awaited:
            self.show()
        else:
            self.dismiss()

    def show_changes(self, findings: Sequence[Finding], company: str) -> None:
        """List what has to change in a letter that was written for somebody else."""
        self._list_all(findings, f"{counted(len(findings), 'thing')} to change for {company}")
        self.anyway.hide()
        self.setVisible(bool(findings))

    def dismiss(self) -> None:
        self.findings = ()
        self._awaited = False
        self.anyway.hide()
        self._reason_row.hide()
        self.reason.set_value("")
        self.hide()

    def step(self, step: int) -> bool:
        """Go to the next or previous finding; False where there is none."""
        if self.isHidden() or not self.findings:
            return False
        start = self._at if self._at >= 0 or step > 0 else 0
        self._at = (start + step) % len(self.findings)
        self._area.ensureWidgetVisible(self.lines[self._at])
        self.jumped.put(self.findings[self._at])
        return True

    def _list_all(self, findings: Sequence[Finding], title: str) -> None:
        before = self.findings[self._at] if 0 <= self._at < len(self.findings) else None
        self.findings = sorted(findings, key=lambda one: (not one.blocking, one.start, one.end))
        self._at = self.findings.index(before) if before in self.findings else -1
        self.title.setText(title)
        self.setProperty("s", "banner-warn" if findings else "banner-ok")
        self.setAccessibleName(title)
        self._fill_list()
        self._recolour(self._theme.tokens)
        restyle(self)

    def _fill_list(self) -> None:
        focused = next((place for place, one in enumerate(self.lines) if one.hasFocus()), -1)
        for one in self.lines:
            self._list.removeWidget(one)
            one.hide()
            one.deleteLater()
        self.lines = [FindingLine(self._theme, finding) for finding in self.findings]
        for line, finding in zip(self.lines, self.findings, strict=True):
            line.clicked.connect(lambda _checked, one=finding: self._jump(one))
            self._list.addWidget(line)
        height = self.lines[0].sizeHint().height() if self.lines else 0
        self._area.setFixedHeight(height * min(MOST, len(self.lines)))
        self._area.setVisible(bool(self.lines))
        if focused >= 0:
            heir = self.lines[min(focused, len(self.lines) - 1)] if self.lines else None
            (heir or self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

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
        name, colour = ("triangle-alert", "warn") if self.findings else ("circle-check", "ok")
        self._icon.setPixmap(self._theme.pixmap(name, colour, ICON, scale))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.SMALL)
        head.addWidget(self.title, 1)
        head.addWidget(self.anyway)
        head.addWidget(self.close_button)
        self.anyway.hide()
        answer = QHBoxLayout(self._reason_row)
        answer.setContentsMargins(0, Space.TIGHT, 0, Space.TIGHT)
        answer.setSpacing(Space.SMALL)
        answer.addWidget(self._field, 1)
        answer.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignBottom)
        self._reason_row.hide()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._inside.setProperty("s", "scrolled")
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words = QVBoxLayout()
        words.setSpacing(Space.HAIR)
        words.addLayout(head)
        words.addWidget(self._area)
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
