# make demo   ten suggestions for one candidate, from an empty machine with Python 3.11 or later
# make test   everything that must hold before a change lands
# make coverage   what the quick tests reach, line and branch; the gate has a floor
# make quick   of the tests those without a browser and without processes of their own, while one works
# make evaluate   how good it is: a report in build/evaluation/, held against tests/golden/figures.csv
PYTHON ?= python3
BIN := .venv/bin
SLOW_WORKERS ?= 3  # on two cores: many of these tests wait for a server

.PHONY: demo test thorough quick coverage evaluate serve benchmark model fuzz clean
.PHONY: lock pythons sbom wheel

demo: .venv/installed
	$(BIN)/ipsmatch index data/fixtures/vacancies.jsonl --out build/demo
	$(BIN)/ipsmatch suggest data/fixtures/candidates.jsonl --index build/demo --candidate p01 --as-of 2026-11-23

# The pages with invented vacancies and candidates: http://127.0.0.1:8000, with the name and password that are printed.
# The invented ads have dates, so the pages stand on a day when they were new.
serve: export IPSMATCH_SECURE_COOKIE = false
serve: export IPSMATCH_TODAY = 2026-11-23
serve: .venv/installed
	$(BIN)/ipsmatch service demo data/fixtures/vacancies.jsonl data/fixtures/vacancies-2.jsonl \
	  --candidates data/fixtures/candidates.jsonl --data build/service
	@echo "http://127.0.0.1:8000"
	$(BIN)/ipsmatch serve --data build/service

# Counting the lines that are reached takes four tenths more of the processor's time (the C tracer of Python 3.11 to 3.13,
# over the reader's tests), so only the quick tests count. COUNT= leaves it out; COUNT_SLOW='--cov=service --cov-append
# --cov-report=' counts what the slow ones reach of the service too. The floor is in percent of lines: 93.3 were measured.
COUNT ?= --cov --cov-report=
COUNT_SLOW ?=
FLOOR := 92
test: .venv/installed-for-tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	rm -f .coverage
	$(BIN)/pytest -n auto --dist loadfile -m "not slow" $(COUNT)
	$(BIN)/pytest -n $(SLOW_WORKERS) --dist loadfile -m "slow and not thorough" $(COUNT_SLOW)
ifneq ($(strip $(COUNT)),)
	mkdir -p build
	$(BIN)/coverage json --quiet -o build/coverage.json
	$(BIN)/python .ci/lines.py build/coverage.json $(FLOOR)
endif

# All slow tests, with as many kills, calls and rows as are named beside what the gate tries (tests/sizes.py).
thorough: export TESTS = full
thorough: .venv/installed-for-tests
	$(BIN)/pytest -n auto --dist loadfile -m slow

quick: .venv/installed-for-tests
	$(BIN)/pytest -n auto --dist loadfile -m "not slow"

coverage: .venv/installed-for-tests
	$(BIN)/pytest -n auto --dist loadfile -m "not slow" --cov --cov-report=
	$(BIN)/coverage report

# The report on the fixtures and the collection in build/evaluation/ (report.html, report.md, figures.csv), held against
# the golden figures. REAL="CANDIDATES VACANCIES JUDGMENTS FACTS" adds a column of real ads.
evaluate: .venv/installed
	$(BIN)/python -m evaluation.gate data/fixtures/candidates.jsonl data/fixtures/qrels.tsv \
	  data/fixtures/vacancies.jsonl data/fixtures/vacancies-2.jsonl data/fixtures/night/* \
	  --as-of 2026-11-23 $(foreach file,$(wildcard data/fixtures/facts*.jsonl),--facts $(file)) \
	  --collection data/fixtures/collection $(if $(REAL),--real $(REAL)) \
	  --out build/evaluation --golden tests/golden/figures.csv

# Ten minutes of files that nobody would write, guided by what code they reach (make fuzz SECONDS=60: one). Not in the gate.
SECONDS ?= 600
fuzz: .venv/installed
	$(BIN)/pip install --quiet --editable ".[fuzz]"
	$(BIN)/python tests/fuzz/feeds.py -max_total_time=$(SECONDS) -timeout=20

# The shipped model and its heads from the public base weights, ESCO and the collection's training writers (make model
# ESCO=FOLDER TITLED=FILE; the folder holds the Danish occupations of 1.0.8 as CSV, the English 1.1.1 and the relations as
# zips; the file, which may be left out, more statements with titles). An hour and a half on two cores; a run cut short
# goes on where it stopped, or with the stage that it stopped in.
model: .venv/installed-for-tests
	test -d build/base || $(BIN)/python -m matcher.training base build/base
	test -f build/tuned/modules.json || $(BIN)/python -m matcher.training tune $(ESCO) build/base build/tuned
	test -f build/meaning/modules.json || $(BIN)/python -m matcher.training meaning data/fixtures/collection $(ESCO) \
	  build/tuned build/meaning $(if $(TITLED),--titled $(TITLED))
	$(BIN)/python -m matcher.training export build/meaning data/fixtures/vacancies.jsonl data/fixtures/candidates.jsonl $(ESCO)
	$(BIN)/python -m matcher.training heads data/fixtures/collection $(ESCO)

# The papers of the law in docs/papers/, made anew from the code and the golden figures; build/papers/ has the release too.
.PHONY: papers
papers: .venv/installed
	$(BIN)/python -m service.papers
	cp build/papers/*.md build/papers/papers.json docs/papers/

benchmark: .venv/installed-for-tests
	@test -d build/meaning || { echo "first: make model ESCO=FOLDER"; exit 1; }
	$(BIN)/python -m matcher.training benchmark build/meaning data/fixtures/vacancies.jsonl

# The wheel in an environment of nothing else (build/wheel), where the Python of the readme is run.
wheel: .venv/installed-for-tests
	$(BIN)/pytest -m thorough tests/test_wheel.py

# What a release is made of: dist/sbom.cdx.json (CycloneDX 1.6) and dist/licences.md, of the wheel with its dependencies.
sbom: .venv/installed-for-tests
	$(BIN)/pip install --quiet --editable ".[release]"
	rm -rf build/release dist && $(PYTHON) -m venv --without-pip build/release
	$(BIN)/pip wheel --quiet --no-deps --wheel-dir dist .
	$(BIN)/pip --python build/release install --quiet --constraint constraints.txt dist/*.whl packaging
	$(BIN)/cyclonedx-py environment build/release --pyproject pyproject.toml --output-reproducible --spec-version 1.6 \
	  --output-file dist/sbom.cdx.json
	build/release/bin/python .ci/licences.py > dist/licences.md

# The quick tests on every Python from 3.11 on that pyenv or the path has, each in an environment of its own, with the
# newest dependencies that it can have.
PYTHONS ?= $(or $(wildcard $(HOME)/.pyenv/versions/3.1[1-9]*/bin/python),$(foreach n,11 12 13,$(shell command -v python3.$n)))
pythons:
	@for python in $(PYTHONS); do \
	  folder=build/$$($$python -c 'import sys; print("python%d.%d" % sys.version_info[:2])'); \
	  test -d $$folder || { $$python -m venv $$folder && $$folder/bin/pip install --quiet --editable '.[evaluation,dev]'; } \
	    || exit 1; \
	  echo $$folder; $$folder/bin/pytest -n auto --dist loadfile -m "not slow" -q || exit 1; \
	done

# What the tests have been run with becomes what the gate installs.
lock: .venv/installed-for-tests
	mkdir -p build && head -1 constraints.txt > build/lock
	$(BIN)/pip freeze --exclude-editable | sed 's/+cpu$$//' >> build/lock
	mv build/lock constraints.txt

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --editable '.[evaluation]'
	touch $@

.venv/installed-for-tests: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[models,evaluation,dev]'
	touch $@ .venv/installed

clean:
	rm -rf .venv build dist
