"""Search in the built site: Pagefind over HTTP, a plain list of pages for a copy opened from a folder."""
