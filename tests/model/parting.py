"""Somebody saves, forgets, closes and comes back; or the program ends of itself."""

import os
import shutil
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from rls_wizard.domain.asked import as_asked
from rls_wizard.domain.privacy import for_paper
from rls_wizard.handover.earlier import Earlier, pack
from rls_wizard.handover.earlier.pdf import from_pdf
from rls_wizard.handover.unfinished import unpack
from rls_wizard.ui import loading
from tests.gallery.cover import complete
from tests.gallery.stage import SAVED, spoken, told
from tests.model.hand import breathe
from tests.model.when import SELDOM, anywhere, when


class Parting:
    """The rules of the state machine that begin and end visits."""

    @when("welcome")
    @rule(data=st.data(), days=st.sampled_from([0, 14]), use=st.booleans())
    def load_an_earlier_summary(self, data, days, use):
        self._load(data, days, use)

    def _load(self, data, days, use=True):
        self.hand.by_keys = False
        name = data.draw(st.sampled_from(complete()))
        answered_on = self.stage.today - timedelta(days=days)
        earlier = told(name).model_copy(update={"answered_on": answered_on})
        file = Path(self._folder.name) / "found.json"
        file.write_bytes(pack(Earlier(earlier)))
        self.stage.replace(loading, "earlier_command", lambda *_, code=False: ["cat", str(file)])
        self.hand.press("earlier")
        self.hand.press("earlier.open")
        self.stage.wait(lambda: self.seen.offered("earlier.use"))
        self.hand.press("earlier.use" if use else "earlier.leave")
        if use:
            self.model.take_up(earlier)

    @when("summary")
    @rule()
    def save(self):
        self.hand.by_keys = False
        self.hand.press("save")
        self.stage.wait(lambda: self.seen.offered("message"))
        self.model.kept = self.model.response
        if self.real:
            content, catalogue = spoken("en")
            read = from_pdf(SAVED.read_bytes(), content, self.stage.today, catalogue)
            told = as_asked(content, for_paper(content.questionnaire, self.model.response))
            assert read.response.answers == told.answers

    @anywhere()
    @rule(sure=SELDOM)
    def start_again(self, sure):
        self.hand.by_keys = False
        self.hand.command("restart")
        if not self.seen.offered("stay"):
            assert self.model.safe, "answers were forgotten unasked"
        elif sure:
            self.hand.press("restart")
        else:
            self.model.aside = "restart"
            return
        self.model.forget()

    @when("summary")
    @rule(sure=SELDOM)
    def be_done(self, sure):
        self.hand.by_keys = False
        self.hand.press("done")
        if not self.seen.offered("done.no"):
            assert self.model.safe, "answers were forgotten unasked"
        elif sure:
            self.hand.press("done.yes")
        else:
            self.hand.press("done.no")
            return
        self.model.forget()

    @rule(how=st.sampled_from(["stay", "stay", "leave", "leave.delete"]))
    def close(self, how):
        """Close the window; where that was meant, open it again."""
        self.hand.by_keys = False
        self.window.close()
        breathe()
        left = self.model.left
        if self.window.isVisible():
            self.model.covered, self.model.aside = False, "closing"
            if how == "stay":
                return
            delete = how == "leave.delete" and self.model.keeps
            left = left if delete else self.model.broken_off()
            self.hand.press("leave.delete" if delete else "leave")
        else:
            assert self.model.safe, "answers were lost unasked"
        assert not self.window.isVisible()
        self._again(left)

    @rule()
    def crash(self):
        """End the program as a power cut does, when the last answer was safe."""
        self._again(self.model.broken_off())

    def _again(self, left):
        """Start the program on what is on the disk now: so many visits, and no more."""
        self.stage.wait(lambda: self._is_kept(left))
        with TemporaryDirectory(prefix="model-") as image:
            shutil.copytree(self.stage.kept.name, image, dirs_exist_ok=True)
            look = self.stage.display.settings
            self.stage.close()
            self._open(look, image)
        self.model.left, self.model.keeps = left, look.keep == "yes"
        self.model.aside = "unfinished" if left else ""

    def _is_kept(self, left):
        content, catalogue = spoken("en")
        files = sorted(Path(self.stage.kept.name).glob("visit-*.json"), key=os.path.getmtime)
        found = [unpack(f.read_bytes(), content, self.stage.today, catalogue) for f in files]
        return [f.response.answers for f in found] == [k.response.answers for k in left[::-1]]

    @when("welcome")
    @precondition(lambda self: self.model.left)
    @rule()
    def look_at_what_was_broken_off(self):
        self.hand.by_keys = False
        self.hand.press("unfinished")
        self.model.aside = "unfinished"

    @precondition(lambda self: self.model.aside == "unfinished" and not self.model.covered)
    @rule(what=st.sampled_from(["go_on", "go_on", "leave", "delete", "never"]), sure=st.booleans())
    def decide(self, what, sure):
        self.hand.by_keys = False
        self.hand.press(f"unfinished.{what}")
        if what == "go_on":
            self.model.go_on_with_left()
        elif what == "leave":
            self.model.aside = ""
        else:
            self.hand.press("unfinished.sure" if sure else "unfinished.stay")
            if sure:
                self.model.delete_left(never=what == "never")
