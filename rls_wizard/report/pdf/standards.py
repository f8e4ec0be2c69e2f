"""What a file must say of itself to be read by everybody, and in fifty years.

PDF/UA-1 (ISO 14289-1) and PDF/A-3b (ISO 19005-3): a description that other programs find, and what
its colours mean. What stands on the pages is told in `tags`.
"""

from __future__ import annotations

from functools import cache
from html import escape
from typing import TYPE_CHECKING

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import XMP, PDFArray, PDFDictionary, PDFStream, PDFZCompress

from rls_wizard.paths import resources
from rls_wizard.report.pdf.tags import string

if TYPE_CHECKING:
    from datetime import datetime

    from reportlab.pdfbase.pdfdoc import PDFDocument

_DESCRIPTION = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""
_COLOURS = "sRGB IEC61966-2.1"
_END = b"endstream\n"


def conform(document: PDFDocument, language: str) -> None:
    """Say what the file is, in its language; title, author and program are those it has."""
    catalog = document.Catalog
    catalog.Metadata = XMP(creator=lambda made: _description(made, language))
    catalog.MarkInfo = "<</Marked true>>"
    profile = PDFStream(content=_profile(), filters=[PDFZCompress])
    profile.dictionary["N"] = 3
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": string(_COLOURS),
        "DestOutputProfile": document.Reference(profile),
    }
    catalog.OutputIntents = PDFArray([PDFDictionary(intent)])


def _description(document: PDFDocument, language: str) -> bytes:
    """Return the description; it must agree with what reportlab says of the file elsewhere."""
    info = document.info
    made: datetime = document._timeStamp.datetime  # noqa: SLF001
    told = {
        "title": info.title,
        "author": info.author,
        "creator": info.creator,
        "producer": info.producer,
        "language": language,
        "made": made.isoformat(),
    }
    return _DESCRIPTION.format(**{name: escape(text) for name, text in told.items()}).encode()


@cache
def _profile() -> bytes:
    return (resources() / "colour" / "sRGB.icc").read_bytes()


_written = PDFStream.format


def _ended(stream: PDFStream, document: PDFDocument) -> bytes:
    """Return a stream with the line's end before its last word that reportlab leaves out."""
    return bytes(_written(stream, document)).removesuffix(_END) + b"\n" + _END


# Pages and fonts make streams of this class themselves, so that no other could be given to them.
PDFStream.format = _ended
# Letters for bytes are for lines that carry no bytes; they made files larger by a quarter.
rl_config.useA85 = 0
