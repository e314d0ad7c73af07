"""Readers and writers: articles in, records out, one at a time.

Formats come from the core and from plugins through the same two hooks, `newsfacts_readers` and
`newsfacts_writers`.
"""

from newsfacts.io.articles import article_from_dict, article_from_json
from newsfacts.io.files import ReadError, read_articles, read_inputs, whole_file
from newsfacts.io.formats import MAX_BYTES, Formats, Limits, Reader, ReadProblem, Writer, formats

__all__ = [
    "MAX_BYTES", "Formats", "Limits", "ReadError", "ReadProblem", "Reader", "Writer",
    "article_from_dict", "article_from_json", "formats", "read_articles", "read_inputs",
    "whole_file",
]  # fmt: skip
