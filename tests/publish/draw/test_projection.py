"""From degrees to pixels."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.publish.draw.projection import frame, nice_length

points = st.tuples(st.floats(-179, 179), st.floats(-80, 80), st.floats(0, 80))


@given(points)
def test_a_disc_lies_within_its_frame(point: tuple[float, float, float]) -> None:
    view = frame([point], 721)
    x, y = view.xy((point[0], point[1]))
    radius = point[2] * view.scale
    assert x - radius >= 0
    assert x + radius <= 721 + 0.2
    assert y - radius >= 0
    assert y + radius <= view.height + 0.2


def test_north_is_up_and_east_is_right() -> None:
    view = frame([(36.0, 35.0, 10), (37.0, 36.0, 10)], 721)
    assert view.xy((36.0, 36.0))[1] < view.xy((36.0, 35.0))[1]
    assert view.xy((37.0, 35.0))[0] > view.xy((36.0, 35.0))[0]


def test_kilometres_are_alike_in_both_directions() -> None:
    view = frame([(36.0, 35.0, 40)], 721)
    _, north = view.xy((36.0, 36.0))
    _, south = view.xy((36.0, 35.0))
    assert abs((south - north) / view.scale - 111.32) < 0.5


def test_the_scale_bar_is_round() -> None:
    assert [nice_length(length) for length in (0.4, 3, 19, 20, 77, 5000)] == [1, 2, 10, 20, 50, 2000]
