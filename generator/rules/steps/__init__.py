"""What is done: order, limits, who can do it, and what if it does not work."""
