"""A text that readers of nine to twelve would not understand is named, and so is its place."""

import sys

import pytest
import textstat  # `make check` must have it, and fails without

from rls_wizard.content.faults.plain import Vocabulary, Words
from rls_wizard.content.faults.reading import LIMIT, grade, reading

EASY = "Walk a little each day, and rub your legs when they hurt in bed at night."
OF_LONG_WORDS = "Physiological considerations necessitate individualised recommendations. " * 4
RULES = """
[[advice]]
id = "ADV-WALK"
title = "{title}"
text = "{text}"
gentle = [{{ for = ["old"], text = "{gentle}" }}]

[[stage]]
id = "row.1"
text = "Conditions indicative of chronicity"
"""
WORDS = '[[group]]\nwhy = "It has no other name."\nwords = [{words}]\n'


@pytest.fixture
def found(tmp_path):
    """Write texts, and return the faults and notes about how they read."""

    def read(words="", title="Walk", text="Walk.", gentle="Walk.", medicine="amlodipine"):
        for folder in ("rules", "questionnaire", "countries"):
            (tmp_path / folder).mkdir()
        rules = RULES.format(title=title, text=text, gentle=gentle)
        (tmp_path / "rules" / "advice.toml").write_text(rules)
        (tmp_path / "words.toml").write_text(WORDS.format(words=words or '"clinician"'))
        (tmp_path / "medicines.toml").write_text(f'[[medicine]]\nname = "{medicine}"\n')
        found = reading(tmp_path)
        unused = "words.toml: 'clinician' is an easy word, or no text has it: take it out"
        return [fault for fault in found.faults if fault != unused], found.notes

    return read


def vocabulary(*words, names=()):
    groups = [Words(why="It has no other name.", words=words)] if words else []
    return Vocabulary(lambda word: textstat.is_easy_word(word, 0), groups, names)


def test_the_hardest_text_is_told_first(found):
    _, (heading, *hardest) = found(text=EASY, gentle=OF_LONG_WORDS)
    assert heading == "The texts that are hardest to read, with their school grade:"
    assert [line.split()[-1] for line in hardest] == ["gentle.1.text", "text"]


# The formulas ------------------------------------------------------------------------------------


def test_long_sentences_make_a_text_hard():
    # Flesch-Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59; all words are easy.
    sentence = "You can get up and walk to the end of the road and back to your bed. "
    assert grade(sentence, vocabulary(), textstat) == pytest.approx(0.39 * 17 + 11.8 - 15.59)
    longer = sentence.rstrip(". ") + " and then " + sentence
    assert grade(longer, vocabulary(), textstat) == pytest.approx(0.39 * 36 + 11.8 - 15.59)


def test_words_that_few_know_make_a_text_hard_however_short_they_are():
    # Dale-Chall: 0.1579 percent of hard words + 0.0496 words a sentence + 3.6365 above 5 percent,
    # and a point above 5 stands for two grades.
    text = "Ask them to look at the stent, the shunt and the spleen in the next days."
    score = 0.1579 * 100 * 3 / 16 + 0.0496 * 16 + 3.6365
    assert grade(text, vocabulary(), textstat) == pytest.approx(5 + 2 * (score - 5))
    assert grade(text, vocabulary("stent", "shunt", "spleen"), textstat) < 5


def test_numbers_are_easy():
    text = "If it hurts on {} days a week or more, call this number and tell them so today."
    numbers = grade(text.format("5 of 7"), vocabulary(), textstat)
    assert numbers == grade(text.format("most of the"), vocabulary(), textstat) < LIMIT


def test_a_long_word_of_ours_counts_as_an_easy_one():
    text = "Ask {0} to look at your legs and tell you what would be good to do for them."
    doctor = grade(text.format("a doctor"), vocabulary(), textstat)
    assert grade(text.format("a clinician"), vocabulary("clinician"), textstat) == doctor


# Texts and their places --------------------------------------------------------------------------


def test_easy_texts_have_no_fault(found):
    faults, _ = found(text=EASY, gentle="Walk gladly, and hold somebody's hand.")
    assert faults == []


def test_a_hard_text_is_named_with_its_grade_and_its_hard_words(found):
    (fault,), notes = found(gentle=OF_LONG_WORDS)
    assert fault.startswith("rules/advice.toml 'ADV-WALK' gentle.1.text: reads like school grade")
    assert "must stay below 7 (12 years)" in fault
    assert "hard words: Physiological, considerations" in fault
    assert notes[1].endswith("rules/advice.toml 'ADV-WALK' gentle.1.text")


def test_jargon_in_a_short_text_is_named(found):
    faults, _ = found(title="Acute one-sided oedema")
    assert faults == [
        "rules/advice.toml 'ADV-WALK' title: hard for readers of 9 to 12 years: Acute, oedema"
        " (say it in other words; one that cannot be spared stands in words.toml)"
    ]


def test_what_is_filled_in_for_the_person_counts_as_said(found):
    # 15 words, once the number and the tablets are said.
    text = (
        "Take {medicines.name} as before, and {country.urgent} today if the {iron.oedema} is bad."
    )
    faults, notes = found(text=text)
    assert faults == []
    assert notes[1].endswith("rules/advice.toml 'ADV-WALK' text")


def test_words_of_ours_may_be_used_with_their_endings(found):
    assert found(words='"oedema"', title="The oedemas' end")[0] == []


def test_names_of_medicines_are_known(found):
    assert found(title="Take Amlodipine at night")[0] == []


def test_a_word_of_ours_that_is_not_needed_is_named(found):
    faults, _ = found(words='"walk", "oedema"')
    assert [fault.split(":")[1] for fault in faults] == [
        " 'oedema' is an easy word, or no text has it",
        " 'walk' is an easy word, or no text has it",
    ]


def test_a_group_of_words_says_why(found, monkeypatch):
    monkeypatch.setitem(globals(), "WORDS", "[[group]]\nwords = [{words}]\n")
    assert found()[0] == ["words.toml group number 1: why: is missing"]


@pytest.mark.parametrize("word", ["walks", "stopped", "easily", "carried", "tiredness", "feelings"])
def test_regular_endings_are_understood(word):
    assert vocabulary().hard(word) == []


# When it cannot be measured ----------------------------------------------------------------------


def test_a_folder_that_names_no_words_is_not_measured(tmp_path):
    assert reading(tmp_path).notes == (
        "The reading level was not checked: there is no words.toml.",
    )


def test_the_installed_program_says_that_it_does_not_measure(found, monkeypatch):
    monkeypatch.setitem(sys.modules, "textstat", None)
    note = "The reading level was not checked: textstat is not installed; `make check` has it."
    assert found(title="Acute oedema") == ([], (note,))
