# Linux and macOS, nothing installed but Python 3.11 or later: `make run`, `make test`.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
PO := $(wildcard resources/locale/*/LC_MESSAGES/facilitator.po)
WORDS := $(PO:.po=.mo)

# One thing at a time, and all of them: a slip of style does not hide a failing test.
.NOTPARALLEL:
MAKEFLAGS += --keep-going
.PHONY: run test check style format types floors suite coverage bench bundle pictures icons words lock clean libraries

run: $(READY) $(WORDS) libraries  ## the app, on the sample session
	$(BIN)/python -m facilitator --sample

test: check suite  ## everything, without a screen

check: style format types floors

style: $(READY)
	$(BIN)/ruff check .

format: $(READY)
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

floors: $(READY)
	$(BIN)/lint-imports --no-logo

suite: $(READY) $(WORDS) libraries
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto --dist worksteal

coverage: $(READY) $(WORDS) libraries  ## what the suite never reaches
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --cov --cov-report=
	$(BIN)/coverage report --fail-under=90
	$(BIN)/coverage report --fail-under=95 --include='facilitator/model/*,facilitator/drawing/*,facilitator/exchange/*'

bench: $(READY) $(WORDS) libraries  ## what it costs, against its budgets
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks

bundle: $(READY) $(WORDS) libraries  ## dist/Entre tous: the app and its Python in one folder, tried before it is given
	$(BIN)/pyinstaller --noconfirm --clean --log-level WARN build.spec
	QT_QPA_PLATFORM=offscreen "dist/Entre tous/entre-tous" self-test

pictures: $(READY) $(WORDS) libraries  ## the pictures of the documentation, taken from the app
	QT_QPA_PLATFORM=offscreen $(BIN)/python tools/pictures.py

icons: $(READY) libraries  ## every size of the icon, from the one that is drawn
	QT_QPA_PLATFORM=offscreen $(BIN)/python tools/icons.py

words: $(READY)  ## the catalogues, in step with the sources
	$(BIN)/python tools/catalogue.py update
	$(BIN)/python tools/catalogue.py compile

lock: $(READY)  ## the newest versions that pyproject.toml allows, for every system, with their hashes
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --fork-strategy fewest \
		--generate-hashes --no-header --no-annotate --no-emit-index-url --group dev \
		--output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

libraries: $(READY)
	@$(BIN)/python tools/qt_libraries.py

%.mo: %.po $(READY)
	$(BIN)/python tools/catalogue.py compile

# A stamp, made again when what the environment must hold changes: the second time, nothing is to be done.
$(READY): requirements.lock pyproject.toml hatch_build.py tools/environment.py
	@$(PYTHON) tools/environment.py
	@touch $@
