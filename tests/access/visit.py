"""A whole visit, from the first page to a saved PDF, by what AT-SPI offers and nothing else.

No key, no mouse, no name that only the program knows: every thing is found by the words that a
person hears. Prints figures; writes what was heard to build/access/dump.txt.
"""

import json
import sys
from pathlib import Path

from reader import CHOSEN, NO_ROLE, Reader, Role, State, has

ANSWERS = {
    "Who is answering": "I answer for myself",
    "Which country": "Ireland",
    "How old": "44",
    "own words": "A pulling deep in the calves",
    "How many times a week": "2",
}
"""To questions that have these words; to the others it is a no, or the first that is offered."""
NO = ("No", "None", "Nothing", "Never")
FIELDS = {Role.ENTRY, Role.TEXT}
MOST_PAGES = 80


class Visit:
    """One blind person's way through the program."""

    def __init__(self, reader):
        """Begin on the first page."""
        self.reader = reader
        self.pages, self.focusable, self.faults = [], 0, []

    def look(self):
        """Check what takes the focus on this page, and read it."""
        reader = self.reader
        heading = reader.heading()
        self.pages.append(heading)
        reader.lines.append(f"\n=== {heading}")
        reader.read_page()
        for one, _ in reader.all_below(reader.top()):
            if has(one, State.FOCUSABLE):
                self.focusable += 1
                if not one.get_name() or one.get_role() in NO_ROLE:
                    self.faults.append((heading, one.get_role_name(), one.get_accessible_id()))

    def answer_page(self):
        """Answer one question after the other; an answer may bring a new one."""
        told = set()
        while (question := self._next_question(told)) is not None:
            self._answer(*question)

    def _next_question(self, told):
        asked = {}
        for one, group in self.reader.all_below(self.reader.page()):
            if group and one.get_role() in CHOSEN | FIELDS:
                asked.setdefault(group.get_name(), []).append(one)
        for words, controls in asked.items():
            if words not in told:
                told.add(words)
                return words, controls
        return None

    def _answer(self, words, controls):
        ready = [c for c in controls if c.get_role() in CHOSEN]
        if any(has(c, State.CHECKED) for c in ready):
            return
        wanted = next((a for part, a in ANSWERS.items() if part in words), None)
        field = next((c for c in controls if c.get_role() in FIELDS), None)
        if field is not None and wanted:
            self.reader.focus(field)
            self.reader.write(field, wanted)
        elif ready:
            starts = (wanted,) if wanted else NO
            first = (c for start in starts for c in ready if c.get_name().startswith(start))
            chosen = next(first, ready[0])
            self.reader.focus(chosen)
            self.reader.press(chosen)

    def go_on(self):
        """Press the last button of the window, and hear that there is another page."""
        before = self.reader.heading()
        self.reader.press(self._next())
        # A press lasts a moment, as a finger's does.
        self.reader.until(lambda: self.reader.heading() not in {"", before}, f"after {before}")
        self.reader.listen()

    def _next(self):
        buttons = [o for o, _ in self.reader.all_below(self.reader.top())
                   if o.get_role() == Role.PUSH_BUTTON]  # fmt: skip
        return buttons[-1]

    def walk(self):
        """Answer page after page until the summary can be saved."""
        for _ in range(MOST_PAGES):
            self.look()
            if self.reader.find("Save the summary"):
                return
            self.answer_page()
            self.go_on()
        raise AssertionError("There is no end")

    def save(self, file):
        """Have the summary saved by the dialog for files."""
        reader = self.reader
        reader.press(reader.find("Save the summary"))
        reader.until(lambda: len(reader.windows()) > 1, "the dialog for files")
        field = next(o for o, _ in reader.all_below(reader.top()) if o.get_role() in FIELDS)
        reader.focus(field)
        reader.write(field, str(file))
        reader.press(reader.find("Save", Role.PUSH_BUTTON))
        reader.until(file.exists, "the saved summary")
        reader.until(
            lambda: any(a.startswith("Saved as") for a in reader.announced), "that is said"
        )


def main(python, file, dump):
    """Make the visit; print the figures as JSON."""
    reader = Reader([python, "-m", "rls_wizard"])
    visit = Visit(reader)
    try:
        reader.until(lambda: reader.find("Which country"), "the first questions")
        visit.walk()
        visit.save(Path(file))
    finally:
        reader.program.terminate()
        Path(dump).write_text("\n".join(reader.lines) + "\n", encoding="utf-8")
    print(json.dumps({"pages": len(visit.pages), "focusable": visit.focusable,
                      "faults": visit.faults, "announced": len(reader.announced)}))  # fmt: skip


if __name__ == "__main__":
    main(*sys.argv[1:])
