"""Lines that name what they say: "Location: Berlin", "Kennziffer: 12/26", label over value."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from jobtracker.domain.text import folded
from jobtracker.exchange.postings.text_lines import Line, Piece, cells
from jobtracker.exchange.postings.text_names import FORM

LONGEST_LABEL = 48
LONGEST_VALUE = 240

_NAMES = {
    "role": """
        job title/title/titel/titre de la mission/mission freelance/mission/position title/position/role/role title/vacancy/job/job role/post/post title/job name
        /stelle/stellenbezeichnung/stellentitel/jobtitel/berufsbezeichnung/funktion/tatigkeit/jobbezeichnung
        /ausgeschriebene stelle/stellenangebot
        /poste/intitule du poste/intitule/titre du poste/fonction/metier/emploi/intitule de l'offre/titre
        /poste propose/poste a pourvoir/offre
        """,
    "company": """
        company/entite/filiale/trust/district/agency/hospital/school/college/charity/council/company name/employer/organisation/organization/hiring organization/business/organisation name
        /hiring company/employer name/hiring organisation/client/institution/name of employer
        /arbeitgeber/unternehmen/firma/auftraggeber/unternehmensname/ausbildungsbetrieb/kunde/name des unternehmens
        /entreprise/societe/employeur/nom de l'entreprise/recruteur/structure/organisme/etablissement/raison sociale
        """,
    "location": """
        location/job location/locations/work location/office location/place of work/workplace/office/city/based in
        /based/based at/office base/place/where/primary location/duty station/location of role/job locations/site/office locations/town
        /standort/arbeitsort/einsatzort/ort/standorte/dienstort/stadt/dienstsitz/arbeitsplatz/einsatzgebiet
        /einsatzstelle/beschaftigungsort/ausbildungsort
        /lieu/lieu de travail/localisation/ville/lieu du poste/lieux/lieu de mission/site de travail
        /localisation du poste/lieu d'exercice/lieu d'affectation/residence administrative/localite
        """,
    "country": "country/land/pays",
    "work_mode": """
        work mode/workplace type/remote/work type/work arrangement/working model/work model/work style/remote job/telework eligible/telework
        /remote status/location type/working arrangements/remote work/on-site/remote/remote policy/work setting
        /workplace policy/working style/working arrangement/job location type/office policy
        /arbeitsmodell/homeoffice/home office/arbeitsplatzmodell/arbeitsform/remote-anteil/mobiles arbeiten
        /teletravail/mode de travail/organisation du travail/organisation/modalites de travail/rythme de travail
        """,
    "employment_type": """
        employment type/post type/appointment type/shift type/art der stelle/taux d'activite/job type/contract type/type/type of employment/contract/hours/position type/job status
        /employment/schedule/type of contract/employment status/time type/working hours/duration/working pattern
        /engagement/assignment type/worker type/commitment/work schedule/tenure/contract length/term
        /employee type/job types/length of contract/basis/fte/work hours
        /anstellungsart/beschaftigungsart/vertragsart/arbeitszeit/beschaftigung/art der anstellung/stellenumfang
        /umfang/arbeitszeitmodell/vertrag/anstellung/art der beschaftigung/befristung/arbeitsverhaltnis
        /arbeitsumfang/wochenarbeitszeit/beschaftigungsumfang/anstellungsverhaltnis/pensum/stellenart
        /type de contrat/contrat/type d'emploi/temps de travail/nature du contrat/duree du travail/statut
        /type de poste/duree/nature de l'emploi/duree du contrat/type de l'offre/duree hebdomadaire
        """,
    "pay": """
        salary/salary range/pay/pay range/compensation/base salary/base pay/salary band/wage/rate/day rate
        /hourly rate/pay rate/remuneration/compensation range/base salary range/annual salary/starting salary
        /base/base pay range/package/estimated salary/target salary/expected salary/hourly pay/stipend/wages
        /daily rate/annual base salary/pay scale/salary/rate/hiring range/salary details/pay band/grade
        /gehalt/vergutung/gehaltsspanne/jahresgehalt/bruttojahresgehalt/stundenlohn/monatsgehalt/lohn
        /verdienst/entgelt/gehaltsrahmen/bezahlung/gehaltsband/jahresbruttogehalt/stundensatz/tagessatz
        /einstiegsgehalt/bruttogehalt/fixgehalt/ausbildungsvergutung/zielgehalt/dotierung
        /salaire/remuneration brute/fourchette de salaire/fourchette salariale/remuneration annuelle/tjm
        /gratification/salaire brut/indemnite/salaire brut annuel/fourchette/package/salaire fixe
        /remuneration fixe/salaire annuel brut/salaire annuel/tarif journalier
        """,
    "posted_on": """
        posted/placed on/advertised/advertised on/ausschreibung vom/date posted/posted on/posting date/published/publication date/date published/posted date/listed
        /published on/date listed/first posted/opening date/open date/date of posting/advert start date/added
        /veroffentlicht/veroffentlicht am/veroffentlichungsdatum/online seit/eingestellt am/erschienen/datum
        /veroffentlichung/anzeige vom/ausschreibungsdatum/ausgeschrieben am/eingestellt/erschienen am
        /publie le/date de publication/publiee le/mise en ligne/offre publiee le/mis en ligne le
        /date de parution/publie/publiee/mise en ligne le/parution/en ligne depuis
        """,
    "deadline": """
        closing date/open & closing dates/application window/bewerbungszeitraum/open until/delai de postulation/delai de candidature/deadline/apply by/application deadline/apply before/closes/applications close/closing
        /applications close on/expires/expiry date/closing date for applications/valid through/last date to apply
        /closes on/close date/application closing date/applications due/applications by/advert end date
        /deadline for applications/job closes/end date/posting end date/unposting date/advertising end date
        /bewerbungsfrist/bewerbungsschluss/bewerbung bis/bewerben bis/frist/bewerbungsfrist bis/einsendeschluss
        /ende der bewerbungsfrist/bewerbungen bis/ausschreibungsende/bewerbungsende
        /date limite/date limite de candidature/date limite de depot des candidatures/candidature avant le
        /cloture des candidatures/postuler avant le/date de cloture/candidatures jusqu'au/date limite de depot
        /date limite pour postuler/cloture/fin de candidature/fin de publication/date de fin de candidature
        /limite de candidature/date de fin de publication/postuler avant
        """,
    "reference": """
        reference/ref/job id/req id/requisition id/job reference/reference number/job number/requisition/req
        /job ref/vacancy reference/requisition number/job code/posting id/position id/vacancy id/ref no/req no
        /ref number/job no/vacancy number/position number/job req/job requisition id/job requisition/vacancy ref
        /reference no/job reference number/advert reference/requisition no/job posting id/our reference/announcement number
        /kennziffer/referenznummer/referenz/stellen-id/job-id/stellennummer/chiffre/referenz-nr/ref.-nr
        /kennzeichen/referenzcode/stellen-nr/anzeigennummer/ausschreibungsnummer/ihre referenz/anzeigen-id/kennnummer
        /angebots-id/referenz-id/stellenkennziffer/unser zeichen/ausschreibungs-nr/job-nr/jobnummer
        /reference de l'offre/n° d'offre/n° de l'offre/numero d'offre/reference interne/numero de l'offre
        /ref. interne/reference annonce/reference du poste/id de l'offre/reference offre/n° de reference/code poste
        /n° offre/reference de l'annonce/offre n°/ref offre/numero de reference
        """,
    "url": """
        link/url/apply/apply at/apply here/apply online/job url/job link/application link/link to job/source
        /posting/web/how to apply/apply now/full description/more information/details/view online/original posting
        /zur bewerbung/bewerbungslink/online bewerben/jetzt bewerben/stellenlink/link zur stelle/zur stellenanzeige
        /bewerbung/bewerbung uber/online-bewerbung/mehr infos/quelle
        /lien/postuler/pour postuler/lien de l'offre/candidater/postulez/candidature/postuler en ligne/lien de candidature
        """,
    "contact": """
        contact/contact person/recruiter/hiring manager/your contact/contact name/job poster/informal enquiries
        /enquiries/recruiting contact/talent partner/posted by/hiring contact/for informal discussion/questions
        /contact details/talent acquisition/for further information/point of contact/informal enquiries to
        /meet the hiring team/faites connaissance avec l'equipe de recrutement/lernen sie das einstellungsteam kennen/meet your recruiter/line manager contact/for more information contact/queries
        /ansprechpartner/ansprechpartnerin/kontakt/ihr ansprechpartner/ihre ansprechpartnerin/kontaktperson
        /dein ansprechpartner/deine ansprechpartnerin/ansprechperson/fragen/ihr kontakt/dein kontakt/ruckfragen
        /ihre ansprechperson/deine ansprechperson/recruiterin/auskunft erteilt/auskunft/auskunfte/nahere auskunfte/kontakt fur ruckfragen/fachliche ruckfragen
        /ansprechpartner*in/ansprechpartner:in/ansprechpartner/in/ihr/e ansprechpartner/in/bewerbung an
        /contact rh/votre contact/interlocuteur/interlocutrice/personne a contacter/contact recrutement
        /votre interlocuteur/votre interlocutrice/charge de recrutement/chargee de recrutement/renseignements/contacts
        /contact pour ce poste/votre recruteur/votre recruteuse/pour tout renseignement/pour toute question
        """,
    "contact_name": "name/nom",
    "contact_email": "e-mail/email/mail/courriel/e-mail address/email address/adresse mail/e-mail-adresse",
    "contact_phone": "phone/tel/telephone/mobile/telefon/tel./mobil/phone number/tel.-nr/durchwahl/telephone number/telefonnummer/numero de telephone/portable/cell/ligne directe",
    "other": """
        department/team/category/industry/sector/seniority/seniority level/experience level/benefits/start date
        /experience/education/languages/language/travel/reports to/job function/number of openings/industries
        /function/skills/level/company size/size/starting/start/clearance/visa/relocation/division/business unit
        /equity/bonus/about us/requirements/holiday/pension/interviews/interview date/applicants/website/homepage
        /abteilung/branche/eintrittsdatum/beginn/ab wann/berufserfahrung/startdatum/zu besetzen ab/eintritt
        /fachbereich/sprachen/bereich/urlaub/ausbildungsbeginn/vertragsdauer/bildungsabschluss/webseite
        /secteur/service/date de debut/date de prise de poste/experience requise/niveau d'etudes/debut/formation
        /prise de poste/secteur d'activite/avantages/niveau/langues/direction/date de prise de fonction/categorie
        /from/to/subject/sent/date/von/an/betreff/gesendet/cc/bcc/de/a/objet/envoye/reply-to
        """,
}
LABELS = {
    name.strip(): field
    for field, names in _NAMES.items()
    for name in " ".join(names.split()).split("/")
}
# labels that a person also sets over a whole section: then the value must look the part
_HEADINGS = frozenset(
    """apply contact kontakt position role job company unternehmen entreprise poste offre fragen type where
    questions organisation title base hours duration structure funktion emploi client contrat vertrag
    candidature postuler bewerbung remote benefits link de a to an von from date start ort land web name
    stellenangebot umfang metier fonction term grade team details posting""".split()
)
# what stands under a name in a signature: a label only with a colon
_SIGNED = frozenset(
    {
        "charge de recrutement",
        "chargee de recrutement",
        "recruiter",
        "recruiterin",
        "hiring manager",
        "talent acquisition",
        "talent partner",
        "recruteur",
    }
)
_NAMED = re.compile(r"(?P<label>[^:：\n]{1,60}?)\s*[:：]\s*(?P<value>\S.*)?$", re.DOTALL)
_AROUND = re.compile(
    r"^(?:the|your|our|der|die|das|le|la|les|votre|notre)\s+|\s*\((?:s|e|n|en|es|er|in|x|m/w/d|h/f|optional)\)|[?*#]+$|\s*/-?in$|[*:]in(?:nen)?$"
)


_BLOCK = 4
_LONGEST_BELOW = 80
_MOST_WORDS_BELOW = 7
_PERSON = re.compile(
    r"(?:(?:Frau|Herr|Mme|M\.|Mrs?|Ms|Dr)\.? )*[A-ZÄÖÜÉ][\w'-]+(?: [A-ZÄÖÜÉ][\w'-]+){1,2}(?:$|[,(–-])"
)


class Labelled(NamedTuple):
    """A value, the field that its label names, and the index of its line."""

    field: str
    label: str
    value: Piece
    line: int


def field_of(label: str) -> str:
    """The field a label names, "" for words that are no label we know."""
    if len(label) > LONGEST_LABEL:
        return ""
    key = folded(label).strip(" .:-–*")
    if key in LABELS:
        return LABELS[key]
    return LABELS.get(_AROUND.sub("", key).strip(" .:-–"), "")


def labelled(lines: Sequence[Line]) -> list[Labelled]:
    """The labelled values, in the order of the text."""
    found: list[Labelled] = []
    for index, line in enumerate(lines):
        inline = _inline(line, index)
        found += inline
        if not inline and (field := _lone_label(line)):
            below = _value_below(lines, index)
            if below is not None and (not _is_heading(line.text) or _looks(field, below.text)):
                found.append(Labelled(field, folded(line.text.rstrip(": ")), below, index + 1))
    return [_of_person(each, found[:at]) for at, each in enumerate(found)]


def _of_person(each: Labelled, before: list[Labelled]) -> Labelled:
    """ "Job title" below a contact's name is the contact's."""
    last = before[-1] if before else None
    if (
        each.field == "role"
        and last
        and last.field.startswith("contact")
        and each.line - last.line < _BLOCK
    ):
        return each._replace(field="contact_title")
    return each


def _inline(line: Line, index: int) -> list[Labelled]:
    """The pairs of a line: one, or several between bars, or a table's row of two cells."""
    if (
        not line.text
        or len(line.text) > 2 * LONGEST_VALUE + LONGEST_LABEL
        and ":" not in line.text[:60]
    ):
        return []
    found: list[Labelled] = []
    row = cells(line.piece)
    if len(row) > 1 and not _NAMED.fullmatch(row[1].text.lstrip(": ")):
        field = field_of(row[0].text)
        if field and (":" in row[0].text[-2:] or row[1].text.startswith(":") or len(row) == 2):
            whole = line.piece.part(row[1].start - line.start, len(line.text))
            colon = len(whole.text) - len(whole.text.lstrip(": "))
            return [
                Labelled(
                    field,
                    folded(row[0].text.rstrip(" :")),
                    whole.part(colon, len(whole.text)),
                    index,
                )
            ]
    for cell in row:
        pair = _NAMED.match(cell.text)
        field = field_of(pair["label"]) if pair else ""
        if pair and field and pair["value"]:
            value = cell.part(pair.start("value"), pair.end("value"))
            found.append(Labelled(field, folded(pair["label"].strip()), value, index))
        elif found and not pair:
            last = found[-1]
            whole = line.piece.part(last.value.start - line.start, cell.span.end - line.start)
            found[-1] = last._replace(value=whole)
    return found


def _lone_label(line: Line) -> str:
    text = line.text
    if len(text) > LONGEST_LABEL:
        return ""
    if text.rstrip().endswith((":", "：")):
        return field_of(text.rstrip(" :："))
    key = folded(text)
    return "" if key in _SIGNED else LABELS.get(key, "")


def _is_heading(text: str) -> bool:
    """Whether a label without a colon may as well stand over a section."""
    return not text.endswith(":") and folded(text) in _HEADINGS


def _looks(field: str, value: str) -> bool:
    """Whether a line below such a heading is the value and no prose."""
    if field == "other" or len(value) > _LONGEST_BELOW or value.endswith((".", "!", "?", ":")):
        return False
    if field in ("contact", "url"):
        return (
            _PERSON.match(value) is not None
            or "@" in value
            or "://" in value
            or FORM.search(value) is not None
        )
    words = value.split()
    return len(words) <= _MOST_WORDS_BELOW and (value[0].isupper() or value[0].isdigit())


def _value_below(lines: Sequence[Line], index: int) -> Piece | None:
    """The value on the line after its label, which is no label itself."""
    if index + 1 >= len(lines):
        return None
    below = lines[index + 1]
    is_label = bool(_lone_label(below)) or bool(_inline(below, index + 1))
    return None if is_label or len(below.text) > LONGEST_VALUE else below.piece
