"""Views: a record in a form made for people."""
