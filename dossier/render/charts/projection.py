"""The Equal Earth projection: where a place stands on the map of the world.

Areas keep their proportions, so that no country looks larger than it is, and the shape is a
familiar one. By Šavrič, Patterson and Jenny (2018,
https://doi.org/10.1080/13658816.2018.1504949). Antarctica is left off.
"""

from math import asin, cos, radians, sin, sqrt

# The coefficients of the authors' polynomial.
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
NORTH, SOUTH = 83.7, -56.0
"""The latitudes at which the map is cut: the northernmost land, and a little south of Cape
Horn.
"""


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """A place in the units of the projection, x to the east and y to the north of its
    centre.
    """
    theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
    slope = A1 + 3 * A2 * theta**2 + 7 * A3 * theta**6 + 9 * A4 * theta**8
    x = 2 * sqrt(3) / 3 * radians(longitude) * cos(theta) / slope
    return x, A1 * theta + A2 * theta**3 + A3 * theta**7 + A4 * theta**9


WEST, EAST = project(-180, 0)[0], project(180, 0)[0]
TOP, BOTTOM = project(0, NORTH)[1], project(0, SOUTH)[1]
RATIO = (EAST - WEST) / (TOP - BOTTOM)
"""The width of the map by its height."""


def place_on_map(longitude: float, latitude: float) -> tuple[float, float]:
    """A place as shares of the map: from its left edge, and from its upper one."""
    x, y = project(longitude, latitude)
    return (x - WEST) / (EAST - WEST), (TOP - y) / (TOP - BOTTOM)
