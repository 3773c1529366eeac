"""A complete handbook of six tiny files that tests break on purpose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.finding import Finding
from generator.loading import LoadedHandbook, PlanFile, load_handbook
from generator.position import Position

CONTROL = """\
control:
  version: 1.0.0
  status: approved
  owner: keeper
  approver: keeper
  approved_on: 2026-01-31
  review_every: 1 month
"""
SETTINGS = """\
company:
  name: Corner Shop
  about: A shop with one room.
languages:
  - {code: en, title: English}
time_zone: Asia/Shanghai
intake: keeper
scenario_groups:
  - {id: safety, title: Safety, asks: Is anybody in danger?}
schema_version: 2.0.0
"""
STAFF = f"""\
id: staff
title: Staff
summary: Who works here.
{CONTROL}
sites:
  - {{id: shop, title: Shop, address: 1 Main Street}}
departments:
  - {{id: sales, title: Sales, head: keeper, duties: [Sell things.]}}
authorities:
  - {{id: close-shop, title: Close the shop, limit: CNY 500}}
roles:
  - id: keeper
    title: Shopkeeper
    department: sales
    seniority: executive
    mission: Keeps the shop.
    authorities: [close-shop]
  - id: clerk
    title: Clerk
    department: sales
    seniority: staff
    superior: keeper
    mission: Serves customers.
people:
  - id: mei-lin
    name: Mei Lin 林美
    site: shop
    contacts:
      - {{contact: mobile, value: "+86 5550 000 0000", verified_on: 2026-01-15}}
assignments:
  - {{role: keeper, person: mei-lin, since_on: 2026-01-01}}
  - {{role: clerk, person: mei-lin, since_on: 2026-01-01}}
"""
SEVERITY = f"""\
id: severity
title: Grades
summary: How bad it is.
{CONTROL}
grades:
  - id: serious
    title: Serious
    rank: 1
    meaning: The shop must close.
    criteria:
      - {{when: Somebody is hurt.}}
    informs: [keeper, clerk]
    handled_by: [keeper]
    within: 2 h
    updates_every: 30 min
doubt: Take the higher grade.
declared_by: [keeper]
stood_down_by: [keeper]
intake: Tell the shopkeeper.
escalation:
  - id: nobody-answers
    title: Nobody answers
    grade: serious
    steps:
      - {{after: 5 min, notify: keeper, via: [phone], says: Come to the shop.}}
      - {{after: 15 min, notify: clerk, via: [phone], says: Come to the shop.}}
"""
WAYS = f"""\
id: ways
title: Ways to tell people
summary: How we reach people.
{CONTROL}
channels:
  - id: phone
    title: Telephone
    direction: both
    owner: keeper
    deputy: clerk
    account_holder: The shopkeeper
    reaches: [customers]
    how: Lift it and dial.
audiences:
  - {{id: customers, title: Customers, wants_to_know: Whether the shop is open.}}
"""
FIRE = f"""\
id: fire
title: Fire
summary: Something burns.
group: safety
covers: [FIRE-1]
also_known_as: [smoke]
{CONTROL}
signals:
  - {{see: There is smoke., source: Anybody}}
severity:
  - {{grade: serious, when: Always.}}
activated_by: keeper
commander: keeper
phases:
  - id: detect
    steps:
      - id: look
        do: Look where the smoke comes from.
        part: organization
        responsible: clerk
        accountable: keeper
        within: 1 min
        takes: {{best: 10 s, likely: 20 s, worst: 1 min}}
  - id: report
    steps:
      - id: call
        do: Call the fire service.
        part: communication
        responsible: clerk
        accountable: keeper
        after: [look]
        within: 2 min
        takes: {{best: 30 s, likely: 1 min, worst: 1 min}}
        via: [phone]
  - id: respond
    steps:
      - id: leave
        do: Leave the shop with everybody.
        part: organization
        responsible: clerk
        accountable: keeper
        after: [look]
        within: 3 min
        takes: {{best: 1 min, likely: 1 min, worst: 2 min}}
        if_not: {{do: Shout from the window., step: call, escalate_to: keeper}}
  - id: handle
    steps:
      - id: wait
        do: Keep people away until the fire service comes.
        part: organization
        responsible: clerk
        accountable: keeper
        after: [call, leave]
        since: leave
        within: 1 h
        takes: {{best: 5 min, likely: 10 min, worst: 1 h}}
  - id: recover
    steps:
      - id: open
        do: Open the shop again.
        part: organization
        responsible: keeper
        accountable: keeper
        after: [wait]
        within: 1 day
        takes: {{best: 1 h, likely: 2 h, worst: 5 h}}
  - id: review
    steps:
      - id: learn
        do: Write down what to do better.
        part: organization
        responsible: keeper
        accountable: keeper
        after: [open]
        within: 5 business days
        takes: {{best: 1 h, likely: 1 h, worst: 2 h}}
stand_down:
  when: [The fire service allows it.]
  by: keeper
not_applicable:
  technical: The shop has no machines.
  legal: No report is due.
  remediation: Nobody paid for anything.
"""
DEMANDS = """\
id: demands
title: Demands
summary: What the handbook must say.
requirements:
  - {id: FIRE-1, area: Safety, need: The handbook says what to do in a fire.}
"""
SMALL = {
    "handbook.yml": SETTINGS,
    "organization/staff.yml": STAFF,
    "severity.yml": SEVERITY,
    "communication/ways.yml": WAYS,
    "scenarios/fire.yml": FIRE,
    "requirements/demands.yml": DEMANDS,
}


@dataclass(frozen=True)
class SmallHandbook:
    """Texts by path inside plans/, and the places that were marked with « and » when a text was changed."""

    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType(SMALL))
    marks: tuple[Position, ...] = ()

    def with_change(self, inside: str, old: str, new: str) -> SmallHandbook:
        """Replace what stands once in a file; «…» in the new text marks a place that is expected to be named."""
        text = self.texts[inside]
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {inside}"
        return self.with_file(inside, text.replace(old, new))

    def with_file(self, inside: str, text: str) -> SmallHandbook:
        """Add or replace a file, in which «…» marks places."""
        lines, marks = [], list(self.marks)
        for number, line in enumerate(text.split("\n"), start=1):
            rest = line
            while "«" in rest:
                before, _, tail = rest.partition("«")
                word, _, after = tail.partition("»")
                column = len(before) + 1
                marks.append(Position(f"plans/{inside}", number, column, number, column + len(word)))
                rest = before + word + after
            lines.append(rest)
        return SmallHandbook({**self.texts, inside: "\n".join(lines)}, tuple(marks))

    def without(self, inside: str) -> SmallHandbook:
        """The handbook with one file less."""
        return SmallHandbook({path: text for path, text in self.texts.items() if path != inside}, self.marks)

    def files(self) -> list[PlanFile]:
        return [PlanFile(f"plans/{inside}", inside, text.encode()) for inside, text in self.texts.items()]

    def load(self) -> LoadedHandbook:
        return load_handbook(self.files(), "plans")

    def findings(self) -> tuple[Finding, ...]:
        """All findings; errors are expected to prevent a handbook."""
        loaded = self.load()
        assert (loaded.handbook is None) == bool(loaded.report.errors)
        return loaded.report.findings

    def only_finding(self) -> Finding:
        """The one finding there is, at the one place that was marked."""
        findings = self.findings()
        assert len(findings) == 1, findings
        assert (findings[0].position,) == self.marks
        return findings[0]
