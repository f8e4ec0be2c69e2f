"""Where the paper is had, all can be pressed and read; `make kiosk-test` measures every page."""

import pytest

from tests.gallery.stage import settle
from tests.kiosk.paper_scenes import paper_scenes
from tests.kiosk.targets import PANELS, kiosk, measure

SHOWN = {scene.name: scene.show for scene in paper_scenes()}


@pytest.mark.parametrize("panel", [PANELS[0], PANELS[-1]], ids=["small", "upright"])
@pytest.mark.parametrize("name", ["paper.trouble", "paper.out", "paper.code"])
def test_everything_is_large_enough(our_font, panel, name):
    with kiosk(panel) as stage:
        SHOWN[name](stage)
        settle()
        assert measure(stage.window, panel.scale).wrong == []
