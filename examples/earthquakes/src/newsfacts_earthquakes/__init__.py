"""Earthquakes for newsfacts: magnitude, scale, depth and place."""

from newsfacts_earthquakes.fact import Quake

__all__ = ["Quake"]
