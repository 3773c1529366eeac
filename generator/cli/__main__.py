"""`python -m generator.cli` does what `handbook` does."""

from generator.cli.app import main

main()
