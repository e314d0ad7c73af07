"""The actors plugin of newsfacts."""
