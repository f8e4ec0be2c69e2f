"""What of the content no first question needs: read when it is first asked for.

Each imports what it needs by itself: the words to explain are asked for first of all, and by far.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rls_wizard.content.error import ContentError

if TYPE_CHECKING:
    from rls_wizard.content.reader import Reader
    from rls_wizard.domain.codebook import CodeBook
    from rls_wizard.domain.glossary import Glossary
    from rls_wizard.domain.medicines import Medicines

# A folder without a code book gets no code on its papers; one without a glossary explains no words.
_CODEBOOK = "codebook.toml"
GLOSSARY = "glossary.toml"


def read_fingerprint(reader: Reader) -> str:
    """Work out what tells this content from any other."""
    from rls_wizard.content.fingerprint import fingerprint

    return fingerprint(reader.root)


def read_medicines(reader: Reader) -> Medicines:
    """Return the list of medicines. Raises ContentError if its file cannot be used."""
    from rls_wizard.domain.medicines import Brand, Medicine, Medicines

    before = len(reader.faults)
    table = reader.table("medicines.toml") or {}
    found = Medicines(
        medicines=reader.blocks(Medicine, "medicines.toml medicine", table.get("medicine", [])),
        brands=reader.blocks(Brand, "medicines.toml brand", table.get("brand", [])),
    )
    if faults := reader.faults[before:]:
        raise ContentError(faults)
    return found


def read_codebook(reader: Reader) -> CodeBook:
    """Return the code book. Raises ContentError if its file cannot be used."""
    from rls_wizard.domain.codebook import CodeBook

    if not (reader.root / _CODEBOOK).exists():
        return CodeBook()
    before = len(reader.faults)
    found = reader.block(CodeBook, _CODEBOOK, reader.table(_CODEBOOK) or {})
    if found is None or reader.faults[before:]:
        raise ContentError(reader.faults[before:])
    return found


def read_glossary(reader: Reader) -> Glossary:
    """Return the glossary. Raises ContentError if its file cannot be used."""
    from rls_wizard.domain.glossary import Glossary, Term

    if not (reader.root / GLOSSARY).exists():
        return Glossary()
    before = len(reader.faults)
    table = reader.table(GLOSSARY) or {}
    found = Glossary(terms=reader.blocks(Term, f"{GLOSSARY} term", table.get("term", [])))
    if faults := reader.faults[before:]:
        raise ContentError(faults)
    return found
