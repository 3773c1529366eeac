"""What a change of plans reaches: scenarios, roles, cards, pages, approvals, findings, translations."""
