"""Every page that can be seen, by name: each scene brings a window to one of them.

Which people are needed to see all of it is worked out from the worked cases: new content needs
nothing here.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from tests.gallery import around_scenes, ending_scenes, question_scenes, unfinished_scenes


class Scene(NamedTuple):
    """A page in one state."""

    name: str
    show: Callable
    """Takes a Stage, and brings its window there."""

    @property
    def kind(self):
        """The first part of its name: the kind of page."""
        return self.name.partition(".")[0]


@cache
def scenes():
    """Return all, in the order in which a person meets them."""
    parts = (
        around_scenes.before(),
        unfinished_scenes.unfinished(),
        question_scenes.all_of_them(),
        ending_scenes.all_of_them(),
        around_scenes.beside(),
    )
    return tuple(Scene(name, show) for part in parts for name, show in part)


def most():
    """Return all but those of which another one shows the same and more."""
    named = {scene.name for scene in scenes()}
    more = {".empty": ".gaps", ".filled-1": ".opened"}
    less = {
        name
        for name in named
        for end, other in more.items()
        if name.endswith(end) and name.removesuffix(end) + other in named
    }
    return tuple(scene for scene in scenes() if scene.name not in less)
