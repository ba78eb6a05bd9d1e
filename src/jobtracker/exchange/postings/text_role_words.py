"""The words that name a kind of work, in English, German and French, folded (no accents)."""

ENGLISH = frozenset(
    """
    accountant actuary administrator adviser advisor agent analyst animator apprentice
    apprenticeship archaeologist architect archivist artist assembler assistant associate
    astronomer attendant attorney auditor baker banker barista barrister bartender biologist
    bookkeeper bricklayer broker builder butcher buyer captain caregiver caretaker carer carpenter
    cashier caseworker chaplain chauffeur chef chemist chief cleaner clerk clinician coach
    commissioner composer concierge conductor consultant contractor controller cook coordinator
    copywriter counsel counsellor counselor courier crew curator custodian decorator dentist
    designer detective developer dietitian director dispatcher docent doctor driver economist editor
    educator electrician engineer epidemiologist estimator evangelist examiner executive expert
    fabricator facilitator farmer fellow fellowship firefighter fitter foreman fundraiser gardener
    generalist geologist graduate grower guard guide hacker hairdresser handyman head helper
    historian host hostess hygienist illustrator inspector installer instructor intern internship
    interpreter investigator joiner journalist judge keeper labourer laborer landscaper lawyer
    lead leader lecturer librarian lifeguard loader machinist maintainer maker manager marketer
    mason mathematician mechanic mechanics mediator mentor merchandiser midwife moderator musician
    nanny negotiator neurologist notary nurse nutritionist officer operative operator optician
    optometrist organiser organizer owner packer painter paralegal paramedic partner pathologist
    pharmacist philosopher photographer physician physicist physiotherapist picker pilot planner
    plasterer plumber policymaker porter postdoc practitioner president presenter principal
    processor producer professor programmer promoter proofreader psychiatrist psychologist
    publicist quant radiographer radiologist ranger receptionist recruiter registrar
    rep reporter representative researcher reviewer rigger roofer salesperson scholar scientist
    scrummaster secretary seller server setter sociologist solicitor specialist statistician
    steward stocker storyteller strategist student stylist superintendent supervisor supply
    surgeon surveyor sysadmin tailor teacher technician technologist telemarketer teller tester
    therapist trader trainee trainer translator treasurer tutor tyler undergraduate underwriter
    valuer vet veterinarian videographer vp waiter waitress warden watchmaker welder worker writer
    sre dba ceo cto cfo coo cmo ciso sdet dev devops temp volunteer
    """.split()
)
GERMAN = frozenset(
    """
    azubi auszubildende auszubildender ausbildung praktikum praktikant werkstudent volontariat
    volontar leitung teamleitung leiter referent fachkraft aushilfe minijob arzt arztin hebamme
    koch kochin jurist steuerberater erzieher pfleger pflegekraft hilfskraft lehrkraft geselle
    meister polier bauleiter doktorand kaufmann kauffrau kaufleute sekretar sekretarin experte
    expertin promotion referendar zerspaner dreher fraser maurer maler gartner tischler schreiner
    metzger florist friseur kellner rezeptionist reinigungskraft bote lagerist staplerfahrer
    """.split()
)
GERMAN_ENDINGS = (
    "ingenieur", "entwickler", "leiter", "leitung", "berater", "manager", "kaufmann", "kauffrau",
    "kraft", "pfleger", "arzt", "arztin", "mechaniker", "mechatroniker", "techniker", "elektroniker",
    "elektriker", "assistent", "assistenz", "referent", "bearbeiter", "fahrer", "meister", "lehrer",
    "erzieher", "koordinator", "spezialist", "experte", "expertin", "administrator", "architekt",
    "analyst", "planer", "verkaufer", "buchhalter", "controller", "jurist", "anwalt", "praktikant",
    "werkstudent", "mitarbeiter", "helfer", "fachkraft", "angestellte", "angestellter",
    "wissenschaftler", "doktorand", "prufer", "monteur", "schlosser", "informatiker", "designer",
    "redakteur", "gestalter", "therapeut", "disponent", "einkaufer", "padagoge", "padagogin",
    "psychologe", "psychologin", "forscher", "laborant", "chemiker", "physiker", "biologe",
    "konstrukteur", "programmierer", "betreuer", "vertreter", "vorstand", "geschaftsfuhrer",
    "fuhrer", "trainer", "coach", "master", "consultant", "engineer", "developer", "makler",
    "statiker", "zeichner", "optiker", "akustiker", "apotheker", "logistiker", "lagerist",
    "werker", "bauer", "handler", "schneider", "halter", "lehrling", "gehilfe", "setzer", "wirt", "putzer", "kassierer", "bearbeitung", "schreiber", "vorsteher",
    "sprecher", "musiker", "bibliothekar", "archivar", "restaurator", "dozent", "professor", "fachmann", "fachfrau", "backer", "tester", "hersteller", "warter", "pilot", "maler", "gartner", "kaufleute", "praktikum", "ausbildung", "volontariat", "aushilfe",
)  # fmt: skip
FRENCH = frozenset(
    """
    acheteur acheteuse administrateur administratrice agent aide-soignant aide-soignante
    alternance alternant alternante analyste animateur animatrice apprenti apprentie architecte
    assistant assistante attache attachee auditeur auditrice auxiliaire avocat avocate barman
    boucher boulanger boulangere cadre caissier caissiere cariste chargee charge chauffeur chef
    cheffe chercheur chercheuse coach coiffeur coiffeuse collaborateur collaboratrice commercial
    commerciale comptable concepteur conceptrice conducteur conductrice conseiller conseillere
    consultant consultante controleur controleuse coordinateur coordinatrice coordonnateur
    coordonnatrice couvreur cuisinier cuisiniere delegue deleguee dessinateur dessinatrice
    developpeur developpeuse directeur directrice doctorant doctorante educateur educatrice
    electricien electricienne electromecanicien employe employee enseignant enseignante expert
    experte facteur factrice formateur formatrice geometre gerant gerante gestionnaire graphiste
    hote hotesse infirmier infirmiere informaticien informaticienne ingenieur ingenieure
    integrateur integratrice jardinier journaliste juriste kinesitherapeute livreur livreuse macon
    magasinier magasiniere maquettiste mecanicien mecanicienne medecin menuisier monteur monteuse
    negociateur negociatrice operateur operatrice orthophoniste ouvrier ouvriere paysagiste peintre
    pharmacien pharmacienne photographe pilote plombier preparateur preparatrice professeur
    professeure psychologue receptionniste redacteur redactrice responsable sage-femme secretaire
    serveur serveuse soudeur soudeuse stage stagiaire superviseur superviseuse surveillant
    technicien technicienne technico-commercial teleconseiller traducteur traductrice usineur
    vendeur vendeuse veterinaire regisseur regisseuse bibliothecaire eclairagiste costumier comedien fleuriste
    opticien estheticienne ambulancier sommelier plongeur commis patissier fromager poissonnier charcutier horloger
    bijoutier tailleur chaudronnier fraiseur tourneur carrossier routier grutier carreleur plaquiste terrassier
    biologiste chimiste statisticien economiste urbaniste cartographe documentaliste archiviste interprete
    correcteur editeur libraire maitre maitresse moniteur monitrice entraineur puericulteur puericultrice
    dieteticien ergotherapeute podologue dentiste notaire greffier gardien matelot capitaine vigneron
    realisateur realisatrice scenariste mecatronicien frigoriste ascensoriste chef-cuisinier webmaster data
    """.split()
) - {"data", "cadre", "charge"}
