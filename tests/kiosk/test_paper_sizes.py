"""Where the paper is had, all can be pressed and read; `make kiosk-test` measures every page."""

import pytest

from tests.gallery.stage import settle
from tests.kiosk.paper_scenes import paper_scenes
from tests.kiosk.targets import PANELS, kiosk, measure

SHOWN = {scene.name: scene.show for scene in paper_scenes()}


@pytest.mark.parametrize(
    ("name", "panel"),
    [("paper.trouble", PANELS[0]), ("paper.code", PANELS[0]), ("paper.out", PANELS[-1])],
)
def test_everything_is_large_enough(our_font, name, panel):
    with kiosk(panel) as stage:
        SHOWN[name](stage)
        settle()
        assert measure(stage.window, panel.scale).wrong == []
