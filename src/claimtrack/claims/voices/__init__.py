"""Who says what: reporting frames and how far they reach, speakers, quotations, voices over a whole text."""
