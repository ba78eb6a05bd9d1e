"""The words before a colon that name a field, in English, German and French, folded."""

from jobtracker.exchange.postings.text_words import names_in, words_in

_NAMES = {
    "role": """
        job title/title/titel/titre de la mission/mission freelance/mission/position title/
        position/role/role title/vacancy/job/job role/post/post title/job name/stelle/
        stellenbezeichnung/stellentitel/jobtitel/berufsbezeichnung/funktion/tatigkeit/
        jobbezeichnung/ausgeschriebene stelle/stellenangebot/poste/intitule du poste/intitule/
        titre du poste/fonction/metier/emploi/intitule de l'offre/titre/poste propose/
        poste a pourvoir/offre
        """,
    "company": """
        company/entite/filiale/trust/district/agency/hospital/school/college/charity/council/
        company name/employer/organization/hiring organization/business/organisation name/
        hiring company/employer name/hiring organisation/client/institution/name of employer/
        arbeitgeber/unternehmen/firma/auftraggeber/unternehmensname/ausbildungsbetrieb/kunde/
        name des unternehmens/entreprise/societe/employeur/nom de l'entreprise/recruteur/
        production company/practice/firm/structure/organisme/etablissement/raison sociale
        """,
    "work_mode": """
        organisation/work mode/workplace type/remote/work type/work arrangement/working model/
        work model/work style/remote job/telework eligible/telework/remote status/location type/
        working arrangements/remote work/on-site/remote policy/work setting/workplace policy/
        working style/working arrangement/job location type/office policy/arbeitsmodell/
        homeoffice/home office/arbeitsplatzmodell/arbeitsform/remote-anteil/mobiles arbeiten/
        teletravail/mode de travail/organisation du travail/modalites de travail/
        rythme de travail
        """,
    "location": """
        location/job location/locations/work location/office location/place of work/workplace/
        office/city/based in/based/based at/office base/place/where/primary location/
        duty station/location of role/job locations/site/office locations/town/standort/
        arbeitsort/einsatzort/ort/standorte/dienstort/stadt/dienstsitz/arbeitsplatz/
        einsatzgebiet/einsatzstelle/beschaftigungsort/ausbildungsort/lieu/lieu de travail/
        localisation/ville/lieu du poste/lieux/lieu de mission/site de travail/
        localisation du poste/lieu d'exercice/lieu d'affectation/residence administrative/
        localite/venue/campus/depot/worksite/work site/shoot location/shooting/filming/
        shooting location/filming location
        """,
    "country": """
        country/land/pays
        """,
    "employment_type": """
        employment type/post type/appointment type/shift type/art der stelle/taux d'activite/
        job type/contract type/type/type of employment/contract/hours/position type/job status/
        employment/schedule/type of contract/employment status/time type/working hours/duration/
        working pattern/engagement/assignment type/worker type/commitment/work schedule/tenure/
        contract length/term/employee type/job types/length of contract/basis/fte/work hours/
        anstellungsart/beschaftigungsart/vertragsart/arbeitszeit/beschaftigung/
        art der anstellung/stellenumfang/umfang/arbeitszeitmodell/vertrag/anstellung/
        art der beschaftigung/befristung/arbeitsverhaltnis/arbeitsumfang/wochenarbeitszeit/
        beschaftigungsumfang/anstellungsverhaltnis/pensum/stellenart/type de contrat/contrat/
        type d'emploi/temps de travail/nature du contrat/duree du travail/statut/type de poste/
        duree/nature de l'emploi/duree du contrat/type de l'offre/duree hebdomadaire
        """,
    "pay": """
        salary/salary range/pay/pay range/compensation/base salary/base pay/salary band/wage/
        rate/day rate/hourly rate/pay rate/remuneration/compensation range/base salary range/
        annual salary/starting salary/base/base pay range/package/estimated salary/
        target salary/expected salary/hourly pay/stipend/wages/daily rate/annual base salary/
        pay scale/hiring range/salary details/pay band/grade/gehalt/vergutung/gehaltsspanne/
        jahresgehalt/bruttojahresgehalt/stundenlohn/monatsgehalt/lohn/verdienst/entgelt/
        gehaltsrahmen/bezahlung/gehaltsband/jahresbruttogehalt/stundensatz/tagessatz/
        einstiegsgehalt/bruttogehalt/fixgehalt/ausbildungsvergutung/zielgehalt/dotierung/
        salaire/remuneration brute/fourchette de salaire/fourchette salariale/
        remuneration annuelle/tjm/gratification/salaire brut/indemnite/salaire brut annuel/
        fourchette/salaire fixe/remuneration fixe/salaire annuel brut/salaire annuel/
        tarif journalier
        """,
    "posted_on": """
        posted/placed on/advertised/advertised on/ausschreibung vom/date posted/posted on/
        posting date/published/publication date/date published/posted date/listed/published on/
        date listed/first posted/opening date/open date/date of posting/advert start date/added/
        veroffentlicht/veroffentlicht am/veroffentlichungsdatum/online seit/eingestellt am/
        erschienen/datum/veroffentlichung/anzeige vom/ausschreibungsdatum/ausgeschrieben am/
        eingestellt/erschienen am/publie le/date de publication/publiee le/mise en ligne/
        offre publiee le/mis en ligne le/date de parution/publie/publiee/mise en ligne le/
        parution/en ligne depuis
        """,
    "deadline": """
        closing date/open & closing dates/application window/bewerbungszeitraum/open until/
        delai de postulation/delai de candidature/deadline/apply by/application deadline/
        apply before/closes/applications close/closing/applications close on/expires/
        expiry date/closing date for applications/valid through/last date to apply/closes on/
        close date/application closing date/applications due/applications by/advert end date/
        deadline for applications/job closes/end date/posting end date/unposting date/
        advertising end date/bewerbungsfrist/bewerbungsschluss/bewerbung bis/bewerben bis/frist/
        bewerbungsfrist bis/einsendeschluss/ende der bewerbungsfrist/bewerbungen bis/
        ausschreibungsende/bewerbungsende/date limite/date limite de candidature/
        date limite de depot des candidatures/candidature avant le/cloture des candidatures/
        postuler avant le/date de cloture/candidatures jusqu'au/date limite de depot/
        date limite pour postuler/cloture/fin de candidature/fin de publication/
        date de fin de candidature/limite de candidature/date de fin de publication/
        postuler avant/fin d'affichage/fin de l'affichage
        """,
    "reference": """
        reference/ref/job id/req id/requisition id/job reference/reference number/job number/
        requisition/req/job ref/vacancy reference/requisition number/job code/posting id/
        position id/vacancy id/ref no/req no/ref number/job no/vacancy number/position number/
        job req/job requisition id/job requisition/vacancy ref/reference no/
        job reference number/advert reference/requisition no/job posting id/our reference/
        announcement number/kennziffer/referenznummer/referenz/stellen-id/job-id/stellennummer/
        chiffre/referenz-nr/ref.-nr/kennzeichen/referenzcode/stellen-nr/anzeigennummer/
        ausschreibungsnummer/ihre referenz/anzeigen-id/kennnummer/angebots-id/referenz-id/
        stellenkennziffer/unser zeichen/ausschreibungs-nr/job-nr/jobnummer/reference de l'offre/
        n° d'offre/n° de l'offre/numero d'offre/reference interne/numero de l'offre/
        ref. interne/reference annonce/reference du poste/id de l'offre/reference offre/
        n° de reference/code poste/n° offre/reference de l'annonce/offre n°/ref offre/
        numero de reference/numero de la demande/numero du poste/numero de poste/
        numero de concours/numero d'affichage/no de reference/no d'affichage/
        selection process number/competition number/no de concours/competition no/posting number/
        file number
        """,
    "url": """
        link/url/apply/apply at/apply here/apply online/job url/job link/application link/
        link to job/source/posting/web/how to apply/apply now/full description/more information/
        details/view online/original posting/zur bewerbung/bewerbungslink/online bewerben/
        jetzt bewerben/stellenlink/link zur stelle/zur stellenanzeige/bewerbung/bewerbung uber/
        online-bewerbung/mehr infos/quelle/lien/postuler/pour postuler/lien de l'offre/
        candidater/postulez/candidature/postuler en ligne/lien de candidature
        """,
    "contact": """
        contact/contact person/recruiter/hiring manager/your contact/contact name/job poster/
        informal enquiries/enquiries/recruiting contact/talent partner/posted by/hiring contact/
        for informal discussion/questions/contact details/talent acquisition/
        for further information/point of contact/informal enquiries to/meet the hiring team/
        faites connaissance avec l'equipe de recrutement/lernen sie das einstellungsteam kennen/
        meet your recruiter/line manager contact/for more information contact/queries/
        ansprechpartner/ansprechpartnerin/kontakt/ihr ansprechpartner/ihre ansprechpartnerin/
        kontaktperson/dein ansprechpartner/deine ansprechpartnerin/ansprechperson/fragen/
        ihr kontakt/dein kontakt/ruckfragen/ihre ansprechperson/deine ansprechperson/
        recruiterin/auskunft erteilt/auskunft/auskunfte/nahere auskunfte/kontakt fur ruckfragen/
        fachliche ruckfragen/ansprechpartner*in/ansprechpartner:in/in/ihr/e ansprechpartner/
        bewerbung an/contact rh/votre contact/interlocuteur/interlocutrice/personne a contacter/
        contact recrutement/votre interlocuteur/votre interlocutrice/charge de recrutement/
        chargee de recrutement/renseignements/contacts/contact pour ce poste/votre recruteur/
        personne en charge du recrutement/job contact/contact point for applicants/
        votre recruteuse/pour tout renseignement/pour toute question
        """,
    "contact_name": """
        name/nom
        """,
    "contact_email": """
        e-mail/email/mail/courriel/e-mail address/email address/adresse mail/e-mail-adresse
        """,
    "contact_phone": """
        phone/tel/telephone/mobile/telefon/tel./mobil/phone number/tel.-nr/durchwahl/
        telephone number/telefonnummer/numero de telephone/portable/cell/ligne directe
        """,
    "other": """
        department/team/category/industry/sector/seniority/seniority level/experience level/
        benefits/start date/experience/education/languages/language/travel/reports to/
        job function/number of openings/industries/function/skills/level/company size/size/
        starting/start/clearance/visa/relocation/division/business unit/equity/bonus/about us/
        requirements/holiday/pension/interviews/interview date/applicants/website/homepage/
        abteilung/branche/eintrittsdatum/beginn/ab wann/berufserfahrung/startdatum/
        zu besetzen ab/eintritt/fachbereich/sprachen/bereich/urlaub/ausbildungsbeginn/
        vertragsdauer/bildungsabschluss/webseite/secteur/service/date de debut/
        date de prise de poste/experience requise/niveau d'etudes/debut/formation/
        prise de poste/secteur d'activite/avantages/niveau/langues/direction/
        date de prise de fonction/categorie/from/to/subject/sent/date/von/an/betreff/gesendet/
        cc/bcc/de/a/objet/envoye/reply-to
        """,
}
LABELS = {name: field for field, names in _NAMES.items() for name in names_in(names)}
"""The field of each label; "other" are labels of what no field holds."""
HEADINGS = words_in(
    """
    a an apply base benefits bewerbung candidature client company contact contrat date de
    details duration emploi entreprise fonction fragen from funktion grade hours job kontakt
    land link metier name offre organisation ort position poste posting postuler questions
    remote role start stellenangebot structure team term title to type umfang unternehmen
    vertrag von web where
    """
)
"""Labels that also stand over whole sections: without a colon the value must look the part."""
SIGNED = frozenset(
    names_in(
        """
        charge de recrutement/chargee de recrutement/hiring manager/recruiter/recruiterin/
        recruteur/talent acquisition/talent partner
        """
    )
)
"""What stands under a name in a signature: a label only with a colon."""
