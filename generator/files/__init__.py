"""The disk: reading plan folders, writing trees, putting a finished site in place."""
