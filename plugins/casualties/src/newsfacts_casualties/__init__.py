"""The casualties plugin of newsfacts."""
