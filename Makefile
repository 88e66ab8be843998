# One verb each. `make run` and `make test` need Python 3.11 or newer, make and git, nothing else.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint golden lexicon bench clean

run: .venv/.run
	$(BIN)/python -m flows.clean seeds

test: .venv/.dev
	$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Renew the expected outputs of the five seeds; read the difference before it is committed.
golden: .venv/.dev
	$(BIN)/python -m tests.golden

# Compile the lexicons into the files that are loaded.
lexicon: .venv/.run
	$(BIN)/python -m cleaners.lexicon.compile

# PEER=python with datatrove; PAGES=folder with labelled pages (news_dev/, news_dev.truth.json, ...).
bench: .venv/.dev
	$(BIN)/python benchmarks/throughput.py $(if $(PEER),--peer $(PEER))
	$(BIN)/python benchmarks/rendering.py
ifdef PAGES
	PYTHONPATH=. $(BIN)/python benchmarks/strip_eval.py $(PAGES)
	$(BIN)/python benchmarks/native_alarms.py $(PAGES)/news_dev.truth.json $(PAGES)/articles_dev.truth.json
endif

clean:
	rm -rf .venv output/*

.venv/.run: requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	touch $@

.venv/.dev: .venv/.run requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock -c requirements.lock
	touch $@
