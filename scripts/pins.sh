#!/bin/sh
# Writes requirements/*.txt anew: the newest fitting release of everything, with the hashes of all its files, for every
# platform and Python from 3.11 on. Wants uv (`pip install uv`). No address of an index is written.
set -eu
cd "$(dirname "$0")/.."
compile() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        --no-emit-find-links --no-annotate --no-header --upgrade "$@"
}
note() { printf '# Written by scripts/pins.sh; do not edit. %s\n' "$1"; }
{ note "What the tests and checks need: everything."
  compile pyproject.toml requirements/build.in --extra dev; } > requirements/constraints.new
{ note "What the program itself needs, without extras."
  compile pyproject.toml requirements/build.in --constraints requirements/constraints.new; } > requirements/run.new
mv requirements/constraints.new requirements/constraints.txt
mv requirements/run.new requirements/run.txt
