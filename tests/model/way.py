"""Where a person is, and where what they do leads: worked out by the domain alone."""

from rls_wizard.domain.fixed import WELCOME
from rls_wizard.domain.flags import flag_questions
from rls_wizard.domain.flow import missing, path
from rls_wizard.domain.response import NO, YES, Absent
from rls_wizard.domain.rules import Urgency
from tests.model.answers import ASKING, Answers

LAST = ("review", "result", "summary")


class Way(Answers):
    """From the first page to the summary, with the stops by the way."""

    def begin(self):
        """Stand on the first page, with nothing checked, accepted or half typed."""
        self.stop, self.page, self.aside = "welcome", WELCOME, ""
        self.reviewed = self.changing = False
        self.checked, self.accepted, self.said = set(), set(), {}
        self.drafts, self.removed = {}, {}
        """By page: what was typed and is no answer, and which rows were taken away."""

    def forward(self):
        """Press Next."""
        if self.stop == "welcome" and self.who and not self.begun:
            self.response = self.response.model_copy(update={"answered_on": self.today})
        if self.stop == "check":
            self._leave_check()
        elif self.stop == "review" and (gap := self._first_gap()):
            self.go(*gap)
        elif not self.lacking() and (self.who or self.stop != "welcome"):
            self._go_on()

    def backward(self):
        """Press Back."""
        if self.aside:
            self.aside = ""
        elif self.changing and self.stop in ASKING:
            self.go("review")
        elif self.stop in {"check", "urgent"}:
            self.go(*self.branched_off())
        else:
            self.go(*self._along(-1))

    def get_seen(self):
        """Say that one gets seen today."""
        self.accepted |= self._urgent_flags()
        self._go_on()

    def change(self, link_id):
        """Go where a question is asked, to change its answer."""
        self.changing = self.changing or self.stop == "review"
        page = self._page_of(link_id)
        self.go(*self._place_of(page) if page else ("welcome", WELCOME))

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

    def second_answers(self, link_id):
        """Return what can be said on second thought; a yes is only confirmed or taken back."""
        item = self.content.questionnaire.by_id[link_id]
        codes = [option.code for option in item.offered]
        if self.response.get(link_id) == YES:
            codes = [YES, NO]
        unsure, private = [Absent.UNKNOWN], [Absent.DECLINED]
        return [*codes, *unsure * item.may_be_unsure, *private * item.private]

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
        elif self.reviewed and self.branched_off()[0] in ASKING:
            self._leave(*self._first_gap() or ("review", ""))
        else:
            self._leave(*self._along(1))

    def _leave(self, stop, page=""):
        """Go on: what was half typed on this page is done with."""
        if self.stop in ASKING:
            self.drafts.pop(self.page, None)
            self.removed.pop(self.page, None)
        self.go(stop, page)

    def go(self, stop, page=""):
        self.stop, self.page, self.aside = stop, page, ""
        self.said = {}
        self.reviewed = self.reviewed or stop in LAST
        self.changing = self.changing and stop != "review"

    def branched_off(self):
        if self.stop not in {"check", "urgent"}:
            return self.stop, self.page
        return self._place_of(self._page_named(self.page)) if self.page else ("review", "")

    def _asked(self):
        every = self._places(self.content.pages)
        return {*self._places(path(self.content.questionnaire, self.facts)), every[0]}

    def _along(self, way):
        """Return the next place on the way, or the one before; the same at the end."""
        every = self._places(self.content.pages)
        asked = self._asked()
        here = self.branched_off()
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

    def reached(self, place):
        """Return a place, or what stands before it where an answer is missing."""
        every, gap = self._places(self.content.pages), self._first_gap()
        if gap is not None and every.index(gap) < every.index(place):
            return gap
        self.stop, self.page = place
        return place if place in self._asked() else self._along(-1)
