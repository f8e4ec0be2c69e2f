"""What is raised where content cannot be used."""

from __future__ import annotations

from rls_wizard.content.wording import one_line


class ContentError(Exception):
    """Content that cannot be used: one line for each fault, naming file, block and problem."""

    def __init__(self, faults: list[str]) -> None:
        """Take every fault found."""
        self.faults = [one_line(fault) for fault in faults]
        super().__init__("\n".join(self.faults))
