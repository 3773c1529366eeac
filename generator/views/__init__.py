"""Typed views: what one page shows, ready for a template that only prints."""
