"""Where one works: at home, in the office or both."""

import re

from jobtracker.domain.facts import WorkMode
from jobtracker.exchange.postings.text_lines import Piece

Mode = tuple[WorkMode, Piece]
HOME_LABELS = frozenset(
    {
        "homeoffice",
        "home office",
        "mobiles arbeiten",
        "remote",
        "remote work",
        "remote job",
        "telework eligible",
        "telework",
        "remote-anteil",
        "teletravail",
        "telearbeit",
    }
)
_MODES = {
    "none": WorkMode.ON_SITE,
    "site": WorkMode.ON_SITE,
    "hybrid": WorkMode.HYBRID,
    "remote": WorkMode.REMOTE,
}
_DAYS = r"(?:\d|one|two|three|four|ein(?:en)?|zwei|drei|vier|un|deux|trois|quatre)"
_RANGE = rf"{_DAYS}(?: ?(?:-|–|to|or|bis|oder|à|ou|/) ?{_DAYS})?"
_NO_REMOTE = (
    r"(?:not|no|non|kein\w*|nicht|pas de|sans|aucun|without)(?: [\w-]+){0,2} "
    r"(?:remote|home-?office|home office|télétravail|homeoffice|work(?:ing)? from home|wfh)"
    r"|(?:remote|remote work(?:ing)?|home-?office|télétravail) (?:is |ist |est )?(?:not|nicht|non"
    r"|impossible|unfortunately not)"
)
_HYBRID_PROSE = (
    r"hybrid(?:es?|en|er)?[ -](?:working|work\b|role|model|position|schedule|set-?up|job|policy"
    r"|arrangement|"
    r"pattern|office|basis|environment|company|team|organi[sz]ation|workplace|culture|employer"
    r"|arbeits\w+|arbeiten|modell|remote|approach|mode|opportunity|flexibility)"
    r"|(?:arbeiten|arbeitest|working|work|works|travail|organisation|mode|modèle|format|poste"
    r"|rythme|is|role,) (?:wir |est )?hybride?\b"
    rf"|{_RANGE} days?(?: (?:a|per|each|every) week|/week| weekly)? (?:in|at|from) (?:the|our"
    r"|your)(?: [\w-]+)? ?(?:office|home|hq|site)"
    rf"|office (?:for )?(?:at least )?{_RANGE} days"
    rf"|{_RANGE} (?:office|home|remote|wfh|on-?site|in-office) days?|{_RANGE} days?(?: (?:a"
    r"|per) week)? (?:remote"
    r"|from home|on-?site|in office|in-office|at home|wfh|per week (?:remote|on-?site|from home))"
    rf"|{_RANGE} tage?n?(?: (?:pro|die|in der|je) woche|/woche| wöchentlich)? (?:im "
    r"|in )?(?:home-?office|home office|remote|mobil|büro|vor ort|von zu ?hause)"
    rf"|{_RANGE} tage? (?:in der|pro|die) woche (?:kannst|können|arbeite\w*|dürfen"
    r"|darfst) (?:\w+ )?(?:\w+ )?(?:im home-?office|von zu ?hause|von zu hause|mobil|remote)"
    r"|(?:home-?office|mobiles arbeiten|mobile arbeit|remote)(?: ist| sind"
    rf"| möglich)? an (?:bis zu )?{_RANGE} tage?n?"
    rf"|{_RANGE} jours?(?: \w+)?(?: (?:par|/) semaine|/semaine|/sem\.?| hebdomadaires?)?(?: de"
    r"| en)? (?:télétravail|remote|distanciel|présentiel|au bureau|sur site)"
    rf"|télétravail (?:partiel|possible|hybride|occasionnel|ponctuel"
    rf"|:? ?\(?{_RANGE} ?j(?:ours?)?\b(?: ?(?:par|/) ?sem(?:aine)?)?|jusqu'à"
    rf"|à hauteur|{_DAYS})"
    r"|(?:homeoffice|home office|home-office|remote|mobiles? arbeiten)(?:-| )?(?:anteil|option"
    r"|möglich\w*|regelung|tage?|nach absprache|teilweise|und büro|bis zu|oder im büro)"
    r"|(?:möglichkeit|option|chance)\w* (?:zum|zu|auf|für|von|des"
    r"|zur) (?:teilweise[nm]? )?(?:mobilen? arbeit\w*|homeoffice|home-?office|home office|remote)"
    r"|(?:may|can|could|option to|able to) (?:also )?telework|telework (?:up to|part|some)\w*"
    r"|mobile working|(?<=[.;!] )hybrid(?=[:.;,])|[1-9]\d ?% (?:remote|home-?office|mobil\w*"
    r"|télétravail)"
    r"|teilweise (?:im )?(?:home-?office|remote|mobil)|mobiles arbeiten|mobile arbeit\b"
    r"|flexible mix|mix (?:of|aus) (?:home|remote|office|büro|homeoffice)"
    r"|télétravail (?:fréquent|régulier|autorisé|accepté)|accord (?:de )?télétravail|partly remote"
    r"|partially remote|part remote"
)
_REMOTE_PROSE = (
    r"(?:fully|100 ?%|completely|entirely|permanently|vollständig|komplett|full|totalement"
    r"|entièrement|rein|zu 100 ?%|all)[ -](?:remote|im homeoffice|homeoffice|home office"
    r"|télétravail|im home-?office|à distance|en télétravail|distributed)"
    r"|remote[ -](?:first|only|position|role|job|opportunity|contract|based|within|from anywhere"
    r"|in the|across|friendly company|\(|stelle|arbeitend)"
    r"|(?:is|are|work|working|works|arbeitest|arbeiten|position:"
    r"|role:) (?:a )?(?:fully )?remote(?:ly)?(?=[.,;!)]| (?:from|within|in|anywhere|across|and"
    r"|position|role|with))"
    r"|work(?:ing)? from (?:anywhere|home full)|work remotely"
    r"|(?<=[.;!] )remote(?: working)?(?=[.;,])|deutschlandweit remote|remote aus|bundesweit remote"
    r"|remote (?:deutschlandweit|europe|emea|us\b|uk\b|within)"
    r"|(?:100 ?%|full|complet) ?(?:télétravail|remote)|(?:mission|poste|travail|emploi|activité"
    r"|collaboration) (?:est )?(?:entièrement |100 ?% )?à distance|télétravail (?:total|complet"
    r"|intégral|à 100 ?%|100 ?%)|poste (?:est )?(?:en |à )(?:télétravail|distance)(?! partiel)"
)
_ON_SITE_PROSE = (
    r"(?:fully |100 ?% )?on-?site (?:role|position|job|only|presence|required|working|work\b"
    r"|at our|in our|five|5 days)"
    r"|(?:is|role:|be|work|working|100 ?%|fully) (?:fully |based )?(?:on-?site|in-office|in person"
    r"|in-person)\b|office[- ]based|in-person (?:role|position)|(?<=[.;!] )(?:présentiel|vor ort"
    r"|on-?site|in person)(?=[.;,]|$)|(?:five|5) days (?:a|per) week in (?:the|our)"
    r"|(?:arbeit|tätigkeit|präsenz|anwesenheit|einsatz|stelle|position) (?:findet |ist )?vor ort"
    r"|präsenz(?:stelle|pflicht|arbeit)|ausschließlich vor ort|ausschliesslich vor ort"
    r"|100 ?% vor ort"
    r"|(?:poste|travail|présence|100 ?%|uniquement|entièrement|totalement"
    r"|exclusivement) (?:est )?(?:en présentiel|sur site|sur place)|(?:poste"
    r"|travail) (?:est )?(?:100 ?% )?(?:en présentiel|sur site)"
)
_SAID = re.compile(
    rf"(?<![\w-])(?:(?P<none>{_NO_REMOTE})|(?P<hybrid>{_HYBRID_PROSE})|(?P<remote>{_REMOTE_PROSE})"
    rf"|(?P<site>{_ON_SITE_PROSE}))",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"remote|telework|hybrid|on-?site|in-office|in[ -]person|home|office|télétravail|distance"
    r"|distanciel"
    r"|présentiel|"
    r"sur site|vor ort|mobil|hause|anywhere|wfh|präsenz|büro|sur place|distributed",
    re.IGNORECASE,
)
_NOT_MODE = re.compile(
    r"\s*(?:cloud|vehicles?|servers?|apps?|sensing|desktops?|access|teams?\b(?! member)|sites?\b"
    r"|infrastructure|"
    r"customers?|clients?|monitoring|support (?:for|to)|network|controls?|gym|parking|canteen"
    r"|nursery|café|"
    r"restaurant|devices?|events?|mobile apps?|drives?|power|electric|fahrzeug|server|kita|kantine"
    r"|diagnos\w*|"
    r"stakeholders?|offices\b|users?|work(?:force|ers)|colleagues|systems?|engine|seeds?|wound"
    r"|parkplatz)\b",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"(?<![\w])(?:(?P<hybrid>hybrid\w*|teilweise (?:remote|homeoffice|home-?office)"
    r"|télétravail partiel|partly remote|partially remote|homeoffice möglich|home-?office möglich)"
    r"|(?P<remote>(?:fully |100 ?% )?remote\w*|work from home|wfh"
    r"|homebased|home-based|full remote|à distance|distanciel|anywhere|telecommute"
    r"|virtual)"
    r"|(?P<site>on-?site|in[- ](?:the )?office|in[- ]person|office-based|on location|vor ort"
    r"|präsenz|présentiel|sur site|sur place|im büro|no remote|on site))(?!\w)",
    re.IGNORECASE,
)
_HOME_SHARE = re.compile(
    r"(?P<remote>100 ?%|full\w*|vollständig|total\w*|complet\w*)|(?P<none>^(?:no|nein|non|none"
    r"|kein\w*|aucun|nicht|pas|not)\b)"
    r"|(?P<hybrid>\d(?:[^,;.()\n]{0,30}\b(?:semaine|sem|woche|week|monat|mois|month|jours?|tage?|days?))?|möglich|teilweise|partiel|partly|partial|ja\b|yes|oui|occasion\w*"
    r"|nach absprache|gelegentlich|flexib\w*|hybrid\w*)",
    re.IGNORECASE,
)


def mode_of_words(piece: Piece) -> Mode | None:
    """The work mode that a label's value, a place or a short line of a head names."""
    if said := mode_in_prose(piece):
        return said
    found = [
        each for each in _SHORT.finditer(piece.text) if not _NOT_MODE.match(piece.text, each.end())
    ]
    kinds = {each.lastgroup for each in found}
    if not found or ({"remote", "site"} <= kinds and "hybrid" not in kinds):
        return None
    best = next((each for each in found if each.lastgroup == "hybrid"), found[0])
    return _MODES[best.lastgroup or ""], piece.part(best.start(), best.end())


def mode_of_home(piece: Piece) -> Mode | None:
    """What a label "Homeoffice" or "Télétravail" says with days, a share, yes or no."""
    found = _HOME_SHARE.search(piece.text)
    return (
        (_MODES[found.lastgroup or ""], piece.part(found.start(), found.end())) if found else None
    )


def mode_in_prose(piece: Piece) -> Mode | None:
    """The work mode that a sentence says the job has; "remote servers" are none."""
    if not _HINT.search(piece.text):
        return None
    for found in _SAID.finditer(piece.text):
        if not _NOT_MODE.match(piece.text, found.end()):
            return _MODES[found.lastgroup or ""], piece.part(found.start(), found.end())
    return None
