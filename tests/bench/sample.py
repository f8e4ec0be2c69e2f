"""The content that is shipped, and the worked cases; the sample visit is one of them."""

from functools import cache

from rls_wizard import i18n
from rls_wizard.content.cases import SAMPLE, read_cases, response_of
from rls_wizard.content.load import load_content
from rls_wizard.content.reader import Reader
from rls_wizard.paths import own_content

WORDS = i18n.load("en")


@cache
def content():
    """Return the content."""
    return load_content(own_content(), WORDS)


@cache
def responses():
    """Return the answers of every worked case, by its name."""
    cases = {case.name: case for case in read_cases(Reader(own_content(), WORDS))}
    return {name: response_of(case, cases, content()) for name, case in cases.items()}


def sample():
    """Return the answers of the sample visit."""
    return responses()[SAMPLE]
