"""What comes of the answers: a second look, urgent pages, review, result and summary."""

from functools import partial

from rls_wizard.domain.flags import flag_questions
from rls_wizard.domain.rules import Urgency
from rls_wizard.handover.printing.talk import Job, Printer, Printers
from rls_wizard.handover.printing.trouble import Trouble
from rls_wizard.ui.printing.words import HEALS
from rls_wizard.ui.route import Stop, page_of
from tests.gallery.cover import assessed, complete, people_for
from tests.gallery.question_scenes import open_all
from tests.gallery.stage import settle, spoken

_SEVERAL = 3
_LONG = "P13: diabetes with numb feet and a new wound, nods off at the wheel on rotigotine"
_OFFICE = Printer("/printers/office", "Office printer on the second floor", default=True)
_DESK = Printer("/printers/desk", "Desk printer", Trouble.PAPER)


def all_of_them():
    """Return name and function of each."""
    for number, name in enumerate(_urgent_people(), 1):
        yield f"check.{number}", partial(_check, name)
        yield f"urgent.{number}", partial(_go_to, name, Stop.URGENT)
    yield "check.gaps", _check_gaps
    yield "strip", show_strip
    yield "review", partial(_go_to, _LONG, Stop.REVIEW)
    yield "review.gaps", _review_gaps
    for number, name in enumerate(_result_people(), 1):
        yield f"result.{number}", partial(_go_to, name, Stop.RESULT)
    yield "result.opened", _reasons
    yield from _summaries()


def _urgent_people():
    """Return people who between them meet each urgent level, and each warning sign."""
    found = {name: assessed()[name] for name in complete()}
    urgent = {name: f for name, f in found.items() if f.urgency.urgent and _way_to_flag(name)}
    levels = {
        name: {f"{f.urgency}", f"{f.urgency} {min(len(f.red_flags), _SEVERAL)}"}
        | {f"{f.urgency} unsure" for flag in f.red_flags[:1] if flag.unsure}
        for name, f in urgent.items()
    }
    return people_for(levels)


def _result_people():
    """Return people who between them meet each stage, group of people and urgency."""
    calm = [n for n in complete() if assessed()[n].urgency is not Urgency.EMERGENCY]
    things = {}
    for name in calm:
        found = assessed()[name]
        told = {f"stage {found.stage}", f"urgency {found.urgency}"}
        told |= {f"population {one}" for one in found.population}
        told |= {f"provisional {found.provisional}", f"left out {bool(found.left_out)}"}
        things[name] = told
    return people_for(things)


def _way_to_flag(name):
    """Return the last page with a question that an urgent flag rests on."""
    content, _ = spoken("en")
    behind = [link for flag in assessed()[name].red_flags for link in flag.because]
    pages = [page_of(content, link) for link in behind if link in flag_questions(content.rules)]
    return next((page.id for page in reversed(pages) if page), "")


def _go_to(name, stop, stage):
    stage.tell(name)
    stage.last_page()
    stage.go_on_to(stop)


def _check(name, stage):
    stage.tell(name)
    stage.page(_way_to_flag(name))
    stage.go_on_to(Stop.CHECK)


def _check_gaps(stage):
    _check(_urgent_people()[0], stage)
    stage.press("next")
    stage.top()


def _same_day():
    return next(n for n in _urgent_people() if assessed()[n].urgency is Urgency.SAME_DAY)


def show_strip(stage):
    """An urgent answer stands above every page from then on."""
    _go_to(_same_day(), Stop.REVIEW, stage)
    stage.page("how_strong")


def _review_gaps(stage):
    stage.tell("A sample visit", without=("bother", "trend_3m", "conditions"))
    stage.last_page()
    stage.go_on_to(Stop.REVIEW)


def _reasons(stage):
    _go_to(_LONG, Stop.RESULT, stage)
    open_all(stage)


# The summary --------------------------------------------------------------------------------------


def _summaries():
    yield "summary.waiting", partial(_summary, (), made=False)
    yield "summary.made", partial(_summary, ())
    yield "summary.saved", partial(_summary, ("save",))
    yield "summary.copied", partial(_summary, ("copy",))
    yield "summary.done", partial(_summary, ("done",))
    yield "summary.large", _large
    yield "summary.stopped", _stopped
    yield "summary.print-looking", partial(_summary, ("print",))
    yield "summary.print-choosing", partial(_printing, (Printers((_OFFICE, _DESK)),))
    yield "summary.print-none", partial(_printing, (Printers(trouble=Trouble.NO_PRINTERS),))
    yield "summary.printing", partial(_sending, ())
    yield "summary.print-asking", partial(_sending, (Job(over=True),))
    trouble = next(iter(HEALS))
    yield "summary.print-trouble", partial(_sending, (Job(trouble=trouble),))
    yield "summary.print-failed", partial(_sending, (Job(over=True, trouble=Trouble.REMOVED),))


def _summary(presses, stage, *, made=True):
    stage.summary("A sample visit", made=made)
    stage.press(*presses)
    stage.top()


def _stopped(stage):
    _summary(("cancel",), stage, made=False)


def _large(stage):
    _summary((), stage)
    stage.press("large_print")
    stage.wait(lambda: stage.window.page.preview.drawn)
    stage.top()


def _printing(news, stage):
    _summary(("print",), stage)
    for one in news:
        stage.printer.told.emit(one)
    settle()


def _sending(news, stage):
    _printing((Printers((_OFFICE, _DESK)),), stage)
    stage.press("print.send")
    for one in news:
        stage.printer.told.emit(one)
    settle()
