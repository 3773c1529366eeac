"""Pictures drawn as SVG at build time, each with a title and a description for those who can't see it."""
