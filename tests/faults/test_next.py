"""Somebody presses Next again and again, before all is answered: the window stays."""

import subprocess
import sys

PRESS_NEXT = """
from PySide6.QtCore import QTimer
from rls_wizard.app import Program
from rls_wizard.ui.press import press
program = Program(keep=False)
pressed = 0
def step():
    global pressed
    pressed += 1
    press(program.window, "next")
    if pressed == 150:
        program.qt.exit()
def begin():
    press(program.window, "answered_by.self")
    timer.start()
timer = QTimer(interval=0)
timer.timeout.connect(step)
program.run(begin)
print(pressed, program.fault)
"""


def test_a_page_that_is_laid_out_anew_does_not_break_the_program():
    # PySide ends the process, and pytest with it, if it breaks.
    result = subprocess.run(
        [sys.executable, "-c", PRESS_NEXT], capture_output=True, check=False, timeout=120
    )
    assert (result.returncode, result.stdout) == (0, b"150 \n"), result.stderr.decode()
