"""What a response remembers of answers that were changed."""

from rls_wizard.domain.response import Absent


def test_a_yes_that_was_taken_back_is_remembered_once(answer):
    response = answer({"rf": "yes"}).record("rf", "no").take_back("rf").take_back("rf")
    assert response.changed == ("rf",)
    assert response.get("rf") == "no"


def test_a_new_yes_ends_that(answer):
    response = answer().take_back("rf").take_back("other").record("rf", "yes")
    assert response.changed == ("other",)


def test_other_answers_do_not(answer):
    response = answer().take_back("rf")
    for value in ("no", None, Absent.UNKNOWN):
        assert response.record("rf", value).changed == ("rf",)
    assert response.record("other", "yes").changed == ("rf",)


def test_a_response_is_not_changed_itself(answer):
    response = answer()
    response.take_back("rf")
    assert response.changed == ()
