"""The words by which headings of salary tables are known, in the languages they come in.

A heading is compared folded: no case, no accents, "_" and camelCase as blanks.
"""

import re
from functools import lru_cache

from jobtracker.domain.text import folded

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_APART = re.compile(r"[^\w%#€$£¥₹+<>]+|_+")
_RUN_TOGETHER = {
    "totalyearlycompensation": "total yearly compensation",
    "basesalary": "base salary",
    "stockgrantvalue": "stock grant value",
    "jobtitle": "job title",
    "yearsofexperience": "years of experience",
    "minsalary": "min salary",
    "maxsalary": "max salary",
}
_DIGITS_BEHIND = re.compile(r"(?<=[a-z])(?=\d)")


@lru_cache(maxsize=4096)
def plain(heading: str) -> str:
    """A heading for comparing: "AvgGross_Salary (EUR)" -> "avg gross salary eur"."""
    words = folded(_APART.sub(" ", _CAMEL.sub(" ", heading[:400]))).split()
    return " ".join(_RUN_TOGETHER.get(word, word) for word in words)


def _any(words: str) -> re.Pattern[str]:
    """Any of the phrases, which stand between bars, as whole words."""
    phrases = "|".join(phrase.strip() for phrase in words.split("|"))
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)")


_N = "10|25|50|75|90"
PERCENTILE = re.compile(
    rf"(?<!\w)(?:(?:p|pct|perc\w*|perz\w*|centile|centil|quantil\w*) ?(?P<behind>{_N})(?:th)?"
    rf"|(?P<before>{_N}) ?(?:th|st|e|er|p)? ?(?:pct|perc\w*|perz\w*|centile|centil|quantil\w*|%|p)"
    rf"|(?P<alone>{_N})(?:th|e))(?!\w)"
)
QUANTILES = {
    "p10": _any("d1|(?:lower|first|1st|bottom) decile|1(?:er)? decile|unteres dezil"),
    "p25": _any("q1|(?:lower|first|1st|bottom) quartile?|unteres quartil|1(?:er)? quartile?|"
                "erstes quartil|premier quartile|primer cuartil|primo quartile"),
    "p50": _any("q2|med|median\\w*|mediane|mediana"),
    "p75": _any("q3|(?:upper|third|3rd|top) quartile?|oberes quartil|3e? quartile?|"
                "drittes quartil|troisieme quartile|tercer cuartil|terzo quartile"),
    "p90": _any("d9|(?:upper|ninth|9th|top) decile|9e? decile|oberes dezil"),
}  # fmt: skip
LOW = _any(
    "min|mini|minimum|minima|minim[oa]|low|lower|lowest|floor|from|bottom|start|starting|"
    "begin|beginning|mindest\\w*|untergrenze|unteres?|von|ab|desde|minimale?|vanaf|da"
)
HIGH = _any(
    "max|maxi|maximum|maxima|maxim[oa]|massim[oa]|high|higher|highest|upper|top|ceiling|"
    "end|to|hochst\\w*|obergrenze|oberes?|bis|hasta|maximale?|tot|plafond"
)
MEAN = _any(
    "mean|average|avg|durchschnitt\\w*|mittelwert|mittel|moyenn?e?s?|promedio|media|medio|"
    "gemiddelde?"
)
PAY = _any(
    "pay|salary|salaries|wage|wages|compensation|earnings|remuneration|income|rate|base|"
    "gehalt\\w*|lohn|lohne|entgelt\\w*|grundgehalt|verdienst|vergutung|\\w+gehalt|\\w+lohn|"
    "\\w+entgelt|salaires?|remunerations?|salarios?|sueldos?|retribucion|stipendi\\w*|"
    "retribuzione|loon|salaris|tc|amount|ral|range"
)
RATES_ONLY = re.compile(r"(?<!\w)rates?(?!\w)")

COUNT = _any(
    "n|n obs|nobs|sample|sample size|responses?|respondents?|reports?|reported|count|"
    "observations?|answers|submissions|entries|records|data points|datapoints|# salaries|"
    "salar(?:y|ies) (?:count|reported|submitted)|number of (?:salaries|responses|reports|"
    "respondents|answers|samples|entries|records|observations|people asked)|"
    "antworten|stichprobe|anzahl(?: \\w+)?|teilnehmer|fallzahl|echantillon|reponses|"
    "repondants|respuestas|muestra|encuestados|risposte|campione|steekproef|antwoorden"
)
EMPLOYMENT = _any(
    "tot emp|total employment|employment|employed|headcount|workforce|number of jobs|"
    "employees|number of employees|beschaftigte|effectifs?|empleados|occupati|"
    "mitarbeiter|mitarbeitende|werknemers"
)
RSE = _any("rse|prse|emp prse|relative standard error")

CODE = _any(
    "occ code|soc|soc code|code|isco|isco code|kldb|rome|job code|occupation code|onet|"
    "o net soc code|noc|anzsco|cno|cod|codigo|codice|schlussel|kennziffer"
)
CURRENCY = _any("currency|currency code|salary currency|ccy|wahrung|devise|moneda|valuta|monnaie")
PERIOD = _any(
    "period|pay period|pay frequency|frequency|per|unit|pay unit|rate type|pay basis|"
    "wage unit|salary period|zeitraum|periode|periodo|periodicite|abrechnungszeitraum|"
    "pay type|interval|salary type"
)
YEAR = _any(
    "year|survey year|work year|data year|fiscal year|date|as of|timestamp|effective date|"
    "effective|jahr|stand|gultig ab|annee|ano|anno|jaar|reference period|submitted|updated|"
    "last updated|period ending"
)
ROLE = _any(
    "role|role title|title|job title|occ title|occupation|occupation title|position|"
    "position title|job|job name|profession|beruf|berufsbezeichnung|tatigkeit|stelle|"
    "stellenbezeichnung|funktion|metier|poste|emploi|intitule|intitule du poste|fonction|"
    "puesto|cargo|profesion|ocupacion|ruolo|mansione|professione|qualifica|functie|beroep|"
    "trade|classification|craft|designation|worker|berufsgruppe|job role|post"
)
WHOSE = _any(
    "company|company name|employer|firma|unternehmen|arbeitgeber|entreprise|empresa|azienda|source"
)
FAMILY = _any(
    "job family|family|department|function|category|group|discipline|team|abteilung|"
    "bereich|specialty|specialization|track|tag"
)
LEVEL = _any(
    "level|seniority|seniority level|career level|experience level|experience|grade|band|"
    "pay band|pay grade|step|tier|rank|years of experience|stufe|entgeltgruppe|"
    "entgeltstufe|erfahrung|erfahrungsstufe|karrierestufe|besoldungsgruppe|niveau|"
    "niveau d'experience|anciennete|nivel|experiencia|livello|esperienza|ervaring|schaal|"
    "job level|yrs|yoe|gruppe|tarifgruppe|grado|echelon|categorie|zone"
)
CITY = _any(
    "city|town|location|job location|work location|place|metro|metro area|area title|ort|"
    "stadt|standort|arbeitsort|lieu|lieu de travail|ville|ciudad|lugar|localidad|citta|"
    "luogo|sede|plaats|stad|site|office|company location|local|msa|worksite"
)
STATE = _any(
    "state|province|bundesland|departement|provincia|comunidad|prim state|land des bundes|"
    "county|kanton"
)
COUNTRY = _any("country|nation|land|pays|pais|paese|nazione|staat|employee residence")
REGION = _any("region|area|regione|regio|gebiet|geography|geo|market|zona|territory")

NET = _any("net|netto\\w*|neto|nette?|take home|after tax|nach steuern")
ADDED_PAY = _any(
    "bonus|bonuses|boni|stocks?|equity|grants?|commissions?|overtime|allowances?|premium|"
    "tips|pramien?|zulagen?|primes?|signing|rsus?|sonderzahlung|additional|supplemental|"
    "extra|variable|incentives?|zusatz\\w*"
)
"""Pay that comes on top of a base; never the figure itself, not even with "P90" beside it."""
LEFT_OUT = re.compile(r"(?<!\w)(?:excl|excluding|without|ohne|hors|sin)(?!\w).*")
"""What a heading says its figures do without: "Base salary (excl. bonus)"."""
BESIDE = _any(
    "benefits?|pension|differential|std|stdev|standard deviation|confidence|change|growth|"
    "increase|yoy|ci|tax|vacation|fringes?|fringe benefits|h & w|mean prse|ratio|index|"
    "jobs 1000|loc quotient|pct total|pct rpt|percent|zuschlag|dues|health|welfare|annuity|"
    "package"
)
BASE_PAY = _any("base|basic|grundgehalt|grundlohn|fixum|fixgehalt|fixed|fixe")
GROSS_PAY = _any("gross|brutto\\w*|bruto|brute?|lord[ao]")
TOTAL_PAY = _any(
    "total|tc|ote|all in|target cash|on target|gesamtvergutung|gesamtgehalt|gesamtbezuge|"
    "gesamtverdienst|totale"
)
PEOPLE = _any("men|women|males?|females?|manner|frauen|hommes|femmes|hombres|mujeres")
MIDDLE = _any("mid|mid ?point|middle")
"""The middle of a band, which is neither its median nor a level where both ends stand beside it."""
NO_PAY = _any(
    "start date|end date|hire date|age|gender|sex|id|row|no|nr|index|url|link|remote "
    "ratio|employment type|employment status|company size|hours|hours a week|email"
)

LEVEL_NAME = re.compile(
    r"(?<!\w)(?:intern|trainee|apprentice|entry(?: level)?|junior|jr|early(?: career)?|mid(?: "
    r"level| career)?|middle|intermediate|experienced|senior|sr|lead|staff|principal|head|director|"
    r"expert|journeyman|foreman|master|einsteiger|berufseinsteiger|berufserfahren\w*|debutant\w*|"
    r"confirme\w*|executive|manager|semi senior|starter|medior|"
    r"(?:stufe|step|level|stage|grade|band|tier|year|echelon|niveau|nivel|livello|jahr|period|l|ic|"
    r"e|t|schritt|trede|estufe) ?\d{1,2}|(?:grade|band|group|tier) [a-z]|"
    r"\d{1,2} ?(?:\+|(?:to |bis |a )?\d{0,2}) ?(?:years?|yrs|yoe|jahren?|ans|anos|anni|jaar)"
    r"(?: of experience)?|\d{1,2}(?:st|nd|rd|th) (?:year|period|step))(?!\w)"
)
PLACE_NAME = _any(
    "national|nationwide|london|inner london|outer london|fringe|rest of \\w+|"
    "ost|west|east|northeast|midwest|south|north|remote|berlin|munchen|munich|paris|"
    "new york|san francisco|zurich|urban|rural|province|ile de france|"
    "zone [a-z0-9]|tier [1-9] city|high cost|low cost"
)
YEAR_NAME = re.compile(r"(?<!\w)(?:fy ?)?(?P<year>(?:19|20)\d\d)(?:[ /-]\d{2,4})?(?!\w)")
FILLERS = _any(
    "the|of|in|per|a|an|and|for|by|at|gross|brutto|bruto|brut|lorda|base|basic|total|"
    "value|amount|scale|pay|point|points|spine|value|usd|range|band|annual|approx|"
    "estimated|est|de|du|des|la|le|el|en|im|pro|je|und|der|die|das|mit|h|std|end|rate|"
    "thousands?|000s?|k|tsd|teur|full time|fte|money|level|all|percentile|wages?"
)
TOTALS = _any(
    "totals?|grand total|sub ?total|sum|summe|gesamt|insgesamt|gesamtsumme|ensemble|totale|"
    "somme|suma|totaal|zwischensumme|(?:overall|grand|weighted|company|total)? ?(?:average|avg|"
    "mean|median)(?: (?:of all|total|overall|salary|pay|wage))?|overall|durchschnitt|"
    "gesamtdurchschnitt|mittelwert|mediane|mediana|moyenne|promedio|gemiddelde|"
    "all (?:employees|roles|jobs|positions|staff|titles|levels|grades)|alle (?:berufe|stellen)"
)
THOUSANDS = re.compile(
    r"(?<!\w)(?:k|tsd|000s?|in thousands?|thousands?|teur|k ?[€$£]|[€$£] ?k)(?!\w)"
)
