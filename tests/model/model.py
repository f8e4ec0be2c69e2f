"""Where a person is, and where what they do leads: worked out by the domain alone."""

from typing import NamedTuple

from rls_wizard.domain.again import begin_again, go_on
from rls_wizard.domain.fixed import COUNTRY, WELCOME
from rls_wizard.domain.flags import flag_questions
from rls_wizard.domain.flow import missing, path
from rls_wizard.domain.response import NO, YES, Absent, AnsweredBy, Response
from rls_wizard.domain.rules import Urgency
from tests.model.answers import ASKING, Answers

LAST = ("review", "result", "summary")


class Kept(NamedTuple):
    """A visit that was broken off, as it is on the disk."""

    response: Response
    place: tuple[str, str]
    who: str
    reviewed: bool


class Model(Answers):
    """One person at one window."""

    def __init__(self, content, today, language="en"):
        self.content, self.today, self.language = content, today, language
        self.covered = False
        self.keeps, self.left = True, []
        """Whether visits are kept, and those that were broken off, the newest first."""
        self.forget()

    def forget(self):
        """Begin as everybody does."""
        self.response = Response(
            answered_on=self.today,
            language=self.language,
            content_version=self.content.about.version,
        )
        self.who, self.aside = "", ""
        self.kept = None
        """The answers as they were on a summary that was saved, or that they came from."""
        self._new_way()

    def _new_way(self):
        self.stop, self.page = "welcome", WELCOME
        self.reviewed = self.changing = False
        self.checked, self.accepted, self.said = set(), set(), {}
        self.drafts, self.removed = {}, {}
        """By page: what was typed and is no answer, and which rows were taken away."""

    # The way -------------------------------------------------------------------------------------

    def forward(self):
        """Press Next."""
        if self.stop == "welcome" and self.who and not self.begun:
            self.response = self.response.model_copy(update={"answered_on": self.today})
        if self.stop == "check":
            self._leave_check()
        elif self.stop == "review" and (gap := self._first_gap()):
            self._go(*gap)
        elif not self.lacking() and (self.who or self.stop != "welcome"):
            self._go_on()

    def backward(self):
        """Press Back."""
        if self.aside:
            self.aside = ""
        elif self.changing and self.stop in ASKING:
            self._go("review")
        elif self.stop in {"check", "urgent"}:
            self._go(*self._branched_off())
        else:
            self._go(*self._along(-1))

    def get_seen(self):
        """Say that one gets seen today."""
        self.accepted |= self._urgent_flags()
        self._go_on()

    def change(self, link_id):
        """Go where a question is asked, to change its answer."""
        self.changing = self.changing or self.stop == "review"
        page = self._page_of(link_id)
        self._go(*self._place_of(page) if page else ("welcome", WELCOME))

    def unchecked(self):
        """Return the flag questions to look at once more."""
        because = {
            link
            for flag in self.found.red_flags
            if flag.level.urgent or flag.unsure
            for link in flag.because
        }
        return [
            link
            for link, value in self._standing().items()
            if link in because and (link, value) not in self.checked
        ]

    @property
    def warned(self):
        """Whether something urgent stands above every page."""
        return self.found.urgency.urgent and not self.unchecked()

    @property
    def may_go_on(self):
        """Whether the urgent page can be passed."""
        return self.found.urgency is Urgency.SAME_DAY

    def _leave_check(self):
        asked = self.unchecked()
        if any(link not in self.said for link in asked):
            return
        said = dict(self.said)
        mistakes = [q for q, v in said.items() if (self.response.get(q), v) == (YES, NO)]
        for link_id, value in said.items():
            if link_id in mistakes:
                self._untick(link_id)
            else:
                self.record(link_id, value)
                self.checked.add((link_id, value))
        if mistakes:
            self.change(mistakes[0])
        else:
            self._go_on()

    def _untick(self, link_id):
        """Take a slip of the finger back: the only tick of a list leaves all of it open."""
        groups = (i for p in self.content.pages for i in p.items if i.appearance == "ticks")
        group = next((g for g in groups if link_id in {c.link_id for c in g.items}), None)
        children = [c.link_id for c in group.items] if group else [link_id]
        if any(self.response.get(c) not in (None, NO) for c in children if c != link_id):
            self.record(link_id, NO)
        else:
            for child in children:
                self.record(child, None)

    def _go_on(self):
        here = self.page if self.stop in {*ASKING, "check", "urgent"} else ""
        if self.unchecked():
            self._leave("check", here)
            return
        self.checked |= set(self._standing().items())
        if self._urgent_flags() - self.accepted:
            self._leave("urgent", here)
        elif self.reviewed and self._branched_off()[0] in ASKING:
            self._leave(*self._first_gap() or ("review", ""))
        else:
            self._leave(*self._along(1))

    def _leave(self, stop, page=""):
        """Go on: what was half typed on this page is done with."""
        if self.stop in ASKING:
            self.drafts.pop(self.page, None)
            self.removed.pop(self.page, None)
        self._go(stop, page)

    def _go(self, stop, page=""):
        self.stop, self.page, self.aside = stop, page, ""
        self.said = {}
        self.reviewed = self.reviewed or stop in LAST
        self.changing = self.changing and stop != "review"

    def _branched_off(self):
        if self.stop not in {"check", "urgent"}:
            return self.stop, self.page
        return self._place_of(self._page_named(self.page)) if self.page else ("review", "")

    def _along(self, way):
        """Return the next place on the way, or the one before; the same at the end."""
        every = self._places(self.content.pages)
        asked = {*self._places(path(self.content.questionnaire, self.facts)), every[0]}
        here = self._branched_off()
        at = every.index(here)
        ahead = every[at + 1 :] if way > 0 else every[:at][::-1]
        return next((place for place in ahead if place in asked), here)

    def _places(self, pages):
        return [*map(self._place_of, pages), *((stop, "") for stop in LAST)]

    @staticmethod
    def _place_of(page):
        return ("welcome" if page.id == WELCOME else "questions"), page.id

    def _first_gap(self):
        pages = path(self.content.questionnaire, self.facts)
        return next((self._place_of(p) for p in pages if missing(p, self.facts)), None)

    def _standing(self):
        flags = flag_questions(self.content.rules)
        links = [link for link in self.content.questionnaire.by_id if link in flags]
        values = {link: self.facts[link].value for link in links if link in self.facts}
        return {link: v for link, v in values.items() if v in (YES, Absent.UNKNOWN)}

    def _urgent_flags(self):
        return {f"{f.rule.id} {f.level}" for f in self.found.red_flags if f.level.urgent}

    # Other visits --------------------------------------------------------------------------------

    def take_up(self, earlier):
        """Go on from an earlier summary; the country is that of today, if it was told."""
        whole = earlier.answered_on == self.today
        country = self.response.get(COUNTRY)
        self.who = earlier.answered_by.value if whole else self.who
        response = begin_again(self.content, earlier, self.today).model_copy(
            update={
                "language": self.language,
                "content_version": self.content.about.version,
                "answered_by": AnsweredBy(self.who or "self"),
            }
        )
        self.response = response if country is None else response.record(COUNTRY, country)
        self.kept, self.aside = self.response, ""
        self._new_way()
        self.reviewed = whole

    def broken_off(self):
        """Return what is on the disk if the program ends now."""
        if not (self.keeps and self.response.answers):
            return self.left
        here = Kept(self.response, self._branched_off(), self.who, self.reviewed)
        return [here, *self.left]

    def go_on_with_left(self):
        """Go on with the visit that was broken off last: what was urgent is looked at again."""
        kept, *self.left = self.left
        response = go_on(self.content, kept.response, self.today)
        spoken = {"language": self.language, "content_version": self.content.about.version}
        self.response, self.who = response.model_copy(update=spoken), kept.who
        self.kept, self.aside = None, ""
        self._new_way()
        self.reviewed = kept.reviewed
        place = self._reached(kept.place)
        if self.unchecked():
            place = "check", kept.place[1]
        self._go(*place)

    def _reached(self, place):
        """Return a place, or what stands before it where an answer is missing."""
        every, gap = self._places(self.content.pages), self._first_gap()
        if gap is not None and every.index(gap) < every.index(place):
            return gap
        self.stop, self.page = place
        asked = {*self._places(path(self.content.questionnaire, self.facts)), every[0]}
        return place if place in asked else self._along(-1)

    def delete_left(self, *, never):
        """Delete what was broken off last."""
        self.left = self.left[1:]
        self.aside = "unfinished" if self.left else ""
        self.keeps = self.keeps and not never

    def speak(self, language):
        self.language = language
        self.response = self.response.model_copy(update={"language": language})
        if self.kept is not None:
            self.kept = self.kept.model_copy(update={"language": language})
