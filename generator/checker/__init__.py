"""Runs the rules over a handbook, applies waivers, and keeps the manual."""
