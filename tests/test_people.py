"""The invented people are whole, always the same, and speak of questions that exist."""

import subprocess
import sys

import pytest

from rls_wizard.domain.assessment import assess
from rls_wizard.domain.item import ItemType
from rls_wizard.domain.values import accept, plain
from rls_wizard.paths import resources
from tests import people

SEEDS = 50
TABLES = (people.LIKELY, people.LIKELY_WHEN_OLD, people.LIKELY_OF_A_CHILD)


@pytest.mark.parametrize("kind", people.KINDS)
def test_everything_asked_is_answered(kind, content):
    for seed in range(SEEDS):
        assert assess(content, people.response(kind(seed))).complete


@pytest.mark.parametrize("kind", people.KINDS)
def test_answers_could_stand_in_a_file(kind, content):
    items = content.questionnaire.by_id
    _, answers = kind(0)
    for link_id, value in answers.items():
        assert accept(items[link_id], plain(value), people.TODAY) == value


def test_a_seed_is_the_same_person_everywhere():
    command = "from tests import people; print(sorted(people.adult(3)[1].items()))"
    run = [sys.executable, "-c", command]
    elsewhere = subprocess.run(run, cwd=resources().parent, capture_output=True, check=True)
    assert elsewhere.stdout.decode().strip() == str(sorted(people.adult(3)[1].items()))


def test_people_differ():
    ages = {kind: [kind(seed)[1]["age"] for seed in range(SEEDS)] for kind in people.KINDS}
    assert all(len(set(found)) > 8 for found in ages.values())
    assert min(ages[people.adult]) >= 18
    assert max(ages[people.parent_of_child]) < 18


def test_pregnant_people_are(content):
    for seed in range(SEEDS):
        assert "pregnancy" in assess(content, people.response(people.pregnant(seed))).population


@pytest.mark.parametrize("table", TABLES)
def test_tables_name_questions_and_options_of_the_content(table, content):
    for link_id, shares in table.items():
        item = content.questionnaire.by_id[link_id]
        for code in shares if isinstance(shares, dict) else ["yes"]:
            assert item.option(code), f"{link_id} has no {code!r}"


def test_what_may_be_left_out_is_not_required(content):
    assert not any(content.questionnaire.by_id[link_id].required for link_id in people.OPTIONAL)


def test_numbers_and_words_are_of_questions_that_take_them(content):
    items = content.questionnaire.by_id
    numbers = {ItemType.INTEGER, ItemType.DECIMAL}
    assert all(items[link_id].type in numbers for link_id in people.NUMBERS)
    assert all(items[link_id].type is ItemType.TEXT for link_id in people.WORDS)
