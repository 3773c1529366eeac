"""Asks git about earlier states of the plans; nothing here changes a repository."""
