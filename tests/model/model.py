"""One person after another at one computer: what must be, worked out by the domain alone."""

from typing import NamedTuple

from rls_wizard.domain.again import begin_again, go_on
from rls_wizard.domain.fixed import COUNTRY
from rls_wizard.domain.response import AnsweredBy, Response
from tests.model.way import Way


class Kept(NamedTuple):
    """A visit that was broken off, as it is on the disk."""

    response: Response
    place: tuple[str, str]
    who: str
    reviewed: bool


class Model(Way):
    """One person at one window."""

    def __init__(self, content, today, language="en"):
        super().__init__(content, today, language)
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
        self.who, self.kept = "", None
        """Who answers; and the answers as they are on a summary that was saved or taken over."""
        self.begin()

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
        self.kept = self.response
        self.begin()
        self.reviewed = whole

    def broken_off(self):
        """Return what is on the disk if the program ends now."""
        if not (self.keeps and self.response.answers):
            return self.left
        here = Kept(self.response, self.branched_off(), self.who, self.reviewed)
        return [here, *self.left]

    def go_on_with_left(self):
        """Go on with the visit that was broken off last: what was urgent is looked at again."""
        kept, *self.left = self.left
        response = go_on(self.content, kept.response, self.today)
        spoken = {"language": self.language, "content_version": self.content.about.version}
        self.response, self.who = response.model_copy(update=spoken), kept.who
        self.kept = None
        self.begin()
        self.reviewed = kept.reviewed
        place = self.reached(kept.place)
        if self.unchecked():
            place = "check", kept.place[1]
        self.go(*place)

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
