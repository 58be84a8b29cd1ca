"""Settings from files: the project's claimtrack.toml over the user's config.toml; each knows its origin."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimtrack.cli.errors import did_you_mean
from claimtrack.errors import UsageError


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set: type, default, the environment variable over it, and what it does."""

    name: str
    type: type
    default: Any
    variable: str
    help: str


@dataclass(frozen=True, slots=True)
class Value:
    """A setting's value and its origin."""

    setting: Setting
    value: Any
    origin: str


SETTINGS: tuple[Setting, ...] = (
    Setting("db", str, None, "CLAIMTRACK_DB", "the database file"),
    Setting("user", str, None, "CLAIMTRACK_USER", "who is working"),
    Setting("labels", str, "en", "CLAIMTRACK_LANG", "language of statuses, kinds and headings: en or ar"),
    Setting("bidi", str, "auto", "CLAIMTRACK_BIDI", "right-to-left text: auto, terminal, visual or off"),
    Setting("pager", bool, True, "", "long output goes through a pager on a terminal"),
    Setting("strict", bool, False, "", "verdicts need two sources of different origin, or a primary one"),
    Setting("reviewer", bool, False, "", "verdicts need a second person"),
    Setting("organisation", dict, {}, "", 'who publishes the fact checks: { name = "…", url = "…" }'),
    Setting("ratings", dict, {}, "", 'house scale: status = { label = "…", value = 5 }'),
)


def user_file() -> Path:
    """The user's own file."""
    from platformdirs import user_config_path

    return user_config_path("claimtrack", appauthor=False) / "config.toml"


def project_file() -> Path | None:
    """claimtrack.toml in this folder or the nearest one above."""
    here = Path.cwd()
    return next((each for folder in (here, *here.parents) if (each := folder / "claimtrack.toml").is_file()), None)


def settings() -> dict[str, Value]:
    """Every setting by name: environment over project over user over default."""
    layers = [(str(file), _read(file)) for file in (project_file(), user_file()) if file is not None]
    return {each.name: _value(each, layers) for each in SETTINGS}


def _value(setting: Setting, layers: list[tuple[str, Mapping[str, Any]]]) -> Value:
    if setting.variable and (given := os.environ.get(setting.variable)):
        return Value(setting, given, setting.variable)
    for file, table in layers:
        if setting.name in table:
            return Value(setting, table[setting.name], file)
    return Value(setting, setting.default, "default")


def _read(file: Path) -> Mapping[str, Any]:
    """A settings file, checked: an unknown name or a wrong type is an error, not a surprise later."""
    if not file.is_file():
        return {}
    import tomllib  # most folders have no such file

    try:
        table = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} is not valid TOML: {error}", "Correct the file, or move it away.") from error
    known = {each.name: each for each in SETTINGS}
    for name, value in table.items():
        if name not in known:
            raise UsageError(f"{file} sets “{name}”, which claimtrack does not know.", did_you_mean(name, known))
        if not isinstance(value, known[name].type):
            raise UsageError(f"{file} sets “{name}” to {value!r}; it wants a {known[name].type.__name__}.")
    return table
