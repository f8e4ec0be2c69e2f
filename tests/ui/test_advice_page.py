import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from rls_wizard import __version__, i18n, paths
from rls_wizard.purpose import purpose
from rls_wizard.report.library import build_library
from rls_wizard.ui.about_page import AboutPage, Places
from rls_wizard.ui.advice_page import AllAdvicePage
from rls_wizard.ui.components import BUILT_ON, components
from tests.ui.seen import reads

ROOT = Path(__file__).parents[2]
ENGLISH = i18n.load("en")
TODAY = date(2026, 11, 22)
KEYS = [("Alt+Left", "Back"), ("F1", "Help")]


@pytest.fixture
def advice(qtbot, content):
    page = AllAdvicePage(build_library(content, TODAY, "gb"), ENGLISH)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def about(qtbot, content):
    page = AboutPage(
        content,
        ENGLISH,
        TODAY,
        Places(
            "the settings folder",
            "the data folder",
            program="the program folder",
            qt="the Qt folder",
        ),
        KEYS,
    )
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def press(page, name):
    page.findChild(QAbstractButton, name).click()


def test_when_to_see_someone_comes_before_all_advice(advice):
    texts = reads(advice)
    assert texts.index("When to see someone anyway") < texts.index("On this page")
    assert any("Samaritans: 116 123" in text for text in texts)


def test_an_advice_opens_with_whom_it_is_not_for_on_top(advice):
    press(advice, "line.ADV-WARMTH")
    texts = reads(advice)
    warning = next(n for n, text in enumerate(texts) if text.startswith("Not for you if"))
    assert "numb feet" in texts[warning]
    assert texts[warning + 1].startswith("A warm bath, or a heat pad")
    assert "Instead, if this is so, or may be so: pregnancy" in texts
    assert any("Last checked by the makers on 22 November 2026" in text for text in texts)


def test_every_advice_can_be_opened(advice, content):
    for rule in content.rules.advice:
        if rule.stages:
            press(advice, f"line.{rule.id}")
    told = "\n".join(reads(advice))
    assert "{" not in told
    assert "bmi_" not in told


def test_what_is_worth_telling_a_clinician_names_no_medicine(advice):
    press(advice, "line.CAU-MED-ANTIPSYCHOTIC")
    assert any(
        text.startswith("Keep taking such a medicine as prescribed.") for text in reads(advice)
    )


def test_contents_lead_to_the_chapters(advice, qtbot):
    with qtbot.waitSignal(advice.wanted) as led:
        press(advice, "contents.library.third")
    assert led.args[0].objectName() == "chapter.library.third"


def test_about_tells_versions_review_and_purpose(about, content):
    told = "\n".join(reads(about))
    assert f"Program: version {__version__}" in told
    assert f"Texts and questions: version {content.about.version}" in told
    assert content.fingerprint in told
    assert "not yet reviewed by a clinician" in told
    assert "22 November 2027" in told
    assert all(sentence in told for sentence in purpose(ENGLISH))
    assert "are kept in the settings folder." in told


def test_about_says_where_the_program_and_its_qt_lie(about):
    assert "The program lies in the program folder. Its Qt lies in the Qt folder." in reads(about)


def test_about_shows_the_notices_that_are_installed(qtbot, content, tmp_path, monkeypatch):
    file = tmp_path / "THIRD-PARTY-NOTICES.txt"
    file.write_text("A library, under its terms.")
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "_internal" / "rls_wizard")
    assert paths.program() == tmp_path
    page = AboutPage(content, ENGLISH, TODAY, Places(), KEYS)
    qtbot.addWidget(page)
    page.show()
    press(page, "licence.all")
    assert page.findChild(QPlainTextEdit).toPlainText() == "A library, under its terms."


def test_about_says_which_numbers_nobody_has_checked(qtbot, content, about):
    assert any(
        text == "Ireland: not yet checked. Who looks after them: not yet named."
        for text in reads(about)
    )
    ireland = content.country("ie").model_copy(update={"checked": True, "owner": "the clinic"})
    checked = content.model_copy(update={"countries": (ireland,)})
    page = AboutPage(checked, ENGLISH, TODAY, Places(), KEYS)
    qtbot.addWidget(page)
    page.show()
    said = "Ireland: checked on 22 November 2026. Who looks after them: the clinic."
    assert said in reads(page)


def test_about_says_where_questions_from_another_folder_are_from(qtbot, content, about):
    said = "They are from a folder chosen at the start. They did not come with the program."
    assert said not in reads(about)
    page = AboutPage(
        content.model_copy(update={"folder": "/clinic"}), ENGLISH, TODAY, Places(), KEYS
    )
    qtbot.addWidget(page)
    page.show()
    assert said in reads(page)


def test_all_advice_says_that_nobody_has_checked_its_numbers(advice):
    assert "Not yet checked: the phone numbers for United Kingdom" in reads(advice)


def test_about_lists_the_keys(about):
    texts = reads(about)
    assert texts[texts.index("Alt+Left") + 1] == "Back"


def test_licences_can_be_read(about):
    press(about, "licence.Qt and PySide6")
    shown = about.findChild(QPlainTextEdit)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in shown.toPlainText()
    assert "GNU GENERAL PUBLIC LICENSE" in shown.toPlainText()
    assert shown.isReadOnly()
    assert shown.accessibleName()


def test_all_that_is_shipped_is_named_with_its_licence():
    found = {component.name: component for component in components()}
    for name in ("rls-wizard", "Qt and PySide6", "pydantic", "reportlab", "Python", "DejaVu Sans"):
        assert found[name].licence, name
    for name, component in found.items():
        assert component.texts, name


def test_nothing_is_named_twice_and_nothing_is_forgotten():
    names = [component.name for component in components()]
    assert sorted(set(names)) == sorted(names)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = project["dependencies"] + project["optional-dependencies"]["speech"]
    assert {re.match(r"[\w-]+", line)[0] for line in asked} == set(BUILT_ON)


def test_nothing_on_these_pages_is_without_a_name(advice, about):
    for page in (advice, about):
        for widget in page.findChildren(QWidget):
            if widget.focusPolicy().value and isinstance(widget, QAbstractButton):
                assert widget.accessibleName() or widget.text()
