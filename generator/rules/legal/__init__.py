"""What the law demands: clocks, recipients, content and evidence."""
