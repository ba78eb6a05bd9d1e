"""What may be a company's name, and which of several names has the most speaking for it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from jobtracker.domain.text import folded
from jobtracker.exchange.postings.text_lines import Piece

ENOUGH = 3
"""A name with less evidence than this is left out."""
LONGEST_NAME = 70
_MOST_WORDS = 8
_MOST_COMPARED = 40
_LONGEST_COMPARED = 60_000

_WORD = r"(?:[A-Z0-9ÄÖÜÉÈÀÎÅØ][\w&+'À-ÿ-]*(?:\.(?=[a-z&]|[A-Z]\.)[\w&]+)*(?:(?:(?<=\b\w)|(?<=\b\w\w)|(?<=\b\w\w\w))\.(?= [A-Z&]))?|&|\+)"
_SMALL = r"(?:of|and|und|et|the|for|für|und|de|du|des|la|le|les|von|der|am|d'\w+)"
NAME = rf"{_WORD}(?: (?:{_SMALL} ){{0,2}}{_WORD}){{0,6}}"
"""Words with a capital each, and small ones between them."""
FORM = re.compile(
    r",?\s+(?:g?GmbH(?: & Co\.? ?KGa?A?)?|AG(?: & Co\.? ?KGa?A?)?|SE(?: & Co\.? ?KGa?A?)?|KGaA|KG|OHG|UG|mbH|e\.? ?V\.?|eG|e\.K\.|eK|Inc\.?|INC\.?|LLC|L\.L\.C\.|Ltd\.?|Limited|LTD|plc|PLC|LLP|Corp\.?|"
    r"Corporation|Co\.|S\.?A\.?S\.?U?|S\.?A\.?R\.?L\.?|S\.A\.|SA|SCOP|SNC|EURL|B\.V\.|BV|N\.V\.|AB|ApS|Oy|Sàrl|Partnerschaft(?: mbB)?|GbR|AöR|CIC)(?![\w-])"
)
"""A legal form behind a name."""
FORM_WORDS = frozenset(
    """Die Der Das Bei At The Von Als Wir Unser Für In Im Firma Über About Join La Le Les Chez We Our Standort Unternehmen
    Arbeitgeber Company Dem Den Des Zur Und Mit Ihre Kontakt Société""".split()
)
"""Words with a capital that stand before a name and are no part of it."""
_AGENCY = re.compile(
    r"recruit|staffing|personal(?:dienst|beratung|vermittlung|management|service|lösung)|headhunt|zeitarbeit|\brandstad\b|\bhays\b|\badecco\b"
    r"|\bmanpower\b|michael page|robert half|robert walters|page personnel|expectra|\bkforce\b|teksystems|\bferchau\b|\bbrunel\b|talent (?:partners|solutions|group)"
    r"|executive search|\bsearch\b|intérim|\brh\b|resourcing|placement|appointments|\bcabinet\b",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"\b(?:[Oo]ur client|[Mm]y client|one of (?:our|my)(?: \w+)? clients|unseren Kunden|unserem Kunden|für einen(?: \w+)? Kunden|[Ff]ür einen Kunden|[Nn]otre client|un de (?:nos|mes) clients|"
    r"namhaften Kunden|Kundenunternehmen|(?:meinen|meinem) (?:Kunden|Mandanten))\b"
)
_BOARDS = frozenset(
    """linkedin indeed stepstone glassdoor xing monster reed totaljobs hellowork apec jobteaser meteojob cadremploi
    greenhouse lever workday ashby personio smartrecruiters workable recruitee teamtailor icims otta wellfound
    ziprecruiter dice cv-library jobware kimeta adzuna kununu google facebook instagram whatsapp twitter""".split()
) | {
    "welcome to the jungle",
    "france travail",
    "pole emploi",
    "agentur fur arbeit",
    "jobs.ac.uk",
    "the muse",
    "built in",
    "welcome to the jungle",
}
_SMALL_WORDS = frozenset(
    """
    us we you our your the this that these those it they he she who what why how when where here there a an one
    wir uns sie du ihr unser unsere das die der den dem ein eine was wer als bei und seit mit von zum zur nach auf
    aus wenn hier ab es man unserer unseren unserem deine dein ihre fur uber im am je so nous vous notre votre le la
    les un une ce cette il elle je depuis avec sous pour dans sur au aux en ici leur nos vos if in at on as for since
    from to by of or and but no not some many most more less while after before during under over each every all any
    both other everyone anyone someone your please note however today tomorrow may with meet join apply zusatzlich
    after when ideally your own also then another such both either neither once whether dont
    """.split()
)
_COMMON = _SMALL_WORDS | frozenset(
    """
    job jobs role roles position team company employer about overview description summary benefits requirements
    responsibilities qualifications home careers career search menu login sign candidate candidates
    engineering product products marketing sales finance operations design data hr people legal it support customer
    unternehmen aufgaben profil stelle stellen kontakt standort einleitung stellenangebot stellenanzeige
    stellenausschreibung poste missions entreprise offre contexte applicants employees engineer manager new equal
    full part remote hybrid salary pay location type posted date interview email phone life work working diversity
    inclusion dear hi hello hallo bonjour monday there department abteilung service agency client clients customers
    present successful ideal main primary purpose additional ansprechpartner arbeitgeber stadt rolle reference
    homeoffice gehalt salaire contrat lieu presentation introduction pricing platform solutions resources donate
    learn visit collections subject vacancy announcement advertisement opportunity annonce mission conditions
    experience months hours years rattache candidatures candidature remuneration interviews applications applicant
    germany deutschland france uk usa europe london berlin paris munich hamburg trust museum club foundation group
    university school hospital charity firm bank council institute practice stiftung verein klinik klinikum schule
    hochschule verband hotel restaurant studio library theatre association fondation musee groupe hopital clinique
    ecole universite mairie ville theater verwaltung office python java sql excel english french german react
    typescript kubernetes docker aws azure linux duration hours shift schedule bonus equity training travel
    """.split()
)
_DEPARTMENTS = re.compile(
    r"(?:engineering|product|marketing|sales|finance|operations|design|data|human resources|people|legal|it|information technology|"
    r"customer (?:success|support|service)|research|r&d|technology|software|healthcare|nursing|education|retail|hospitality|administration|"
    r"business development|science|security|infrastructure|platform|quality|supply chain|logistics|accounting|it & software|"
    r"vertrieb|entwicklung|produktion|einkauf|verwaltung|personal|informatique|commercial|comptabilité|people & culture|"
    r"permanent|entry level|mid[- ]senior level|associate|director|executive|internship|not applicable|actively (?:hiring|recruiting)|easy apply|"
    r"promoted.*|new|urgent|featured|sponsored|verified|top job|premium|position announcement|employment opportunity|job announcement|"
    r"offre d'emploi|stellen(?:angebot|anzeige|ausschreibung)|job (?:advert|posting|vacancy|opening)|vacancy(?: notice)?|"
    r"who we are|what we do|support us|start free trial|request a demo|book a demo|get started|allied health|hauptstadtrepräsentanz)"
    r"(?: (?:&|and|und|et|/) [\w ]{2,30})?(?: (?:team|department))?",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:school|department|dept\.?|faculty|institute|division|office|directorate|section|unit|college) (?:of|for)\b|(?:amt|dezernat|fachbereich|abteilung|lehrstuhl|fakultät|institut|referat)\b|\w+amt$|"
    r"(?:service|direction|pôle|département|division) (?:de|des|du|d')",
    re.IGNORECASE,
)
_NOT_IN_NAMES = re.compile(
    r"[!?;:@{}<>=€$£%»\[\]]|\d{4,}|https?:|\b(?:apply|applicants?|save|share|ago|jobs?|days?|hours?|years?|salary|employees|reviews?|followers|rating|views?|"
    r"click|sign|posted|closing|bewerben|merken|teilen|postuler|postule|partager|candidats?|sauvegarder|month|week|stunden|woche|jahre?|shift|nights?|"
    r"full[- ]time|part[- ]time|vollzeit|teilzeit|remote|hybrid|description|overview|your|you|we|our|ihre?|deine?|wir|nous|vous|votre|nos|notre|"
    r"back|search|results?|view|next|previous|page|login|menu|skip|mitarbeiter(?:innen)?|mitarbeitende|collaborateurs|salariés|employés|employees|level|"
    r"about|requirements|responsibilities|report|print|drucken|imprimer|zurück|retour|startseite|accueil|einloggen|anmelden|cookies?|contenu|inhalt|content|"
    r"cdi|cdd|unbefristet|befristet|permanent|vacancy|hiring|wanted|gesucht|offres?|stellen|privacy|datenschutz|impressum|see how|compare|try|skills)\b",
    re.IGNORECASE,
)


class Company(NamedTuple):
    """A name with how much speaks for it."""

    piece: Piece
    weight: int


def is_company_name(text: str) -> bool:
    """Whether words that stand alone may be a company's name."""
    if not 1 < len(text) <= LONGEST_NAME or len(text.split()) > _MOST_WORDS:
        return False
    if FORM.search(text) and not _NOT_IN_NAMES.search(text):
        return text[0].isupper() or text[0].isdigit()
    if text.endswith((".", ",")) or _NOT_IN_NAMES.search(text) or _DEPARTMENTS.fullmatch(text):
        return False
    has_capital = any(letter.isupper() for letter in text)
    return (has_capital or text.isalnum()) and not is_common(text)


def is_common(name: str) -> bool:
    """Whether a name is a common word or a job board."""
    key = folded(name).strip(" .,'")
    return key in _COMMON or key in _BOARDS or key.isdigit()


def is_small_word(word: str) -> bool:
    """Whether a word that stands first shows that no name follows: "We", "Für"."""
    return folded(word).strip(" .,'") in _SMALL_WORDS


def is_unit(text: str) -> bool:
    """Whether words name a department, a level or a button and no company."""
    return bool(_DEPARTMENTS.fullmatch(text) or _UNIT.match(text) or _NOT_IN_NAMES.search(text))


def own_name(piece: Piece) -> Piece:
    """ "Acme GmbH, Bremen" as "Acme GmbH"."""
    form = FORM.search(piece.text)
    if form and piece.text[form.end() :].lstrip().startswith((",", "(", "–", "-", "|")):
        return piece.part(0, form.end())
    return piece


def best_company(found: Iterable[Company], view: str) -> Piece | None:
    """The name with the most evidence, where that is enough; the form of its strongest words."""
    groups: dict[str, list[Company]] = {}
    for company in found:
        groups.setdefault(core_of(company.piece.text), []).append(company)
    groups.pop("", None)
    strongest = sorted(groups, key=lambda core: -max(each.weight for each in groups[core]))
    groups = {core: groups[core] for core in strongest[:_MOST_COMPARED]}
    text = folded(view[:_LONGEST_COMPARED])
    domains = _domains(view[:_LONGEST_COMPARED])
    weights = {core: _weight(core, each, text, domains) for core, each in groups.items()}
    for core in weights:
        if max(each.weight for each in groups[core]) < ENOUGH and len(groups[core]) == 1:
            continue
        shorter = [weights[each] for each in weights if core.startswith(f"{each} ")]
        weights[core] += max([0, *shorter])
    best = max(weights, key=lambda core: weights[core] - 5 * _is_agency(core), default="")
    if not best or weights[best] < ENOUGH or (_is_agency(best) and _UNNAMED.search(view)):
        return None
    return max(groups[best], key=lambda each: (each.weight, not each.piece.text.isupper())).piece


def _weight(core: str, found: list[Company], text: str, domains: str) -> int:
    name = found[0].piece.text
    weight = max(each.weight for each in found)
    said = re.findall(rf"(?<!\w){re.escape(core)}(?!\w)", text)
    weight += min(4, len(said) - 1)
    joined = re.sub(r"[^a-z0-9]", "", core)
    if len(joined) > 3 and joined in domains:
        weight += 3
    elif any(len(word) > 4 and word in domains for word in core.split()):
        weight += 2
    if _UNIT.match(name):
        weight -= 3
    return weight


def _is_agency(core: str) -> bool:
    return _AGENCY.search(core) is not None


def _domains(view: str) -> str:
    """The hosts of the links and addresses, their letters only."""
    hosts = re.findall(r"(?:@|://)([\w.-]{3,80})", view.lower())
    return " ".join(re.sub(r"[^a-z0-9 ]", "", host) for host in hosts[:40])


def core_of(name: str) -> str:
    """A name for comparing: without legal form, article and hyphens."""
    key = folded(FORM.sub("", name)).strip(" .,'\"")
    key = key.removesuffix("'s").removesuffix("s'")
    for article in ("the ", "die ", "das ", "der ", "le ", "la ", "les "):
        key = key.removeprefix(article)
    return key.replace("-", " ")
