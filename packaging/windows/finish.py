"""Unpacks Qt's helpers and makes byte code, in the very Python that is packed: finish.py TREE.

shiboken keeps its helpers in a zip inside of a library, and compiles them at every start. Told to,
it uses files. Byte code is not compared with its source: dates do not survive every installer.
"""

import compileall
import os
import sys
from importlib import import_module
from py_compile import PycInvalidationMode

tree = sys.argv[1]
packages = os.path.join(tree, "packages")
sys.path.insert(0, packages)
os.environ["SBK_EMBED"] = "0"
import_module("shiboken6.Shiboken")
if not os.path.isdir(os.path.join(packages, "shiboken6", "files.dir", "shibokensupport")):
    sys.exit("shiboken has not unpacked its helpers")
done = compileall.compile_dir(
    packages,
    maxlevels=40,
    quiet=1,
    force=True,
    stripdir=tree,
    invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
)
sys.exit(not done)
