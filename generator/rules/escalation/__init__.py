"""Who is told next, over what, and in time."""
