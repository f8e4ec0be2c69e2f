"""Disks that are full: one of a few pages, or a limit on the size of every file."""

import os
import resource
import subprocess
from contextlib import contextmanager

import pytest

_PAGE = 4096
_PAGES = 40


@contextmanager
def small_disk(folder):
    """Put a disk of 160 KB in place of a folder. Skips the test where that cannot be done."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={_PAGE * _PAGES}", "none", str(folder)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root can mount a small disk; a limit on the size of files works anyhow")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder, left=_PAGE):
    """Leave room for so many bytes only: a part of what is written finds room."""
    file = os.open(folder / "fill", os.O_CREAT | os.O_WRONLY)
    try:
        while os.write(file, b"x" * _PAGE):
            pass
    except OSError:
        os.ftruncate(file, os.fstat(file).st_size - left)
    finally:
        os.close(file)


def limit_files(most=_PAGE):
    """Let no file grow beyond so many bytes, from now on, in this process and its children."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


@contextmanager
def limited_files(most=_PAGE):
    """Let no file grow beyond so many bytes meanwhile."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    limit_files(most)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
