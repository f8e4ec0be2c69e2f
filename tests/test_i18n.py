import gettext
from typing import get_args

import pytest

from rls_wizard import i18n
from rls_wizard.content.load import load_content
from rls_wizard.content.reader import TEXTS
from rls_wizard.domain.item import AnswerOption, Item, Wording
from rls_wizard.domain.model import FIELD
from rls_wizard.domain.paper import PaperEntries, PaperNames, PaperSection, PaperTable
from rls_wizard.domain.questionnaire import Page
from rls_wizard.domain.reference import About, Chapter, Country, Source
from rls_wizard.domain.rules import (
    Advice,
    Caution,
    Finding,
    Part,
    RedFlag,
    StageRow,
    UrgencyRow,
    Variant,
)
from rls_wizard.paths import resources


def test_english_is_the_source():
    assert i18n.load("en")("Next") == "Next"


def test_a_language_that_is_not_there_is_english():
    assert i18n.load("xx").text("core.urge.text", "Do you?") == "Do you?"


TRANSLATED = {
    "Page {page} of {count}": "Seite {page} von {count}",
    "Call {number}": "Rufen Sie an",
    "Choose {list}": "Wählen Sie {liste}",
    "Save {file}": "{file sichern",
    "Start": "{} Start",
    "Back": "",
}


class _Translations(gettext.NullTranslations):
    def gettext(self, message):
        return TRANSLATED[message]

    def pgettext(self, context, message):
        return TRANSLATED[message]


@pytest.mark.parametrize("source", TRANSLATED)
def test_a_translation_that_cannot_be_filled_is_not_shown(source):
    words = i18n.Catalogue("de", _Translations())
    expected = TRANSLATED[source] if source.startswith("Page") else source
    assert words(source) == words.text("x", source) == expected


def test_the_pseudo_language_is_longer_and_keeps_fields():
    text = i18n.load(i18n.PSEUDO).text("x", "Please {country.urgent} today.")
    assert len(text) >= 1.4 * len("Please {country.urgent} today.")
    assert FIELD.findall(text) == ["country.urgent"]


def test_all_content_can_be_translated(content):
    pseudo = load_content(resources() / "content", i18n.load(i18n.PSEUDO))
    assert pseudo.about.overdue.startswith("[")
    assert pseudo.about.dates.in_words("2026-03").startswith("[")
    for item in pseudo.questionnaire.by_id.values():
        texts = [item.text, item.short, item.help, item.why, item.unit, item.low, item.high]
        texts += [item.row, item.more, *item.names]
        texts += [option.text for option in item.options]
        assert all(text is None or text.startswith("[") for text in texts), item.link_id
    assert not [o.text for o in pseudo.questionnaire.by_id["country"].options if "[[" in o.text]
    for rule in pseudo.rules.sourced:
        assert rule.text.startswith("[")
    assert [i.link_id for i in pseudo.questionnaire.asked] == [
        i.link_id for i in content.questionnaire.asked
    ]


MODELS = [About, Chapter, Country, Source, PaperSection, PaperEntries, PaperTable, PaperNames,
          Page, Item, AnswerOption, Wording, Finding, Advice, Caution, Part,
          RedFlag, StageRow, UrgencyRow, Variant]  # fmt: skip
NOT_FOR_TRANSLATORS = {
    (About, "version"), (Source, "text"), (Source, "address"),
}  # fmt: skip


def holds_text(field, annotation):
    """Tell whether a field is text for people, or holds some, in a list or as what a name means."""
    of_it = getattr(field, "metadata", None) or getattr(field, "__metadata__", ())
    return any(getattr(one, "strip_whitespace", None) for one in of_it) or any(
        holds_text(inner, inner) for inner in get_args(annotation)
    )


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_text_field_is_seen_by_translators(model):
    fields = model.model_fields.items()
    texts = {name for name, field in fields if holds_text(field, field.annotation)}
    expected = {name for name in texts if (model, name) not in NOT_FOR_TRANSLATORS}
    assert expected <= TEXTS
