"""Companies that are also tools of the trade: "I use Slack daily" names no employer."""

import re

from jobtracker.domain.names import fold
from jobtracker.domain.text import words_of

_PRODUCTS = words_of(
    "slack notion stripe linear figma github gitlab asana monday segment salesforce oracle sap"
    " adobe airtable hubspot snowflake databricks datadog twilio shopify square atlassian docker"
    " mongodb elastic tableau google microsoft amazon apple zoom miro canva webflow zapier"
    " intercom zendesk mailchimp servicenow workday intuit autodesk dropbox trello jira retool"
    " vercel netlify cloudflare paypal klarna wise ramp plaid splunk confluent redis nvidia intel"
    " ibm datev linkedin indeed xing meta facebook instagram youtube tiktok wordpress squarespace"
    " wix"
)
_BEFORE, _AFTER = 120, 60
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[\W\d]*[A-ZÄÖÜÀÉ])|\n")
_USED = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|tools?|skills?|stack|software|proficien\w+|fluent in"
    r"|experienced? (?:in|with)|knowledge of|know|certified|certificat\w+|integrat\w+|automat\w+"
    r"|migrat\w+|dashboards?|payments|mit|nutze|kenne|kenntnisse|beherrsche|erfahrung"
    r"|arbeite sicher|zertifi\w+|berichte|maîtrise\w*|utilis\w+|logiciels?|outils?|connais|manejo"
    r"|uso|utiliz\w+|domino|herramientas?|conozco)\b",
    re.IGNORECASE,
)
_EMPLOYING = re.compile(
    r"\b(?:position|role|apply\w*|application|join\w*|opening|vacancy|team at|work(?:ing)? (?:at"
    r"|for)|hire|why|stelle|bewerb\w+|bei|für|anzeige|zu|künftig|poste|candidature|postul\w+|chez"
    r"|annonce|service de|rejoindre|puesto|candidatura|incorporar\w*|servicio de|oferta)\b",
    re.IGNORECASE,
)


def is_tool(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is a product named among what the person works with."""
    if fold(text[start:end]) not in _PRODUCTS:
        return False
    before = _SENTENCE_END.split(text[max(0, start - _BEFORE) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _AFTER])[0]
    return bool(_USED.search(before)) and not _EMPLOYING.search(before + "\n" + after)
