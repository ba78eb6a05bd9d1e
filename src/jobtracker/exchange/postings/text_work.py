"""How one works: at home or in the office, and as what one is employed."""

import re
from collections.abc import Iterable

from jobtracker.domain.facts import EmploymentType, WorkMode
from jobtracker.exchange.postings.text_lines import Piece, parts

Mode = tuple[WorkMode, Piece]
Employment = tuple[EmploymentType, Piece]

_DAYS = r"(?:\d|one|two|three|four|ein(?:en)?|zwei|drei|vier|un|deux|trois|quatre)"
_RANGE = rf"{_DAYS}(?: ?(?:-|–|to|or|bis|oder|à|ou|/) ?{_DAYS})?"
_NO_REMOTE = (
    r"(?:not|no|non|kein\w*|nicht|pas de|sans|aucun|without)(?: [\w-]+){0,2} "
    r"(?:remote|home-?office|home office|télétravail|homeoffice|work(?:ing)? from home|wfh)"
    r"|(?:remote|remote work(?:ing)?|home-?office|télétravail) (?:is |ist |est )?(?:not|nicht|non|impossible|unfortunately not)"
)
_HYBRID_PROSE = (
    r"hybrid(?:es?|en|er)?[ -](?:working|work\b|role|model|position|schedule|set-?up|job|policy|arrangement|"
    r"pattern|office|basis|environment|company|team|organi[sz]ation|workplace|culture|employer|arbeits\w+|arbeiten|modell|remote|approach|mode|opportunity|flexibility)"
    r"|(?:arbeiten|arbeitest|working|work|works|travail|organisation|mode|modèle|format|poste|rythme|is|role,) (?:wir |est )?hybride?\b"
    rf"|{_RANGE} days?(?: (?:a|per|each|every) week|/week| weekly)? (?:in|at|from) (?:the|our|your)(?: [\w-]+)? ?(?:office|home|hq|site)"
    rf"|office (?:for )?(?:at least )?{_RANGE} days"
    rf"|{_RANGE} (?:office|home|remote|wfh|on-?site|in-office) days?|{_RANGE} days? (?:remote|from home|on-?site|in office|in-office|at home|wfh|per week (?:remote|on-?site|from home))"
    rf"|{_RANGE} tage?n?(?: (?:pro|die|in der|je) woche|/woche| wöchentlich)? (?:im |in )?(?:home-?office|home office|remote|mobil|büro|vor ort|von zu ?hause)"
    rf"|{_RANGE} tage? (?:in der|pro|die) woche (?:kannst|können|arbeite\w*|dürfen|darfst) (?:\w+ )?(?:\w+ )?(?:im home-?office|von zu ?hause|von zu hause|mobil|remote)"
    rf"|(?:home-?office|mobiles arbeiten|mobile arbeit|remote)(?: ist| sind| möglich)? an (?:bis zu )?{_RANGE} tage?n?"
    rf"|{_RANGE} jours?(?: \w+)?(?: (?:par|/) semaine|/semaine|/sem\.?| hebdomadaires?)?(?: de| en)? (?:télétravail|remote|distanciel|présentiel|au bureau|sur site)"
    rf"|télétravail (?:partiel|possible|hybride|occasionnel|ponctuel|\(?{_RANGE} ?j|jusqu'à|à hauteur|{_DAYS})"
    r"|(?:homeoffice|home office|home-office|remote|mobiles? arbeiten)(?:-| )?(?:anteil|option|möglich\w*|regelung|tage?|nach absprache|teilweise|und büro|bis zu|oder im büro)"
    r"|(?:möglichkeit|option|chance)\w* (?:zum|zu|auf|für|von|des|zur) (?:teilweise[nm]? )?(?:mobilen? arbeit\w*|homeoffice|home-?office|home office|remote)"
    r"|teilweise (?:im )?(?:home-?office|remote|mobil)|mobiles arbeiten|mobile arbeit\b|flexible mix|mix (?:of|aus) (?:home|remote|office|büro|homeoffice)"
    r"|télétravail (?:régulier|autorisé|accepté)|accord (?:de )?télétravail|partly remote|partially remote|part remote"
)
_REMOTE_PROSE = (
    r"(?:fully|100 ?%|completely|entirely|permanently|vollständig|komplett|full|totalement|entièrement|rein|zu 100 ?%|all)[ -](?:remote|im homeoffice|homeoffice|home office|télétravail|im home-?office|à distance|en télétravail|distributed)"
    r"|remote[ -](?:first|only|position|role|job|opportunity|contract|based|within|from anywhere|in the|across|friendly company|\(|stelle|arbeitend)"
    r"|(?:is|are|work|working|works|arbeitest|arbeiten|position:|role:) (?:a )?(?:fully )?remote(?:ly)?(?=[.,;!)]| (?:from|within|in|anywhere|across|and|position|role|with))"
    r"|work(?:ing)? from (?:anywhere|home full)|work remotely|(?<=[.;!] )remote(?: working)?(?=[.;,])|deutschlandweit remote|remote aus|bundesweit remote|remote (?:deutschlandweit|europe|emea|us\b|uk\b|within)"
    r"|(?:100 ?%|full|complet) ?(?:télétravail|remote)|(?:mission|poste|travail|emploi|activité|collaboration) (?:est )?(?:entièrement |100 ?% )?à distance|télétravail (?:total|complet|intégral|à 100 ?%|100 ?%)|poste (?:est )?(?:en |à )(?:télétravail|distance)(?! partiel)"
)
_ON_SITE_PROSE = (
    r"(?:fully |100 ?% )?on-?site (?:role|position|job|only|presence|required|working|work\b|at our|in our|five|5 days)"
    r"|(?:is|role:|be|work|working|100 ?%|fully) (?:fully |based )?(?:on-?site|in-office|in person|in-person)\b|office[- ]based|in-person (?:role|position)|(?<=[.;!] )(?:présentiel|vor ort|on-?site|in person)(?=[.;,]|$)|(?:five|5) days (?:a|per) week in (?:the|our)"
    r"|(?:arbeit|tätigkeit|präsenz|anwesenheit|einsatz|stelle|position) (?:findet |ist )?vor ort|präsenz(?:stelle|pflicht|arbeit)|ausschließlich vor ort|ausschliesslich vor ort|100 ?% vor ort"
    r"|(?:poste|travail|présence|100 ?%|uniquement|entièrement|totalement|exclusivement) (?:est )?(?:en présentiel|sur site|sur place)|(?:poste|travail) (?:est )?(?:100 ?% )?(?:en présentiel|sur site)"
)
_SAID = re.compile(
    rf"(?<![\w-])(?:(?P<none>{_NO_REMOTE})|(?P<hybrid>{_HYBRID_PROSE})|(?P<remote>{_REMOTE_PROSE})"
    rf"|(?P<site>{_ON_SITE_PROSE}))",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"remote|hybrid|on-?site|in-office|in[ -]person|home|office|télétravail|distance|distanciel|présentiel|"
    r"sur site|vor ort|mobil|hause|anywhere|wfh|präsenz|büro|sur place|distributed",
    re.IGNORECASE,
)
_NOT_MODE = re.compile(
    r"\s*(?:cloud|vehicles?|servers?|apps?|sensing|desktops?|access|teams?\b(?! member)|sites?\b|infrastructure|"
    r"customers?|clients?|monitoring|support (?:for|to)|network|controls?|gym|parking|canteen|nursery|café|"
    r"restaurant|devices?|events?|mobile apps?|drives?|power|electric|fahrzeug|server|kita|kantine|diagnos\w*|"
    r"stakeholders?|offices\b|users?|work(?:force|ers)|colleagues|systems?|engine|seeds?|wound|parkplatz)\b",
    re.IGNORECASE,
)
_LONGEST_HEAD_LINE = 200
_SHORT = re.compile(
    r"(?<![\w])(?:(?P<hybrid>hybrid\w*|teilweise (?:remote|homeoffice|home-?office)|télétravail partiel|partly remote|partially remote|homeoffice möglich|home-?office möglich)"
    r"|(?P<remote>(?:fully |100 ?% )?remote\w*|work from home|wfh|home-?office|home office|homebased|home-based|full remote|télétravail|à distance|distanciel|anywhere|telecommute|virtual)"
    r"|(?P<site>on-?site|in[- ](?:the )?office|in[- ]person|office-based|on location|vor ort|präsenz|présentiel|sur site|sur place|im büro|no remote|on site))(?!\w)",
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


_HOME_SHARE = re.compile(
    r"(?P<remote>100 ?%|full\w*|vollständig|total\w*|complet\w*)|(?P<none>^(?:no|nein|non|none|kein\w*|aucun|nicht|pas|not)\b)"
    r"|(?P<hybrid>\d|möglich|teilweise|partiel|partly|partial|ja\b|yes|oui|occasion\w*|nach absprache|gelegentlich|flexib\w*|hybrid\w*)",
    re.IGNORECASE,
)
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


def mode_in_prose(piece: Piece) -> Mode | None:
    """The work mode that a sentence says the job has; "remote servers" are none."""
    if not _HINT.search(piece.text):
        return None
    for found in _SAID.finditer(piece.text):
        if not _NOT_MODE.match(piece.text, found.end()):
            return _MODES[found.lastgroup or ""], piece.part(found.start(), found.end())
    return None


_MODES = {
    "none": WorkMode.ON_SITE,
    "site": WorkMode.ON_SITE,
    "hybrid": WorkMode.HYBRID,
    "remote": WorkMode.REMOTE,
}

_TYPES: tuple[tuple[EmploymentType, str], ...] = (
    (
        EmploymentType.APPRENTICESHIP,
        r"apprentic\w+|ausbildung(?:splatz|sstelle)?|azubi|auszubildende\w*|alternan(?:ce|t|te)s?|apprenti(?:e|ssage)?|duales studium"
        r"|contrat (?:de professionnalisation|pro)",
    ),
    (
        EmploymentType.INTERNSHIP,
        r"intern|internship|praktik(?:um|ant\w*)|pflichtpraktikum|stage|stagiaire|summer analyst|placement(?: year| student)?",
    ),
    (EmploymentType.VOLUNTEER, r"volunteer(?:ing)?|ehrenamt(?:lich)?|bénévol(?:e|at)"),
    (
        EmploymentType.FREELANCE,
        r"freelance[rs]?|freiberuf(?:lich|ler)\w*|freie[rn]? mitarbeit\w*|indépendant|self-employed|auto-entrepreneur|portage salarial",
    ),
    (
        EmploymentType.TEMPORARY,
        r"temporary|temp|seasonal|casual|befristet\w*|intérim(?:aire)?|intérim|mission d'intérim|saisonnier|saisonnière|cdd|fixed[- ]term(?: contract)?|ftc"
        r"|maternity cover|zeitarbeit|aushilfe|saisonkraft|elternzeitvertretung|contrat à durée déterminée|temp-to-perm|maternity leave cover",
    ),
    (
        EmploymentType.CONTRACT,
        r"contract(?:or|ing)?|(?:outside|inside) ir35|w2|c2c|1099|contract[- ]to[- ]hire",
    ),
    (
        EmploymentType.PART_TIME,
        r"part[- ]?time|teilzeit\w*|temps partiel|mi-temps|minijob|werkstudent\w*|working student|450[- ]euro-job|520[- ]euro-job|geringfügig\w*|étudiant",
    ),
    (
        EmploymentType.FULL_TIME,
        r"full[- ]?time|vollzeit\w*|temps plein|temps complet|cdi|permanent|festanstellung|unbefristet\w*|feste anstellung|contrat à durée indéterminée|direct hire|perm",
    ),
)
_TYPE = re.compile(
    "(?<![\\w-])(?:"
    + "|".join(f"(?P<{kind.name}>{words})" for kind, words in _TYPES)
    + ")(?![\\w])",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"(?:voll|full)[- ]?(?:time)?[- ]?(?:/|oder|und|or|and|,|&) ?(?:in )?(?:teilzeit|part)|voll- und teilzeit|vollzeit ?/ ?teilzeit|teilzeit ?/ ?vollzeit"
    r"|full[- ]time ?(?:/|or|and|,) ?part|part[- ]time ?(?:/|or|and|,) ?full|temps plein (?:ou|/) (?:temps )?partiel|teilzeit (?:oder|und) vollzeit|vollzeit[ ,]+(?:oder |und )?(?:auch )?(?:in )?teilzeit",
    re.IGNORECASE,
)
_UNLIMITED = re.compile(r"permanent|cdi|unbefristet\w*|festanstellung", re.IGNORECASE)


def type_of_words(piece: Piece) -> Employment | None:
    """What a label's value, a short line of a head or a title says of the employment.

    The narrower one counts: a "full-time internship" is an internship, and a permanent job of
    half the hours is part-time.
    """
    text = piece.text
    found = list(_TYPE.finditer(text))
    if not found:
        return None
    order = [kind.name for kind, _ in _TYPES]
    if both := _BOTH.search(text):
        rest = [
            each for each in found if order.index(each.lastgroup or "") < order.index("PART_TIME")
        ]
        if not rest:
            return EmploymentType.FULL_TIME, piece.part(both.start(), both.end())
        found = rest
    best = min(
        found,
        key=lambda each: (
            order.index(each.lastgroup or ""),
            _UNLIMITED.fullmatch(each[0]) is not None,
        ),
    )
    return EmploymentType[best.lastgroup or ""], piece.part(best.start(), best.end())


_IN_PROSE = re.compile(
    r"(?:this is an?|we offer (?:you )?an?|offering an?|role is an?|position is an?|on an?|initial|months?|job is an?|"
    r"role is|position is|post is|job is|poste est|contrat|contract|wir bieten (?:ihnen|dir)?|in|als|en|ein(?:e|en)?|nous (?:vous )?proposons un|"
    r"poste en|à|en statut|auf|il s'agit d'un|type de contrat|poste à pourvoir en|we are offering an?|unsere? |stelle ist|position ist)\s+"
    r"(?P<said>(?:[\w'’-]+[ ,/]+){0,5}?(?:full[- ]?time|part[- ]?time|vollzeit|teilzeit|temps (?:plein|partiel|complet)|cdi|cdd|"
    r"unbefristete\w*|befristete\w*|permanent|temporary|fixed[- ]term|internship|apprenticeship|freelance|festanstellung|minijob|indépendant|freelance|"
    r"contract (?:role|position|basis|assignment)|intérim|alternance|stage de|praktikum|contrat à durée (?:in)?déterminée)"
    r"(?:[ ,/]+(?:[\w'’-]+[ ,/]+){0,3}?(?:full[- ]?time|part[- ]?time|vollzeit|teilzeit|temps plein|permanent|position|role|contract|basis|vertrag|cdi|cdd))?)",
    re.IGNORECASE,
)


_MOST_WORDS = 6


def short_parts(piece: Piece) -> list[Piece]:
    """The parts of a line of a head that are short enough to be facts and no prose."""
    if len(piece.text) > _LONGEST_HEAD_LINE:
        return []
    return [part for part in parts(piece) if len(part.text.split()) <= _MOST_WORDS]


def narrowest(found: Iterable[Employment | None]) -> Employment | None:
    """The one that says most: part-time before permanent, an internship before all."""
    order = [kind for kind, _ in _TYPES]
    known = [each for each in found if each is not None]
    return min(known, key=lambda each: order.index(each[0]), default=None)


_TIMED = re.compile(
    r"\b(?:full|part)[- ]time,? (?:(?:and )?(?:permanent|temporary|fixed[- ]term),? )?(?:post|role|position|job|basis|employment|contract|year-round|permanent)\b",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(
    r"(?:^|[.;!] )((?:full[- ]time|part[- ]time|vollzeit|teilzeit|permanent|temporary|cdi|cdd|temps plein|temps partiel|unbefristet|befristet|festanstellung|in vollzeit|in teilzeit|internship|freelance)\b[^.;!\n]{0,40})(?=[.;!]|$)",
    re.IGNORECASE,
)


def type_in_prose(pieces: Iterable[Piece]) -> Employment | None:
    """What a sentence about the job itself says of the employment."""
    for piece in pieces:
        for part in _FRAGMENT.finditer(piece.text):
            if said := type_of_words(piece.part(part.start(1), part.end(1))):
                return said
        for found in _TIMED.finditer(piece.text):
            if said := type_of_words(piece.part(found.start(), found.end())):
                return said
        for found in _IN_PROSE.finditer(piece.text):
            if said := type_of_words(piece.part(found.start("said"), found.end("said"))):
                return said
    return None
