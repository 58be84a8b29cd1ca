"""From sentences to claims: proposing, attribution, standing, kinds, reference, gloss, repeats."""

from __future__ import annotations

from claimtrack.claims.accounting import account
from claimtrack.claims.cues import cues
from claimtrack.claims.draft import Passage
from claimtrack.claims.passages import passage
from claimtrack.claims.splitting.proposing import candidates
from claimtrack.claims.voices.voicing import Voicing, drafts

__all__ = ["Passage", "Voicing", "account", "candidates", "cues", "drafts", "passage"]
