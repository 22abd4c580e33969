# The verbs of the house. `make demo` and `make test` work on a fresh machine with Python 3.11 or newer and make.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.9
READY := $(VENV)/.ready
DEMO_LIBRARY := .cache/demo-library
DATA ?= ../shared/data
# Compiled once here, or a machine that keeps no compiled files (PYTHONDONTWRITEBYTECODE) compiles them at every start: 5 s of it.
OURS := app.py assistant ingest page prompts

export ANONYMIZED_TELEMETRY := False
export GRADIO_ANALYTICS_ENABLED := False

.PHONY: help setup demo app test check evals bench lock samples clean

help:  ## list the verbs
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

setup: $(READY)  ## make the environment in .venv, from requirements.lock

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Minutewise needs Python 3.11 or newer; '$(PYTHON)' is not. Install it, or say: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 2; }
	@echo "==> Setting up in $(VENV) (once; a minute or two)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)" 2>/dev/null || echo "    (uv is not to be had here: pip does the work, more slowly)"
	@if [ -x $(BIN)/uv ] && $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock; then :; \
	  else $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock; fi
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q -j 0 -x '/tests?/' $(VENV) $(OURS) >/dev/null 2>&1 || true
	@touch $@

demo: $(READY)  ## read the sample minutes, answer a question, write a summary
	@echo "==> Reading the sample minutes of Dyffryn Arwel County Council (a council that does not exist) into $(DEMO_LIBRARY)"
	@MINUTEWISE_LIBRARY=$(DEMO_LIBRARY) $(BIN)/minutewise ingest samples/minutes
	@echo "\n==> minutewise ask \"What was said about foster carer recruitment?\""
	@MINUTEWISE_LIBRARY=$(DEMO_LIBRARY) $(BIN)/minutewise ask "What was said about foster carer recruitment?"
	@echo "\n==> minutewise summarise 2025-03-06 --item 27"
	@MINUTEWISE_LIBRARY=$(DEMO_LIBRARY) $(BIN)/minutewise summarise 2025-03-06 --item 27 --style brief
	@echo "\n==> The page: MINUTEWISE_LIBRARY=$(DEMO_LIBRARY) make app        Your own minutes: $(BIN)/minutewise ingest FILES"

app: $(READY)  ## open the page on http://127.0.0.1:7860
	@$(BIN)/python app.py

test: $(READY)  ## run every test
	@echo "==> Running the tests"
	@$(BIN)/python -m pytest

check: $(READY)  ## style, types, and which room may import which
	@echo "==> ruff" && $(BIN)/ruff check . && $(BIN)/ruff format --check .
	@echo "==> mypy --strict" && $(BIN)/mypy
	@echo "==> import contracts" && $(BIN)/lint-imports
	@echo "==> samples are what their sources make" && $(BIN)/python samples/make.py --check

evals: $(READY)  ## measure everything on the samples, hold it against the baseline, write .cache/evals/report.html
	@$(BIN)/minutewise eval --baseline evals/data/baseline.json -o .cache/evals

bench: $(READY)  ## measure speed and quality against the plain LangChain pipeline: make bench DATA=../shared/data
	@$(BIN)/minutewise bench --data $(DATA)

samples: $(READY)  ## make samples/minutes anew from samples/source
	@$(BIN)/python samples/make.py

lock:  ## pin what pyproject.toml asks for, with hashes and no addresses
	@uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade --quiet -o requirements.lock

clean:  ## remove the environment and all that can be made again
	@rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
