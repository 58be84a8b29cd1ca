"""Options that many commands share, written once.

`@uses(where=filters)` gives a command all options of the function `filters` beside its own, and calls it with
`where=` set to what `filters` made of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any

Group = Callable[..., Any]


def uses(**groups: Group) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A decorator: the command's own parameters, then those of each group."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        own = {name: each for name, each in _parameters(command).items() if name not in groups}
        shared = {name: _parameters(group) for name, group in groups.items()}

        @wraps(command)
        def run(**values: Any) -> None:
            made = {name: group(**{key: values[key] for key in shared[name]}) for name, group in groups.items()}
            command(**{key: values[key] for key in own}, **made)

        _sign(run, [own, *shared.values()])
        return run

    return decorate


def _parameters(function: Callable[..., Any]) -> dict[str, Parameter]:
    return dict(signature(function, eval_str=True).parameters)


def _sign(function: Any, parts: list[dict[str, Parameter]]) -> None:
    """What typer reads: one signature of keyword parameters, annotations evaluated."""
    merged: dict[str, Parameter] = {}
    for part in parts:
        for name, each in part.items():
            assert name not in merged or name == "ctx", f"two options are called {name}"
            merged.setdefault(name, each.replace(kind=Parameter.KEYWORD_ONLY))
    function.__signature__ = Signature(list(merged.values()))
    function.__annotations__ = {name: each.annotation for name, each in merged.items()}
