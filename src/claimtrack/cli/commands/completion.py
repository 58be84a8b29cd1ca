"""claimtrack completion: completion for shells."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.errors import one_of
from claimtrack.cli.signature import uses

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


@uses(desk=desk)
def run(
    shell: Annotated[str, typer.Argument(metavar="SHELL", help=f"{', '.join(SHELLS)}.")],
    *,
    desk: Desk,
) -> None:
    """Print the completion script for a shell: commands, options, statuses, ids, tags.

    \b
      eval "$(claimtrack completion bash)"                               in ~/.bashrc
      claimtrack completion zsh > ~/.zfunc/_claimtrack
      claimtrack completion fish > ~/.config/fish/completions/claimtrack.fish
      claimtrack completion powershell >> $PROFILE
    """
    chosen = one_of("shell", shell, SHELLS)
    completion: Any = import_module("typer.completion")
    print(completion.get_completion_script(prog_name="claimtrack", complete_var="_CLAIMTRACK_COMPLETE", shell=chosen))
    desk.say("Completion works once a new shell has read this.")
