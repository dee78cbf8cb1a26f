# The commands of this project. `make` lists them. Python 3.11 or newer is all that they need.

PYTHON ?= python3
BIN := .venv/bin
# More than two cores, as the tests of the editor and of the page mostly wait for what they watch.
WORKERS ?= 4
MAP := maps/turkish-russian-relations

# Versions are held here, for what is installed and for what builds it.
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test quick exports screenshots bench format clean

help:
	@echo "make demo     install, check the article's map, and draw it into exports/"
	@echo "make test     everything: tests, types, style, import contract, specification"
	@echo "make quick    the tests that take no time"
	@echo "make exports  draw all of maps/ into exports/"
	@echo "make screenshots  draw the screens of the editor into exports/screens/"
	@echo "make bench    measure argmap, beside Argdown where npm is present"
	@echo "make format   lay out the Python files"
	@echo "make clean    remove what the commands above installed and cached"

.venv/core: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "argmap needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3 ..."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing argmap into .venv ..."
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/tests: .venv/core
	@echo "Installing what the tests need ..."
	@$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@

demo: .venv/core
	@$(BIN)/argmap check $(MAP).argmap
	@$(BIN)/argmap export $(MAP).argmap -o exports/turkish-russian-relations.svg
	@$(BIN)/argmap export $(MAP).argmap -o exports/turkish-russian-relations.pdf
	@$(BIN)/argmap export $(MAP).argmap --dpi 96 -o exports/turkish-russian-relations.png
	@echo "The map is drawn in:"
	@ls exports/turkish-russian-relations.svg exports/turkish-russian-relations.pdf exports/turkish-russian-relations.png

test: .venv/tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/argmap check maps
	$(BIN)/argmap format --check maps
	$(BIN)/python -m pytest --numprocesses=$(WORKERS) --quiet

quick: .venv/tests
	$(BIN)/python -m pytest --numprocesses=auto --quiet -m "not slow"

exports: .venv/core
	$(BIN)/python exports/make.py

screenshots: .venv/core
	$(BIN)/python exports/screens.py

bench: .venv/core
	$(BIN)/python benchmarks/run.py

format: .venv/tests
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache benchmarks/work
