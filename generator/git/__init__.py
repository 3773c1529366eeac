"""Asks git about earlier states of the plans; the only thing it adds to a repository is the tag of an edition."""
