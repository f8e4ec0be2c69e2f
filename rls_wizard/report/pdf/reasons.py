"""Why the paper says a thing: the small print under each line, and the list that it points to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rls_wizard.report.pdf.pen import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rls_wizard.report.model import Answer, Grade, Line, Report
    from rls_wizard.report.pdf.pen import Pen


class Reasons:
    """Gives sources a number and evidence a letter, and explains both at the end of a part.

    Written out under each line they would take more room than the advice itself. A source has the
    same number everywhere on a paper.
    """

    def __init__(self, pen: Pen, report: Report) -> None:
        """Begin with none named."""
        self._pen = pen
        self._numbers = _numbered(report)
        self._named: set[str] = set()
        self._grades: set[Grade] = set()

    def of(self, line: Line) -> tuple[str, str]:
        """Return as markup the answers behind a line, and what is known of it; or nothing."""
        because, *known = self._parts(line)
        return because, _joined(known)

    def of_all(self, lines: Sequence[Line]) -> tuple[str, list[str]]:
        """Return what the lines have in common, to be said once, and what each has alone."""
        usual = _usual(lines)
        intro = self.because(usual)
        if usual and any(line.because != usual for line in lines):
            intro += " " + self._pen.marked(self._pen.words("(where no other reason is given)"))
        lines = [line._replace(because=()) if line.because == usual else line for line in lines]
        parts = [self._parts(line) for line in lines]
        common = [len(parts) > 1 and len(set(same)) == 1 for same in zip(*parts, strict=True)]
        shared = [part if same else "" for part, same in zip(parts[0], common, strict=True)]
        own = [["" if same else part for part, same in zip(p, common, strict=True)] for p in parts]
        return _joined([intro, *shared]), [_joined(part) for part in own]

    def because(self, answers: tuple[Answer, ...]) -> str:
        """Return the answers that led to something, as markup."""
        if not answers:
            return ""
        said = self._pen.marked(self._pen.words("Because you said:"))
        return f"{said} {self._pen.answers(answers)}"

    def sources(self) -> list[str]:
        """Return the sources that were named so far, each behind its number."""
        numbers = self._numbers.items()
        return [f"{number}: {source}" for source, number in numbers if source in self._named]

    def letters(self) -> list[str]:
        """Return the letters that were named so far, with what they mean."""
        return [str(grade) for grade in sorted(self._grades)]

    def _parts(self, line: Line) -> list[str]:
        """Return because, source, evidence, reviewed; each empty where there is nothing to say."""
        words = self._pen.words
        numbers = ", ".join(str(self._number(source)) for source in line.sources)
        letter = self._letter(line.grade) if line.grade else ""
        checked = line.reviewed_on
        known = [
            words("Source {numbers}").format(numbers=numbers) if numbers else "",
            words("Evidence {letter}").format(letter=letter) if letter else "",
            words("Checked by the makers {date}").format(date=checked) if checked else "",
        ]
        return [self.because(line.because), *(self._pen.marked(_unbroken(k)) for k in known)]

    def _letter(self, grade: Grade) -> str:
        self._grades.add(grade)
        return grade.letter

    def _number(self, source: str) -> int:
        self._named.add(source)
        return self._numbers[source]


def _numbered(report: Report) -> dict[str, int]:
    """Return the number of each source, in the order in which the lines that name them are read."""
    lines = (
        *report.flags, *report.parts, *report.advice, *report.cautions, *report.questions,
        *report.knowledge, *report.left_out,
    )  # fmt: skip
    sources = dict.fromkeys(source for line in lines for source in line.sources)
    return {source: number for number, source in enumerate(sources, 1)}


def _usual(lines: Sequence[Line]) -> tuple[Answer, ...]:
    """Return the answers that most lines rest on, if each rests on some; else none."""
    (answers, count), *_ = Counter(line.because for line in lines).most_common(1)
    clear = count > 1 and all(line.because for line in lines)
    return answers if clear else ()


def _joined(parts: list[str]) -> str:
    return BETWEEN.join(filter(None, parts))


def _unbroken(text: str) -> str:
    return text.replace(" ", "\u00a0")
