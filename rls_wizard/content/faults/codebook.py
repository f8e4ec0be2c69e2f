"""Questions and options that a code on paper could not say, or that nothing explains any more."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from rls_wizard.domain.codebook import Kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rls_wizard.content.load import Content
    from rls_wizard.domain.codebook import Coded, Retired
    from rls_wizard.domain.item import Item

_BOOK = "codebook.toml"


def codebook_faults(content: Content) -> Iterator[str]:
    """Yield what a code book lacks, or has too much, each with the line that is to be added."""
    book = content.codebook
    if not book.lines:
        return
    top = book.questions()
    coded = {one.link_id: one for above in top for one in (above, *above.children)}
    for item in _answered(content):
        yield from _of_item(content, item, coded.get(item.link_id))
    for one in coded.values():
        yield from _of_line(content, one)
    for retired in book.retired:
        yield from _of_retired(content, retired, coded)


def _answered(content: Content) -> Iterator[Item]:
    """Yield the questions in the order of asking, those of a list's rows behind the list."""
    for item in content.questionnaire.asked:
        yield item
        if kind_of(item) is Kind.ROWS:
            yield from item.items


def _of_item(content: Content, item: Item, coded: Coded | None) -> Iterator[str]:
    group = content.questionnaire.group_of.get(item.link_id)
    within = group.link_id if group else None
    codes = [option.code for option in item.options]
    fields = {"question": item.link_id, "kind": str(kind_of(item)), "within": within}
    if coded is None:
        line = _line(fields | {"options": codes})
        yield f"question {item.link_id!r} is not in {_BOOK}; add {line} at its end"
    elif (coded.kind, coded.within) != (kind_of(item), within):
        yield (
            f"question {item.link_id!r} is answered in another way than {_BOOK} says; give it a "
            "new link_id, for papers are still read by the old one"
        )
    elif new := [code for code in codes if code not in coded.options]:
        line = _line({"question": item.link_id, "options": new})
        yield f"options of {item.link_id!r} are not in {_BOOK}; add {line} at its end"


def _of_line(content: Content, coded: Coded) -> Iterator[str]:
    for code, times in Counter(coded.options).items():
        if times > 1:
            yield f"{_BOOK}: {coded.link_id!r} has the option {code!r} {times} times"
    retired = {(one.question, one.option) for one in content.codebook.retired}
    item = content.questionnaire.by_id.get(coded.link_id)
    if item is None:
        if (coded.link_id, None) not in retired:
            yield f"{_BOOK}: {coded.link_id!r} is no question; if it once was, add a [[retired]]"
        return
    asked = {option.code for option in item.options}
    for code in dict.fromkeys(coded.options):
        if code not in asked and (coded.link_id, code) not in retired:
            yield (
                f"{_BOOK}: {coded.link_id!r} has no option {code!r}; if it once had, add a "
                "[[retired]]"
            )


def _of_retired(content: Content, retired: Retired, coded: Mapping[str, Coded]) -> Iterator[str]:
    """Yield what is wrong of something retired: it was never there, still is, or became nothing."""
    who = f"{_BOOK}: [[retired]] {' '.join(filter(None, (retired.question, retired.option)))!r}"
    line, item = coded.get(retired.question), content.questionnaire.by_id.get(retired.question)
    if retired.option is None:
        gone, before, now = retired.question, set(coded), set(content.questionnaire.by_id)
    else:
        gone, before = retired.option, set(line.options if line else ())
        now = {option.code for option in item.options} if item else set()
    if gone not in before:
        yield f"{who} is in no line"
    if gone in now:
        yield f"{who} is still asked"
    if retired.became is not None and retired.became not in now:
        yield f"{who} became {retired.became!r}, which is not asked today"


def _line(fields: Mapping[str, object]) -> str:
    shown = (f"{key} = {json.dumps(value)}" for key, value in fields.items() if value)
    return f"a [[line]] with {', '.join(shown)}"
