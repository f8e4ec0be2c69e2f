"""Questions and assessments as plain JSON values, in the form that `design.md` 5 fixes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rls_wizard.report.words import Words

if TYPE_CHECKING:
    from rls_wizard.content.load import Content
    from rls_wizard.domain.assessment import Assessment
    from rls_wizard.domain.conclusion import Conclusion
    from rls_wizard.domain.condition import Condition
    from rls_wizard.domain.item import Item


def questions(content: Content) -> dict[str, Any]:
    """Return every page and item."""
    pages = [
        {"id": page.id, "title": page.title, "items": [_item(item) for item in page.items]}
        for page in content.pages
    ]
    return {"content_version": content.about.version, "pages": pages}


def assessment(content: Content, found: Assessment) -> dict[str, Any]:
    """Return what the answers amount to."""
    words = Words(content, found.logic)
    return {
        "content_version": content.about.version,
        "complete": found.complete,
        "missing": list(found.missing),
        "stage": found.stage.value,
        "stage_because": list(found.stage_because),
        "provisional": found.provisional,
        "population": list(found.population),
        "urgency": found.urgency.value,
        "red_flags": [_entry(c, words) for c in found.red_flags],
        "cautions": [_entry(c, words) for c in found.cautions],
        "advice": [_entry(c, words) for c in found.advice],
        "left_out": [_entry(c, words) for c in found.left_out],
    }


def _entry(conclusion: Conclusion, words: Words) -> dict[str, Any]:
    rule = conclusion.rule
    return {
        "id": rule.id,
        "text": "\n".join((words.text(conclusion), *words.points(conclusion))),
        "because": list(conclusion.because),
        "source": list(rule.source),
        "grade": rule.grade,
        "reviewed_on": rule.reviewed_on.isoformat(),
    }


def _item(item: Item) -> dict[str, Any]:
    options = [
        {"code": option.code, "text": option.text, "exclusive": option.exclusive}
        for option in item.offered
    ]
    return {
        "link_id": item.link_id,
        "type": item.type.value,
        "text": item.text,
        "required": item.required,
        "repeats": item.repeats,
        "private": item.private,
        "options": options,
        "minimum": item.minimum,
        "maximum": item.maximum,
        "unit": item.unit,
        "enable_when": [_condition(condition) for condition in item.enable_when],
        "items": [_item(child) for child in item.items],
    }


def _condition(condition: Condition) -> dict[str, Any]:
    if condition.finding is not None:
        return {"finding": condition.finding, "is": condition.is_}
    return {
        "question": condition.question,
        "operator": condition.operator,
        "answer": condition.answer,
    }
