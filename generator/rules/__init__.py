"""The rules of the checker: one package a family, one module a rule, none knows another.

A rule module has a docstring (first line: what a finding means; then what is checked, `## Why`, `## How to fix`),
`LEVEL`, `SOURCES`, perhaps `THRESHOLDS`, and `check(facts)`. Beside it lie `<name>.bad.yml`, `<name>.good.yml` and
`<name>.bad.txt`. The module name is the id of the rule, the package its family.
"""
