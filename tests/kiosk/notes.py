"""What a test and the visits that it drives tell each other, in files of one folder."""

import json


class Notes:
    """The plan, the word, and what is noted: never what was answered."""

    def __init__(self, folder):
        self._folder = folder

    def next_act(self):
        """Take the first line of the plan away, and return it."""
        act, *left = (self._folder / "plan").read_text().splitlines() or ["stay"]
        (self._folder / "plan").write_text("".join(f"{line}\n" for line in left))
        return act

    @property
    def word(self):
        return (self._folder / "word").read_text()[::-1]

    def add(self, what, **about):
        with (self._folder / "notes").open("a") as file:
            file.write(json.dumps({"what": what, **about}) + "\n")

    def is_told(self, name):
        """Tell whether the test has said something, once each time."""
        file = self._folder / name
        there = file.exists()
        if there:
            file.unlink()
        return there
