"""What can be chosen about the program: asked with the same widgets as everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rls_wizard import i18n
from rls_wizard.domain.conditions import Logic
from rls_wizard.domain.facts import fact
from rls_wizard.domain.fixed import COUNTRY
from rls_wizard.domain.item import AnswerOption, Item, ItemType
from rls_wizard.domain.questionnaire import Page
from rls_wizard.settings import NO, SPEEDS, SYSTEM, THEMES, YES
from rls_wizard.ui.announce import announce
from rls_wizard.ui.question_page import QuestionPage
from rls_wizard.ui.words import alert

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rls_wizard.domain.questionnaire import Questionnaire
    from rls_wizard.domain.response import Value
    from rls_wizard.i18n import Catalogue
    from rls_wizard.kiosk.site import Site
    from rls_wizard.ui.answers.base import Asking
    from rls_wizard.ui.display import Display

_LANGUAGE, _SIZE, _THEME = "settings.language", "settings.text_size", "settings.theme"
_SPEECH, _KEEP = "settings.speech", "settings.keep"
_OWN = (_LANGUAGE, _SIZE, _THEME, _SPEECH, _KEEP)


class Offered(NamedTuple):
    """What can be chosen."""

    languages: tuple[str, ...]
    themes: tuple[str, ...] = THEMES
    country: bool = True
    speed: bool = True
    """Of reading aloud."""
    keep: bool = False
    """Whether a visit can be kept."""


def offered_in(site: Site | None, *, keeps: bool) -> Offered:
    """Return what is the person's to choose: on a kiosk, not what the clinic has chosen for all."""
    if site is None:
        return Offered(i18n.languages(), keep=keeps)
    there = tuple(theme for theme in THEMES if theme != SYSTEM)
    languages = tuple(code for code in i18n.languages() if code in site.languages)
    return Offered(languages, there, country=False, speed=site.sound.way != "off")


class SettingsPage(QuestionPage):
    """Every choice takes effect at once; the country is handed on like any answer."""

    def __init__(
        self, questionnaire: Questionnaire, asking: Asking, display: Display, offered: Offered
    ) -> None:
        """Show what is chosen now, of what can be chosen here."""
        self._display = display
        items = _items(asking.catalogue, display.sizes, offered)
        if offered.country and (country := questionnaire.by_id.get(COUNTRY)):
            items = (country, *items)
        chosen = display.settings
        values = {
            _LANGUAGE: chosen.language,
            _SIZE: str(chosen.text_size),
            _THEME: chosen.theme,
            _SPEECH: chosen.speech,
            _KEEP: chosen.keep,
            COUNTRY: asking.value(COUNTRY),
        }
        logic = Logic({}, {item.link_id: fact(values[item.link_id]) for item in items})
        _ = asking.catalogue
        page = Page(id="settings", title=_("Settings"), items=items)
        # An earlier visit told nothing of this.
        super().__init__(page, asking._replace(value=values.get, logic=logic, then=_untold))
        self._not_kept = alert(
            _(
                "What you choose here holds until you close the program. It cannot be kept for the "
                "next time. Perhaps the disk is full, or this file may not be changed: {file}"
            ).format(file=display.place)
        )
        self._not_kept.setObjectName("settings.not_kept")
        self._not_kept.setHidden(display.is_kept)
        self._column.insertWidget(self._top, self._not_kept)
        display.not_kept.connect(self._say_not_kept)

    def apply(self, answers: Mapping[str, Value | None]) -> dict[str, Value | None]:
        """Take up the choices that are the program's own; return the rest, for the visit."""
        rest = dict(answers)
        own = {name: rest.pop(name) for name in _OWN if name in rest}
        new = {name.removeprefix("settings."): str(value) for name, value in own.items() if value}
        if new:
            size = int(new.pop("text_size", self._display.settings.text_size))
            self._display.change(text_size=size, **new)
        return rest

    def _say_not_kept(self) -> None:
        self._not_kept.show()
        announce(self, self._not_kept.text())


def _untold(_item: Item) -> str:
    return ""


def in_words(display: Display, _: Catalogue) -> str:
    """Return what the program looks like now, for who cannot see that it has changed."""
    chosen = display.settings
    said = _("Text: {size}. Colours: {theme}.")
    return said.format(
        size=_sizes(_, display.sizes)[str(chosen.text_size)], theme=_themes(_)[chosen.theme]
    )


def _items(_: Catalogue, sizes: tuple[int, ...], offered: Offered) -> tuple[Item, ...]:
    themes = _themes(_)
    items = [
        _choice(_SIZE, _("How large is the text?"), _sizes(_, sizes)),
        _choice(_THEME, _("Which colours?"), {theme: themes[theme] for theme in offered.themes}),
    ]
    if offered.speed:
        speeds = dict(zip(SPEEDS, _speeds(_), strict=True))
        items.append(_choice(_SPEECH, _("How fast is it read aloud?"), speeds))
    # Where there is but one, there is nothing to choose on a kiosk.
    if offered.country or len(offered.languages) > 1:
        names = {code: i18n.name(code) for code in offered.languages}
        items.append(_choice(_LANGUAGE, _("Which language?"), names))
    return (*items, *(_keeping(_) if offered.keep else ()))


def _keeping(_: Catalogue) -> tuple[Item, ...]:
    title = _("Keep your answers on this computer until you are done?")
    words = {
        YES: _("Yes, so that I can go on after a break"),
        NO: _("No, forget them when the program is closed"),
    }
    return (_choice(_KEEP, title, words),)


def _themes(_: Catalogue) -> dict[str, str]:
    return {
        SYSTEM: _("As the computer is set"),
        "light": _("Light"),
        "dark": _("Dark"),
        "night": _("Dim and warm, for the night"),
        "contrast": _("High contrast"),
    }


def _sizes(_: Catalogue, sizes: tuple[int, ...]) -> dict[str, str]:
    said = _("{number} times as large")
    times = {size: said.format(number=f"{size / 100:g}") for size in sizes}
    return {str(size): words for size, words in (times | {sizes[0]: _("Normal")}).items()}


def _speeds(_: Catalogue) -> tuple[str, ...]:
    return _("Very slowly"), _("Slowly"), _("At a normal speed"), _("Fast"), _("Very fast")


def _choice(link_id: str, text: str, options: dict[str, str]) -> Item:
    return Item(
        link_id=link_id,
        type=ItemType.CHOICE,
        text=text,
        required=True,
        may_be_unsure=False,
        own_options=tuple(AnswerOption(code=code, text=words) for code, words in options.items()),
    )
