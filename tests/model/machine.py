"""Somebody does anything that can be done, and each time window and model must agree."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from rls_wizard import i18n
from rls_wizard.handover.answer_file import read, write
from rls_wizard.settings import Settings
from rls_wizard.ui import saving
from tests.gallery.stage import Stage, spoken
from tests.model.answering import Answering
from tests.model.answers import ASKING
from tests.model.compare import agree
from tests.model.going import Going
from tests.model.hand import Hand, breathe
from tests.model.looking import Looking
from tests.model.model import Model
from tests.model.parting import Parting
from tests.model.seen import Seen
from tests.model.values import CANARY
from tests.model.watch import watching

NO_PICTURES = ["sh", "-c", "cat >/dev/null"]


class Visits(Answering, Going, Looking, Parting, RuleBasedStateMachine):
    """Visit after visit at one computer."""

    seen_at: ClassVar = Counter()
    """How many steps ended at each place."""

    def __init__(self):
        super().__init__()
        self._watching = watching()
        self.faults = self._watching.__enter__()
        self._folder = TemporaryDirectory(prefix="model-")
        self.stage = None

    @initialize(data=st.data(), real=st.sampled_from([False] * 15 + [True]), told=st.booleans())
    def open(self, data, real, told):
        """Open the window; few times the real child makes the summary, and often all is told."""
        self.real = real
        self._open()
        if told:
            self._load(data, days=0)

    def _open(self, look=None, left=None):
        """Open the window, with the settings and the folder of visits that were kept, if any."""
        look = look or Settings(theme="light", country="gb")
        self.stage = Stage(look.language, look.theme, look.text_size, left=left)
        self.stage.display.keep(look)
        self._put_children()
        self.visit = self.stage.visit
        self.window = self.stage.window
        self.hand, self.seen = Hand(self.window), Seen(self.window)
        self.model = Model(spoken("en")[0], self.stage.today, self.stage.catalogue.language)

    def _put_children(self):
        self.stage.replace(i18n, "languages", lambda: ("en", "qps"))
        if not self.real:
            pdf = Path(self._folder.name) / "stub.pdf"
            pdf.write_bytes(b"%PDF-1.4 stub")
            command = ["sh", "-c", f"cat >/dev/null; cat {pdf}"]
            self.stage.replace(saving, "summary_command", lambda _folder: command)
            self.stage.replace(saving, "draw_command", lambda: NO_PICTURES)

    def teardown(self):
        if self.stage is not None:
            self.stage.close()
        self._folder.cleanup()
        self._watching.__exit__(None, None, None)

    def _where(self):
        model = self.model
        by_the_way = model.stop if model.stop not in ASKING else model.page
        return "cover" if model.covered else model.aside or by_the_way

    # What must be --------------------------------------------------------------------------------

    @invariant()
    def agree(self):
        if self.stage is None:
            return
        self.seen_at[self._where()] += 1
        breathe()
        assert not self.faults, self.faults[0]
        agree(self.model, self.visit, self.seen)
        assert CANARY not in str(self.stage.display.settings)
        response = self.visit.response
        assert read(write(response), self.model.content, self.stage.today) == response
