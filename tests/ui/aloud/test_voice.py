"""The voice's process, with Qt's imitation of a voice and with none."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QLocale, QObject

from rls_wizard.ui.aloud.speaker import choose_locale
from rls_wizard.ui.aloud.talk import Order, Trouble, pack, unpack
from rls_wizard.ui.aloud.voice import ChildVoice

MOCK = "from rls_wizard.ui.aloud.speaker import speak; speak({language!r}, 'mock')"
NO_PART = """
import sys
sys.modules["PySide6.QtTextToSpeech"] = None
from rls_wizard.app import main
main(["speak", "en"])
"""
NO_VOICE = """
from PySide6.QtTextToSpeech import QTextToSpeech
from rls_wizard.ui.aloud import speaker
class Deaf(QTextToSpeech):
    def __init__(self):
        super().__init__("nothing of this name")
speaker.QTextToSpeech = Deaf
Deaf.State, Deaf.BoundaryHint = QTextToSpeech.State, QTextToSpeech.BoundaryHint
speaker.speak("en")
"""
SLOW_TO_LEAVE = """
import time
from rls_wizard.ui.aloud import speaker
read = speaker._read
def slow(*given):
    read(*given)
    time.sleep(0.3)
    print("read", flush=True)
speaker._read = slow
speaker.speak("en", "mock")
print("ended")
"""
WINDOW = """
import sys
import rls_wizard.ui.around
print("PySide6.QtTextToSpeech" in sys.modules)
"""
CROSSES = """
import sys
print("ready", flush=True)
for line in (1, 2):
    sys.stdin.readline()
print("ended1", flush=True)
"""
RUBBISH = r"""
import sys
write = sys.stdout.buffer.write
write(b"ALSA: \xff\xfe\x00\n\nready\n")
sys.stdout.flush()
sys.stdin.readline()
write(b"\xe2\x28\n" + b"x" * 100_000 + b"\nended1\n")
sys.stdout.flush()
sys.stdin.read()
"""
ENDS = "import sys; sys.stdin.readline(); sys.exit(1)"


@pytest.fixture
def voice_of():
    parent = QObject()
    voices = []

    def make(code):
        voices.append(ChildVoice([sys.executable, "-c", code], parent))
        return voices[-1]

    yield make
    for voice in voices:
        voice.stop()


@pytest.fixture
def voice(voice_of, qtbot):
    made = voice_of(MOCK.format(language="en"))
    with qtbot.waitSignal(made.ready, timeout=20_000):
        made.start()
    return made


def test_what_is_ordered_arrives_whole():
    order = Order("9\u202f9\n\u201cCall\u201d", -0.5, 7)
    assert pack(order).count(b"\n") == 1
    assert unpack(pack(order).decode()) == order


def test_a_voice_tells_when_it_has_said_something(voice, qtbot):
    for text in ("One two.", "Three."):
        with qtbot.waitSignal(voice.ended):
            voice.say(text, 0.0)


def test_what_was_hushed_never_ends(voice, qtbot):
    with qtbot.assertNotEmitted(voice.ended):
        voice.say("one two three four five six seven eight nine", 0.0)
        voice.hush()
        with qtbot.waitSignal(voice.ended, raising=False, timeout=1_500):
            pass


def test_news_that_cross_the_wish_for_silence_count_for_nothing(voice_of, qtbot):
    voice = voice_of(CROSSES)
    with qtbot.waitSignal(voice.ready, timeout=20_000):
        voice.start()
    ends = []
    voice.ended.connect(lambda: ends.append(True))
    voice.say("One.", 0.0)
    voice.hush()
    # It breaks once it has told that One was said.
    with qtbot.waitSignal(voice.failed, timeout=20_000):
        pass
    assert ends == []


def test_rubbish_from_the_systems_voice_does_no_harm(voice_of, qtbot):
    voice = voice_of(RUBBISH)
    with qtbot.waitSignal(voice.ready, timeout=20_000):
        voice.start()
    with qtbot.waitSignal(voice.ended, timeout=20_000):
        voice.say("One.", 0.0)


def test_what_is_said_in_place_of_something_ends_once(voice, qtbot):
    ends = []
    voice.ended.connect(lambda: ends.append(True))
    voice.say("one two three four five six", 0.0)
    with qtbot.waitSignal(voice.ended):
        voice.say("Seven.", 0.0)
    with qtbot.waitSignal(voice.ended, raising=False, timeout=1_000):
        pass
    assert ends == [True]


def test_it_is_gone_as_soon_as_it_is_stopped(voice):
    voice.say("one two three four five six seven eight nine", 0.0)
    voice.stop()
    assert not voice.running


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        (NO_PART, Trouble.NO_PART),
        (NO_VOICE, Trouble.NO_VOICE),
        (MOCK.format(language="qps"), Trouble.NO_LANGUAGE),
        ("", Trouble.BROKEN),
    ],
)
def test_why_there_is_no_voice_is_told(voice_of, qtbot, code, trouble):
    voice = voice_of(code)
    with qtbot.waitSignal(voice.failed, timeout=20_000) as said:
        voice.start()
    assert said.args == [trouble]


def test_a_voice_that_breaks_is_told(voice_of, qtbot):
    voice = voice_of(f"print('ready', flush=True); {ENDS}")
    with qtbot.waitSignal(voice.ready, timeout=20_000):
        voice.start()
    with qtbot.waitSignal(voice.failed, timeout=20_000) as said:
        voice.say("One.", 0.0)
    assert said.args == [Trouble.BROKEN]


def test_a_search_that_does_not_end_is_given_up(voice_of, qtbot, monkeypatch):
    monkeypatch.setattr("rls_wizard.ui.aloud.voice._LOOKS_FOR", 0.2)
    voice = voice_of("import time; time.sleep(60)")
    with qtbot.waitSignal(voice.failed, timeout=20_000) as said:
        voice.start()
    assert said.args == [Trouble.NO_VOICE]


def test_it_does_not_end_while_something_of_it_is_on_its_way_out():
    asked = [sys.executable, "-c", SLOW_TO_LEAVE]
    said = subprocess.run(asked, input="", capture_output=True, text=True, check=True).stdout
    assert said.split()[-2:] == ["read", "ended"]


def test_any_english_is_better_than_none():
    available = [QLocale("de_DE"), QLocale("en_ZA")]
    assert choose_locale(available, "en") == QLocale("en_ZA")
    assert choose_locale(available, "fr") is None
    assert choose_locale([QLocale.c()], "qps") is None


def test_qt_speaks_in_another_process_only():
    asked = [sys.executable, "-c", WINDOW]
    assert subprocess.run(asked, capture_output=True, text=True, check=True).stdout == "False\n"
