"""Document control: approval, review, copies and words."""
