"""Some things are never said, and what only looks like them may be."""

import pytest

from rls_wizard.content.faults.never_said import never_said


@pytest.mark.parametrize(
    "text",
    [
        "Take 65 mg of iron.",
        "One of 0.5\u00a0mg is usual.",
        "Take 2 tablets at night.",
        "Stop taking your tablets.",
        "It may help. Please stop the medicine.",
        "Start iron tablets now.",
        "Double the dose.",
        "You have restless legs.",
        "Your child has restless legs.",
        "There is no need to see a doctor.",
        "It is harmless.",
    ],
)
def test_what_is_never_said_is_named(text):
    assert len(list(never_said("advice 'ADV-X'", text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Do not stop suddenly.",
        "Do not begin iron on your own.",
        "Keep taking your tablets as prescribed.",
        "If you stop the medicine suddenly, it can be dangerous.",
        "A stop-smoking service can help.",
        "Your result of 18 ng/mL is from August.",
        "Ask what the result means for restless legs.",
        "Start with a walk of 10 minutes.",
    ],
)
def test_what_only_looks_like_it_may_be_said(text):
    assert list(never_said("advice 'ADV-X'", text)) == []
