# A fresh machine needs python3 >= 3.11 with pip and venv, and make.
#
#   make demo    set up everything and show the records of two articles
#   make test    set up everything and run all suites
#   make lint    style, strict types, layers
#   make bench   speed and accuracy beside others, written to benchmarks/RESULTS.md
#   make fuzz    fuzzing with atheris, then the properties at length
#   make lock    compile requirements/dev.in anew
#   make clean   remove what the above made

VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
PLUGINS := places actors dateline casualties delegations
PROJECTS := . $(PLUGINS:%=plugins/%)
PACKAGES := newsfacts $(PLUGINS:%=newsfacts_%)
DEMO := seeds/truce-talks-djibouti.txt seeds/ferry-casamance.txt

NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	"$$python" -c '$(NEW_ENOUGH)' 2> /dev/null && { command -v "$$python"; break; }; done)

.PHONY: demo test lint bench fuzz lock clean setup
.DEFAULT_GOAL := test

demo: setup
	@$(BIN)/newsfacts extract --format pretty $(DEMO)

test: setup
	$(BIN)/python -m pytest $(PYTEST_FLAGS)

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(PACKAGES:%=-p %) -p newsfacts_earthquakes
	$(BIN)/lint-imports

# In an environment of its own, BENCH, because of what stands beside the project there; whatever of
# that cannot be installed is left out. Where the corpora and the scorer stand beside the project,
# accuracy is measured, too. BENCH_FLAGS="speed parts" runs some of the steps: see bench.py.
BENCH := $(VENV)-bench
bench: $(BENCH)/projects
	NODE_PATH=$(abspath $(BENCH))/node_modules $(BENCH)/bin/python benchmarks/bench.py $(BENCH_FLAGS)

$(BENCH)/projects: requirements/dev.txt $(wildcard benchmarks/requirements-*.in) \
		benchmarks/chrono_peer/package.json $(PROJECTS:%=%/pyproject.toml)
	"$(PYTHON)" -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(BENCH)/bin/python -m pip install --quiet --no-deps --no-build-isolation $(PROJECTS:%=-e %)
	$(BENCH)/bin/python -m pip install --quiet -r benchmarks/requirements-bench.in
	for peer in $$(sed 's/#.*//' benchmarks/requirements-peers.in); do \
		$(BENCH)/bin/python -m pip install --quiet "$$peer" || echo "without $$peer"; done
	cp benchmarks/chrono_peer/package.json $(BENCH) && npm install --silent --no-audit --no-fund \
		--prefix $(BENCH) || echo "without chrono-node"
	@touch $@

# Long: FUZZ_SECONDS for each of the targets of tests/fuzz, or FUZZ_TARGETS="readers loader", in an
# environment of its own (atheris: Linux and macOS); then the properties on other articles than the
# usual ones, and many of them. SEED=N repeats a run.
SEED ?= $(shell date +%s)
FUZZ := $(VENV)-fuzz
FUZZ_SECONDS ?= 900
fuzz: setup $(FUZZ)/projects
	$(FUZZ)/bin/python tests/fuzz/run.py --seconds $(FUZZ_SECONDS) --seed $(SEED) \
		--work $(FUZZ)/work $(FUZZ_TARGETS)
	HYPOTHESIS_PROFILE=fuzz $(BIN)/python -m pytest tests/claims tests/model tests/resolve tests/text
	for plugin in $(PLUGINS); do \
		$(BIN)/newsfacts check $$plugin --max-examples 2000 --seed $(SEED) || exit 1; done

$(FUZZ)/projects: requirements/dev.txt tests/fuzz/requirements.in $(PROJECTS:%=%/pyproject.toml)
	"$(PYTHON)" -m venv $(FUZZ)
	$(FUZZ)/bin/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(FUZZ)/bin/python -m pip install --quiet --no-deps --no-build-isolation $(PROJECTS:%=-e %)
	$(FUZZ)/bin/python -m pip install --quiet -r tests/fuzz/requirements.in
	@touch $@

setup: $(STAMPS)/projects

$(STAMPS)/venv:
	@test -n "$(PYTHON)" || { echo "No python3 >= 3.11 was found; name one: make PYTHON=..." >&2; exit 1; }
	"$(PYTHON)" -m venv $(VENV)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/requirements: requirements/dev.txt $(STAMPS)/venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

$(STAMPS)/projects: $(STAMPS)/requirements $(PROJECTS:%=%/pyproject.toml)
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation $(PROJECTS:%=-e %)
	@touch $@

# In an environment of its own: what compiles the lock is no part of it.
lock:
	"$(PYTHON)" -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet uv
	$(VENV)-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header requirements/dev.in -o requirements/dev.txt
	rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) $(VENV)-lock $(VENV)-bench $(VENV)-fuzz build dist .hypothesis .pytest_cache .mypy_cache .ruff_cache \
		.import_linter_cache
	find src plugins tests examples benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
