from datetime import date

import pytest

from rls_wizard.content.check import faults

TODAY = date(2026, 11, 22)

ABOUT = """
version = "1"
clinical_review = { state = "none" }
review_says = { none = "not reviewed", reviewed = "{who}, {day}" }
reviewed_on = 2026-11-22
next_review = 2027-11-22
self_reported = "S"
stage_intro = "S"
provisional = "P"
causes_intro = "These things sometimes go with restless legs."
unsure_flag = "U {title}"
private_withheld = "P"
left_out = "L {reasons} {titles}"
left_out_unsure = "L {reasons} {titles}"
left_out_more = "{reasons} +"
left_out_short = "{reasons}"
overdue = "O {day}"
overdue_line = "OL {day}"
library_intro = "I"
unseen = "from memory, to be checked"
flags_label = "F"
flags_denied = "D"
flags_open = "O"
flags_others = "N"
flags_changed = "C"
first_yes = "Y"
units = { unknown = "{number} ?", also = "{told} ({other})", same = "{told} = {other}" }
topics = { health = "Health" }
grades = { A = "A", B = "B", C = "C", D = "D", P = "P" }
urgency_says = { none = "n", routine = "r", soon = "s", same-day = "d", emergency = "e" }
answers.asked-unknown = "?"
answers.asked-declined = "-"
answers.on-paper = "p"
answers.pending = "."
answers.skipped = "_"
answers.nothing = "0"
answers.not-asked = "n"
dates.months = ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"]
dates.month = "{month} {year}"
dates.day = "{day} {month} {year}"
dates.about = "about {date}"
dates.year = "{year}"
dates.before = "before {date}"
dates.between = "{first} to {last}"
timeline = { visit = "V", note = "N" }
answered_by = { self = "s", parent = "p", carer = "c" }
you_means = { parent = "P", carer = "C" }

[[help_line]]
id = "help.now"
sign = "Now"
whom = "{country.emergency}"
source = ["S1"]
reviewed_on = 2026-11-22

[[chapter]]
id = "library.all"
title = "All"
stages = ["initial"]
"""

QUESTIONS = """
id = "page"
title = "Page"

[[item]]
link_id = "country"
type = "choice"
options_from = "countries"
text = "Where?"

[[item]]
link_id = "leg"
type = "choice"
required = true
options = { yes = "Yes", no = "No" }
text = "Does it hurt?"

[[item]]
link_id = "days"
type = "integer"
minimum = 0
maximum = 7
text = "How often?"
enable_when = [{ question = "leg", answer = "yes" }]

[[item]]
link_id = "secret"
type = "choice"
private = true
options = { yes = "Yes", no = "No" }
text = "Secret?"

[[item]]
link_id = "core.urge"
type = "choice"
options = { yes = "Yes", no = "No" }
text = "urge?"

[[item]]
link_id = "core.rest"
type = "choice"
options = { yes = "Yes", no = "No" }
text = "rest?"

[[item]]
link_id = "core.relief"
type = "choice"
options = { yes = "Yes", no = "No" }
text = "relief?"

[[item]]
link_id = "core.evening"
type = "choice"
options = { yes = "Yes", no = "No" }
text = "evening?"

[[item]]
link_id = "drug"
type = "group"
repeats = true
text = "Drugs"
items = [{ link_id = "drug.name", type = "text", text = "Name" }]

[[item]]
link_id = "paper.private"
type = "choice"
options = { yes = "Yes", no = "No" }
text = "On paper?"
enable_when = [{ question = "private_answers", answer = "yes" }]
"""

RULES = """
[[finding]]
id = "provisional"
meaning = "provisional"
when = [{ question = "leg", answer = "asked-unknown" }]

[[finding]]
id = "often"
text = "often"
when = [{ question = "days", operator = ">=", answer = 4 }]

[[red_flag]]
id = "rf.01"
level = "same-day"
title = "Leg"
when = [{ question = "leg", answer = "yes" }, { finding = "often" }]
text = "Go today: {country.urgent}."
source = ["S1"]
grade = "A"
reviewed_on = 2026-11-22

[[stage]]
id = "row.0"
stage = "withheld"
when = [{ finding = "flags.urgent" }]
text = "0"

[[stage]]
id = "row.1"
stage = "initial"
text = "1"

[[part]]
id = "part.all"
stages = ["none", "initial", "supportive-self-care", "supportive-see-clinician",
    "supportive-on-treatment", "worsening", "incomplete", "not-for-this-tool"]
title = "All"
text = "All."
source = ["S1"]
grade = "P"
reviewed_on = 2026-11-22

[[advice]]
id = "ADV-WALK"
title = "Walk"
picture = "walk"
text = "Walk."
seed = ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11", "T12", "T13"]
source = ["S1"]
grade = "C"
reviewed_on = 2026-11-22
"""

CASES = """
[[case]]
name = "A sample visit"
answers = { leg = "no" }
stage = "initial"
advice = ["ADV-WALK"]

[[case]]
name = "today"
answers = { leg = "yes", days = 5 }
stage = "withheld"
red_flags = ["rf.01"]

[[case]]
name = "not sure, so often may not be"
answers = { leg = "yes", days = { absent = "asked-unknown" } }
stage = "withheld"
red_flags = ["rf.01"]
"""

HAZARD = """
[[hazard]]
id = "H{number}"
title = "Harm"
cause = "C"
harm = "H"
severity = "major"
arises_from = ["ADV-*", "row.*"]
rules = ["rf.*", "part.*"]
screens = ["page", "result-page"]
tests = ["tests/test_x.py::test_x"]
remains = "R"
"""
HAZARDS = """
owner = "not yet named"
reviewed_on = 2026-11-22
next_review = 2027-11-22
preface = ["P"]
severity = { minor = "1", significant = "2", considerable = "3", major = "4", catastrophic = "5" }

[[screen]]
id = "result-page"
name = "Result"
module = "ui/result_page.py"
""" + "".join(HAZARD.format(number=number) for number in range(1, 21))

FILES = {
    "about.toml": ABOUT,
    "sources.toml": '[[source]]\nid = "S1"\ntext = "A source"\nseen = true\n',
    "paper.toml": '[[section]]\nid = "legs"\ntitle = "Legs"\nitems = ["leg"]\n',
    "countries/all.toml": """
[[country]]
id = "other"
name = "Another country"
emergency = "call help"
urgent = "call a doctor"
crisis = "the crisis line"
maternity = "your midwife"
driving = "Ask."
poisons = "call the poison centre"
owner = "the test"
source = ["S1"]
checked = false
reviewed_on = 2026-11-22
next_review = 2027-11-22
""",
    "questionnaire/1.toml": QUESTIONS,
    "rules/rules.toml": RULES,
    "cases/cases.toml": CASES,
    "hazards.toml": HAZARDS,
}

CIRCLE = """
[[finding]]
id = "a"
meaning = "a"
when = [{ finding = "b" }]

[[finding]]
id = "b"
when = [{ finding = "a" }]
"""
SILENT_RULE = """
[[caution]]
id = "CAU-X"
title = "X"
topic = "health"
when = [{ question = "secret", answer = "yes" }]
text = "X."
source = ["S1"]
grade = "C"
reviewed_on = 2026-11-22
"""


@pytest.fixture
def folder(tmp_path):
    """A small content folder without a fault."""
    for name, text in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def plant(folder):
    """Change one text of one file, and return all faults that are then found."""

    def change(name, old, new):
        file = folder / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return faults(folder, TODAY)

    return change
