"""What is proved of the shipped content for every answer set that the program accepts.

Whoever a proof does not hold for is printed as an answer file for `rls-wizard assess`.
"""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from rls_wizard import i18n
from rls_wizard.content.load import load_content
from rls_wizard.domain.assessment import assess
from rls_wizard.paths import own_content
from tests.proofs import properties
from tests.proofs.agreement import disagreements
from tests.proofs.outcomes import can_happen, formulas, seen
from tests.proofs.properties import refuted
from tests.proofs.search import Search
from tests.proofs.world import build

PEOPLE = 20_000
AT_ONCE = 4


def proved(world, bad):
    refutation = refuted(world, bad)
    assert refutation is None, str(refutation)


def test_one_stage(world):
    proved(world, properties.one_stage)


def test_stage_is_the_one_of_the_rules(world):
    proved(world, properties.stage_of_the_rules)


def test_urgent_flags_withhold(world):
    proved(world, properties.urgent_flags_withhold)


def test_flags_are_asked_and_raised(world):
    proved(world, properties.flags_are_asked_and_raised)


def test_no_advice_with_what_removes_it(world):
    proved(world, properties.nothing_removed_is_given)


def test_population_filters(world):
    proved(world, properties.populations_are_filtered)


def test_everybody_gets_a_next_step(world):
    proved(world, properties.everybody_gets_a_next_step)


def test_unsure_raises_what_yes_raises(world):
    proved(world, properties.unsure_raises_what_yes_raises)


def test_urgency_covers_every_flag(world):
    proved(world, properties.urgency_covers_every_flag)


def test_private_answers_stay_off_paper(world):
    proved(world, properties.private_answers_stay_off_paper)


def test_short_way_protects_as_well(world):
    proved(world, properties.short_way_protects_as_well)


def happens(content, world, kinds):
    """Return all that can happen, each with somebody complete for whom it really does."""
    wanted = {name: holds for name, holds in can_happen(world) if name.startswith(kinds)}
    found = Search(world).find_all(wanted)
    assert [name for name, person in found.items() if person is None] == []
    known = formulas(world)
    for name, person in found.items():
        assert name not in known or name in seen(content, assess(content, person))
    return found


def test_every_question_can_be_asked(content, world):
    asked = {name.removeprefix("asked ") for name in happens(content, world, "asked ")}
    questions = content.questionnaire
    assert asked == questions.by_id.keys() - questions.group_of.keys()


def test_every_rule_can_fire(content, world):
    kinds = {name.split()[0] for name, _ in can_happen(world)} - {"asked"}
    found = happens(content, world, tuple(kinds))
    assert len(found) > 300


def test_translation_agrees_with_the_engine():
    """On 20,000 random answer sets, in everything that can be seen of an assessment."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as workers:
        found = list(workers.map(_disagreements, range(AT_ONCE)))
    assert found == [{}] * AT_ONCE


def _disagreements(seed):
    content = load_content(own_content(), i18n.load("en"))
    return disagreements(build(content), seed, PEOPLE // AT_ONCE)
