"""The words that name a kind of work, in English, German and French, folded (no accents)."""

from jobtracker.exchange.postings.text_words import words_in

ENGLISH = words_in(
    """
    accountant actor actress actuary administrator adviser advisor agent analyst animator
    announcer anthropologist apprentice apprenticeship arbitrator arborist archaeologist
    architect archivist artist asphalter assembler assistant associate astronomer attendant
    attorney au-pair audiologist auditor bailiff baker banker barback barber barista barrister
    bartender beautician bellhop biochemist biologist blacksmith blogger boilermaker bookbinder
    bookkeeper botanist bottler bouncer brewer bricklayer bricky broadcaster broker builder
    bursar busser butcher buyer cabbie campaigner canvasser captain caregiver carer caretaker
    carpenter cartographer caseworker cashier caterer ceo cfo chaplain chauffeur chef chemist
    chief chippy chiropractor choreographer cinematographer ciso cleaner clerk clinician cmo cna
    coach cobbler columnist commissioner composer compositor concierge conductor constable
    consultant contractor controller coo cook coordinator copyist copywriter counsel counsellor
    counselor courier crew criminologist cto curator custodian dancer dba deckhand decorator
    demographer dentist designer detective dev developer devops dietician dietitian director
    dishwasher dispatcher distiller docent doctor doorman doula dressmaker driver ecologist
    economist editor educator electrician engineer epidemiologist esthetician estimator ethicist
    evangelist examiner executive expert fabricator facilitator farmer farmhand fellow
    fellowship firefighter fishmonger fitter florist foreman forester fundraiser gaffer gardener
    generalist geneticist geographer geologist ghostwriter glazier goldsmith graduate
    greengrocer groomer groundskeeper grower guard guide hacker hairdresser handyman haulier hca
    head headmaster headmistress headteacher helper herdsman historian host hostess hostler
    housekeeper hydrologist hygienist illustrator imam inspector installer instructor intern
    internship interpreter investigator invigilator ironworker jeweler jeweller joiner
    journalist judge keeper laborer labourer landscaper lawyer lead leader lecturer librarian
    lifeguard lineman linesman lineworker linguist loader lobbyist locksmith lpn machinist
    maintainer maker manager marketer mason mathematician mechanic mechanics mediator mentor
    merchandiser meteorologist microbiologist midwife milker millwright moderator musician nanny
    negotiator neurologist newsreader notary nurse nutritionist oceanographer officer ombudsman
    operative operator optician optometrist organiser organist organizer orthodontist owner
    packer painter paralegal paramedic partner pastor pastrycook pathologist patissier paver
    pharmacist philosopher phlebotomist photographer physician physicist physiotherapist picker
    pilot pipefitter planner plasterer plumber podiatrist policymaker porter postdoc postman
    practitioner preceptor presenter president principal processor producer professor programmer
    projectionist promoter proofreader psychiatrist psychologist publicist purser quant rabbi
    radiographer radiologist radiotherapist ranger receptionist recruiter referee registrar rep
    reporter representative researcher reviewer rgn rigger rmn roofer runner saddler sailor
    salesperson scaffolder scholar scientist scrummaster sculptor sdet seamstress secretary
    seller server setter sexton shepherd sheriff shopkeeper singer skipper sociologist soldier
    solicitor sommelier sonographer sparky specialist speechwriter sre statistician steamfitter
    stenographer stevedore steward stocker storekeeper storeman storyteller strategist student
    stylist subeditor superintendent supervisor supply surgeon surveyor sysadmin tailor teacher
    technician technologist telemarketer teller temp tester therapist tiler timekeeper
    toxicologist trader trainee trainer transcriber translator treasurer trooper trucker tutor
    tyler typesetter typist undergraduate underwriter upholsterer valuer verger vet veterinarian
    vicar videographer volunteer vp waiter waitress warden warehouseman warehouseperson
    watchmaker welder worker writer zoologist
    """
)
GERMAN = words_in(
    """
    anwalt anwaltin arzt arztin ausbildung aushilfe auszubildende auszubildender azubi
    bademeister baggerfahrer barista barkeeper bauleiter beikoch beikochin bote buchbinder
    buchhalter buchhalterin buhnenbildner busfahrer chorleiter controller dachdecker diakon
    diakonin disponent doktorand dolmetscher dozent dozentin dramaturg dreher elektriker
    elektroniker ergotherapeut erntehelfer erzieher erzieherin experte expertin fachkraft fahrer
    fliesenleger florist flugbegleiter fraser friseur gartner gerustbauer geselle goldschmied
    hausdame hausmeister hauswart hauswirtschafter hebamme hilfskraft ingenieur installateur
    journalist jungkoch jurist kaltmamsell kamerafrau kameramann kassenkraft kauffrau kaufleute
    kaufmann kellner kellnerin kinderpfleger kinderpflegerin klempner koch kochin
    kommissionierer konditor kranfahrer kuchenchef kuchenhilfe kuster lagerhelfer lagerist
    landwirt lehrer lehrerin lehrkraft leiter leitung lektor lektorin logopade lokfuhrer maler
    maschinist matrose maurer mechaniker mechatroniker meister mesner metzger minijob musiker
    nachtportier notar notarin notfallsanitater optiker organist packer pfarrer pflegekraft
    pfleger physiotherapeut platzwart polier polsterer portier postbote postdoc praktikant
    praktikum produktionshelfer promotion rechtsanwalt rechtsanwaltin redakteur referendar
    referent reinigungskraft requisiteur rettungssanitater rezeptionist rezeptionistin
    sachbearbeiter sachbearbeiterin sanitater sattler schauspieler schichtleiter schiedsrichter
    schlachter schlosser schmied schneider schneiderin schornsteinfeger schreiner schweisser
    sekretar sekretarin servicekraft serviererin sozialarbeiter sozialpadagoge spuler spulkraft
    staplerfahrer steuerberater steuerfachangestellte steward stewardess strassenbauer
    stuckateur tagesmutter teamleitung techniker tierarzt tierarztin tierpfleger tischler
    tontechniker trainer triebfahrzeugfuhrer ubersetzer uhrmacher verkaufer verkauferin
    verpacker volontar volontariat vorarbeiter werkstudent winzer wissenschaftler
    wissenschaftlerin zerspaner zimmerer zimmermadchen zugbegleiter zusteller
    """
)
FRENCH = words_in(
    """
    accessoiriste acheteur acheteuse actuaire administrateur administratrice aesh affreteur
    affuteur agent agente aide-comptable aide-cuisinier aide-soignant aide-soignante aiguilleur
    ajusteur alternance alternant alternante ambulancier ambulanciere analyste animateur
    animatrice antiquaire apiculteur apprenti apprentie approvisionneur arboriculteur architecte
    archiviste ascensoriste assistant assistante assistante-maternelle atsem attache attachee
    audioprothesiste auditeur auditrice automaticien auxiliaire avocat avocate balayeur barista
    barmaid barman bibliothecaire bijoutier biologiste blanchisseur boucher boulanger boulangere
    bouquiniste brancardier bucheron cableur cadreur caissier caissiere capitaine cardiologue
    cariste carreleur carreleuse carrossier cartographe chanteur chanteuse charcutier chargee
    charpentier chaudronnier chaudronniere chauffagiste chauffeur chef chef-cuisinier
    chef-operateur cheffe cheminot chercheur chercheuse chimiste chocolatier cintrier coach
    coiffeur coiffeuse collaborateur collaboratrice comedien comedienne commercial commerciale
    commis comptable concepteur conceptrice concierge conditionneur conducteur conductrice
    conferencier conseiller conseillere consultant consultante controleur controleuse
    coordinateur coordinatrice coordonnateur coordonnatrice cordonnier correcteur costumier
    courtier courtiere couturier couturiere couvreur couvreuse cpe croupier cuisinier cuisiniere
    danseur danseuse decolleteur delegue deleguee dentiste dessinateur dessinatrice developpeur
    developpeuse dieteticien dieteticienne directeur directrice disquaire doctorant doctorante
    documentaliste douanier ebeniste eboueur eclairagiste econome economiste editeur educateur
    educatrice electricien electricienne electromecanicien electrotechnicien eleveur emballeur
    employe employee encadrant encadrante enseignant enseignante entraineur ergotherapeute
    estheticienne etalagiste etancheur expert experte facadier facteur factrice ferronnier
    fleuriste forgeron formateur formatrice fraiseur frigoriste fromager garde-forestier gardien
    gendarme geometre gerant gerante gestionnaire gouvernante graphiste greffier greffiere
    grutier horloger horticulteur hote hotesse huissier infirmier infirmiere informaticien
    informaticienne ingenieur ingenieure integrateur integratrice intendant intendante
    interprete jardinier journaliste juriste kinesitherapeute laveur libraire lingere livreur
    livreuse logisticien logisticienne machiniste macon maconne magasinier magasiniere magistrat
    maitre maitresse majordome manipulateur manutentionnaire maquettiste maquilleur maquilleuse
    maraicher marchandiseur maroquinier matelot mecanicien mecanicienne mecatronicien medecin
    mediateur mediatrice menuisier metrologue modiste moniteur monitrice monteur monteuse
    mouliste musicien musicienne negociateur negociatrice nettoyeur notaire nourrice operateur
    operatrice opticien orthodontiste orthophoniste osteopathe ostreiculteur outilleur ouvrier
    ouvriere palefrenier patissier patissiere paysagiste pecheur pediatre peintre perchiste
    perruquier pharmacien pharmacienne photographe pilote plaquiste platrier plombier plongeur
    plongeuse podologue poissonnier policier policiere pompier preparateur preparatrice
    procureur professeur professeure prospecteur prothesiste proviseur psychiatre psychologue
    psychomotricien puericulteur puericultrice qualiticien radiologue realisateur realisatrice
    receptionniste rectifieur redacteur redactrice regisseur regisseuse regleur repasseuse
    responsable roboticien routier sage-femme scenariste scripte secretaire sellier serrurier
    serveur serveuse sommelier sommeliere soudeur soudeuse souscripteur stage stagiaire
    statisticien superviseur superviseuse surveillant surveillante sylviculteur tailleur
    tapissier technicien technicienne technico-commercial teleconseiller televendeur
    televendeuse terrassier toiletteur tonnelier tourneur traducteur traductrice traiteur
    transitaire tresorier tresoriere urbaniste usineur usineuse vacher veilleur vendeur vendeuse
    veterinaire vigile vigneron vitrier webmaster zingueur
    """
)
GERMAN_ENDINGS = tuple(
    sorted(
        words_in(
            """
            administrator akustiker analyst angestellte angestellter anwalt apotheker architekt
            archivar arzt arztin assistent assistenz ausbildung aushilfe backer bauer bearbeiter
            bearbeitung beauftragt berater betreuer bibliothekar biolog biologe buchhalter
            chemiker chirurg coach consultant controller designer developer disponent doktorand
            dozent einkaufer elektriker elektroniker engineer entwickler erzieher experte
            expertin fachfrau fachkraft fachmann fahrer forscher fotograf fuhrer gartner gehilfe
            geschaftsfuhrer gestalter halter handler helfer hersteller informatiker ingenieur
            jurist kassierer kauffrau kaufleute kaufmann konstrukteur koordinator kraft laborant
            lagerist lehrer lehrling leiter leitung logistiker makler maler manager master
            mechaniker mechatroniker meister mitarbeiter monteur musiker optiker padagog
            padagoge padagogin pfleger physiker pilot planer praktikant praktikum professor
            programmierer prufer psycholog psychologe psychologin putzer redakteur referent
            restaurator schlosser schneider schreiber setzer soziolog spezialist sprecher
            statiker techniker tester therapeut trainer verkaufer vertreter volontariat vorstand
            vorsteher warter werker werkstudent wirt wissenschaftler zeichner
            """
        )
    )
)
"""What compounds end in: "Bauingenieur", "Pflegefachkraft"."""
