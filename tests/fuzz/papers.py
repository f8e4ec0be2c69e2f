"""The readers of what comes back from paper: a PDF, and the digits of its code."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf

from rls_wizard.handover.digits import ROOM, framed, said
from rls_wizard.handover.earlier import EarlierError
from rls_wizard.handover.earlier.digits import from_digits
from rls_wizard.handover.earlier.pdf import from_pdf
from rls_wizard.handover.memory import memory
from rls_wizard.handover.scanner import digits_of
from rls_wizard.report.model import ATTACHED
from tests.fuzz import world
from tests.fuzz.answers import taken_over
from tests.fuzz.objects import spoil_json
from tests.fuzz.spoil import ODD_TEXTS, spoil_bytes, spoil_text
from tests.fuzz.target import Target, must, reason
from tests.handover.carrier import pdf_with, pdf_with_others

if TYPE_CHECKING:
    from random import Random

_RELEASED = Path(__file__).parent.parent / "handover" / "released"
_LAYOUTS = ("!@#$%^&*()", "&é\"'(-è_çà", "+ěščřžýáíé", "ąčęėįšųū90", "١٢٣٤٥٦٧٨٩٠")
_KEYS = "1234567890"


def targets() -> list[Target]:
    """Return these readers."""
    return [
        Target("earlier PDF", _pdfs, _spoil_pdf, _pdf, slowest=5, may_die=True, budget=60),
        Target("code, typed", _codes, _spoil_typed, _typed, budget=120),
        Target("code, forged", _codes, _forge, _forged, budget=150),
    ]


# PDF ---------------------------------------------------------------------------------------------


@cache
def _pdfs() -> list[bytes]:
    files = world.answer_files()
    real = [file.read_bytes() for file in sorted(_RELEASED.glob("*/summary.pdf"))]
    return [
        *real,
        *(pdf_with(raw) for raw in files[:8]),
        *(pdf_with(raw, compress_streams=False) for raw in files[8:16]),
        pdf_with_others(files[0]),
        pdf_with(files[0], object_stream_mode=pikepdf.ObjectStreamMode.generate),
    ]


def _spoil_pdf(raw: bytes, dice: Random) -> bytes:
    if dice.random() < 0.5:
        return spoil_bytes(raw, dice, dice.choice(_pdfs()))
    answers = dice.choice(world.answer_files())
    spoilt = spoil_json(answers, dice, next(iter(world.odd_answer(dice).values())))
    return _odd_pdf(spoilt, dice) if dice.random() < 0.3 else pdf_with(spoilt)


def _odd_pdf(answers: bytes, dice: Random) -> bytes:
    """Return a PDF whose attachment is whole, and what says of it where and what it is is not."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    name = dice.choice([ATTACHED, ATTACHED, spoil_text(ATTACHED, dice)])
    pdf.attachments["1"] = pikepdf.AttachedFileSpec(pdf, answers, filename=ATTACHED)
    spec = pdf.Root.Names.EmbeddedFiles.Names[1]
    where = dice.choice([spec, spec.EF.F, spec.EF.F.Params, pdf.Root.Names.EmbeddedFiles])
    key = dice.choice(["/UF", "/F", "/EF", "/CheckSum", "/Size", "/Names", "/Kids"])
    where[key] = dice.choice(
        [
            pikepdf.String(name.encode(errors="replace").decode()),
            pikepdf.Array([]),
            pikepdf.Dictionary(),
            pikepdf.Array([pikepdf.String("x"), pikepdf.Dictionary()]),
            -1,
            2**31,
            pdf.Root,
        ]
    )
    out = io.BytesIO()
    pdf.save(out, static_id=True)
    return out.getvalue()


def _pdf(raw: bytes) -> bool:
    try:
        earlier = from_pdf(raw, world.content(), world.TODAY, world.WORDS)
    except EarlierError as error:
        reason(str(error), raw)
        return False
    taken_over(earlier)
    return True


# Digits ------------------------------------------------------------------------------------------


@cache
def _codes() -> list[bytes]:
    made = [memory(world.content(), response).digits for response in world.responses()]
    return [digits.encode() for digits in made]


def _spoil_typed(raw: bytes, dice: Random) -> bytes:
    text = raw.decode()
    if dice.random() < 0.3:
        text = text.translate(str.maketrans(_KEYS, dice.choice(_LAYOUTS)))
    if dice.random() < 0.3:
        text = dice.choice(["]Q1{}", "{}\r\n", " {} ", "{}{}"]).replace("{}", text)
    for _ in range(dice.choice([0, 1, 1, 2, 6])):
        at, other = dice.randint(0, len(text)), dice.choice([*_KEYS, *ODD_TEXTS[:12]])
        text = text[:at] + other + text[at + dice.choice([0, 1, 1, 40]) :]
    spoilt = text.encode(errors="surrogatepass")
    return spoil_bytes(spoilt, dice) if dice.random() < 0.2 else spoilt


def _typed(raw: bytes) -> bool:
    """See that what was typed is a whole code of ours, or refused: never another answer."""
    text = raw.decode(errors="replace")
    known = {code.decode() for code in _codes()}
    try:
        earlier = from_digits(text, world.content(), world.TODAY, world.WORDS)
    except EarlierError as error:
        reason(str(error), raw)
        return False
    must(digits_of(text) in known, "a code was accepted that nobody wrote")
    taken_over(earlier)
    return True


def _forge(raw: bytes, dice: Random) -> bytes:
    """Return a code with sound check digits that says something else."""
    number = int(said(raw.decode())[1])
    for _ in range(dice.choice([1, 1, 2, 4])):
        place = 10 ** dice.randint(0, len(str(number)))
        number = dice.choice(
            [
                number + dice.randint(-9, 9) * place,
                number // place,
                number % place,
                number * 10,
                number ^ (1 << dice.randrange(number.bit_length() + 1)),
            ]
        )
    return framed(str(abs(number))[:ROOM]).encode()


def _forged(raw: bytes) -> bool:
    try:
        earlier = from_digits(
            raw.decode(errors="replace"), world.content(), world.TODAY, world.WORDS
        )
    except EarlierError as error:
        reason(str(error))
        return False
    taken_over(earlier)
    return True
