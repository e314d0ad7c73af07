"""A word or phrase that says that people are harmed."""

from newsfacts.model import passing


@passing
class Predicate:
    """A word or phrase of harm: tokens `first` to `last` (exclusive).

    `voice` is `active` (somebody does it: the object is harmed), `passive` (the subject is
    harmed, with the verb to be or a verb like to die), `participle` (behind the noun: "12 killed"),
    `nominal` (an event noun), `toll` (a running count) or `lives`. `head` is the token at which
    the verb group begins, helpers included. A `weak` predicate harms without killing.
    """

    first: int
    last: int
    harm: str
    voice: str
    head: int
    weak: bool = False
    singular: bool | None = None
    perfect: bool = False
    finite: bool = True
