"""What people download, and what it is made by."""

import sys
from pathlib import Path

# What makes the files stands there, and knows what they are called.
sys.path.insert(1, str(Path(__file__).parents[2] / "packaging"))
