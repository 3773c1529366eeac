"""Reports in the forms people and programs read."""

from generator.reporters.diff_json import diff_as_json
from generator.reporters.diff_markdown import diff_as_markdown
from generator.reporters.diff_text import diff_as_text
from generator.reporters.github_report import report_as_github
from generator.reporters.gitlab_report import report_as_gitlab
from generator.reporters.json_report import report_as_json
from generator.reporters.junit_report import report_as_junit
from generator.reporters.review_json import review_as_json
from generator.reporters.review_markdown import review_as_markdown
from generator.reporters.review_text import review_as_text
from generator.reporters.sarif_report import report_as_sarif
from generator.reporters.text_report import finding_as_text, report_as_text, summary_as_text

__all__ = [
    "diff_as_json",
    "diff_as_markdown",
    "diff_as_text",
    "finding_as_text",
    "report_as_github",
    "report_as_gitlab",
    "report_as_json",
    "report_as_junit",
    "report_as_sarif",
    "report_as_text",
    "review_as_json",
    "review_as_markdown",
    "review_as_text",
    "summary_as_text",
]
