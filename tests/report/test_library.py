from datetime import date

import pytest

from rls_wizard.domain.rules import Stage
from rls_wizard.report.library import build_library

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def library(content):
    return build_library(content, TODAY)


@pytest.fixture(scope="module")
def measures(library):
    return {m.line.id: m for chapter in library.chapters for m in chapter.measures}


def test_every_advice_and_caution_stands_there_once(library, content):
    told = [line.id for line in library.safety]
    told += [m.line.id for chapter in library.chapters for m in chapter.measures]
    expected = {caution.id for caution in content.rules.cautions}
    assert sorted(told) == sorted({advice.id for advice in content.rules.advice} | expected)


def test_when_to_see_someone_is_for_everybody(library):
    (safety,) = library.safety
    assert safety.title == "When to see someone anyway"
    assert "Please call your local emergency number for chest pain" in safety.text


def test_the_numbers_are_those_of_the_country(content):
    (safety,) = build_library(content, TODAY, "gb").safety
    assert "999" in safety.text


def test_an_advice_stands_in_the_first_part_that_brings_it(library):
    where = {m.line.id: c.id for c in library.chapters for m in c.measures}
    assert where["ADV-WALK"] == "library.first"
    assert where["ADV-DOCTOR-MAY"] == "library.second"
    assert where["ADV-DONT-STOP"] == "library.third"
    assert where["ADV-FOOT-CARE"] == "library.none"


def test_each_removal_is_named(content, measures):
    words = content.rules.words
    for advice in content.rules.advice:
        for name in advice.remove:
            assert words[name] in measures[advice.id].not_for, (advice.id, name)


def test_what_is_only_for_those_without_something_is_named_as_a_removal(measures):
    assert "dialysis" in measures["ADV-IRON-TEST"].not_for
    assert "age under 18" in measures["ADV-ALCOHOL"].not_for


def test_other_words_stand_with_whom_they_are_for(content, measures):
    others = dict(measures["ADV-WALK"].others)
    assert others["leg pain on walking; dialysis"].startswith("Ask your clinician first")
    for advice in content.rules.advice:
        if advice.id in measures:
            assert len(measures[advice.id].others) == len(advice.variants), advice.id


def test_nothing_speaks_of_answers(library, measures):
    lines = [m.line for m in measures.values()]
    lines += [line for chapter in library.chapters for line in chapter.parts]
    for line in lines:
        assert "You asked" not in line.text, line.id
        assert "You said" not in line.text, line.id
        assert "You told" not in line.text, line.id
        assert "You named" not in line.text, line.id
        assert not line.because


def test_each_line_names_source_grade_and_date(measures):
    for measure in measures.values():
        line = measure.line
        assert line.sources, line.id
        assert line.grade.meaning, line.id
        assert line.reviewed_on


def test_chapters_name_what_exists(library, content):
    known = {part.id for part in content.rules.parts}
    for chapter in content.about.chapters:
        assert set(chapter.parts) <= known
    assert all(chapter.parts or chapter.measures for chapter in library.chapters)
    stages = [stage for chapter in content.about.chapters for stage in chapter.stages]
    assert len(stages) == len(set(stages))
    assert {stage for stage in Stage if stage.fits} <= set(stages)
