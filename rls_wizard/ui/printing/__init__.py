"""Printing from the window: `way` knows how far it is, `box` shows it, `words` says what is wrong.

Two services do it: `child` where CUPS takes the PDF itself, and `drawn` elsewhere, with pictures of
the pages. Both are asked and tell in the words of `handover.printing.talk`.
"""
