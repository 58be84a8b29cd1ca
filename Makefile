# Shortcuts for people who work on claimtrack; `./run setup` makes the environment that they use.
.PHONY: setup test check format data docs golden fresh bench pins ci
PYTHON = .venv/bin/python

setup:
	./run setup

test:
	./run test

check: setup              # what has to be clean before a commit
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

format: setup
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

data: setup               # data/claims.db from seeds/
	$(PYTHON) scripts/data.py

docs: setup               # docs/commands.md and the README's picture, from the program
	$(PYTHON) scripts/commands.py
	$(PYTHON) scripts/picture.py

fresh: data docs golden   # all of what the program writes into the repository

golden: setup             # rewrite the golden files; read the diff before committing it
	-$(PYTHON) -m pytest tests --rewrite-golden -m "not install"

bench: setup              # prints figures, judges nothing
	$(PYTHON) benchmarks/speed.py
	$(PYTHON) benchmarks/cli.py

pins:                     # newest fitting releases with their hashes; wants uv
	scripts/pins.sh

ci:
	.ci/run
