"""Words are data: TOML files by language, beside the code that uses them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def load_lexicon(package: str, name: str, language: str = "en") -> Mapping[str, Any]:
    """Read `data/<language>/<name>.toml` inside `package`; read once a process.

    Raises:
        FileNotFoundError: there is no such lexicon in that language.
        ValueError: the file is no TOML; the message names it.
    """
    path = files(package).joinpath("data", language, f"{name}.toml")
    if not path.is_file():
        raise FileNotFoundError(f"{package} has no lexicon {name!r} for language {language!r}")
    try:
        return MappingProxyType(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{package} data/{language}/{name}.toml: {error}") from None
