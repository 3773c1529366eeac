# The two commands to know: make handbook, make test.
.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help handbook serve test bench lock clean

# make PYTHON=/path/to/python3 ... chooses the interpreter that .venv is made with.
export PYTHON

help: ## List these commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | while IFS='	' read -r name text; do printf 'make %-9s %s\n' "$$name" "$$text"; done

handbook: ## Install what is needed and publish the handbook with its editions
	@bash .ci/setup runtime
	@.editions/fetch
	@.venv/bin/handbook site --current

serve: ## Show the handbook in a local web server, built anew on each change
	@bash .ci/setup runtime
	@.venv/bin/handbook serve

test: ## Install what the tests need, a browser included, and run every check
	@bash .ci/setup test 2>&1
	@bash .ci/check

bench: ## Run the benchmarks
	@bash .ci/setup test
	@.venv/bin/python -m tests.benchmarks

lock: ## Renew requirements.lock and requirements-test.lock from pyproject.toml
	@bash .ci/lock

clean: ## Remove what was built, and the caches; .venv stays
	rm -rf site public .handbook build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
	find . -name .venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +
