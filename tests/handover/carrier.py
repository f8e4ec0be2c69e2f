"""PDFs that carry something, made by another library than the program's own."""

import io
import zlib

import pikepdf

from rls_wizard.report.model import ATTACHED


def pdf_with(*attached, **saving):
    """Return a PDF with one page and these bytes attached, all under the name that is ours."""
    return _made([(ATTACHED, raw) for raw in attached], saving)


def pdf_with_others(answers):
    """Return a PDF with the answers between attachments of other names."""
    return _made([("a.txt", b"A"), (ATTACHED, answers), ("b.json", b"{}")], {})


def flood(megabytes):
    """Return little that unpacks to much."""
    pack = zlib.compressobj(9)
    first, again = (pack.compress(bytes(10**6)) + pack.flush(zlib.Z_FULL_FLUSH) for _ in "12")
    return first + again * (megabytes - 1)


def pdf_with_stream(packed, packing):
    """Return a PDF whose attachment is these bytes as they are, said to be packed in some way."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.attachments[ATTACHED] = pikepdf.AttachedFileSpec(pdf, b"", filename=ATTACHED)
    pdf.Root.Names.EmbeddedFiles.Names[1].EF.F.write(packed, filter=packing)
    out = io.BytesIO()
    pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


def _made(attached, saving):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    for n, (name, raw) in enumerate(attached):
        spec = pikepdf.AttachedFileSpec(pdf, raw, filename=name, mime_type="application/json")
        pdf.attachments[f"{n}"] = spec
    out = io.BytesIO()
    pdf.save(out, **saving)
    return out.getvalue()
