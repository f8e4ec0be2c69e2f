"""Runs the program: `python -m rls_wizard`."""

import sys

from rls_wizard.app import main

if __name__ == "__main__":
    sys.exit(main())
