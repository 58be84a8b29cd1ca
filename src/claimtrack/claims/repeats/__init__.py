"""The same fact said twice, and what contradicts it, inside one text."""
