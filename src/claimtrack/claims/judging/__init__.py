"""What a claim is worth to a checker: polarity, modality, kind, checkability and score."""
