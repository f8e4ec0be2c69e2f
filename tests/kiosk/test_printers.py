"""A few of the ways in which a printer fails; `python -m tests.kiosk.printers` meets them all."""

import pytest

from tests.kiosk.printers import FAULTS, meet

FEW = ("no paper", "stopped", "takes no pages")


@pytest.mark.parametrize("name", FEW)
def test_a_printer_that_fails_is_told_and_nothing_stays_there(our_font, name):
    assert meet(next(fault for fault in FAULTS if fault.name == name)) == []
