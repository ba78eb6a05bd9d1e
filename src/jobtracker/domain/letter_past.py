"""Whether a company that a letter names is the one applied to or one of the person's own past.

"I'm applying at [Company]. My most recent work at [Company] ..." names the addressee and then a
past employer; filling both from the application would tell the addressee that the person already
works there. So a company (or job title) is taken for a past one by the words around it in its
sentence: where the last thing said before it is about one's own past ("my most recent work at",
"when I worked at", "currently at", "joined") and not about the job applied for ("position at",
"would", "drawn to"), or where its sentence begins "At [Company] I built". A company named again
after "I built ... at" is taken for a past one too. In doubt it is the past one: that is never
filled from the application, so the worst outcome is a question too many.
"""

import re

_SENTENCE_END = re.compile(r"[.!?]\s+|\n")
_JOB = r"(?:work|role|roles|position|job|jobs|employer|employers|company|project|team|experience)"
_OWN_PAST = re.compile(
    rf"\bmy (?:\w+ ){{0,2}}(?:recent|previous|current|last|former|past|present|prior)"
    rf"(?: \w+){{0,2}}? {_JOB}\b"
    rf"|\b(?:most recent|previous|current|former|last|prior) {_JOB}\b"
    r"|\b(?:when|while|since|before|after) i (?:\w+ )?(?:worked|was|joined|started|left|served)\b"
    r"|\bi (?:have |had |also |recently |currently |previously |first |then )*"
    r"(?:worked|work|joined|left|served|interned|am employed|am working|was employed|was working)\b"
    r"|\b(?:currently|presently|previously|formerly|until recently|most recently|recently)"
    r"(?: \w+){0,5}? (?:at|with|for|by)\b"
    r"|\bmy (?:\w+ )?(?:time|years?|months|tenure|career|internship|apprenticeship|days|stint)\b"
    r"|\b(?:during|in) my (?:\w+ )?(?:time|years|tenure|role|work)\b"
    r"|\b(?:worked|employed|hired|interned|served) (?:at|by|for|with)\b"
    r"|\bjoined\b|\bas an? (?:current |former )?employee\b|\bwhile (?:working )?(?:at|with)\b",
    re.IGNORECASE,
)
_JOB_APPLIED_FOR = re.compile(
    r"\b(?:apply|applying|application|applied)\b"
    r"|\b(?:interest|interested|excited|thrilled|eager|keen|drawn|delighted|passionate)\b"
    r"|\b(?:would|could|will|hope|want|wish|like|love|look forward|looking|join|joining|become)\b"
    r"|['’](?:d|ll)\b"
    r"|\b(?:opportunity|opening|vacancy|contribute|contributing|bring|advertised|posted|admired?)\b"
    r"|\b(?:your|this|the|that) (?:\S+ ){0,4}(?:position|role|opening|job|team)\b",
    re.IGNORECASE,
)
_OWN_DEED = re.compile(
    r"\bi (?:\w+ly )?(?!admired|noticed|followed|wanted|decided|learned|learnt|discovered|watched"
    r"|researched|believed|heard|applied|enjoyed|used|was|had|loved|liked|hoped|looked|wished)"
    r"(?:\w+ed|led|built|brought|wrote|ran|made|grew|cut|won|took|spent|taught|sold|oversaw|kept|set)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:at|for|with|by|in|of)(?: the)?\s*$", re.IGNORECASE)
_PAST_AFTER = re.compile(
    r"['’]?s?,? where i(?:['’]ve| have| am|['’]m| was| currently| led| built| \w+ed)\b",
    re.IGNORECASE,
)


def is_past(before: str, after: str, *, again: bool) -> bool:
    """Whether a company named between these words is one the person worked for.

    `again` says that the letter named a company to apply to earlier.
    """
    if _PAST_AFTER.match(after):
        return True
    sentence = _SENTENCE_END.split(before)[-1]
    if _PLACE.match(sentence.lstrip()) and _OWN_DEED.match(after.lstrip(" ,")):
        return True
    past = _last_end(_OWN_PAST, sentence)
    future = _last_end(_JOB_APPLIED_FOR, sentence)
    if past > future:
        return True
    deed = _last_end(_OWN_DEED, sentence)
    return again and deed > future and bool(_PLACE.search(sentence))


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends; -1 without one."""
    return max((match.end() for match in pattern.finditer(text)), default=-1)
