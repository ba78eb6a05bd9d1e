"""Where a posted pay stands: the benchmark, the chart, one sentence, or roles to link."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobtracker.domain import money
from jobtracker.domain.pay import Pay
from jobtracker.domain.position import standing_words
from jobtracker.ui.charts.bars import OFFER, Bar, Mark
from jobtracker.ui.charts.benchmark_chart import BenchmarkChart
from jobtracker.ui.features.applications.contract import Shown
from jobtracker.ui.features.applications.table.model import in_currency_of, span_of
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.theme.theme import Theme
from jobtracker.ui.theme.tokens import Space
from jobtracker.ui.widgets.buttons import Button
from jobtracker.ui.widgets.labels import PlainLabel
from jobtracker.ui.widgets.range_words import place_sentence

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationView, LinkedProfile
    from jobtracker.domain.profiles import Benchmark
    from jobtracker.domain.salary_lines import PlacedBenchmark

UNLINKED = "Link a role to compare pay."


class SalarySection(QWidget):
    """`linked` tells the profile a person chose from the proposals, `benchmarks_wanted` the id of
    the application whose pay every source is to be asked about.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.linked: Channel[int] = Channel()
        self.benchmarks_wanted: Channel[int] = Channel()
        self._id = 0
        self._placed = PlainLabel("", "small", wrap=True, selectable=True)
        self._placed.hide()
        self._ask = PlainLabel("", "small")
        self._caption = PlainLabel("", "small", wrap=True)
        self._chart = BenchmarkChart(theme, "Salary against benchmark")
        self._sentence = PlainLabel("", "small", wrap=True)
        self._buttons: list[Button] = []
        self._rows: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SNUG)
        head = QHBoxLayout()
        head.addWidget(PlainLabel("Salary against benchmark", "strong"))
        head.addStretch(1)
        head.addWidget(self._ask)
        column.addLayout(head)
        for widget in (self._caption, self._chart, self._sentence, self._placed):
            column.addWidget(widget)
        self._proposals = QVBoxLayout()
        self._proposals.setSpacing(Space.TIGHT)
        column.addLayout(self._proposals)

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    @property
    def proposals(self) -> Sequence[Button]:
        """The buttons that link a role, best match first."""
        return self._buttons

    def show_application(self, shown: Shown) -> None:
        view = shown.view
        benchmark = view.benchmark
        if view.record.id != self._id:
            self._id = view.record.id
            self._placed.hide()
            self.benchmarks_wanted.put(self._id)
        self._caption.setVisible(benchmark is not None)
        self._caption.setText(benchmark_words(benchmark) if benchmark else "")
        self._sentence.setText(sentence_of(view))
        bars = _bars(view)
        self._chart.setVisible(bool(bars))
        if bars and benchmark is not None:
            currency = benchmark.range.pay.currency
            self._chart.show_bars(bars, target=_target(view), symbol=_symbol(currency))
        asked = bool(bars) and _target(view) is not None
        self._ask.setText(f"Your ask {money.short_range(view.record.ask)}" if asked else "")
        self._propose(() if view.profile else shown.proposals)

    def show_benchmarks(self, application_id: int, found: "Sequence[PlacedBenchmark]") -> None:
        """What every source says of the role, a line each, of when, and where the pay stands."""
        if application_id == self._id:
            self._placed.setText("\n".join(placed_words(one) for one in found))
            self._placed.setVisible(bool(found))

    def _propose(self, proposals: "Sequence[LinkedProfile]") -> None:
        for row in self._rows:
            self._proposals.removeWidget(row)
            row.deleteLater()
        self._rows, self._buttons = [], []
        for proposal in proposals:
            self._offer(proposal)

    def _offer(self, proposal: "LinkedProfile") -> None:
        """A button that links the role, and why it fits."""
        row, button = QWidget(), Button(proposal.title)
        button.clicked.connect(lambda: self.linked.put(proposal.id))
        button.setAccessibleDescription(proposal.why)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(button)
        line.addWidget(PlainLabel(proposal.why, "small", wrap=True), 1)
        self._proposals.addWidget(row)
        self._rows.append(row)
        self._buttons.append(button)


def placed_words(placed: "PlacedBenchmark") -> str:
    """As in "Software Developers, official, as of 2025-05: $105,210 to ... Posting sits at ..."."""
    told = placed.range
    named = (placed.title, told.level, told.kind, told.place)
    of = ", ".join(filter(None, (*named, told.source_date and f"as of {told.source_date}")))
    offers = [("What-if" if record.what_if else "Offer", at) for record, at in placed.offers]
    said = [
        f"{who} {standing_words(place, 'it')}"
        for who, place in (("Posting", placed.posted), ("Your ask", placed.asked), *offers)
        if place.value is not None
    ]
    return ". ".join((f"{of}: {money.long_range(told.pay)}", *said))


def benchmark_words(benchmark: "Benchmark") -> str:
    """The benchmark with the role and level it belongs to."""
    name = ", ".join(filter(None, (benchmark.profile, benchmark.range.level)))
    return f"{name}: {money.long_range(benchmark.range.pay)}"


def sentence_of(view: "ApplicationView") -> str:
    """Where the pay stands, in one sentence."""
    pay = view.record.pay
    if view.profile is None:
        return UNLINKED
    if view.benchmark is None:
        return "This role has no salary range to compare with."
    if pay.low is None and pay.high is None:
        ranged = money.short_range(view.benchmark.range.pay)
        return f"Not listed. The benchmark for this role is {ranged}."
    if view.position.value is None:
        return _why_no_place(view)
    return " ".join(filter(None, (place_sentence(pay, view.position), view.position.reason)))


def _why_no_place(view: "ApplicationView") -> str:
    """Why the pay has no position; one without a currency is drawn all the same, and says so."""
    benchmark = view.benchmark.range.pay if view.benchmark else Pay()
    if view.record.pay.currency is None and benchmark.currency:
        return f"{view.position.reason} It is drawn as {benchmark.currency}."
    return view.position.reason


def _bars(view: "ApplicationView") -> list[Bar]:
    benchmark = view.benchmark.range.pay if view.benchmark else Pay()
    pay = view.record.pay
    band, line = span_of(benchmark), span_of(in_currency_of(pay, benchmark))
    if band is None:
        return []
    bars = [Bar("Benchmark", "", band, f"Benchmark {money.long_range(benchmark)}")]
    if line is not None and pay.currency in (None, benchmark.currency):
        words = f"This posting {money.long_range(pay)}"
        bars.append(Bar("This posting", "", line, words, own=True))
    return [*bars, *_offers(view, benchmark)]


def _offers(view: "ApplicationView", benchmark: Pay) -> list[Bar]:
    """The newest offer as a diamond on a line of its own, where it can be compared."""
    for offer in view.offers[:1]:
        span = span_of(in_currency_of(offer.pay, benchmark))
        if span is not None and offer.pay.currency in (None, benchmark.currency):
            words = f"Offer {money.long_range(offer.pay)}"
            middle = Mark((span.low + span.high) / 2, OFFER, words)
            return [Bar("Offer", "", None, words, marks=(middle,))]
    return []


def _target(view: "ApplicationView") -> float | None:
    """What the person asks for, on the chart's scale; None where it cannot be drawn there."""
    benchmark, ask = view.benchmark.range.pay if view.benchmark else Pay(), view.record.ask
    span = span_of(in_currency_of(ask, benchmark))
    if span is None or ask.currency not in (None, benchmark.currency):
        return None
    return (span.low + span.high) / 2


def _symbol(currency: str | None) -> str:
    """The sign an axis puts before its amounts."""
    return money.amount(0, currency).removesuffix("0")
