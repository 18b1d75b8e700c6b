# Works with any POSIX shell and GNU make. On Windows: run.cmd, or the commands below by hand.

ifndef PYTHON
PYTHON := $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)
endif
BIN := .venv/bin
# Two processes: what a small machine has. WORKERS=0 runs the tests in one.
WORKERS ?= 2
UPGRADE ?=
PORT ?=

.DEFAULT_GOAL := help
.PHONY: help install run test check fix bench eval eval-peers lock dev python bundle samples system-packages

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

python:
	@test -n "$(PYTHON)" || { echo "Shenbao needs Python 3.11 or newer with venv (Debian, Ubuntu: apt-get install python3-venv)." >&2; exit 2; }

install: python ## Set up .venv with the pinned requirements and the command shenbao
	@$(PYTHON) scripts/setup_venv.py

dev: python
	@$(PYTHON) scripts/setup_venv.py --dev

system-packages:
	@sh .ci/system-packages

# Under its own name only once it is whole.
samples: install
	@test -d samples || { rm -rf samples.part && $(BIN)/python -m eval.filings.samples samples.part && mv samples.part samples; }

run: samples ## Serve the pages on 127.0.0.1:8501 (PORT=8502: there), with sample submissions in samples/
	@$(BIN)/python -m streamlit run ui/app.py $(if $(PORT),--server.port $(PORT))

test: dev system-packages check ## Set up everything the tests need, then check

check: dev ## All that CI runs: format, lint, types, floors, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n $(WORKERS)

bundle: dev ## Make shenbao-offline.zip: installs and runs on machines that reach no network
	@$(BIN)/python scripts/bundle.py $(if $(FOR_PYTHON),--python $(FOR_PYTHON))

fix: dev ## Format, and mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: install ## Time reading, filling and checking against the floor
	$(BIN)/python -m eval.bench

eval: dev ## Measure how good it is: eval/REPORT.md (minutes)
	$(BIN)/python -m eval

# A place of their own: what they depend on must not meet what we depend on.
eval-peers: python ## Install the other readers that make eval compares with
	@test -d .venv-peers || $(PYTHON) -m venv .venv-peers
	@.venv-peers/bin/python -m pip install --quiet --requirement requirements-peers.in

# One resolution for all platforms; no address of a package index is written.
lock: dev ## Pin the requirements again (UPGRADE=--upgrade for newer versions)
	@for name in requirements-build requirements requirements-dev; do \
		$(BIN)/uv pip compile $$name.in --universal --python-version 3.11 --generate-hashes --quiet $(UPGRADE) \
			--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' --output-file $$name.txt \
			|| exit 1; done
