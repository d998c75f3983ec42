# Every target works in a fresh clone: it makes .venv when that is missing or older than pyproject.toml.
#   make check      the report on the newest seed article
#   make test       the whole test suite and the examples of the football pack
#   make lint       ruff and mypy
#   make bench      how fast articles are checked, and what a big reference costs
#   make accuracy   how many errors are found, and how many alarms right copy raises
#   make review-demo   doccano on this machine with the seeds to review; Ctrl-C ends it
#   make review-bench  how long the review loop takes
# Another interpreter: make test PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BENCH_READY := $(VENV)/.bench-ready

.PHONY: check test examples lint bench accuracy review-demo review-bench clean

# Flags make the command exit with 1, which is what a check is for; 2 is a failure.
check: $(READY)
	$(BIN)/factcheck seeds/002*.txt || [ $$? -eq 1 ]

# loadgroup: tests that share a costly environment run in one worker.
test: $(READY)
	$(BIN)/pytest -n auto --dist loadgroup
	$(BIN)/factcheck test

examples: $(READY)
	$(BIN)/factcheck test

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(BENCH_READY)
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/reference.py

accuracy: $(READY)
	$(BIN)/python benchmarks/accuracy.py

review-demo: $(READY)
	$(BIN)/python -m tests.review.demo

review-bench: $(READY)
	$(BIN)/python benchmarks/review.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

# pip has known dependency groups since 25.1.
$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("found Python %d.%d, expected 3.11 or newer: make PYTHON=python3.11" % sys.version_info[:2])'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

$(BENCH_READY): $(READY)
	$(BIN)/python -m pip install --quiet --group bench
	@touch $@
