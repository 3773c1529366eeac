"""From views to finished HTML: templates, prose, diagrams."""
