"""claimtrack path: where the database is."""

from __future__ import annotations

from claimtrack.cli.desk import Desk, desk
from claimtrack.cli.signature import uses


@uses(desk=desk)
def run(*, desk: Desk) -> None:
    """Print the path of the database; why it is that one goes to stderr.

    \b
      claimtrack path
      sqlite3 "$(claimtrack path)"
    """
    place = desk.place
    print(place.path.absolute())
    desk.say(f"({place.because}{'' if place.path.exists() else '; not there yet'})")
