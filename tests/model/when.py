"""When a rule of the state machine applies."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition

SELDOM = st.sampled_from([False, False, False, True])


def when(*stops):
    """Let a rule apply where the person is at one of these stops, with nothing over it."""
    return precondition(
        lambda self: not self.model.covered and not self.model.aside and self.model.stop in stops
    )


def anywhere():
    """Let a rule apply wherever anything can be pressed."""
    return precondition(lambda self: not self.model.covered)
