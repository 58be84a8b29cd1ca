"""Who is meant: subjects, pronouns, short names, and what the text around a claim adds to it."""
