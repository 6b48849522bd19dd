"""Common nouns that stand for people, bodies, papers and publications, in the singular and in lower case."""

from __future__ import annotations

from etl.transform.lexicon import word_set

#: People by office, trade or part in an event: "the senator", "a witness".
PERSON_NOUNS = word_set(
    """academic accountant activist actor actress adjutant administrator admiral adviser advisor advocate agent aide
    ally ambassador analyst anchor apostle applicant appointee archbishop architect artist assistant astronaut
    athlete attendee attorney aunt author ayatollah banker baron baroness biographer biologist bishop blogger
    boss boy boyfriend brigadier broker brother builder businessman businesswoman candidate captain cardinal
    caretaker caucusgoer caller celebrity chairman chairperson chairwoman chancellor chaplain chef chemist chief
    child choreographer churchgoer citizen cleric clerk client coach coauthor co-author collaborator colleague
    collector colonel columnist combatant comedian commandant commander commentator commissioner commuter
    composer concertgoer confidant conductor congressman congresswoman conservative constituent consultant
    consumer contestant contractor coordinator cop coroner correspondent councillor councilman councilor
    councilwoman counselor counsel countess co-founder cofounder co-owner critic curator customer dad dancer
    daughter dealer dean defector defendant defender delegate democrat demonstrator deputy designer detainee
    detective developer dictator diplomat director dissident doctor donor driver duchess duke economist editor
    educator emir emperor employee employer engineer entrepreneur environmentalist envoy epidemiologist escapee
    evacuee executive expert eyewitness fan farmer father fighter filmmaker financier firefighter fisherman
    follower forecaster founder friend fugitive gardener general geologist girl girlfriend governor graduate
    grandfather grandmother grandson guard guest gunman guru hacker handyman head heir helper historian
    homeowner host hostage hunter husband imam immigrant individual inmate insider inspector instructor
    intellectual interpreter interviewer investigator investor islamist jihadist journalist judge juror justice
    kid killer king landlord lady lawmaker lawyer leader lecturer legend legislator liaison liberal librarian
    lieutenant lobbyist locksmith mage magistrate magnate major manager marine marshal mathematician mayor
    mechanic mediator member merchant migrant militant millionaire minder minister minority moderator monarch
    monk mother motorist mp mum mom mullah musician neighbor neighbour nephew negotiator newcomer niece nominee
    novelist nun nurse observer occupant officeholder officer official ombudsman onlooker operative operator
    opponent organiser organizer outsider owner painter parent participant partisan partner passenger passerby
    pastor patient patron penitent pensioner performer person pharmacist philanthropist philosopher photographer
    physician physicist pilot player plaintiff poet policeman policewoman politician pollster pope premier
    preacher president priest prime-minister prince princess principal prisoner producer professor programmer
    progressive promoter prosecutor protester protestor provost psychiatrist psychologist publicist publisher
    pundit queen rabbi racer reader realtor rebel recruit recruiter referee refugee relative reporter
    representative republican researcher resident retiree reviewer rider rival sailor salesman saleswoman
    scholar scientist scout screenwriter sculptor secretary senator sergeant server sheik sheikh sheriff
    shopkeeper shopper singer sister skeptic sniper socialist sociologist soldier solicitor son songwriter
    source speaker specialist spectator spokesman spokesperson spokeswoman sponsor staffer statesman stakeholder
    strategist striker student subcontractor subscriber successor sultan superintendent supervisor supporter
    surgeon surrogate surveyor survivor suspect tax-payer taxpayer teacher teammate technician teenager tenant
    terrorist theologian therapist tourist trader trainer translator treasurer trooper trustee tutor uncle
    undersecretary user vendor veteran vicar victim villager visitor volunteer voter waiter waitress warden
    warlord warrior whistleblower widow widower wife winner witness woman man worker worshipper writer youth
    youngster loyalist insurgent detractor protégé mentor operatives billionaire commentator theorist activist
    lieutenant-governor vice-president ex-president ex-wife ex-husband speechwriter spymaster bookkeeper
    congressperson layman spouse fiance fiancé fiancée cousin grandparent grandchild granddaughter stepfather
    stepmother stepson twin victim's auditor headteacher headmaster headmistress paramedic carer cardiologist
    oncologist virologist meteorologist seismologist climatologist archaeologist statistician actuary barrister
    registrar midwife cyclist swimmer sprinter goalkeeper midfielder winger skipper footballer cricketer golfer
    jockey boxer umpire drummer guitarist rapper playwright illustrator soprano baker butcher plumber
    electrician carpenter beekeeper vet zookeeper ranger lifeguard hiker climber mountaineer skier yachtsman
    trucker bystander roommate classmate housemate flatmate landlady squatter shareholder creditor liquidator
    demographer pathologist dentist anaesthetist paediatrician pediatrician radiologist toxicologist
    immunologist microbiologist geneticist botanist zoologist ecologist conservationist oceanographer astronomer
    coder streamer influencer youtuber vlogger gamer heiress tycoon mogul oligarch industrialist restaurateur
    hotelier publican bartender barman barista cashier stallholder bookmaker gambler pilgrim deacon rector elder
    chieftain alderman alderwoman assemblyman assemblywoman mep msp peer backbencher comptroller corporal airman
    paratrooper conscript reservist mercenary guerrilla separatist nationalist royalist anarchist feminist
    campaigner canvasser marcher steward foreman forewoman apprentice intern trainee cadet rookie anthropologist
    linguist neurologist neuroscientist physiotherapist nutritionist dietitian planner underwriter notary
    bailiff counsellor newsreader newscaster presenter anchorman anchorwoman cartoonist podcaster bassist
    pianist violinist cellist organist lyricist choirmaster ballerina stuntman cameraman cinematographer
    archivist bricklayer roofer joiner welder miner steelworker docker stevedore longshoreman ferryman seafarer
    trawlerman stockbroker supermodel bridegroom bride fiancee godmother toddler pupil schoolboy schoolgirl
    schoolchild teen adolescent pedestrian motorcyclist biker asylum-seeker deportee returnee islander townsman
    nomad herder herdsman shepherd tribesman kingpin trafficker smuggler mobster gangster burglar robber thief
    arsonist rapist murderer assassin bomber attacker assailant shooter hijacker kidnapper abductor captor
    jailer executioner torturer"""
)

#: People whose word counts only as that of unnamed informants, even in the plural: "officials said".
INFORMANT_NOUNS = word_set(
    """adviser advisor aide agent ambassador assistant attendee commander confidant consultant contractor deputy
    diplomat employee envoy executive eyewitness insider intermediary investigator liaison lieutenant negotiator
    officer official operative person prosecutor source spokesman spokesperson spokeswoman staffer strategist
    whistleblower witness participant associate confidante informant representative"""
)

#: Bodies that act and speak as one: "the committee", "police".
BODY_NOUNS = word_set(
    """academy administration affiliate agency airline alliance army association assembly authority bank bench board
    body brand broadcaster brigade bureau cabinet campaign carrier caucus center centre chamber charity charter
    church city clinic club coalition college command commission committee commonwealth community company
    conglomerate congregation congress consortium constabulary consulate contingent conglomerate convention
    corporation council country county court cooperative defense defence delegation department diocese
    directorate district division dynasty embassy establishment executive-branch faction faculty family
    federation firm force foundation front fund gang garrison government group guard hospital house household
    industry insurer institute institution intelligence judiciary junta jury kingdom laboratory league
    legislature library lobby maker manufacturer marketplace mayor's-office military militia ministry mission
    monarchy mosque movement museum nation navy network ngo nonprofit office opposition orchestra organisation
    organization panel parliament partnership party patrol pentagon plaintiff-group police politburo prosecution
    province regiment regime regulator republic retailer school secretariat senate service side squad staff
    startup start-up state studio subcommittee subsidiary supplier syndicate task-force team think-tank
    thinktank town tribunal troupe trust union unit university utility vatican venture village watchdog
    white-house wing developer-group chain operator automaker carmaker drugmaker lender brokerage hotel
    restaurant zoo theater theatre"""
)

#: What is written and read: "the letter", "a study".
DOCUMENT_NOUNS = word_set(
    """account act advertisement affidavit agenda agreement analysis announcement annex application assessment audit
    autobiography ballot bill biography blueprint book booklet brief briefing brochure bulletin cable catalog
    catalogue census certificate charge chart charter-document circular communique communiqué complaint
    constitution contract copy correspondence count criteria data database decision declaration decree
    deposition diary dictionary directive disclosure document documentary documentation dossier draft e-mail
    edict editorial email encyclopedia essay estimate evaluation evidence examination excerpt exhibit fax figure
    file filing film finding footage forecast form graph guide guideline handbook headline history indictment
    information injunction instruction inquiry investigation invoice invitation journal-article law lawsuit
    leaflet ledger legislation letter list listing literature log manifesto manual manuscript map measure memo
    memoir memorandum message minute model monograph motion note notebook notice novel op-ed opinion order
    ordinance outline pact pamphlet paperwork passage passport patent petition picture plan platform play poem
    poll post poster prediction preface presentation proclamation proposal proposition prospectus protocol
    provision questionnaire readout receipt record recording registry regulation release report research
    resolution review rule ruling schedule scoop script sequel sign speech-text slide spreadsheet statement
    statistic statute story study subpoena suit summary summons survey syllabus table tape telegram test
    testimony text textbook thesis tip-sheet transcript translation treaty trial-record tweet update verdict
    version video warrant webpage website web-site site white-paper will-document writ writing result results
    number"""
)

#: Publications and broadcasters: "the paper".
OUTLET_NOUNS = word_set(
    """newspaper paper magazine outlet broadcaster station weekly daily tabloid broadsheet newswire wire news-agency
    newsletter periodical blog podcast channel network journal gazette"""
)

#: What only ever means a publication, whatever was written before ("network" may be one of spies).
SURE_OUTLET_NOUNS = word_set("newspaper paper magazine broadcaster tabloid broadsheet newswire blog podcast")

#: Heads that say how many, and not what: "some inside the administration".
QUANTIFIER_HEADS = word_set(
    """some many several others few most all both those everyone everybody anyone anybody nobody none other more
    someone somebody"""
)

#: People of whom one speaks in the plural with a gender known.
MALE_NOUNS = word_set(
    """man boy father dad husband brother son uncle nephew king prince duke baron emperor sultan priest pope monk
    congressman businessman chairman spokesman councilman statesman salesman policeman gunman fisherman actor
    waiter grandfather grandson boyfriend widower gentleman imam sheikh emir pastor archbishop cardinal
    headmaster foreman airman barman yachtsman cameraman stuntman anchorman assemblyman alderman schoolboy bridegroom
    ferryman tribesman"""
)
FEMALE_NOUNS = word_set(
    """woman girl mother mom mum wife sister daughter aunt niece queen princess duchess baroness countess empress nun
    congresswoman businesswoman chairwoman spokeswoman councilwoman saleswoman policewoman actress waitress
    grandmother granddaughter girlfriend widow lady headmistress forewoman heiress landlady ballerina anchorwoman
    assemblywoman alderwoman schoolgirl bride godmother"""
)
