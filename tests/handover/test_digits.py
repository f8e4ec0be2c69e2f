"""Damage that the check digits find, for certain or nearly so."""

import random

import pytest

from rls_wizard.handover.digits import MOST, PRIME, ROOM, NotTheDigitsError, framed, said

BODY = "90125" * 40
DIGITS = framed(BODY)


def damaged(digits):
    with pytest.raises(NotTheDigitsError):
        said(digits)
    return True


@pytest.mark.parametrize("body", ["0", "7", BODY, "9" * ROOM])
def test_what_was_framed_is_said(body):
    assert said(framed(body)) == (1, body)
    assert len(framed(body)) <= MOST


def test_every_wrong_digit_is_found():
    for place, was in enumerate(DIGITS):
        for wrong in set("0123456789") - {was}:
            assert damaged(DIGITS[:place] + wrong + DIGITS[place + 1 :])


def test_every_swap_of_two_is_found():
    for one in range(len(DIGITS)):
        for other in range(one + 1, len(DIGITS)):
            swapped = list(DIGITS)
            swapped[one], swapped[other] = swapped[other], swapped[one]
            assert DIGITS[one] == DIGITS[other] or damaged("".join(swapped))


def test_every_cut_and_every_digit_too_many_is_found():
    for length in range(len(DIGITS)):
        assert damaged(DIGITS[:length])
        assert damaged(DIGITS[len(DIGITS) - length :])
        assert damaged(DIGITS[:length] + DIGITS[length + 1 :])
        assert damaged(f"{DIGITS[:length]}0{DIGITS[length:]}")


def test_no_two_wrong_digits_make_up_for_each_other():
    """Two errors are found unless a + b * 10^distance is divided by the prime."""
    power = 1
    for _ in range(1, MOST):
        power = power * 10 % PRIME
        assert all((a + b * power) % PRIME for a in range(-9, 10) for b in range(1, 10) if a)


def test_runs_of_wrong_digits_are_found():
    dice = random.Random(6)
    for _ in range(2_000):
        length = dice.randint(2, 12)
        start = dice.randrange(len(DIGITS) - length)
        run = "".join(dice.choices("0123456789", k=length))
        wrong = DIGITS[:start] + run + DIGITS[start + length :]
        assert wrong == DIGITS or damaged(wrong)


@pytest.mark.parametrize(
    "odd", ["", "1", "x" * 100, "\u0660" * 100, "1" * 100_000, "²" * 60, "-1" * 50]
)
def test_what_is_no_code_is_found(odd):
    assert damaged(odd)
