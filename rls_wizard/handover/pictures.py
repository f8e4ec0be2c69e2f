"""How the window and the child that draws the pages of a PDF talk: numbers packed into bytes.

The window sends LENGTH and that many bytes of PDF, once, then one ORDER after another. The child
answers the PDF with COUNT and a SIZE for each page, and every order with a HEAD, the picture of the
page, DEPTH bytes a pixel (blue, green, red, unused), and its text in UTF-8.
"""

from __future__ import annotations

from struct import Struct

LENGTH = Struct(">I")
COUNT = Struct(">I")
SIZE = Struct(">dd")
"""Width and height of a page in points, 72 to an inch."""
ORDER = Struct(">IdII")
"""Which page, counted from 0, how many pixels a point, and which strip of how many, downwards."""
HEAD = Struct(">III")
"""Width and height of a picture in pixels, and the bytes of the text."""
DEPTH = 4
