"""What the frozen program begins with."""

import os
import sys

# PyInstaller's starter has set it for us, and the loader has read it by now. Other programs, such
# as one that shows a PDF, are to find their own libraries, not ours.
os.environ.pop("LD_LIBRARY_PATH", None)
if before := os.environ.pop("LD_LIBRARY_PATH_ORIG", None):
    os.environ["LD_LIBRARY_PATH"] = before

# Nix, conda and some desktops set them: Qt would load plugins of another Qt, and end with them.
os.environ.pop("QT_PLUGIN_PATH", None)
os.environ.pop("QT_QPA_PLATFORM_PLUGIN_PATH", None)

from rls_wizard.app import main

sys.exit(main())
