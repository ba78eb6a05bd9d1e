"""The words that name a kind of work, in English, German and French, folded (no accents)."""

from jobtracker.exchange.postings.text_words import words_in

ENGLISH = words_in(
    """
    accountant actuary administrator adviser advisor agent analyst animator apprentice
    apprenticeship archaeologist architect archivist artist assembler assistant associate
    astronomer attendant attorney auditor baker banker barista barrister bartender biologist
    bookkeeper bricklayer broker builder butcher buyer captain caregiver carer caretaker
    carpenter caseworker cashier ceo cfo chaplain chauffeur chef chemist chief ciso cleaner
    clerk clinician cmo coach commissioner composer concierge conductor consultant contractor
    controller coo cook coordinator copywriter counsel counsellor counselor courier crew cto
    curator custodian dba decorator dentist designer detective dev developer devops dietitian
    director dispatcher docent doctor driver economist editor educator electrician engineer
    epidemiologist estimator evangelist examiner executive expert fabricator facilitator farmer
    fellow fellowship firefighter fitter foreman fundraiser gardener generalist geologist
    graduate grower guard guide hacker hairdresser handyman head helper historian host hostess
    hygienist illustrator inspector installer instructor intern internship interpreter
    investigator joiner journalist judge keeper laborer labourer landscaper lawyer lead leader
    lecturer librarian lifeguard loader machinist maintainer maker manager marketer mason
    mathematician mechanic mechanics mediator mentor merchandiser midwife moderator musician
    nanny negotiator neurologist notary nurse nutritionist officer operative operator optician
    optometrist organiser organizer owner packer painter paralegal paramedic partner pathologist
    pharmacist philosopher photographer physician physicist physiotherapist picker pilot planner
    plasterer plumber policymaker porter postdoc practitioner presenter president principal
    processor producer professor programmer promoter proofreader psychiatrist psychologist
    publicist quant radiographer radiologist ranger receptionist recruiter registrar rep
    reporter representative researcher reviewer rigger roofer salesperson scholar scientist
    scrummaster sdet secretary seller server setter sociologist solicitor specialist sre
    statistician steward stocker storyteller strategist student stylist superintendent
    supervisor supply surgeon surveyor sysadmin tailor teacher technician technologist
    telemarketer teller temp tester therapist trader trainee trainer translator treasurer tutor
    tyler undergraduate underwriter valuer vet veterinarian videographer volunteer vp waiter
    waitress warden watchmaker welder worker writer
    """
)
GERMAN = words_in(
    """
    arzt arztin ausbildung aushilfe auszubildende auszubildender azubi bauleiter bote doktorand
    dreher erzieher experte expertin fachkraft florist fraser friseur gartner geselle hebamme
    hilfskraft jurist kauffrau kaufleute kaufmann kellner koch kochin lagerist lehrkraft leiter
    leitung maler maurer meister metzger minijob pflegekraft pfleger polier praktikant praktikum
    promotion referendar referent reinigungskraft rezeptionist schreiner sekretar sekretarin
    staplerfahrer steuerberater teamleitung tischler volontar volontariat werkstudent zerspaner
    """
)
FRENCH = words_in(
    """
    acheteur acheteuse administrateur administratrice agent aide-soignant aide-soignante
    alternance alternant alternante ambulancier analyste animateur animatrice apprenti apprentie
    architecte archiviste ascensoriste assistant assistante attache attachee auditeur auditrice
    auxiliaire avocat avocate barman bibliothecaire bijoutier biologiste boucher boulanger
    boulangere caissier caissiere capitaine cariste carreleur carrossier cartographe charcutier
    chargee chaudronnier chauffeur chef chef-cuisinier cheffe chercheur chercheuse chimiste
    coach coiffeur coiffeuse collaborateur collaboratrice comedien commercial commerciale commis
    comptable concepteur conceptrice conducteur conductrice conseiller conseillere consultant
    consultante controleur controleuse coordinateur coordinatrice coordonnateur coordonnatrice
    correcteur costumier couvreur cuisinier cuisiniere delegue deleguee dentiste dessinateur
    dessinatrice developpeur developpeuse dieteticien directeur directrice doctorant doctorante
    documentaliste eclairagiste economiste editeur educateur educatrice electricien
    electricienne electromecanicien employe employee enseignant enseignante entraineur
    ergotherapeute estheticienne expert experte facteur factrice fleuriste formateur formatrice
    fraiseur frigoriste fromager gardien geometre gerant gerante gestionnaire graphiste greffier
    grutier horloger hote hotesse infirmier infirmiere informaticien informaticienne ingenieur
    ingenieure integrateur integratrice interprete jardinier journaliste juriste
    kinesitherapeute libraire livreur livreuse macon magasinier magasiniere maitre maitresse
    maquettiste matelot mecanicien mecanicienne mecatronicien medecin menuisier moniteur
    monitrice monteur monteuse negociateur negociatrice notaire operateur operatrice opticien
    orthophoniste ouvrier ouvriere patissier paysagiste peintre pharmacien pharmacienne
    photographe pilote plaquiste plombier plongeur podologue poissonnier preparateur
    preparatrice professeur professeure psychologue puericulteur puericultrice realisateur
    realisatrice receptionniste redacteur redactrice regisseur regisseuse responsable routier
    sage-femme scenariste secretaire serveur serveuse sommelier soudeur soudeuse stage stagiaire
    statisticien superviseur superviseuse surveillant tailleur technicien technicienne
    technico-commercial teleconseiller terrassier tourneur traducteur traductrice urbaniste
    usineur vendeur vendeuse veterinaire vigneron webmaster
    """
)
GERMAN_ENDINGS = tuple(
    sorted(
        words_in(
            """
            administrator akustiker analyst angestellte angestellter anwalt apotheker architekt
            archivar arzt arztin assistent assistenz ausbildung aushilfe backer bauer bearbeiter
            bearbeitung berater betreuer bibliothekar biologe buchhalter chemiker coach
            consultant controller designer developer disponent doktorand dozent einkaufer
            elektriker elektroniker engineer entwickler erzieher experte expertin fachfrau
            fachkraft fachmann fahrer forscher fuhrer gartner gehilfe geschaftsfuhrer gestalter
            halter handler helfer hersteller informatiker ingenieur jurist kassierer kauffrau
            kaufleute kaufmann konstrukteur koordinator kraft laborant lagerist lehrer lehrling
            leiter leitung logistiker makler maler manager master mechaniker mechatroniker
            meister mitarbeiter monteur musiker optiker padagoge padagogin pfleger physiker
            pilot planer praktikant praktikum professor programmierer prufer psychologe
            psychologin putzer redakteur referent restaurator schlosser schneider schreiber
            setzer spezialist sprecher statiker techniker tester therapeut trainer verkaufer
            vertreter volontariat vorstand vorsteher warter werker werkstudent wirt
            wissenschaftler zeichner
            """
        )
    )
)
"""What compounds end in: "Bauingenieur", "Pflegefachkraft"."""
