"""What is heard on a kiosk: as loud as the clinic set it, and nothing of anybody for a room."""

import pytest

from rls_wizard.ui import around
from rls_wizard.ui.aloud.voice import Voice
from rls_wizard.ui.route import Stop
from tests.kiosk.paper_scenes import SOMEBODY
from tests.kiosk.rooms import InARoom, site
from tests.ui.aloud.test_reading import FakeVoice

UNHEARD = "What you told is not read aloud here: others would hear it."


class Loud(FakeVoice):
    """Remembers how loud it was, too."""

    def say(self, text, rate):
        super().say(text, rate)
        self.loud = self.volume


@pytest.fixture
def listen(qapp, monkeypatch):
    """Return a kiosk that reads aloud, and its voice."""
    rooms, voices = [], []

    def find(language, parent):
        voices.append(Loud(language, parent))
        return voices[-1]

    monkeypatch.setattr(around, "_find_voice", find)

    def open_it(way, bring=lambda room: None, volume=50):
        room = InARoom(site(sound={"way": way, "volume": volume}))
        rooms.append(room)
        bring(room)
        room.press("aloud")
        voices[-1].ready.emit()
        return room, voices[-1]

    yield open_it
    for room in rooms:
        room.close()


def heard(voice):
    voice.finish()
    return "\n".join(voice.said)


def answered(room):
    room.tell(SOMEBODY)
    room.page("how_strong")


def at(stop):
    def bring(room):
        room.tell(SOMEBODY)
        room.last_page()
        room.go_on_to(stop)

    return bring


def test_the_volume_begins_as_the_clinic_set_it_and_can_be_changed(listen):
    room, voice = listen("headphones", volume=30)
    assert voice.loud == 0.3
    room.press("aloud.louder", "aloud.louder")
    assert voice.loud == 0.5
    room.press(*["aloud.quieter"] * 9)
    assert voice.loud == 0.1
    assert not room.offered("aloud.slower")


def test_the_next_to_press_it_hears_it_as_it_was_left(listen):
    room, _ = listen("headphones", volume=30)
    room.press("aloud.louder", "aloud.stop", "aloud")
    (again,) = room.visit.findChildren(Voice)
    again.ready.emit()
    assert again.loud == 0.4


def test_the_keys_of_the_volume_do_the_same(listen):
    room, voice = listen("headphones", volume=30)
    room.command("louder")
    assert voice.loud == 0.4


def test_through_headphones_one_hears_what_was_answered(listen):
    _, voice = listen("headphones", answered)
    assert "chosen" in heard(voice)


def test_through_a_speaker_a_question_is_heard_and_not_its_answer(listen):
    room, voice = listen("speaker", answered)
    said = heard(voice)
    item = room.content.questionnaire.by_id["bother"]
    assert item.text[:20] in said
    assert "chosen" not in said
    assert "ticked" not in said


def test_who_goes_to_an_answer_does_not_tell_the_room_how_it_is(listen):
    room, voice = listen("speaker", answered)
    voice.finish()
    for one in room.window.page.findChildren(type(room.find("next"))):
        one.setFocus()
    assert "chosen" not in "\n".join(voice.said)


@pytest.mark.parametrize("stop", [Stop.REVIEW, Stop.RESULT])
def test_no_page_that_repeats_answers_is_read_to_a_room(listen, stop):
    _, voice = listen("speaker", at(stop))
    first, *rest = heard(voice).splitlines()
    assert first
    assert " ".join(rest).startswith(UNHEARD)


def test_the_page_that_is_printed_is_read_last_of_all_through_headphones(listen):
    _, voice = listen("headphones", lambda room: room.at_the_summary())
    said = heard(voice)
    assert said.index("Print my page") < said.index("This is on your page:")
    assert "18" in said.partition("This is on your page:")[2]


def test_it_is_not_read_to_a_room(listen):
    _, voice = listen("speaker", lambda room: room.at_the_summary())
    said = heard(voice)
    assert "Print my page" in said
    assert "This is on your page:" not in said
