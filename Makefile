PYTHON ?= python

.PHONY: help check lint types layers test derived schemas bench coverage

help:          ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1  /p' $(MAKEFILE_LIST)

check: lint types layers test  ## everything that .ci/run checks

lint:          ## style
	$(PYTHON) -m ruff check .

types:         ## strict types
	$(PYTHON) -m mypy

layers:        ## imports go in one direction
	lint-imports

test:          ## all tests, without a network
	$(PYTHON) -m pytest

derived:       ## write schemas/ and docs/cli.md again from the code
	$(PYTHON) scripts/derive.py

schemas: derived  ## likewise

bench:         ## time, memory, throughput and growth of the main job
	$(PYTHON) benchmarks/main_job.py

coverage:      ## which lines no test reaches (minutes)
	$(PYTHON) -m coverage run -m pytest -n 0
	$(PYTHON) -m coverage combine -q
	$(PYTHON) -m coverage report
