"""Cautions under headings."""

from datetime import date
from itertools import groupby

from rls_wizard.domain.conclusion import Conclusion
from rls_wizard.domain.rules import Caution, Urgency
from rls_wizard.report.build import build_report
from rls_wizard.report.library import build_library
from rls_wizard.report.topics import by_topic, headed

TODAY = date(2026, 11, 22)
TOPICS = {"medicines": "Medicines", "iron": "Iron", "tests": "Tests"}


def found(*cautions):
    """Return a conclusion for each topic, with how urgent it is."""
    return tuple(
        Conclusion(Caution.model_construct(id=f"CAU-{n}", topic=topic), "", (), level=level)
        for n, (topic, level) in enumerate(cautions)
    )


def topics(conclusions):
    return [(conclusion.rule.topic, conclusion.level) for conclusion in conclusions]


SOON, ROUTINE = Urgency.SOON, Urgency.ROUTINE
SIX = found(
    ("iron", SOON),
    ("tests", ROUTINE),
    ("iron", ROUTINE),
    ("medicines", ROUTINE),
    ("tests", ROUTINE),
    ("medicines", ROUTINE),
)


def test_the_topic_with_the_most_urgent_leads_and_the_others_keep_their_order():
    assert topics(by_topic(SIX, TOPICS)) == [
        ("iron", SOON),
        ("iron", ROUTINE),
        ("medicines", ROUTINE),
        ("medicines", ROUTINE),
        ("tests", ROUTINE),
        ("tests", ROUTINE),
    ]


def test_a_few_stay_in_the_order_of_how_urgent_they_are():
    assert by_topic(SIX[:5], TOPICS) == SIX[:5]


def test_each_heading_stands_once(content, visit):
    mimics = ("cramp", "joint", "muscle", "veins", "toes", "jerk")
    changes = {"mimics": mimics, "conditions": ("neuropathy", "adhd")}
    report = build_report(content, visit(changes), TODAY)
    titles = [title for title, _ in headed(report.cautions)]
    assert len(titles) == len(set(titles))
    assert {"Your health", "Other feelings"} <= set(titles)


def test_each_heading_stands_once_among_all_advice(content):
    for chapter in build_library(content, TODAY).chapters:
        titles = [title for title, _ in groupby(m.line.topic for m in chapter.measures)]
        assert len(titles) == len(set(titles))
