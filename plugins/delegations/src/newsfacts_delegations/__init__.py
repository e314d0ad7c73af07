"""The delegations plugin of newsfacts."""
