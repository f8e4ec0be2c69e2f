"""What changes in a window that stands looks as if it had been so from the start."""

import pytest

from tests.gallery.scenes import scenes
from tests.gallery.stage import Stage, settle

HOW_STRONG = next(scene for scene in scenes() if scene.name == "how_strong.filled-1")


@pytest.mark.parametrize("size", [200, 300])
def test_larger_text_stands_where_it_does_in_a_new_window(size, qapp):
    pictures = []
    for begin in (100, size):
        stage = Stage(text_size=begin, size=(1024, 720))
        HOW_STRONG.show(stage)
        stage.display.change(text_size=size)
        stage.top()
        settle()
        pictures.append(stage.grab().toImage())
        stage.close()
    assert pictures[0] == pictures[1]
