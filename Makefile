# Every target sets up what it needs; that is a matter of milliseconds once .venv is what uv.lock says.
PYTHON ?= python3
COMPANY ?= $(notdir $(firstword $(wildcard content/companies/*)))
SITE = @$(PYTHON) tools/bootstrap.py site
TEST = @$(PYTHON) tools/bootstrap.py test

.PHONY: help site serve test check lint types golden messages screenshots components wheel clean

help:   ## list these targets
	@sed -n 's/^\([a-z]*\): .*## /  make \1	/p' Makefile
site:   ## build the site from content/ into output/
	$(SITE)
	@.venv/bin/dossier build
serve:  ## build the site and serve it on this machine
	$(SITE)
	@.venv/bin/dossier serve
test:   ## check and build the content, and pass every test on a clone with that of another company
	$(TEST)
	.venv/bin/dossier check
	.venv/bin/dossier build --output .tools/site
	.venv/bin/python -m tests.transplant --numprocesses=auto --dist=worksteal
check: lint types test  ## lint, types and every test
lint:   ## look for mistakes and untidy code
	$(TEST)
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
types:  ## check the types
	$(TEST)
	.venv/bin/mypy
golden: ## rewrite the expected output that the tests compare with; review the difference
	$(TEST)
	.venv/bin/python -m pytest --update-golden
messages: ## gather the texts of the interface into the catalogues; translate what is empty there
	$(TEST)
	.venv/bin/python tools/messages.py
screenshots: ## take the screenshots of the README anew, of COMPANY or the first
	$(TEST)
	.venv/bin/python -m tests.screenshots $(COMPANY)
components: ## show every component of the theme in every state, on one page
	$(TEST)
	@.venv/bin/python -m tests.kitchen_sink
wheel:  ## fill dist/ with the package and all that it needs, as wheels
	$(SITE)
	@.venv/bin/python tools/wheels.py dist
clean:  ## remove all that these targets made
	rm -rf dist output .output.build .venv .tools node_modules
