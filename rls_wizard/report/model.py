"""What a report is made of: texts in reading order, with nothing left to decide.

The result page and the PDF show the same report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rls_wizard.domain.glossary import Term
    from rls_wizard.domain.rules import Stage, Urgency


class Answer(NamedTuple):
    """A question and what was answered, both in words."""

    link_id: str
    question: str
    answer: str
    cells: tuple[str, ...] = ()
    """The same in columns, where its section has any."""
    aside: bool = False
    """Whether it says no, or that it is not known: several of these may stand in one line."""
    blank: bool = False
    """Whether it is to be told by pen."""


class Grade(NamedTuple):
    """How good the evidence is."""

    letter: str
    meaning: str

    def __str__(self) -> str:
        """Return both, as a list of letters explains them."""
        return f"{self.letter}: {self.meaning}"


class Line(NamedTuple):
    """One thing that the report says, and why it says it."""

    id: str
    title: str
    text: str
    because: tuple[Answer, ...] = ()
    sources: tuple[str, ...] = ()
    grade: Grade | None = None
    reviewed_on: str = ""
    """The day on which it was last looked at, in words."""
    overdue: str = ""
    """A sentence once the day to look at it again has passed, else empty."""
    avoid: str = ""
    """Of a flag: the end of its text, which says what not to do."""
    topic: str = ""
    """Of a caution: the heading under which it stands where there are many."""
    points: tuple[str, ...] = ()
    """Of a caution: what is said below the text, each by itself."""
    short: str = ""
    """What it is called in a list of things to do."""
    ask_first: bool = False
    """Whether it says to ask somebody before doing it."""
    picture: str = ""
    """The name of what is drawn beside it on the screen; empty: nothing is."""
    terms: tuple[Term, ...] = ()
    """The hard words in it that are explained."""

    @property
    def action(self) -> str:
        """The text without what not to do."""
        return self.text.removesuffix(self.avoid).rstrip()


class Measure(NamedTuple):
    """One of the six numbers, to be shown on a scale that says nothing of what is much."""

    link_id: str
    question: str
    """As clinicians call it."""
    answer: str
    """In words: "7", "0 (not at all)", "3 pm", "Worse", "not sure"."""
    value: float | None = None
    """None: not answered with a number, or it is none."""
    least: float = 0
    most: float = 0
    """Equal to `least`: there is no scale."""
    hours: tuple[str, ...] = ()
    """Of an hour of the day: how each of the 24 is said."""
    then: str = ""
    """What was answered in an earlier visit, in words, where there is one to compare."""
    asked: str = ""
    """As who answered reads it everywhere else."""

    @property
    def on_scale(self) -> bool:
        """Whether there is a scale, and a number to mark on it."""
        return self.most > self.least and self.value is not None


ATTACHED = "answers.json"
"""What the attachment is called: the same for everybody, for a name tells nothing."""


class Memory(NamedTuple):
    """What a paper carries for the next visit: nothing that may not be on paper."""

    answers: bytes = b""
    """The answer file, to be attached; empty: none."""
    digits: str = ""
    """The same as far as a code on the page holds it; empty: no code."""


class Section(NamedTuple):
    """A titled table of answers, for the clinician or for "all answers"."""

    title: str
    answers: tuple[Answer, ...]
    head: tuple[str, ...] = ()
    """What is in the cells of its answers, column by column; empty: it has no columns."""
    scales: bool = False
    """Whether the numbers of the report stand here on scales."""
    small: bool = False
    """Whether it is small print."""


class Help(NamedTuple):
    """When to get help, and from whom."""

    sign: str
    whom: str


class Slip(NamedTuple):
    """A part of the paper to cut out."""

    said: Line
    """What to ask before the test, with its sources."""
    intro: str
    """What the person says with it."""
    ticks: tuple[str, ...]
    """The tests."""
    blanks: tuple[str, ...]
    """What is filled in by pen."""


class Moment(NamedTuple):
    """One place on the time line."""

    date: str
    """In words: "March 2019", "about 2012", "before November 2025"."""
    events: tuple[str, ...]
    """What was told of it."""
    far: bool = False
    """Whether more than a year passes before the next one."""


class Timeline(NamedTuple):
    """Dates in order, as told; nothing if only the visit has one."""

    moments: tuple[Moment, ...] = ()
    note: str = ""
    """What it does not show."""


class Check(NamedTuple):
    """One thing to look at again before the result: a question, or several that were denied."""

    link_id: str
    """The question to go to for a change."""
    question: str
    answers: tuple[str, ...]
    """One or several; of a tick list, all that was denied; of entries, what each is called."""
    details: tuple[str, ...] = ()
    """Of a list with entries, what else was told of each."""
    denied: bool = False
    """Whether it is what a tick list asked and nothing of it was so."""
    alarming: bool = False
    """Whether it is a warning sign answered yes or not sure, or changed."""
    private: bool = False
    carried: bool = False
    """Whether the answer is still as it was taken over from the visit before."""


class Checks(NamedTuple):
    """A titled part of the review."""

    title: str
    checks: tuple[Check, ...]


class Review(NamedTuple):
    """Every answer, for the person to look at again before the result."""

    answered_by: str = ""
    sections: tuple[Checks, ...] = ()
    gaps: tuple[Answer, ...] = ()
    """Questions that still have to be answered."""
    skipped: tuple[Answer, ...] = ()
    """Questions that need not be answered, and were not."""
    allowed: bool | None = None
    """Whether private answers may be on paper; None where there are none to ask about."""


class Origin(NamedTuple):
    """Where a report comes from: printed on every page."""

    program_version: str
    content_version: str
    review: str
    """The review state of the content: by whom and when, or honestly that it is not reviewed."""
    overdue: str
    """A sentence once the review date has passed, else empty."""
    answered_on: str
    """The day, in words."""
    answered_by: str
    self_reported: str
    """"Self-reported, not a diagnosis", in full."""
    other_content: bool = False
    """Whether the content is not the one that came with the program."""


class Report(NamedTuple):
    """Everything that a visit gives back, in the order in which it is read."""

    origin: Origin
    language: str
    stage: Stage
    urgency: Urgency
    urgency_text: str
    """How soon, in one sentence."""
    appointments: tuple[str, ...]
    """What to do by when, one sentence each."""
    flags: tuple[Line, ...]
    private_note: str
    """Stands in for an urgent answer that may not be on paper; else empty."""
    you_means: str
    """Whom the questions speak of, if somebody answers for another."""
    points: tuple[Answer, ...]
    """The four points, as answered."""
    stage_intro: str
    """How the part was found: empty where no part of the text is shown."""
    stage_because: tuple[Answer, ...]
    stage_row: str
    """The row of the table that decided, in words, for the clinician."""
    provisional: str
    """A sentence if an unsure answer makes the stage provisional, else empty."""
    parts: tuple[Line, ...]
    """The part of the text that fits, and what belongs to it for some people."""
    missing: tuple[Answer, ...]
    advice: tuple[Line, ...]
    """What the person can do."""
    questions: tuple[Line, ...]
    """What to ask a clinician about."""
    knowledge: tuple[Line, ...]
    """What is good to know, the safety net last."""
    cautions: tuple[Line, ...]
    """The most urgent first."""
    causes_intro: str
    """What cautions are, and are not."""
    left_out: tuple[Line, ...]
    """Advice left out, one line for each reason."""
    box: tuple[Section, ...]
    """The short lines at the top of the clinician's page."""
    clinician: tuple[Section, ...]
    answers: tuple[Section, ...]
    """Every question that was asked, by page; "not sure" and "not answered" are told apart."""
    left_out_short: str = ""
    """The reasons alone, in a sentence; empty where nothing is left out."""
    help: tuple[Help, ...] = ()
    """For everybody."""
    slips: tuple[Slip, ...] = ()
    not_asked: tuple[Section, ...] = ()
    short_way: bool = False
    """Whether only the short way of a kiosk was asked."""
    """The questions that did not apply, by page."""
    denied: tuple[Answer, ...] = ()
    """Warning signs that were asked, in the words as asked, and answered no."""
    changed: tuple[Answer, ...] = ()
    """Warning signs that were answered yes, and no later."""
    numbers: tuple[Measure, ...] = ()
    then_on: str = ""
    """The day of an earlier visit that `numbers` are compared with, in words; empty: none."""
    timeline: Timeline = Timeline()
    """What happened when; in an urgent result, for the clinician only."""
    review: Review = Review()
    """Of the report for the screen only."""

    @property
    def urgent(self) -> bool:
        """Whether only the urgent action is shown to the person."""
        return self.urgency.urgent
