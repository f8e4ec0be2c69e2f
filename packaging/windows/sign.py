"""Signs what Windows runs, if the environment names a key; else nothing is signed, and it says so.

RLS_SIGN_CERTIFICATE  the certificate and its chain, PEM
RLS_SIGN_KEY          its key, PEM; or the URI of one in a token
RLS_SIGN_MODULE       the PKCS 11 library of that token
RLS_SIGN_PASSWORD     a file with the password or PIN of the key, if there is one
RLS_SIGN_TIME         the address of a time stamp server: else signatures end with the certificate
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from installers.about import TITLE, epoch, maker
from installers.run import run

TOOL = "osslsigncode"


def sign(file: Path) -> bool:
    """Sign a file in its place; tell whether it was signed."""
    if not asked_for():
        return False
    signed = file.with_name(f"{file.name}.signed")
    signed.unlink(missing_ok=True)
    said = {"-n": TITLE, "-i": maker().home}
    words = [word for option, value in said.items() for word in (option, value)]
    run(TOOL, "sign", "-h", "sha256", *key(), *words, *_time(), "-in", file, "-out", signed)
    signed.replace(file)
    return True


def asked_for() -> bool:
    """Tell whether the environment names a key."""
    return bool(os.environ.get("RLS_SIGN_KEY"))


def key() -> list[str]:
    """Return what tells the tool which key it is to take."""
    env = os.environ
    words = ["-certs", env["RLS_SIGN_CERTIFICATE"], "-key", env["RLS_SIGN_KEY"]]
    if module := env.get("RLS_SIGN_MODULE"):
        words += ["-pkcs11module", module]
    if password := env.get("RLS_SIGN_PASSWORD"):
        words += ["-readpass", password]
    return words


def _time() -> list[str]:
    if server := os.environ.get("RLS_SIGN_TIME"):
        return ["-ts", server]
    # As old as the commit: a signature without a time stamp is no older than its file.
    return ["-time", str(epoch())]


if __name__ == "__main__":
    # NSIS has its uninstaller signed by this.
    sys.exit(not sign(Path(sys.argv[1])))
