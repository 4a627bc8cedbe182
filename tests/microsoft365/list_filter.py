"""`$filter` and `$orderby` over list items: on indexed columns alone, unless the client says that it takes the risk.

Source: https://github.com/microsoftgraph/microsoft-graph-docs/issues/2279
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from typing import Any

from tests.microsoft365.lists_state import ListItem, SharePointList
from tests.microsoft365.messages import GraphError, Request

RISK = "honornonindexedquerieswarningmayfailrandomly"
_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "ge": operator.ge,
    "lt": operator.lt,
    "le": operator.le,
}
_VALUE = r"('(?:[^']|'')*'|true|false|null|-?\d+(?:\.\d+)?)"
_COMPARISON = re.compile(rf"\s*fields/(\w+)\s+(eq|ne|gt|ge|lt|le)\s+{_VALUE}\s*", re.IGNORECASE)
_STARTS = re.compile(rf"\s*startswith\(\s*fields/(\w+)\s*,\s*{_VALUE}\s*\)\s*", re.IGNORECASE)
_AND = re.compile(r"and\b", re.IGNORECASE)

Test = Callable[[ListItem], bool]


def filtered(every: SharePointList, items: Sequence[ListItem], request: Request) -> list[ListItem]:
    """The items that fit; 400 for columns that are not indexed and for what is not in the documented grammar."""
    takes_risk = RISK in (request.headers.get("Prefer") or "").lower().replace(" ", "")
    text = request.query.get("$filter", request.query.get("filter"))
    found = list(items)
    if text is not None:
        tests = _tests(every, text, takes_risk)
        found = [item for item in found if all(test(item) for test in tests)]
    order = request.query.get("$orderby")
    if order is not None:
        found = _ordered(every, found, order, takes_risk)
    return found


def _tests(every: SharePointList, text: str, takes_risk: bool) -> list[Test]:
    tests: list[Test] = []
    position = 0
    while True:
        match = _COMPARISON.match(text, position) or _STARTS.match(text, position)
        if match is None:
            raise GraphError(400, "invalidRequest", "Invalid filter clause")
        _check_indexed(every, match[1], takes_risk)
        tests.append(_test(every, match))
        position = match.end()
        if position == len(text):
            return tests
        joined = _AND.match(text, position)
        if joined is None:
            raise GraphError(400, "invalidRequest", "Invalid filter clause")
        position = joined.end()


def _test(every: SharePointList, match: re.Match[str]) -> Test:
    name, wanted = match[1], _value(match.groups()[-1])
    if len(match.groups()) == 2:
        return lambda item: str(_of(every, item, name) or "").lower().startswith(str(wanted).lower())
    compare = _OPERATORS[match[2].lower()]

    def holds(item: ListItem) -> bool:
        value = _of(every, item, name)
        # SharePoint compares text in any case.
        left, right = (v.lower() if isinstance(v, str) else v for v in (value, wanted))
        if compare in (operator.eq, operator.ne):
            return bool(compare(left, right))
        return isinstance(left, str) is isinstance(right, str) and left is not None and bool(compare(left, right))

    return holds


def _of(every: SharePointList, item: ListItem, name: str) -> Any:
    return item.fields.get(name) if name in every.columns else every.fields_of(item).get(name)


def _value(text: str) -> object:
    if text.startswith("'"):
        return text[1:-1].replace("''", "'")
    if text.lower() in ("true", "false", "null"):
        return {"true": True, "false": False, "null": None}[text.lower()]
    return float(text)


def _ordered(every: SharePointList, items: list[ListItem], order: str, takes_risk: bool) -> list[ListItem]:
    name, _, direction = order.strip().partition(" ")
    if not name.startswith("fields/"):
        raise GraphError(400, "invalidRequest", "The orderby clause is not supported.")
    name = name.removeprefix("fields/")
    _check_indexed(every, name, takes_risk)
    return sorted(items, key=lambda item: str(every.fields_of(item).get(name, "")), reverse=direction.strip() == "desc")


def _check_indexed(every: SharePointList, name: str, takes_risk: bool) -> None:
    if name.lower() == "id":
        return
    column = every.columns.get(name)
    if column is None and name not in ("Modified", "Created", "AuthorLookupId", "EditorLookupId"):
        raise GraphError(400, "invalidRequest", f"Column '{name}' does not exist.")
    if not takes_risk and (column is None or not column.indexed):
        raise GraphError(
            400,
            "invalidRequest",
            f"Field '{name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: "
            "HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail "
            "on large lists.",
        )
