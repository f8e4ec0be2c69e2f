"""What the frozen program begins with."""

import os
import sys

# PyInstaller's starter has set it for us, and the loader has read it by now. Other programs, such
# as one that shows a PDF, are to find their own libraries, not ours.
os.environ.pop("LD_LIBRARY_PATH", None)
if before := os.environ.pop("LD_LIBRARY_PATH_ORIG", None):
    os.environ["LD_LIBRARY_PATH"] = before

from rls_wizard.app import main

sys.exit(main())
