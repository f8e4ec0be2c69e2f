"""Reports for tests, made by hand: an ordinary one, and ways to change it."""

from rls_wizard.domain.rules import Stage, Urgency
from rls_wizard.report.model import Answer, Grade, Help, Line, Origin, Report, Section, Slip

DAY = "22 November 2026"
GRADES = {
    "A": "a guideline recommends it",
    "B": "at least one trial or review is in favour, with low certainty",
    "C": "experts agree on it, or it was observed",
    "P": "a decision of the makers of this program; a clinician must confirm it",
}
AASM = "American Academy of Sleep Medicine, guideline on restless legs, 2025"
NHS = "NHS, Restless legs syndrome, 2024"
MAKERS = "The makers of this program"

ORIGIN = Origin(
    program_version="0.1.0",
    content_version="2026.11",
    review="not yet reviewed by a clinician",
    overdue="",
    answered_on=DAY,
    answered_by="the person",
    self_reported="Self-reported and not checked by a clinician. Not a diagnosis.",
)


def answer(question, given, link_id="q"):
    return Answer(link_id, question, given)


def line(title, text, *because, sources=(NHS,), grade="C", reviewed_on=DAY):
    told = tuple(answer(*pair) for pair in because)
    graded = Grade(grade, GRADES[grade])
    return Line("id", title, text, told, tuple(sources), graded, reviewed_on, short=title)


def section(title, *pairs):
    return Section(title, tuple(answer(*pair) for pair in pairs))


NIGHTS = ("On how many nights a week do your legs disturb your sleep?", "4 nights")
DAYS = ("On how many days a week do your legs trouble you?", "5 days")
BOTHER = ("How much do your legs bother you, from 0 to 10?", "7")

BOX = (
    section("Warning signs", ("Warning signs", "asked, none ticked")),
    section(
        "Four points",
        ("Need to move the legs", "yes"),
        ("Begins or gets worse at rest", "yes"),
        ("Eased by moving", "yes"),
        ("Worse in the evening or at night", "used to"),
    ),
    section(
        "Six numbers",
        ("Days a week", "5"),
        ("Bother, 0 to 10", "7"),
        ("In the way of daily life, 0 to 10", "5"),
        ("Nights a week with lost sleep", "4"),
        ("Usual hour of the first symptom", "20"),
        ("Change over 3 months", "worse"),
    ),
    section("For the legs now", ("On treatment for the legs now", "no")),
    section("Started shortly before", ("Medicines", "cetirizine (shop-bought; March 2025)")),
)

CLINICIAN = (
    section(
        "Pattern",
        ("An urge to move the legs, with or without odd feelings", "yes"),
        ("Begins or gets worse at rest", "yes"),
        ("Better while moving", "yes, at least for as long as I move"),
        ("Worse in the evening or at night", "used to, before it got this bad"),
        ("Could it be one of these", "cramps: no · numb feet: not sure"),
        ("In own words", "Like ants under the skin. I have to get up and walk about."),
    ),
    section(
        "Course",
        ("Began at age", "41"),
        ("Diagnosed by a clinician", "no"),
        ("Blood relatives with restless legs", "mother"),
        ("In the last 3 months", "worse"),
    ),
    section(
        "Six numbers",
        ("Days a week, mean of 12 months", "5"),
        ("Bother, 0 to 10", "7"),
        ("Trouble by day, 0 to 10", "5"),
        ("Nights a week with broken sleep", "4"),
        ("Weeks of own measures", "8"),
        ("Hour when it usually starts", "20:00"),
    ),
    section(
        "Sleep",
        ("Snoring, pauses seen", "not sure"),
        ("Nods off while driving", "no"),
        ("Mood", "not answered"),
    ),
    section(
        "Health",
        ("Conditions", "high blood pressure · asthma"),
        ("Pregnant", "no"),
        ("Kidney disease", "no"),
    ),
    section(
        "Medicines",
        ("cetirizine 10 mg, one at night", "since March 2025, shop-bought"),
        ("amlodipine 5 mg, one in the morning", "since 2021, prescribed"),
        ("magnesium, dose not known", "since October 2026, supplement"),
    ),
    section("Habits", ("Caffeine, alcohol, nicotine", "4 coffees a day · alcohol rarely · none")),
    section("Iron", ("Ferritin", "18 as typed, August 2026, not fasting")),
    section(
        "Tried",
        ("Walking, stretching", "8 weeks, some help"),
        ("Warm bath", "3 weeks, no help"),
    ),
    section("Asks", ("", "Can my tablets make this worse? Do I need iron?")),
)


def _advice():
    own = [
        ("A daily walk", "Go for a walk each day, in daylight or early in the evening.", "C"),
        (
            "Regular exercise",
            "Move on most days and build up slowly. Stop some hours before bed.",
            "B",
        ),
        ("Stretching", "Stretch calves and thighs before bed and when the feeling comes.", "C"),
        (
            "Massage",
            "Some people find that rubbing their legs gently helps. Not if one leg is newly "
            "swollen, painful or warm.",
            "B",
        ),
        ("Warmth", "Some people find a warm bath or a heat pad soothing before bed.", "B"),
        (
            "Warm and cool water",
            "Some people let warm and cool water run over their legs in turn. "
            "Keep it gentle and stop if it is unpleasant.",
            "P",
        ),
        (
            "Caffeine",
            "Try two to four weeks without coffee, tea, cola or energy drinks after midday "
            "and see.",
            "C",
        ),
        (
            "Alcohol",
            "Drink no alcohol in the two hours before bed. If you drink most days, do not "
            "stop suddenly; ask first.",
            "C",
        ),
        ("Sleep", "Go to bed and get up at the same time each day, in a dark and quiet room.", "C"),
        (
            "A busy mind",
            "When you have to sit still, do something that takes your mind: a puzzle, "
            "a talk, a game. Not while you drive.",
            "C",
        ),
        ("A diary", "Write down for two weeks when your legs trouble you and what helped.", "C"),
        ("Yoga", "Some people sleep better with yoga or slow exercises.", "B"),
        (
            "Cold",
            "Some people find a cool pack soothing. Put a cloth between it and the skin, for "
            "at most ten minutes.",
            "P",
        ),
        (
            "Sleep therapy",
            "If you lie awake a lot, a course of sleep therapy (CBT-I) can help with "
            "the sleep, though not with the legs themselves.",
            "B",
        ),
        ("Approaches", "Many people do well with a few such habits, kept up for some weeks.", "P"),
    ]
    because = [
        (),
        (),
        (),
        (),
        (),
        (),
        (("How much coffee do you drink?", "4 cups a day"),),
        (("Do you drink alcohol?", "rarely"),),
        (NIGHTS,),
        (),
        (),
        (),
        (),
        (NIGHTS,),
        (),
    ]
    return tuple(
        line(title, text, *why, grade=grade, sources=(NHS,) if grade != "B" else (AASM, NHS))
        for (title, text, grade), why in zip(own, because, strict=True)
    )


HELP = (
    Help("Chest pain, or trouble breathing", "Now: call 112"),
    Help("One leg newly swollen, painful or warm", "The same day: call 116 117"),
)
SLIP = Slip(
    line("A slip for the iron test", "Ask whether to eat before it.", sources=(AASM,), grade="A"),
    "I would like to ask about a blood test of my iron.",
    ("Ferritin", "Transferrin saturation"),
    ("Name", "Date of the test", "Result, with its unit"),
)

ANSWER_PAGES = tuple(
    section(
        title,
        *[
            (f"Question {n} of this page, as it was asked on the screen?", given)
            for n, given in enumerate(
                ["yes", "no", "not sure", "not answered", "Some words of my own"] * 2, 1
            )
        ],
    )
    for title in ("About you", "Safety first", "Your legs", "How often", "Health", "Medicines")
)


def ordinary(**changes):
    """A person who should see a clinician at the next chance, and knows no flag."""
    report = Report(
        origin=ORIGIN,
        language="en",
        stage=Stage.SUPPORTIVE_SEE_CLINICIAN,
        urgency=Urgency.ROUTINE,
        urgency_text="Please talk to a clinician about this at your next chance.",
        flags=(),
        private_note="",
        appointments=(),
        you_means="",
        points=(),
        causes_intro="These things sometimes go with restless legs.",
        stage_intro="This is the part of our text for people who answered like this.",
        stage_because=(answer(*DAYS), answer(*BOTHER), answer(*NIGHTS)),
        stage_row="Supportive, see a clinician: on two or more days a week, and it matters to the "
        "person (bother or day 4 or more, or 3 or more nights).",
        provisional="",
        parts=(
            line(
                "Supportive therapy",
                "Your legs trouble you often enough that a clinician can "
                "offer more than you can do alone. Keep up what helps you meanwhile.",
                sources=(AASM,),
                grade="A",
            ),
        ),
        missing=(),
        advice=_advice(),
        questions=(
            line(
                "An iron test",
                "Ask for a blood test of your iron stores (ferritin and transferrin"
                " saturation), taken in the morning.",
                BOTHER,
                sources=(AASM,),
                grade="A",
            ),
            line(
                "Your medicines",
                "Ask whether one of your medicines or shop-bought products can "
                "make restless legs worse.",
                ("Which medicines do you take?", "cetirizine"),
                sources=(AASM,),
                grade="A",
            ),
        ),
        knowledge=(
            line(
                "",
                "Restless legs are common and have a name. They are not imagined.",
                sources=(NHS,),
            ),
            line(
                "",
                "See a clinician in any case if your legs keep you from sleeping, if they weigh"
                " on your mood, or if what you do yourself has not worked.",
                sources=(NHS,),
            ),
        ),
        cautions=(
            line(
                "Cetirizine",
                "Ask a pharmacist before you take it again: products that make you "
                "sleepy can set off restless legs.",
                ("Which medicines do you take?", "cetirizine"),
            ),
            line(
                "Your iron result",
                "Your result of 18 is from August. Ask whether to repeat it and "
                "what it means for restless legs.",
                ("Ferritin", "18"),
            ),
            line(
                "Numb feet",
                "You were not sure whether your feet are numb. Tell the clinician.",
                ("Are your feet numb?", "not sure"),
                grade="P",
            ),
        ),
        left_out=(
            line(
                "",
                "Warm and cool water: left out because of high blood pressure.",
                ("Which of these do you have?", "high blood pressure"),
                grade="P",
            ),
        ),
        left_out_short="Some advice is left out because of high blood pressure.",
        help=HELP,
        slips=(SLIP,),
        not_asked=(section("Falls", ("Knock to the head", ""), ("More falls", "")),),
        box=BOX,
        clinician=CLINICIAN,
        answers=ANSWER_PAGES,
    )
    return report._replace(**changes)


CHEST = line(
    "Sudden breathlessness or chest pain",
    "This needs help now. Call 112. Do not drive yourself.",
    ("Sudden breathlessness, or chest pain or tightness now?", "yes"),
    ("Since when?", "this morning"),
    sources=(MAKERS,),
    grade="P",
)
LEG = line(
    "One leg newly swollen, painful or warm",
    "Please get help today: call 116 117 or go to an urgent care centre. Do not rub the leg.",
    ("One leg newly swollen, painful, warm or red?", "yes"),
    ("Since when?", "yesterday"),
    sources=(NHS,),
    grade="A",
)
SLEEPY = line(
    "Falling asleep at the wheel",
    "Do not drive until you have talked to a clinician about it. Make an appointment in the next "
    "days.",
    ("In the last weeks, have you nodded off while driving?", "yes"),
    sources=(AASM,),
    grade="P",
)


def urgent(**changes):
    """A person with two flags, one of them for now."""
    changes = {
        "stage": Stage.WITHHELD,
        "urgency": Urgency.EMERGENCY,
        "urgency_text": "This needs help now. Please call 112.",
        "flags": (CHEST, LEG),
        "box": BOX[1:],
        "slips": (),
        "not_asked": (),
    } | changes
    return ordinary(**changes)


def soon(**changes):
    """A person with one flag that can wait some days."""
    changes = {
        "urgency": Urgency.SOON,
        "urgency_text": "Please make an appointment soon. Each point below says how soon.",
        "flags": (SLEEPY,),
    } | changes
    return ordinary(**changes)


def said(text):
    """An ordinary report in which everything that can be typed is this text."""
    own = section("Own words", ("In own words", text), ("", text))
    because = (answer("In own words?", text),)
    told = line("Told", "You told us something.", ("In own words?", text))
    return ordinary(
        stage_because=because,
        missing=because,
        box=(own,),
        clinician=(own, *CLINICIAN),
        cautions=(told,),
        advice=(told, told),
        answers=(own,),
    )
