"""What customers get: floors, tiers and approvals."""
