"""The dateline plugin of newsfacts."""
