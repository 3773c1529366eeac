"""Editions of the handbook: how they are numbered, what they hold, what readers find around them. Nothing here acts."""
