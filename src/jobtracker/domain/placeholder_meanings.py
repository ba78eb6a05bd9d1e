"""What the words of a placeholder mean: "Hiring Manager's Name" is the field hiring_manager."""

import re

from jobtracker.domain.letters import KNOWN_FIELDS, FieldName
from jobtracker.domain.text import words_of

_SPOKEN: dict[FieldName, str] = {
    "company": (
        "company, company name, name of company, name of the company, the company, company"
        " here, companyname, employer, employer name, organization, organization name,"
        " organisation, organisation name, firm, firm name, business name, target company,"
        " hiring company, unternehmen, firma, firmenname, empresa, nombre de la empresa,"
        " entreprise, nom de lentreprise, azienda, unternehmensname, name der firma, name des"
        " unternehmens, ihre firma, arbeitgeber, betrieb, société, nom de la société, nom de l"
        " entreprise, compañía, nombre de la compañía, nombre empresa, nombre de empresa,"
        " empleador, companies name, company inc, agency, institution, school, startup, client"
    ),
    "role": (
        "role, role name, role title, position, position name, position title, job, job title,"
        " jobtitle, job name, job role, job position, title, title of position, target role,"
        " position applied for, position you are applying for, name of position, opening,"
        " vacancy, stelle, puesto, poste, posizione, position title here, stellenbezeichnung,"
        " stellentitel, jobtitel, berufsbezeichnung, ausbildungsberuf, ausgeschriebene stelle,"
        " intitulé du poste, titre du poste, nom du poste, cargo, nombre del puesto, título del"
        " puesto, vacante, job opening, job posting title, position sought, occupation"
    ),
    "your_name": (
        "name, your name, yourname, full name, fullname, your full name, my name, my full name,"
        " applicant, applicant name, candidate, candidate name, first name last name, first"
        " name, last name, fname, lname, firstname, lastname, your first and last name, first"
        " and last name, your first name, your last name, first last, name surname, your"
        " signature, signature, sender name, ihr name, dein name, su nombre, tu nombre, votre"
        " nom, ihr vorname, vorname, nachname, vorname nachname, vorname name, vor und nachname,"
        " ihr vor und nachname, vollständiger name, absender, unterschrift, nom, prénom, prénom"
        " nom, prénom et nom, nom et prénom, nom prénom, votre prénom, votre nom et prénom,"
        " nombre, nombre completo, nombre y apellidos, nombre apellido, nombre y apellido,"
        " apellidos, apellido, firma del candidato, your full name here, applicants name,"
        " candidates name, print name, typed name, your printed name, max mustermann, erika"
        " mustermann, maria mustermann, john doe, jane doe"
    ),
    "your_email": (
        "email, e mail, mail, email address, e mail address, your email, your email address,"
        " your e mail, my email, emailaddress, ihre e mail, ihre email, ihre e mail adresse, e"
        " mail adresse, emailadresse, votre e mail, votre email, adresse e mail, adresse mail,"
        " courriel, correo, correo electrónico, su correo, tu correo"
    ),
    "your_phone": (
        "phone, phone number, your phone, your phone number, telephone, telephone number, tel,"
        " mobile, mobile number, cell, cell phone, contact number, your number, my phone, xxx"
        " xxx xxxx, telefon, telefonnummer, ihre telefonnummer, handynummer, mobilnummer,"
        " téléphone, numéro de téléphone, votre téléphone, portable, teléfono, número de"
        " teléfono, su teléfono, tu teléfono, móvil"
    ),
    "your_address": (
        "address, your address, ihre adresse, ihre anschrift, anschrift, adresse, straße,"
        " strasse, straße hausnummer, straße und hausnummer, street address, your street"
        " address, home address, mailing address, votre adresse, rue, dirección, su dirección,"
        " tu dirección, calle, musterstraße, musterstraße 1"
    ),
    "location": (
        "location, your location, city, your city, city state, city and state, city country,"
        " your city state, city state zip, city state zip code, your city state zip, city"
        " province country, your city province country, city st zip, town, ort, wohnort, ihr"
        " ort, plz ort, plz und ort, stadt, ville, code postal ville, votre ville, lieu, ciudad,"
        " su ciudad, lugar, zip code, state, street, city state zipcode, city and state and zip"
    ),
    "date": (
        "date, today, todays date, the date, current date, date today, datum, fecha, heutiges"
        " datum, datum heute, date du jour, la date, date actuelle, fecha de hoy, fecha actual,"
        " insert date, month day year, day month year, date of letter, date here, dd mm yyyy, mm"
        " dd yyyy, tt mm jjjj, jj mm aaaa, dd mm aaaa"
    ),
    "hiring_manager": (
        "hiring manager, hiring managers name, hiring manager name, hiringmanager, manager,"
        " managers name, manager name, name of hiring manager, name of the hiring manager,"
        " recruiter, recruiters name, recruiter name, recipient, recipients name, recipient"
        " name, contact, contact name, contact person, employers name, addressee, hiring manager"
        " last name, hiring managers last name, mr ms last name, hiring managers,"
        " ansprechpartner, ansprechpartnerin, name des ansprechpartners, name der"
        " ansprechpartnerin, kontaktperson, name der kontaktperson, personalverantwortliche,"
        " personalleiter, empfänger, name des empfängers, destinataire, nom du destinataire, nom"
        " du recruteur, recruteur, interlocuteur, responsable, destinatario, nombre del"
        " destinatario, nombre del responsable, nombre del reclutador, reclutador, persona de"
        " contacto, contacto, contact persons name, interviewer, interviewer name, interviewers"
        " name, hiring managers first name, recipients full name, mr ms mx last name, employer"
        " contact name"
    ),
    "company_address": (
        "company address, companys address, address of company, employer address, employers"
        " address, organization address, recipient address, recipients address, company street"
        " address, firmenadresse, firmenanschrift, adresse der firma, adresse des unternehmens,"
        " adresse de l entreprise, adresse de lentreprise, adresse de la société, dirección de"
        " la empresa, address of the company, business address"
    ),
    "company_city": (
        "company city, company city state, company city state zip, company location,"
        " firmensitz, ville de l entreprise, ville de lentreprise, ciudad de la empresa"
    ),
    "source": (
        "source, job board, job site, platform, website, where you found the job, where you"
        " found the job posting, where you found the posting, where you found it, job posting"
        " source, source of job posting, platform where you found the job, stellenportal,"
        " jobportal, portal, jobbörse, quelle, site web, nom du site, fuente, portal de empleo,"
        " name of website, name of job board, where you saw the ad, where you saw the job"
        " posting, publication, newspaper"
    ),
    "reference": (
        "reference, reference number, job reference, job reference number, job id, job number,"
        " posting id, requisition, requisition number, requisition id, req id, ref, ref number,"
        " reference id, job code, referenznummer, kennziffer, stellennummer, referenz,"
        " référence, numéro de référence, referencia, número de referencia, reference no, ref"
        " no, job ref"
    ),
    "years_of_experience": (
        "number of years, years, years of experience, years experience, number of years of"
        " experience, year of experience, x years, xx years, x years of experience, your years"
        " of experience, experience years, nombre d années, nombre dannées, número de años, años"
        " de experiencia, années d expérience, années dexpérience, anzahl jahre, jahre"
        " berufserfahrung, anzahl der jahre, years in the field, x jahre, x ans, x años, years"
        " of relevant experience"
    ),
    "current_role": (
        "current role, current position, current job, current job title, current title, your"
        " current role, your current position, your current title, your current job title, your"
        " title, your job title, your role, your position, aktuelle position, ihre position,"
        " aktuelle stelle, poste actuel, puesto actual, present position, present role"
    ),
    "previous_company": (
        "previous company, previous companys name, previous company name, past company, past"
        " employer, previous employer, former employer, former company, last company, last"
        " employer, your company, your previous company, your last company, most recent company,"
        " most recent employer, your employer, letzter arbeitgeber,"
        " früherer arbeitgeber, bisheriger arbeitgeber, ancien employeur,"
        " empresa anterior, name of previous employer, previous employer name"
    ),
    "current_company": (
        "current company, current employer, current company name, your current company,"
        " aktueller arbeitgeber, aktuelle firma, aktuelles unternehmen, jetziger arbeitgeber,"
        " derzeitiger arbeitgeber, employeur actuel, entreprise actuelle, empresa actual,"
        " nom de votre employeur actuel, name of current employer, present employer"
    ),
    "company_product": (
        "company product, companys product, product, product name, product or service, product"
        " service, their product, specific product, company product or service, ihr produkt,"
        " produkt, produit, producto"
    ),
    "achievement": (
        "achievement, accomplishment, key achievement, specific achievement, your achievement,"
        " major achievement, notable achievement, biggest achievement, specific accomplishment,"
        " erfolg, größter erfolg, réalisation, logro, quantifiable achievement, achievement with"
        " a number, accomplishments, achievements, major accomplishment"
    ),
    "start_date": (
        "start date, startdate, available from, availability, available start date, your start"
        " date, earliest start date, date you can start, eintrittstermin, eintrittsdatum,"
        " frühester eintrittstermin, date de début, date de disponibilité, fecha de inicio,"
        " fecha de incorporación, starting date"
    ),
    "referrer": (
        "referrer, referrer name, referrers name, referral, referral name, referred by, name of"
        " referrer, mutual contact, mutual connection, name of mutual contact, employee name,"
        " contact who referred you, name of person who referred you, name of referral, referring"
        " person, referral contact"
    ),
}
_MEANINGS: dict[str, FieldName] = {
    words.strip(): field for field, spoken in _SPOKEN.items() for words in spoken.split(",")
} | {field.replace("_", " "): field for field in KNOWN_FIELDS}
_RUN_TOGETHER: dict[str, FieldName] = {
    spoken.replace(" ", ""): field for spoken, field in _MEANINGS.items() if " " in spoken
}
"""As macros and file names write them: "recipientname"."""
_OWNER = re.compile(r"^(?:my|your|the|their|our|target|sender|applicant|mein|ihr|mon|votre|mi|su)")

_LEADING = re.compile(
    r"^(?:(?:insert|enter|add|type|fill in|put|write|include|mention|specific|the|a|an|e g|eg"
    r"|optional|hier|bitte|einfügen|insérer|insérez|insertar|inserte)\s+)+"
)
_TRAILING = re.compile(r"(?:\s+(?:goes here|here|einfügen|eintragen|hier))+$")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_MERGE_FIELD = re.compile(r"\bMERGEFIELD\b|\\\*[ ]{0,4}\w+")
_WORD = re.compile(r"[^\W_]+")
_OWN_NAME_WORDS = 6
_ENDING = re.compile(
    r"[a-zà-ÿ]{2,30}?(name|company|position|role|title|address|email|phone|city|manager|recipient"
    r"|employer|recruiter|firma|entreprise|empresa)"
)
_OF_LATEX = words_of(
    "jobname pagename figurename tablename partname chaptername appendixname contentsname refname"
    " bibname indexname abstractname listfigurename listtablename enclname ccname headtoname"
    " proofname seename alsoname glossaryname fontname maketitle fancytitle subtitle"
)


def words_between(written: str) -> str:
    """The words between a placeholder's signs, in lower case: `{{Company_Name}}` company name."""
    plain = _MERGE_FIELD.sub("", written)
    plain = _CAMEL.sub(" ", _APOSTROPHE.sub("", plain))
    if plain.startswith("%(") and plain.endswith(("s", "d")):
        plain = plain[:-1]
    return " ".join(_WORD.findall(plain)).lower()


def is_known(words: str) -> bool:
    """Whether the words mean a field that the program knows."""
    return _meaning(words) is not None


def field_for(words: str) -> FieldName:
    """The known field that the words mean, else a field of their own: custom_paragraph.

    Words that name nothing (`____`, `...`) give "blank".
    """
    known = _meaning(words)
    if known:
        return known
    own = _core(words).split()[:_OWN_NAME_WORDS]
    name = "_".join(own)[:60].strip("_")
    return name if name and name[0].isalpha() else f"blank_{name}".rstrip("_")


def _core(words: str) -> str:
    return _TRAILING.sub("", _LEADING.sub("", words))


def _meaning(words: str) -> FieldName | None:
    known = _MEANINGS.get(words) or _MEANINGS.get(_core(words))
    return known if known or " " in words else _RUN_TOGETHER.get(words)


def macro_meaning(name: str) -> FieldName | None:
    r"""The field that a macro of somebody's own stands for: `\recipientname`, `\targetcompany`.

    None for one of LaTeX's own, and for whatever says nothing.
    """
    words = words_between(name)
    if name in _OF_LATEX:
        return None
    bare = _OWNER.sub("", words).strip()
    known = _meaning(words) or _MEANINGS.get(bare) or _RUN_TOGETHER.get(bare)
    ending = _ENDING.fullmatch(words.replace(" ", ""))
    return known or (_MEANINGS.get(ending[1]) if ending else None)
