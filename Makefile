# One command for each thing that people do here. `make` alone prints the list.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo test check compiled wheel bench fuzz golden docs picture lock clean

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
BENCH := $(VENV)/bench
VENDOR := src/trucewatch/serve/static/vendor/LICENSES.txt
SECONDS ?= 60
INCIDENTS ?= 10000
OUT ?= out/demo
export PYTHONDONTWRITEBYTECODE := 1
# What tests, measures or writes pages goes by the sources, though a compiled copy of them may stand beside (tools/choose.py).
test check bench fuzz golden docs picture: export PYTHONPATH := $(CURDIR)/src

help:    ## Show this list
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

demo: $(READY) $(VENDOR)    ## Read the sample of the Idlib truce and write its report into out/demo
	@$(BIN)/trucewatch demo --out $(OUT)

test: $(READY) $(VENDOR)    ## Run all tests (as root, Debian's Chromium and PostGIS are fetched where missing)
	@bash .ci/test

check: $(READY)    ## Format, lint, types, and generated pages up to date
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/python -m docs.generate --check

compiled: $(READY)    ## Compile the extraction: the command is then three to four times as fast, until a source changes (needs a C compiler)
	@$(BIN)/python -m tools.compiled

wheel: $(READY) $(VENDOR)    ## Build the package into dist/: as plain Python, and with its extraction compiled where there is a C compiler
	@$(BIN)/python -m tools.wheels

bench: $(BENCH)    ## Speed of extraction, plain and compiled, beside dateparser and spaCy, grouping beside all pairs, terms beside PostGIS, pages beside Datasette (INCIDENTS=10000), quality against its floors
	@$(BIN)/python -m tools.compiled --if-possible
	@$(BIN)/python bench/extract_speed.py
	@$(BIN)/python -m bench.grouping.scale
	@$(BIN)/python -m bench.store.join
	@$(BIN)/python -m bench.assess.evaluate
	@$(BIN)/python -m bench.assess.join
	@$(BIN)/python -m bench.serve.load --incidents $(INCIDENTS)
	@$(BIN)/python -m bench.quality.scorecard

fuzz: $(BENCH)    ## Look for texts that break folding, sentences or extraction (SECONDS=60)
	@$(BIN)/python bench/fuzz.py -max_total_time=$(SECONDS) -timeout=20 -max_len=4096

golden: $(READY)    ## Record the sample's outputs and pages anew; read the diff before committing
	@$(BIN)/python -m tests.golden.record
	@$(BIN)/python -m docs.generate

docs: $(READY)    ## Write the pages that are made from the code anew
	@$(BIN)/python -m docs.generate

picture: $(READY) $(VENDOR)    ## Take the pictures of README and docs anew from the sample (needs Debian's Chromium)
	@$(BIN)/trucewatch demo --out $(OUT) >/dev/null
	@$(BIN)/python -m tools.pictures $(OUT)/report.html

lock: $(READY)    ## Resolve the dependencies anew into the two lock files
	@$(BIN)/python -m pip install -q uv
	@$(BIN)/uv pip compile pyproject.toml -q --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-emit-index-url --no-emit-find-links -U -o requirements.lock
	@$(BIN)/uv pip compile pyproject.toml -q --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-emit-index-url --no-emit-find-links -U --extra dev --extra gazetteer --extra browser \
	    -c requirements.lock -o requirements-dev.lock
	@$(BIN)/uv pip compile pyproject.toml -q --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-emit-index-url --no-emit-find-links -U --extra bench -c requirements-dev.lock -o requirements-bench.lock

clean:    ## Remove what the other commands made
	rm -rf $(VENV) out build dist frontend/node_modules src/trucewatch/serve/static .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(READY): pyproject.toml requirements-dev.lock
	@PYTHON=$(PYTHON) VENV=$(VENV) bash .ci/setup
	@touch $@

$(VENDOR): frontend/package-lock.json frontend/build.mjs
	@bash .ci/frontend

$(BENCH): $(READY) requirements-bench.lock
	@echo "set-up: installing the packages that the benchmarks compare with (once)" >&2
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch $@
