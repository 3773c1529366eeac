"""Languages: gettext catalogs, translated words, and dates, durations and amounts as people read them."""
