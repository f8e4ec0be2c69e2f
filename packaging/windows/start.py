"""What rls-wizard.exe runs. The program is told that nobody can call it by `python -m`."""

import sys

sys.frozen = True
_TITLE = "Restless legs wizard"
_BROKEN = (
    "The program cannot start. You did nothing wrong, and nothing of yours is lost. "
    "Please install it again."
)
_ICON = 0x10


def tell(text: str) -> None:
    """Say something where the program has no window and nobody reads what it writes."""
    if sys.stderr is None:
        import ctypes  # noqa: PLC0415 - else it would be a part of every start

        ctypes.windll.user32.MessageBoxW(None, text, _TITLE, _ICON)


def start() -> int:
    """Run the program; if Qt or another part is missing or damaged, say so."""
    try:
        from rls_wizard.app import main  # noqa: PLC0415 - it is what may fail

        return main()
    except SystemExit as ended:
        if isinstance(ended.code, str):
            tell(ended.code)
        raise
    except Exception:
        tell(_BROKEN)
        raise


if __name__ == "__main__":
    sys.exit(start())
