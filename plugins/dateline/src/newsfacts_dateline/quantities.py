"""Quantities and units: what durations, offsets and periods are made of."""

from collections.abc import Sequence

from newsfacts_dateline.tokens import Token

UNIT_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
UNIT_DAYS = {"D": 1, "NI": 1, "W": 7, "FN": 14}
PAST = ("last", "past", "previous", "recent", "latest")
FUTURE = ("next", "coming", "future", "following")


def first(tokens: Sequence[Token], classes: str) -> Token | None:
    """Give the first token of one of the classes."""
    return next((token for token in tokens if token.cls in classes), None)


def mod_of(tokens: Sequence[Token]) -> str | None:
    """Give the TIMEX3 modifier that the words assert."""
    edge = first(tokens, "EJ")
    if edge is not None:
        return str(edge.value)
    return next((str(token.value) for token in tokens if token.cls == "b" and token.value), None)


def amount(tokens: Sequence[Token]) -> tuple[str, str]:
    """Read a quantity: `("2", "3")` for two or three, `("X", "")` for a few, `("2.5", "")`."""
    numbers: list[float] = []
    text = ""
    for index, token in enumerate(tokens):
        if token.cls in "n1y":
            numbers.append(token.value)
        elif token.cls == "q":
            text = token.value
        elif token.cls == "H":
            if numbers:
                numbers[-1] += 0.5
            else:
                numbers.append(1.5 if any(each.cls in "uU" for each in tokens[:index]) else 0.5)
    if text == "X":
        return "X", ""
    if text:
        return _number((numbers[0] if numbers else 1) * int(text)), ""
    if len(numbers) > 1:
        return _number(numbers[0]), _number(numbers[1])
    if numbers:
        return _number(numbers[0]), ""
    return "1", ""


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:g}"


def duration(number: str, unit: str) -> str:
    """Write a duration: `P2M`, `PT3H`, `P20Y` for two decades, `PXM`."""
    if unit.startswith("T"):
        if number.endswith(".5") and unit in ("TH", "TM"):
            lower = "TM" if unit == "TH" else "TS"
            whole = number[:-2]
            head = f"{whole}{unit[1]}" if whole != "0" else ""
            return f"PT{head}30{lower[1]}"
        return f"PT{number}{unit[1]}"
    if unit in ("DE", "CE", "ML"):
        years = {"DE": 10, "CE": 100, "ML": 1000}[unit]
        if number == "X":
            return f"PX{unit}"
        return f"P{_number(float(number) * years)}Y"
    if number.endswith(".5"):
        whole = number[:-2]
        head = "" if whole == "0" else f"{whole}{unit}"
        if unit == "Y":
            return f"P{head}6M"
        if unit == "M":
            return f"P{head}15D" if not head else f"P{number}M"
        if unit == "D":
            return f"P{head}T12H" if not head else f"P{number}D"
    if unit == "FN":
        return f"P{_number(float(number) * 2)}W" if number != "X" else "PXW"
    if unit == "H":
        return f"P{_number(float(number) * 6)}M" if number != "X" else "PXM"
    if unit == "NI":
        return f"P{number}D"
    return f"P{number}{unit}"


def unit_of(tokens: Sequence[Token]) -> str:
    """Give the unit's code; empty where there is none."""
    for token in reversed(tokens):
        if token.cls in "uUP":
            return str(token.value)
        if token.cls == "Q":
            return "PER" if token.value == "PER" else "Q"
    return ""
