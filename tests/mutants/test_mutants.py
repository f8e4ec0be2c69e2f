"""The runner of mutants itself: what a test notices is killed, what none can notice is told."""

import subprocess
import sys
from pathlib import Path

from tests.mutants.mutate import mutants
from tests.mutants.run import wrong

PROGRAM = '''
class Ages:
    @property
    def grown_up(self):
        """Say whether somebody is 18."""
        return self.years >= 18

    def oldest(self, others):
        return max(0, *others) if others else 0


def unused(number):
    return number + 1
'''
TESTS = """
from planted import Ages


def test_eighteen():
    ages = Ages()
    for ages.years, grown_up in ((17, False), (18, True), (19, True)):
        assert ages.grown_up is grown_up


def test_oldest():
    assert Ages().oldest([3, 5]) == 5
"""
RUN = """
import sys
from pathlib import Path
from tests.mutants.mutate import mutants
from tests.mutants.run import ends_of

folder = Path(sys.argv[1])
ends = ends_of(mutants(folder / "planted.py"), [folder / "test_planted.py"], folder, 2)
for key, end in ends.items():
    print(f"RESULT {end} {key}")
"""
ROOT = Path(__file__).parents[2]


def test_what_a_test_notices_is_killed_and_what_none_notices_survives(tmp_path):
    (tmp_path / "planted.py").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "test_planted.py").write_text(TESTS, encoding="utf-8")
    path = {"PYTHONPATH": f"{ROOT}:{ROOT / 'packaging'}:{tmp_path}", "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-B", "-c", RUN, str(tmp_path)],
        cwd=ROOT,
        env=path,
        capture_output=True,
        text=True,
        check=True,
    )
    told = [line.split(" ", 2)[1:] for line in ran.stdout.splitlines() if line[:6] == "RESULT"]
    ends = {key: end for end, key in told}
    was = "return self.years >= 18"
    for now in ("self.years > 18", "self.years < 18", "self.years >= 19", "None"):
        assert ends[f"planted.py Ages.grown_up: {was} -> return {now}"] == "killed"
    # Nobody asks for the oldest of none, or of the newly born; nobody calls the other function.
    for now in ("max(1, *others) if others else 0", "max(0, *others) if others else 1"):
        key = f"planted.py Ages.oldest: return max(0, *others) if others else 0 -> return {now}"
        assert ends[key] == "survived"
    assert {end for key, end in ends.items() if "unused" in key} == {"survived"}


def test_a_mutant_has_a_name_of_its_own_that_moves_with_its_function(tmp_path):
    file = tmp_path / "planted.py"
    keys = []
    for above in ("", "\n\nFIRST = 1\n"):
        file.write_text(above + PROGRAM, encoding="utf-8")
        keys.append([mutant.key for mutant in mutants(file)])
    assert keys[0] == keys[1]
    assert len(set(keys[0])) == len(keys[0])


def test_an_equal_mutant_that_is_killed_or_gone_is_a_fault():
    ends = {"same": "survived", "dead": "killed", "late": "late"}
    known = dict.fromkeys(["same", "dead", "late", "gone"], "because")
    assert list(wrong(known, ends, whole=False)) == [
        "dead: is killed, so it is not equal",
        "late: is killed, so it is not equal",
    ]
    assert "gone: is no mutant any more" in list(wrong(known, ends, whole=True))
