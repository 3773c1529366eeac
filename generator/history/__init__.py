"""What changed in meaning from one edition of a handbook to another; pure, and blind to files and revisions."""
