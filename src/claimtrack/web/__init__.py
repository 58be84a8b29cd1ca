"""The review page: a statement with its claims marked in place, worked on in a browser. Needs the extra `web`."""
