"""What is practised, and what came of it."""
