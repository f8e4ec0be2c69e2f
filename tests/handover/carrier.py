"""PDFs that carry something, made by another library than the program's own."""

import io

import pikepdf

from rls_wizard.handover.earlier.pdf import NAME


def pdf_with(*attached, **saving):
    """Return a PDF with one page and these bytes attached, all under the name that is ours."""
    return _made([(NAME, raw) for raw in attached], saving)


def pdf_with_others(answers):
    """Return a PDF with the answers between attachments of other names."""
    return _made([("a.txt", b"A"), (NAME, answers), ("b.json", b"{}")], {})


def _made(attached, saving):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    for n, (name, raw) in enumerate(attached):
        spec = pikepdf.AttachedFileSpec(pdf, raw, filename=name, mime_type="application/json")
        pdf.attachments[f"{n}"] = spec
    out = io.BytesIO()
    pdf.save(out, **saving)
    return out.getvalue()
