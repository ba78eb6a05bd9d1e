"""Words that tell a company's name from what is none, in English, German and French."""

import re

from jobtracker.exchange.postings.text_words import names_in, words_in

FORM_WORDS = words_in(
    """
    About Als Arbeitgeber At Bei Chez Company Das Dem Den Der Des Die Firma Für Ihre Im In Join
    Kontakt La Le Les Mit Our Société Standort The Und Unser Unternehmen Von We Wir Zur Über
    """
)
"""Words with a capital that stand before a name and are no part of it."""
BOARDS = frozenset(
    names_in(
        """
        adzuna/agentur fur arbeit/apec/ashby/built in/cadremploi/cv-library/dice/facebook/
        france travail/glassdoor/google/greenhouse/hellowork/icims/indeed/instagram/
        jobs.ac.uk/jobteaser/jobware/kimeta/kununu/lever/linkedin/meteojob/monster/otta/
        personio/pole emploi/recruitee/reed/smartrecruiters/stepstone/teamtailor/the muse/
        totaljobs/twitter/welcome to the jungle/wellfound/whatsapp/workable/workday/xing/
        ziprecruiter
        """
    )
)
"""Job boards and networks: where a posting was found, not who hires."""
SMALL_WORDS = words_in(
    """
    a ab after all als also am an and another any anyone apply as at au auf aus aux avec before
    bei beim both but by ce cette dans das dein deine dem den depuis der die dont du during each ein
    eine either elle en es every everyone for from fur he here hier how however ici ideally if
    ihr ihre il im in it je join la le les less leur man many may meet mit more most nach
    neither no nos not note notre nous of on once one or other our over own please pour seit she
    sie since so some someone sous such sur that the then there these they this those to today
    tomorrow uber un und under une uns unser unsere unserem unseren unserer us von vos votre
    vous was we wenn wer what when where whether while who why wir with you your zum zur
    zusatzlich
    """
)
"""Folded words that, standing first, show that no name follows."""
COMMON = SMALL_WORDS | words_in(
    """
    about abteilung additional advertisement agency annonce announcement ansprechpartner
    applicant applicants applications arbeitgeber association aufgaben aws azure bank benefits
    berlin bonjour bonus candidate candidates candidature candidatures career careers charity
    client clients clinique club collections company conditions contexte contrat council
    customer customers data date dear department description design deutschland diversity docker
    donate duration ecole einleitung email employees employer engineer engineering english
    entreprise equal equity europe excel experience finance firm fondation foundation france
    french full gehalt german germany group groupe hallo hamburg hello hi hochschule home
    homeoffice hopital hospital hotel hours hr hybrid ideal inclusion institute interview
    interviews introduction java job jobs klinik klinikum kontakt kubernetes learn legal library
    lieu life linux location login london main mairie manager marketing menu mission missions
    monday months munich musee museum new office offre operations opportunity overview paris
    part pay people phone platform position poste posted practice present presentation pricing
    primary product products profil purpose python qualifications rattache react reference
    remote remuneration requirements resources responsibilities restaurant role roles rolle
    salaire salary sales schedule school schule search service shift sign solutions sql stadt
    standort stelle stellen stellenangebot stellenanzeige stellenausschreibung stiftung studio
    subject successful summary support team theater theatre training travel trust type
    typescript uk universite university unternehmen usa vacancy verband verein verwaltung ville
    visit work working years
    """
)
"""Folded words that by themselves are no name."""
AGENCY = re.compile(
    r"recruit|staffing|personal(?:dienst|beratung|vermittlung|management|service|l[oö]sung)"
    r"|headhunt|zeitarbeit|\brandstad\b|\bhays\b|\badecco\b"
    r"|\bmanpower\b|michael page|robert half|robert walters|page personnel|expectra|\bkforce\b"
    r"|teksystems|\bferchau\b|\bbrunel\b|talent (?:partners|solutions|group)"
    r"|executive search|\bsearch\b|\bint[eé]rim\b|\brh\b|resourcing|placement"
    r"|appointments|\bcabinet\b",
    re.IGNORECASE,
)
"""What names of recruitment agencies hold."""
UNNAMED = re.compile(
    r"\b(?:[Oo]ur client|[Mm]y client|one of (?:our|my)(?: [\w-]+){0,3} clients?"
    r"|(?:on behalf of|recruiting for|hiring for|client of) (?:an?|one of)"
    r"|(?:working|partner\w*)(?: \w+)? (?:with|for) (?:one of the|an? [\w -]{0,40}?(?:client"
    r"|company"
    r"|firm|employer|business|trust))"
    r"|pour (?:l'un|un|une|le compte d'une?|l'une) de (?:ses|leurs) clients?|unseren Kunden"
    r"|einen (?:unserer|ihrer|meiner) Kunden|[Ii]m Auftrag (?:eines|einer)"
    r"|unserem Kunden|für einen(?: \w+)? Kunden|[Ff]ür einen Kunden|[Nn]otre client|une? de (?:nos"
    r"|mes|ses) client(?:e?s)|"
    r"namhaften Kunden|Kundenunternehmen|(?:meinen|meinem) (?:Kunden|Mandanten))\b"
    r"|(?:^|\n)\W*(?:[Ee]nd )?(?:[Cc]lient|[Kk]unde|[Aa]uftraggeber)\s?:\s+(?:an?|eine?|une?"
    r"|confidential|vertraulich|confidentiel)\b"
)
"""The employer is a client that is not named."""
DEPARTMENTS = re.compile(
    r"(?:engineering|product|marketing|sales|finance|operations|design|data|human resources|people"
    r"|legal|it|information technology|"
    r"customer (?:success|support|service)|research|r&d|technology|software|healthcare|nursing"
    r"|education|retail|hospitality|administration|"
    r"business development|science|security|infrastructure|platform|quality|supply chain|logistics"
    r"|accounting|it & software|"
    r"vertrieb|entwicklung|produktion|einkauf|verwaltung|personal|informatique|commercial"
    r"|comptabilité|people & culture|"
    r"permanent|entry level|mid[- ]senior level|associate|director|executive|internship"
    r"|not applicable|actively (?:hiring|recruiting)|easy apply|"
    r"promoted.*|new|urgent|featured|sponsored|verified|top job|premium|position announcement"
    r"|employment opportunity|job announcement|"
    r"offre d'emploi|stellen(?:angebot|anzeige|ausschreibung)|job (?:advert|posting|vacancy"
    r"|opening)|vacancy(?: notice)?|"
    r"who we are|what we do|support us|start free trial|request a demo|book a demo|get started"
    r"|allied health|hauptstadtrepräsentanz)"
    r"(?: (?:&|and|und|et|/) [\w ]{2,30})?(?: (?:team|department))?",
    re.IGNORECASE,
)
"""Departments, levels and buttons."""
UNIT = re.compile(
    r"(?:school|department|dept\.?|faculty|institute|division|office|directorate|section|unit"
    r"|college) (?:of|for)\b|(?:amt|dezernat|fachbereich|abteilung|lehrstuhl|fakultät|institut"
    r"|referat)\b|\w+amt$|"
    r"(?:service|direction|pôle|département|division) (?:de|des|du|d')",
    re.IGNORECASE,
)
"""A part of an organisation."""
NOT_IN_NAMES = re.compile(
    r"[!?;:@{}<>=€$£%»\[\]]|\d{4,}|https?:|\b(?:apply|applicants?|save|share|ago|jobs?|days?"
    r"|hours?|years?|salary|employees|reviews?|followers|rating|views?|"
    r"click|sign|posted|closing|bewerben|merken|teilen|postuler|postule|partager|candidats?"
    r"|sauvegarder|month|week|stunden|woche|jahre?|shift|nights?|"
    r"full[- ]time|part[- ]time|vollzeit|teilzeit|remote|hybrid|description|overview|your|you|we"
    r"|our|ihre?|deine?|wir|nous|vous|votre|nos|notre|"
    r"back|search|results?|view|next|previous|page|login|menu|skip|mitarbeiter(?:innen)?"
    r"|mitarbeitende|collaborateurs|salariés|employés|employees|level|"
    r"about|requirements|responsibilities|report|print|drucken|imprimer|zurück|retour|startseite"
    r"|accueil|einloggen|anmelden|cookies?|contenu|inhalt|content|"
    r"cdi|cdd|unbefristet|befristet|permanent|vacancy|hiring|wanted|gesucht|offres?|stellen"
    r"|privacy|datenschutz|impressum|see how|compare|try|skills|semaine|temps|mois|heures|recrute"
    r"|recrutement|festanstellung|feste anstellung|durée indéterminée|direct hire"
    r"|perm|sucht|suchen|seeks)\b",
    re.IGNORECASE,
)
"""What no name holds."""
