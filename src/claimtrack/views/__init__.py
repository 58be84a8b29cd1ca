"""Models made into something to look at: pure functions from records to lines of text."""
