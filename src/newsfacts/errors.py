"""What can go wrong, each under a name; all subclass a builtin and keep their data."""


class NewsfactsError(Exception):
    """The base of this library's own errors."""


class ExtractionError(NewsfactsError, RuntimeError):
    """An extractor failed on an article and `on_error="raise"` was asked for.

    The extractor's own exception is the `__cause__`.
    """

    def __init__(self, extractor: str, article_id: str, message: str) -> None:
        super().__init__(f"extractor {extractor!r} failed on article {article_id!r}: {message}")
        self.extractor = extractor
        self.article_id = article_id
        self.message = message

    def __reduce__(self) -> tuple[type["ExtractionError"], tuple[str, str, str]]:
        return ExtractionError, (self.extractor, self.article_id, self.message)


class BudgetExceeded(NewsfactsError, TimeoutError):  # noqa: N818 - what happened, not what is wrong
    """An article took longer than its time budget."""


class InvalidFactError(NewsfactsError, ValueError):
    """An extractor emitted something that is no valid claim about its article."""


class PluginLoadError(NewsfactsError, RuntimeError):
    """A plugin or extractor could not be taken into service; the message says why."""


class FormatError(NewsfactsError, ValueError):
    """JSON that is not a record, claim set or article of schema `newsfacts/1`."""
