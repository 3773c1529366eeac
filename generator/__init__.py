"""Turn emergency plans written in YAML into a checked, searchable handbook site."""

__version__ = "0.1.0"
