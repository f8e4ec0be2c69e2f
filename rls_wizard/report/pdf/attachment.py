"""A file inside of the file: the answers, for who opens the paper with this program again."""

from __future__ import annotations

from hashlib import md5
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFStream, PDFZCompress

from rls_wizard.report.model import ATTACHED
from rls_wizard.report.pdf.tags import string

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument


def attach(document: PDFDocument, answers: bytes, said: str) -> None:
    """Put an answer file into a document, as data that belongs to it, described in some words.

    ISO 19005-3, 6.8. It has no date of its own: the answers say the day of the visit.
    """
    stream = PDFStream(content=answers, filters=[PDFZCompress])
    stream.dictionary["Type"] = "/EmbeddedFile"
    stream.dictionary["Subtype"] = "/application#2Fjson"
    summed = md5(answers, usedforsecurity=False).hexdigest()
    # Whoever reads it finds damage by the checksum (ISO 32000-1, table 46).
    stream.dictionary["Params"] = PDFDictionary({"Size": len(answers), "CheckSum": f"<{summed}>"})
    inner, name = document.Reference(stream), string(ATTACHED)
    file = {
        "Type": "/Filespec",
        "F": name,
        "UF": name,
        "EF": PDFDictionary({"F": inner, "UF": inner}),
        "AFRelationship": "/Data",
        "Desc": string(said),
    }
    reference = document.Reference(PDFDictionary(file))
    files = PDFDictionary({"Names": PDFArray([name, reference])})
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": files})
    document.Catalog.AF = PDFArray([reference])
