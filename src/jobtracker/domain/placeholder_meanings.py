"""What the words of a placeholder mean: "Hiring Manager's Name" is the field hiring_manager."""

import re

from jobtracker.domain.letters import KNOWN_FIELDS, FieldName

_SPOKEN: dict[FieldName, str] = {
    "company": (
        "company, company name, name of company, name of the company, the company, company here,"
        " companyname, employer, employer name, organization, organization name, organisation,"
        " organisation name, firm, firm name, business name, target company, hiring company,"
        " unternehmen, firma, firmenname, empresa, nombre de la empresa, entreprise,"
        " nom de lentreprise, azienda"
    ),
    "role": (
        "role, role name, role title, position, position name, position title, job, job title,"
        " jobtitle, job name, job role, job position, title, title of position, target role,"
        " position applied for, position you are applying for, name of position, opening, vacancy,"
        " stelle, puesto, poste, posizione"
    ),
    "your_name": (
        "name, your name, yourname, full name, fullname, your full name, my name, my full name,"
        " applicant, applicant name, candidate, candidate name, first name last name,"
        " first name, last name, fname, lname, firstname, lastname, your first and last name,"
        " first and last name, your first name, your last name, first last, name surname,"
        " your signature, signature, sender name, ihr name, dein name, su nombre, tu nombre,"
        " votre nom"
    ),
    "your_email": (
        "email, e mail, mail, email address, e mail address, your email, your email address,"
        " your e mail, my email, emailaddress"
    ),
    "your_phone": (
        "phone, phone number, your phone, your phone number, telephone, telephone number, tel,"
        " mobile, mobile number, cell, cell phone, contact number, your number, my phone,"
        " xxx xxx xxxx"
    ),
    "location": (
        "location, your location, city, your city, city state, city and state, city country,"
        " your city state, city state zip, city state zip code, your city state zip,"
        " city province country, your city province country, city st zip, town"
    ),
    "date": "date, today, todays date, the date, current date, date today, datum, fecha",
    "hiring_manager": (
        "hiring manager, hiring managers name, hiring manager name, hiringmanager, manager,"
        " managers name, manager name, name of hiring manager, name of the hiring manager,"
        " recruiter, recruiters name, recruiter name, recipient, recipients name, recipient name,"
        " contact, contact name, contact person, employers name, addressee,"
        " hiring manager last name, hiring managers last name, mr ms last name"
    ),
    "source": (
        "source, job board, job site, platform, website, where you found the job,"
        " where you found the job posting, where you found the posting, where you found it,"
        " job posting source, source of job posting, platform where you found the job"
    ),
    "reference": (
        "reference, reference number, job reference, job reference number, job id, job number,"
        " posting id, requisition, requisition number, requisition id, req id, ref, ref number,"
        " reference id, job code"
    ),
    "years_of_experience": (
        "number of years, years, years of experience, years experience,"
        " number of years of experience, year of experience, x years, xx years,"
        " x years of experience, your years of experience, experience years"
    ),
    "current_role": (
        "current role, current position, current job, current job title, current title,"
        " your current role, your current position, your current title, your current job title,"
        " your title, your job title, your role, your position"
    ),
    "previous_company": (
        "previous company, previous companys name, previous company name, past company,"
        " past employer, previous employer, former employer, former company, last company,"
        " last employer, current company, current employer, current company name,"
        " your current company, your company, your previous company, your last company,"
        " most recent company, most recent employer, your employer"
    ),
    "company_product": (
        "company product, companys product, product, product name, product or service,"
        " product service, their product, specific product, company product or service"
    ),
    "achievement": (
        "achievement, accomplishment, key achievement, specific achievement, your achievement,"
        " major achievement, notable achievement, biggest achievement, specific accomplishment"
    ),
    "start_date": (
        "start date, startdate, available from, availability, available start date,"
        " your start date, earliest start date, date you can start"
    ),
    "referrer": (
        "referrer, referrer name, referrers name, referral, referral name, referred by,"
        " name of referrer, mutual contact, mutual connection, name of mutual contact,"
        " employee name, contact who referred you"
    ),
}
_MEANINGS: dict[str, FieldName] = {
    words.strip(): field for field, spoken in _SPOKEN.items() for words in spoken.split(",")
} | {field.replace("_", " "): field for field in KNOWN_FIELDS}

_LEADING = re.compile(
    r"^(?:(?:insert|enter|add|type|fill in|put|write|include|mention|specific|the|a|an|e g|eg)\s+)+"
)
_TRAILING = re.compile(r"(?:\s+(?:goes here|here))+$")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_WORD = re.compile(r"[^\W_]+")
_OWN_NAME_WORDS = 6


def words_of(written: str) -> str:
    """The words between a placeholder's signs, in lower case: `{{Company_Name}}` company name."""
    plain = _CAMEL.sub(" ", _APOSTROPHE.sub("", written))
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
    return _MEANINGS.get(words) or _MEANINGS.get(_core(words))
