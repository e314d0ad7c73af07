"""The places plugin of newsfacts."""
