"""What is said: approval, statements, channels and spokespersons."""
