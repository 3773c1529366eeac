"""Orders to hide, delay or alter a report or evidence, found by their words in English, Chinese and Spanish."""

from __future__ import annotations

import re

HINTS = (
    "hide", "conceal", "cover up", "play down", "delay", "postpone", "hold back", "put off", "delete", "erase",
    "destroy", "shred", "alter", "falsif", "forge", "rewrite", "tamper", "backdate", "back-date", "do not ", "don't ",
    "don’t ", "never ", "nobody ", "no one ", "keep it ", "keep this ", "keep that ", "ocult", "escond", "encubr",
    "retras", "demor", "aplaz", "aplac", "borr", "elimin", "destru", "no inform", "no notifi", "no avis", "no comuni",
    "瞒报", "谎报", "隐瞒", "删除", "销毁", "篡改", "清除", "延迟", "推迟", "拖延", "不要", "不得", "不准", "不许",
    "暂不", "先不", "不予", "禁止",
)  # fmt: skip
"""One of these stands in every such order: a quick sieve before the slow search."""

_THE = r"(?: (?:the|this|that|these|those|any|all|every|our|your|a|an|of|from|in))*"
_CASE = r"(?:accident|incident|event|leak|breache?|fire|injury|injurie|death|attack|emergency|emergencie|fact)s?"
_PROOF = r"(?:report|log|log file|record|recording|trace|proof)s?|(?:evidence|timeline|incident log|audit trail)"
_REPORT = r"(?:reports?|reporting|notifications?|notices?)"
_OFFICE = r"(?:authority|authorities|police|regulators?|government|inspectors?|bureau|administration|fire service)"
_CASO = r"(?:accidente|incidente|fuga|brecha|incendio|hecho)s?"
_PRUEBA = r"(?:registro|prueba|evidencia|informe)s?"
_AUTORIDAD = r"(?:autoridad|autoridades|policía|inspección|agencia|administración|aepd)"

_DEEDS = re.compile(
    rf"\b(?:hide|conceal|cover up|play down){_THE}(?: \w+)? (?:{_CASE}|{_PROOF})\b"
    rf"|\b(?:delay|postpone|hold back|put off){_THE}(?: \w+)? {_REPORT}\b"
    rf"|\b(?:delete|erase|destroy|shred|alter|falsify|forge|rewrite|tamper with){_THE}(?: \w+)? (?:{_PROOF})\b"
    r"|\bback-?date\b"
    rf"|\b(?:ocult|escond|encubr)(?:ar|er|ir|e|a|en|an)\b(?: \w+){{0,2}} (?:{_CASO}|{_PRUEBA})\b"
    r"|\b(?:retras|demor|aplaz|aplac)(?:ar|e|a|ue|en)\b(?: \w+){0,2} (?:notificación|informe|aviso|comunicación)\b"
    rf"|\b(?:borr|elimin|alter|falsific|destru)(?:ar|ir|e|a|ya|en|an|yan)\b(?: \w+){{0,2}} {_PRUEBA}\b"
    r"|瞒报|谎报|隐瞒[^，。；]{0,6}(?:事故|事件|情况|泄露)"
    r"|(?:删除|销毁|篡改|清除)[^，。；]{0,4}(?:记录|日志|证据)|(?:延迟|推迟|拖延)(?:上报|报告)",
    re.IGNORECASE,
)
"""What the same sentence can forbid."""

_SILENCE = re.compile(
    rf"\b(?:do not|don't|don’t|never|nobody|no one) (?:report|notify|inform|tell|call)s?{_THE} "
    rf"(?:it|this|to{_THE} {_OFFICE}|{_OFFICE}|{_CASE})\b"
    rf"|\b(?:keep|hide) (?:it|this|that) (?:secret )?from{_THE} {_OFFICE}\b"
    r"|\bno (?:informar|informe|notificar|notifique|avisar|avise|comunicar|comunique)\b"
    rf"(?: \w+){{0,4}} (?:{_AUTORIDAD}|{_CASO})\b"
    r"|(?:不要|不得|不准|不许|暂不|先不|不予|禁止)(?:上报|报告|报警|向[^，。；]{1,8}报告)",
    re.IGNORECASE,
)
"""Orders to be silent, which hold the word "not" themselves."""

_FORBIDDEN = re.compile(
    r"\b(?:never|not|no|nobody|none|nothing|cannot|can't|don't|don’t|forbidden|nunca|jamás|sin|nadie|prohibido)\b"
    r"|不|勿|禁|别|未|无人",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"[.;:!?。；！？，]\s*|, (?:so|then|but) ")
_CONDITION = re.compile(r"^(?:if|when|where|unless|until|si|cuando)\b[^,]*, ", re.IGNORECASE)


def order_to_conceal(words: str) -> str | None:
    """The words that give such an order, or None; a sentence that forbids it gives none."""
    words = " ".join(words.split())
    if not (_SILENCE.search(words) or _DEEDS.search(words)):
        return None
    for clause in _CLAUSES.split(words):
        silence = _SILENCE.search(clause)
        if silence:
            return silence[0]
        order = _CONDITION.sub("", clause)
        for deed in _DEEDS.finditer(order):
            if not _FORBIDDEN.search(order[: deed.start()]):
                return deed[0]
    return None
