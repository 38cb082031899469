"""The vocabulary of what may not stand in a candidate's text, in Danish and English; data to be read and extended.

A word, in small letters, without hyphens or apostrophes ("ocd'en" is ``ocden``, "self-harm" is ``selfharm``):

``word`` this word only ``word+`` the word with any ending of ENDINGS
``stem*`` any word that begins so ``*stem`` any word that ends so (``*stem+`` with an ending)
``*stem*`` any word that holds it, as compounds do

A phrase is words in order, one phrase a line:

``a/b`` either ``a?`` may be left out
``<list>`` any word of that list of LISTS ``...`` up to three words of any kind, none of them <self>
``,`` the end of a clause or of the text ``.`` the end of a sentence or of the text

Numbers have tags of their own: <number>, <age> (14-99), <year> (1920-2015), <house> (1-999).
"""

ENDINGS = ["", "n", "en", "et", "t", "e", "er", "r", "erne", "rne", "ne", "ene", "s", "es", "ens", "ets", "ernes"]

LISTS: dict[str, str] = {
    # the speaker
    "self": """
        jeg mig min mit mine selv my me myself im ive id egen eget egne
    """,
    # the speaker's own
    "own": """
        min mit mine my egen eget egne sin sit sine
    """,
    "i": """
        jeg i vi we
    """,
    "be": """
        er var blev bliver været blevet være am was been be being become became
    """,
    "have": """
        har havde haft får fik fået have had has get got having ive døjer døjet bøvler fejler oplever udviklede
    """,
    # verbs with an illness as object
    "suffer": """
        lider lidt led suffer suffers suffered suffering struggle struggled struggling kæmper kæmpet kæmpede lever
        levet living live ramt ramte plaget plages diagnosticeret diagnostiseret diagnosed udredt sygemeldt sygmeldt
        syg helbredt cured kureret tørlagt døjer døjet bokser slås slåsset bøvler battle battling battled fighting
        overcome overvundet overcame survived survivor
    """,
    "because": """
        pga grundet efter after trods despite because due skyldes owing siden since følge thanks takket
    """,
    # words that may stand between "har" and the word
    "degree": """
        lidt meget noget en et a an some af of to from with med både both altid stadig still always haft had fået been
        og also også svær svært svære let lette mild moderat moderate severe slem slemme voldsom voldsomme kronisk
        kroniske chronic social socialt generaliseret lang lange langvarig long alvorlig alvorlige serious bad dårlig
        dårlige tit ofte often sometimes tidligere jævnligt daglig daglige daily problemer problems issues
        vanskeligheder udfordringer challenges udiagnosticeret the den det de any nogen mange many flere several for
        kraftig kraftige stærk stærke strong perioder periods tendens tilbøjelighed anfald grund very really bit
        little previous past psykisk psykiske mental fysisk fysiske nedsat nogle gange har have sidste last first
        første anden tre two three lifelong livslang medfødt mit min my
    """,
    # verbs with an illness or a medicine as subject
    "makes": """
        gør gjorde får holder fylder plager driller tager tog styrer rammer kommer forsvinder makes make made helps
        hjælper stops keeps bothers hits gets comes slider betyder means
    """,
    # words at which a clause changes direction
    "turn": """
        indtil until mens while når when hvis if da selvom although men but fordi because så derfor pga trods despite
        efter after før before siden since grundet
    """,
    # people one works with
    "people": """
        borger+ beboer+ patient+ elev+ barn+ børn+ børnene unge ungen kunde+ klient+ menneske+ folk voksne ældre
        person+ people child children kids kid teenager+ teenagers adults adult resident+ client+ customer+ student+
        studerende pupil+ persons pensioner+ pensionister brugere bruger+ gæster guests youth youngsters women kvinder
        mænd piger drenge familier families kursister deltagere participants kolleger kollegaer members medlemmer
        seniorer seniors udsatte hjemløse homeless veteraner veterans soldater flygtninge refugees individuals those
        dem them andre others handicappede users brugerne teenagere folks tenants lejere ofre victims indsatte inmates
        prisoners fanger læsere frivillige forældre parents ansøgere applicants employees staff medarbejdere ansatte
        colleague+ mennesker borgeren demente udviklingshæmmede ordblinde døve blinde hørehæmmede svagtseende
        synshæmmede autister
    """,
    # the same, after another word ("ADHD unge")
    "group": """
        patienter patienterne patients borgere borgerne beboere beboerne residents børn unge voksne children kids
        teenagers adults elever eleverne clients students pupils people personer mennesker klienter brugere
        communities
    """,
    # what one does for them, and where
    "care": """
        plejet plejede pleje passe passet passede støttet støttede undervist underviste undervise hjulpet hjalp
        cared caring supported supporting support taught teaching teach nursed helped helping trained coached rådgivet
        vejledt vejlede ledsaget arrangeret besøgt visited transporteret omsorg aktiviteter
        tilbud hjem hjemmet home bosted bostedet skole skolen school klub club forening association center centre
        værested hostel shelter herberg herberget institution botilbud dagtilbud team besøgsven afløser vikar
        assistent hjælper handicaphjælper bostøtte mentor ledsager kontaktperson støttekontaktperson caregiver carer
        volunteer volunteered volunteering frivillig sekretær plejehjem hospice madlavning diætkost kost mad bagt
        lavet cooked meals food menuer retter
    """,
    # words of work: beside them a word of HALF is the workplace or the trade
    "duty": """
        arbejdet arbejdede ansat worked working employed rengøring gjort gjorde rent cleaned cleaning kok chef cook
        cooked portør vagt vagter betjent officer guard vikar afløser praktik praktikant elev lærling frivillig
        volunteer volunteered volunteering sekretær *sekretær pedel pedelmedhjælper vicevært kantine kantinen køkken
        køkkenet kitchen canteen leveret leverede delivered delivery kørte kørt undervist underviste taught teacher
        lærer receptionist sosu* sygeplejerske nurse pædagog* assistent assistant *assistent medarbejder *medarbejder
        medhjælper *medhjælper bygget byggede renoveret malet malede installed installeret repareret reparerede
        gartner gardener vasket vaskede solgte solgt sold sælger plejet passet støttet hjulpet hjalp helped supported
        care kursus course uddannet trained studerer study interesse interesseret interested interest læst read bog
        books romaner film blive være become drømmer dream apotek apoteket pharmacy fabrik fabrikken factory firma
        doseret dosere uddelt udleveret pakket pakkede packed erfaring experience jobbet stilling besøgsven underviser
        nattevagt dagvagt aftenvagt støtte hjælpe help hjælper supporting forebygge preventing prevention klippede
        klippet maling *mad lunch dinner lavede lavet dyr animals delte deler uddelte gav giver handed gave
        plejehjemmet hjemmeplejen built building tilsyn drift vedligehold maintenance kundeservice administrator
        administration journaler referat referater notater skrev wrote lærte trænede vejledte vejledt rådgivet
        koordinerede stuegang udbetalt udbetale udbetalte sagsbehandle* beregne beregnet bevilge bevilget anvist svaret
        vejet booking bookede reception catering mur murer muret murede murværk firmaet varer varehus dækkede
        vikarierede oversat translated interview servicerede forebygger prevents podcasts podcast novels trainer club
        laundry tøjvask spotting hilser transporterer transporteret bringer bringe henter kører køre kørsel delivering
        transport transporting hente pakker ansvar ansvaret satte lagde ryddede serverede serveret strøg syede syet
        plantede plantet gravede gravet hentede hentet tastede tastet arkiverede arkiveret ringede ledede ledet
        styrede styret svejsede svejset monterede monteret loddede programmerede tegnede tegnet designede designet
        fotograferede oversatte tolkede tolket printede trykte sorterede sorteret stablede bestilte bestilt bogførte
        bogført kontrollerede målte testede testet rensede renset fejede pudsede pudset polerede kogte stegte bagte
        smurte smurt anrettede guidede indrettede støbte flisede isolerede savede høvlede slibede slebet painted
        carried sorted filed typed answered served sewed planted dug fetched guided repaired welded mounted printed
        ordered stocked counted measured tested polished baked fried kunder personale personalet staff tagger tekniker
        teknikeren montør museum museet bibliotek butik rundvisning
    """,
    "work": """
        arbejde arbejder arbejdet arbejdede ansat job jobbet stilling work worked working employed rengøring gjorde
        gjort rent cleaned cleaning cleaner kok chef cook cooked portør vagt guard vikar afløser praktik praktikant
        elev lærling frivillig volunteer volunteered sekretær lægesekretær pedel vicevært kantine kantinen køkken
        køkkenet kitchen leveret leverede delivered delivery kørte kørt undervist taught receptionist sosu sosuer
        sygeplejerske nurse pædagog assistent assistant medarbejder medhjælper betjent officer bygget byggede
        renoveret malet installed installeret repareret gartner gardener vasket vaskede solgte solgt sold sælger
    """,
    # things that may be "min" without being private
    "job": """
        job jobbet arbejde arbejdet arbejdsplads arbejdsgiver chef kollega+ kollegaer makker+ praktik praktikplads
        stilling vikariat leder ansættelse tid år erfaring+ uddannelse elevplads elever elev opgave+ vagt+ turnus boss
        colleague+ colleagues work workplace employer manager internship placement training years time post role
        studie studier studies speciale interesse interest fag bachelor kunder kunde customers clients patienter
        patients
    """,
    # words after a strong word that make it work
    "workplace": """
        afdeling+ afsnit ward wards center centre centeret centret school skole skolen klinik+ clinic unit hospital+
        sygehus+ bosted+ institution+ hjem hjemmet home homes forening+ society charity museum museet bibliotek
        library butik shop kirke church kirkegård cemetery privatskole friskole gymnasium organisation+ organization
        køkken kitchen restaurant bageri bakery café cafe supermarked foundation fond nurse sygeplejerske research
        forskning awareness kampagne campaign plejer care carer pleje tilbud område området field helpline hotline
        linje line kunst art musik music højtider holidays fest festival marked market højskole efterskole børnehave
        menighed architecture arkitektur historie history litteratur literature hospice værested værestedet project
        projekt team specialist services service klub club gruppe udstyr equipment company firma bogklub boghandel
    """,
    # subjects of knowledge, reading or training
    "topic": """
        om about vedrørende kursus kurset course kurser foredrag oplæg viden kendskab knowledge kender bog bøger book
        books film romaner serier podcast podcasts artikel artikler articles forsket forskning research speciale
        erfaring erfaringer experience interesseret interested interesse interest uddannet trained undervisning
        undervist teaching samlet indsamling fundraising raised raising oplysning forebygge forebyggelse prevent
        preventing prevention nysgerrig eksamen fag specialiseret forståelse understanding indsigt
    """,
    "family": """
        familie+ family forældre parents mor far mother father bedsteforældre slægt mormor morfar farmor farfar mom
        mum dad grandparents ancestors aner
    """,
    "the": """
        sri det den de the nord syd øst vest northern southern eastern western north south east west nordlige sydlige
        central rural byen city republikken
    """,
    "weekday": """
        mandag+ tirsdag+ onsdag+ torsdag+ fredag+ lørdag+ søndag+ monday+ tuesday+ wednesday+ thursday+ friday+
        saturday+ sunday+ formiddag+ eftermiddag+ morning+ afternoon+ morgen
    """,
    "day": """
        mandag+ tirsdag+ onsdag+ torsdag+ fredag+ lørdag+ søndag+ monday+ tuesday+ wednesday+ thursday+ friday+
        saturday+ sunday+ mondays tuesdays wednesdays thursdays fridays hver every once twice formiddag morgen weekly
        ugentlig ugentligt om
    """,
    # things that a number counts
    "unit": """
        timer time hours hour minutter minutes kg kilo meter m km procent percent kroner kr gange times stykker
        personer people ansatte dage days uger weeks måneder months years year år stk ordrer kunder kvm sider pages
    """,
    # people or places one goes to
    "therapy": """
        terapi* therapy psykolog+ psykologen psykiater+ psykiateren psychologist psychiatrist therapist terapeut+
        counsellor counselor counselling counseling *terapi samtaleterapi psykologsamtale+ distriktspsyk* ambulatori*
        misbrugsbehandl* misbrugscent* rusmiddelcent* psykiatri* alkoholbehandl* psychotherapy misbrugskonsulent+
        alkoholenhed* shrink detox afvænning* dagbehandling* støttekontaktperson+ psykmodtag* psykoeduk* phsykolog
        socialpsykiatri* neurolog+ dialyse dialysis kemo* chemo* stråle* rheumatolog* smerteklinik* smertecent*
    """,
    "pill": """
        medicin medicinen medication medications meds piller pillerne pille pillen pills pill tabletter tabletterne
        medicine medicines beroligende smertestillende *medicin *medicinen sovemedicin sovepiller
        stemningsstabiliserende dosis dosen depotmedicin ppiller sertralin antidep* antipsyk* antipsych* *insulin dose
        dosage vanddrivende blodfortyndende *hæmmer *hæmmere steroids statiner prescription sedatives tranquillisers
        tranquilizers stimulants inhaler
    """,
    # words that may stand between "er" and an age
    "about": """
        kun lige snart now nu over knap næsten blevet godt omkring cirka ca just nearly almost about only still på vej
        mod de the already allerede endnu ikke selv også dog nok faktisk tæt close to not yet soon pushing approaching
        past rundt regnet around turning fyldt well bare sådan in jeg i fucking ung unge gamle barely under
    """,
    # number words
    "ageword": """
        fjorten femten seksten sytten atten nitten tyve tredive fyrre fyrretyve halvtreds halvtredsindstyve tres
        tresindstyve halvfjerds firs halvfems *ogtyve *ogtredive *ogfyrre *oghalvtreds *ogtres *oghalvfjerds *ogfirs
        fourteen fifteen sixteen seventeen eighteen nineteen twenty* thirty* forty* fourty* fifty* sixty* seventy*
        eighty* *otyve *otredive *ofyrre *ohalvtreds *otres
    """,
    "small": """
        one two three four five six seven eight nine et to tre fire fem seks syv otte ni
    """,
    "decade": """
        tyverne trediverne fyrrerne halvtredserne tresserne halvfjerdserne firserne tyvere tredivere twenties thirties
        forties fifties sixties seventies teens teenageårene 20s 30s 40s
    """,
    "decadeword": """
        halvtredserne trediverne fyrrerne tyverne tresserne halvfjerdserne
    """,
    # words that may follow an age
    "stop": """
        og and men but så so med with søger looking gammel i in nu now fra from har have eller or som derfor still
        stadig snart da når when who der
    """,
    "trait": """
        stor stærk sød rolig frisk glad flittig ærlig stabil venlig big tall strong honest friendly calm quiet
        reliable hardworking happy fit nice kind practical handy ung young ældre older moden voksen enlig single
        kraftig rask energisk positiv omsorgsfuld lille høj smilende skrap sej flink pålidelig pligtopfyldende
        handlekraftig arbejdsom sund robust pæn dygtig solid fornuftig kreativ genert
    """,
    "gnoun": """
        mand manden kvinde kvinden pige pigen dreng drengen fyr fyren dame damen herre mor moder fader woman girl boy
        guy female lady gentleman lad bloke chap gal lass mom mum mother dad father housewife husmor bedstemor
        bedstefar mormor farmor morfar farfar grandmother grandfather grandma grandpa alenemor alenefar tøs kælling
        knægt ungersvend familiefar familiemor småbørnsmor tvillingemor hankøn hunkøn transmand transkvinde transwoman
        transman kone gut gutten dude storesøster storebror lillesøster lillebror farmand lassie daddy daddies mommy
        granny grandad granddad nana
    """,
    # places outside Denmark
    "place": """
        afghanistan albanien albania algeriet algeria angola argentina armenien armenia aserbajdsjan azerbaijan
        australien australia bangladesh belgien belgium belarus hviderusland bolivia bosnien bosnia brasilien brazil
        bulgarien bulgaria burma myanmar burundi cambodja cambodia cameroun cameroon canada chile kina china colombia
        congo cuba cypern cyprus tjekkiet czechia egypten egypt elfenbenskysten eritrea estland estonia etiopien
        ethiopia filippinerne philippines finland frankrig france færøerne færøer faroe gambia georgien georgia ghana
        grækenland greece grønland greenland guatemala guinea haiti herzegovina holland honduras ungarn hungary indien
        india indonesien indonesia irak iraq iran irland ireland island iceland israel italien italy jamaica japan
        jordan jugoslavien yugoslavia kasakhstan kazakhstan kenya kirgisistan kosovo kroatien croatia kurdistan kuwait
        laos letland latvia libanon lebanon liberia libyen libya litauen lithuania luxembourg makedonien macedonia
        malawi malaysia malta marokko morocco mexico moldova mongoliet mongolia montenegro mozambique nederlandene
        netherlands nepal nicaragua niger nigeria nordkorea norge norway pakistan palæstina palestine panama paraguay
        peru polen poland portugal qatar rumænien romania rusland russia rwanda saudiarabien senegal serbien serbia
        singapore skotland scotland slovakiet slovakia slovenien slovenia somalia somaliland spanien spain lanka sudan
        sverige sweden schweiz switzerland sydafrika sydkorea korea syrien syria tadsjikistan taiwan tanzania tchad
        thailand tibet togo tjetjenien chechnya tunesien tunisia turkmenistan tyrkiet turkey türkiye tyskland germany
        uganda ukraine uruguay usa amerika america usbekistan uzbekistan venezuela vietnam wales england
        storbritannien britain uk yemen zambia zimbabwe østrig austria østtyskland europa europe østeuropa sydeuropa
        afrika africa vestafrika østafrika nordafrika asien asia sydøstasien mellemøsten balkan latinamerika
        sydamerika centralasien kaukasus baltikum skandinavien vesten arabien emiraterne emirates bagdad baghdad basra
        mosul damaskus damascus aleppo homs idlib daraa beirut teheran tehran kabul herat kandahar mogadishu hargeisa
        asmara nairobi addis lagos abuja accra kampala kigali kinshasa dakar casablanca rabat tunis kairo cairo
        tripoli khartoum gaza ramallah jerusalem haifa amman ankara istanbul izmir konya diyarbakir erbil islamabad
        lahore karachi delhi mumbai bombay kolkata dhaka colombo jaffna kathmandu bangkok manila hanoi saigon beijing
        shanghai hongkong seoul tokyo jakarta warszawa warsaw krakow gdansk poznan lublin vilnius kaunas riga tallinn
        kiev kyiv kyjiv kharkiv odesa odessa lviv donetsk moskva moscow minsk bukarest bucharest sofia budapest prag
        prague bratislava sarajevo mostar tuzla beograd belgrade zagreb pristina tirana skopje athen athens rom rome
        milano milan madrid barcelona lissabon lisbon paris london manchester dublin glasgow berlin hamburg wien
        vienna stockholm malmø malmö göteborg oslo bergen helsinki reykjavik nuuk qaqortoq sisimiut ilulissat tasiilaq
        aasiaat maniitsoq thorshavn tórshavn york chicago havana lima bogota santiago caracas
    """,
    # a person of a nation
    "national": """
        afghaner albaner kosovoalbaner algerier amerikaner angolaner argentiner armenier australier aserbajdsjaner
        bangladesher belgier bolivianer bosnier brasilianer brite bulgarer burmeser canadier chilener colombianer
        congoleser cubaner dansker cypriot egypter englænder eritreer estlænder etiopier filippiner finlænder
        franskmand færing gambianer georgier ghaneser græker grønlænder hollænder hviderusser indoneser iraker iraner
        irer irlænder islænding israeler italiener japaner jordaner jugoslav jugoslaver kenyaner kineser koreaner
        kosovarer kroat kurder libaneser liberianer libyer litauer makedoner malaysier marokkaner mexicaner moldover
        nepaleser nigerianer nordmand pakistaner palæstinenser peruaner polak portugiser rohingya rumæner russer
        rwander schweizer senegaleser serber singaleser sigøjner skotte slovak sloven somalier spanier srilankaner
        sudaneser svensker sydafrikaner sydkoreaner tamil tamiler tanzanianer thailænder tibetaner tjekke tjetjener
        tuneser tyrker tysker ugander ukrainer ungarer usbeker venezuelaner vietnameser yezidi yazidi østriger
        østeuropæer sydeuropæer afrikaner asiat europæer udlænding indvandrer flygtning asylansøger nydansker
        romafolket roma inuit kvotflygtning kvoteflygtning krigsflygtning fremmedarbejder perker neger asylumseeker
        norwegian icelander spaniard briton scot irishman englishman frenchman dutchman greenlander filipino filipina
        statsløs stateless tosproget euborger hazara pashtun pashto uyghur uighur igbo yoruba oromo tigrayan bosniak
        tatar berber amazigh assyrian assyrer tutsi hutu hjemmetysker sydslesviger afro latino latina afroamerikaner
    """,
    # the same, but also other words: they count only after "jeg er", "I am a", "som"
    "national_too": """
        rom same finne ester lette thai mongol syrer araber inder pole turk kurd arab somali swede dane finn gypsy
        migrant efterkommer foreigner refugee immigrant expat iraqi filipino
    """,
    # adjectives of nations: also of cheese, languages and knives, so they count only beside a word for a person
    "nation_adjective": """
        afghansk albansk algerisk amerikansk arabisk argentinsk armensk australsk belgisk bosnisk brasiliansk britisk
        bulgarsk burmesisk canadisk chilensk colombiansk congolesisk cubansk dansk egyptisk engelsk eritreisk estisk
        etiopisk filippinsk finsk fransk færøsk gambiansk georgisk ghanesisk græsk grønlandsk hollandsk indisk
        indonesisk irakisk iransk irsk islandsk israelsk italiensk japansk jordansk kenyansk kinesisk koreansk
        kosovoalbansk kroatisk kurdisk lettisk libanesisk litauisk makedonsk marokkansk mexicansk nepalesisk
        nigeriansk norsk pakistansk palæstinensisk persisk peruviansk polsk portugisisk rumænsk russisk serbisk skotsk
        slovakisk slovensk somalisk spansk sudanesisk svensk schweizisk syrisk tamilsk tanzaniansk thailandsk thai
        tibetansk tjekkisk tjetjensk tunesisk tyrkisk tysk ugandisk ukrainsk ungarsk vietnamesisk østrigsk
        østeuropæisk afrikansk asiatisk arabiske tyrkiske somaliske polske danske irakiske iranske syriske afghanske
        pakistanske kurdiske svenske norske tyske russiske ukrainske rumænske vietnamesiske kinesiske palæstinensiske
        libanesiske tamilske bosniske afrikanske arabic marokkanske indiske grønlandske færøske islandske engelske
        britiske amerikanske afghan albanian algerian american arab arabian argentinian armenian australian belgian
        bosnian brazilian british bulgarian burmese cambodian canadian chilean chinese colombian congolese croatian
        cuban czech danish dutch egyptian english eritrean estonian ethiopian faroese filipino finnish french gambian
        georgian german ghanaian greek greenlandic hungarian icelandic indian indonesian iranian iraqi irish israeli
        italian jamaican japanese jordanian kenyan korean kosovan kurdish kuwaiti latvian lebanese liberian libyan
        lithuanian macedonian malaysian mexican moldovan moroccan nepalese nepali nigerian norwegian pakistani
        palestinian persian peruvian polish portuguese romanian russian rwandan scottish serbian slovak slovenian
        somali somalian spanish sudanese swedish swiss syrian taiwanese tamil tanzanian tibetan tunisian turkish
        ugandan ukrainian uzbek venezuelan vietnamese welsh yemeni zimbabwean african asian european latino latina
        hispanic etnisk romani
    """,
    # nouns that make the adjective of a nation about a person
    "descent": """
        baggrund rødder afstamning herkomst oprindelse statsborger+ statsborgerskab pas passport nationalitet
        nationality gener aner indvandrer flygtning dreng født afstammet opvokset background roots descent heritage
        origin origins citizen citizenship refugee immigrant ancestry born ethnicity hudfarve bedsteforældre ophav
        slægt etnicitet
    """,
    # trades that carry a language
    "speaker": """
        lærer+ teacher tutor tolk interpreter translator speaking speaker talende undervisning kok chef guide
        korrespondent language litteratur kundeservice support
    """,
    "believer": """
        muslim muslimsk muslimah kristen christian katolik katolsk catholic protestant protestantisk jøde jødisk jew
        jewish hindu hinduist hinduistisk buddhist buddhistisk sikh ateist atheist agnostiker agnostic mormon baptist
        metodist methodist adventist sunni sunnimuslim shia shiamuslim shiit alevi alevit ahmadi bahai mandæer kopter
        kopt koptisk coptic ortodoks orthodox luthersk lutheran anglican evangelisk evangelical pentecostal
        pinsevennen pinsekirken scientolog scientologist troende believer religiøs religious spirituel konvertit
        convert konverteret converted missionsk indremissionsk kirkegænger churchgoer fritænker humanist asatroende
        asatro wiccan hedning pagan quaker kvæker yezidi druser druze zoroastrian islamisk islamic gudfrygtig hindu+
        devout
    """,
    "prayer_place": """
        kirke kirken moske moské moskéen moskeen synagoge synagogen tempel templet gurdwara bedehus frikirke frikirken
        menighed menigheden church mosque synagogue temple chapel mass messe gudstjeneste+ fredagsbøn congregation
        parish bibelkreds bibelgruppe koranskole søndagsskole menighedsmøde worship bibelstudie
    """,
    "street": """
        *vej *vejen *gade *gaden *vænge *vænget *allé *strandalle *kastaniealle *lindealle *boulevard *stræde *strædet
        *toften *toft *parken *torv *torvet *bakken *gyden *vangen *lunden *engen *marken *svinget *krogen *haven
        *brinken *skrænten *højen *dalen *promenaden *brynet *løkken *hegnet *diget *krog *vold *passagen *hjørnet
        *stien *bakke
    """,
    # words that end like a street and are none
    "no_street": """
        vej vejen gade gaden torv torvet parken haven marken bakken engen lunden krogen svinget højen dalen landevej
        landevejen motorvej motorvejen omvej genvej hovedvej sidevej undervej gågade gågaden baggaden drengen
        børnehaven skolehaven kirkegaden bilparken maskinparken vognparken frokostbakken grøntsagshaven køkkenhaven
        urtehaven zoologiskhave kolonihaven toft stræde boulevard allé skinnevej jernvej adgangsvej arbejdsvej
        flugtvej skovvejen hjørnet stien diget hegnet vold krog bakke rutschebanen frokostbakke
    """,
    # words that may stand between "jeg kommer" and "fra"
    "come": """
        oprindeligt oprindelig originally selv også faktisk egentlig actually her hertil here to til danmark denmark
        direkte og and med with min my familie family alene lige just en flygtning refugee a as som proud stolt half
        helt all the way ny new
    """,
    "devout": """
        praktiserende practising practicing devout troende aktiv meget dybt ikke not a an en very opvokset raised born
        født overbevist konverteret strict moderat moderate selv også also ortodoks orthodox stolt proud from
        kulturelt religiøs religious
    """,
    "door": """
        tv th mf
    """,
    # a number after one of these counts or names a thing and is no telephone number
    "not_a_phone": """
        part number+ varenummer+ varenumre serienummer+ reservedelsnummer+ ordrenummer+ fakturanummer+ model serial
        item ean isbn cvr cvrnummer cvrnr order invoice postnummer+ postnumre batch stregkode+ barcode pnummer
        kontonummer+ ordre faktura vare artikelnummer+ bestillingsnummer+ se senr kasse parti lot type maskine
        sagsnummer sag journalnummer løbenummer kode adgangskode stelnummer stel chassisnummer registreringsnummer
        tracking pakkenummer pakke kundenummer medlemsnummer policenummer tegningsnummer tegning version firmware
        serie art artnr best ref reference varenr batchnummer lotnummer partinummer pallenummer palle kontrakt
        projektnummer projekt tal tæller måler målernummer nummerplade hylde lokation lokationsnummer ticket case
        ticketnummer skabelon formular blanket
    """,
    "body": """
        ryg ryggen lænd lænden lænderyg nakke nakken skulder skulderen skuldre skuldrene armen arme armene albue
        albuen albuer håndled håndleddet håndleddene hånd hånden hænder hænderne finger fingrene fingeren tommel
        tommelfinger tommelfingeren hofte hoften hofter hofterne knæ knæet knæene ben benet benene ankel anklen ankler
        anklerne fod foden fødder fødderne hæl hælen læggen låret leddene kæbe kæben maven mave brystet bryst hovedet
        hjertet hjerte lungerne lunger lunge nyre nyrer leveren galden øjet øjne øjnene øret øre ører ørerne kroppen
        krop balder baller ballerne underlivet bækkenet bækken musklerne muskler nerverne tænder tåen tæer haleben
        halebenet meniskus korsbånd korsbåndet akillessene tinding halsen back spine neck shoulder shoulders arms
        elbow elbows wrist wrists hand hands fingers thumb hip hips knee knees leg legs ankle ankles foot feet heel
        joints jaw stomach chest head heart lungs lung kidney kidneys liver eye eyes ear ears body muscles nerves
        pelvis tendon cartilage belly groin hamstring calf fingre tommelen pelvic nakkehvirvel neurons rib ribs ribben
        fingerspidser fingerspidserne fingertips tæerne håndfladen
    """,
    "hurt": """
        ondt smerter smerte pain pains ache aches aching hurt hurts sore øm ømme numb følelsesløs følelsesløse sitrer
        sovende trouble stivhed stiffness cramps krampe jager stikker murrer værker dunker svigter hæver hævede cramp
        arthritis
    """,
    "broken": """
        slidt slidte ødelagt ødelagte opslidt opslidte nedslidt nedslidte smadret smadrede kaput udtjent udtjente
        brækket brækkede forstuvet skadet skadede svag svage stive stivnet øm ømme hævet hævede opereret opererede
        skæv skæve bøvlet bøvlede worn knackered ruined wrecked shot swollen injured broken busted damaged gone
        operated stiff sore painful numb destroyed weak shaky sweaty rystende svedige
    """,
    "fails": """
        hæver hævede svigter svigtede driller værker murrer jager banker smerter sover låser knager knirker ryster
        sitrer dirrer hurt hurts ache aches swell swells lock locks shake shakes tremble trembles fail fails cramp
        cramps kill kills killing protesterer strejker strejkede brænder gives gave krampet
    """,
    "mood": """
        humør humøret mood moods sind sindet hoved hovedet head mind
    """,
    "prison": """
        horserød enner storstrøm vestre nyborg søbysøgård søbysøgaard jyderup renbæk møgelkær kragskovhede
        herstedvester ellebæk vridsløselille vridsløse anstalten spjældet brummen kachotten fængsel fængslet prison
        jail
    """,
    "nationals": """
        iranians iraqis syrians afghans pakistanis turks kurds somalis poles romanians bulgarians ukrainians russians
        lithuanians latvians estonians germans swedes norwegians finns icelanders italians spaniards greeks bosnians
        albanians serbs croats moroccans algerians tunisians egyptians lebanese palestinians jordanians indians
        chinese vietnamese filipinos thais japanese koreans nigerians ghanaians kenyans ugandans eritreans ethiopians
        sudanese congolese brazilians mexicans colombians cubans chileans argentinians americans canadians australians
        immigrants refugees indvandrere flygtninge tyrkere kurdere somaliere iranere irakere syrere afghanere
        pakistanere polakker rumænere bulgarere ukrainere russere litauere letter bosniere albanere serbere kroater
        marokkanere palæstinensere libanesere indere kinesere vietnamesere filippinere tamilere grønlændere færinger
    """,
    "tradesman": """
        engineer nurse doctor welder carpenter cook mason electrician driver student mechanic pharmacist accountant
        plumber teacher worker woman man guy girl boy person tailor baker painter farmer programmer developer lady
        graduate
    """,
    "faintly": """
        lidt meget nogen noget jævnligt ofte konstant tit ringe forfærdelig stadig always often constantly
    """,
    # the name of a paper or an employer contains none of these; with one of them the text is about a person
    "of_oneself": """
        jeg mig min mit mine egen my me im ive myself har havde haft får fik fået er var blev bliver blevet været was
        has had been suffer suffers suffering suffered lider døjer kæmper tager tog taget indtager taking pga grundet
        fordi due because indlagt sygemeldt sygmeldt diagnosticeret diagnosed medicineret
    """,
    # an illness with only these beside it is not the name of a paper or an employer
    "beside_illness": """
        og eller and or med with uden mg dagligt daglig let lettere mild moderat moderate svær svært severe kronisk
        chronic psykisk mental diagnose diagnosis lidelse disorder sygdom disease medicin type grad i have
    """,
    # compounds that name a paper or an employer, whatever illness they begin with
    "paper_or_place": """
        *kursus *kurset *kurser *uddannelse *uddannelsen *uddannet *bevis *certifikat *diplom *eksamen *prøve *modul
        *vejleder *vejlederen *coach *instruktør *terapeut *terapeuten *behandler *specialist *mentor *hospital
        *hospitalet *sygehus *sygehuset *fonden *samfund *klinik *klinikken *team *teamet *hus *huset *gruppen
        *netværk *netværket *danmark *selskab *selskabet *instituttet *specialet *ambassadør *tolk
    """,
    # a particular person in an ad
    "he_or_she": """
        han hun hende ham he she him
    """,
    "ours": """
        vores vor vore our
    """,
    "mine": """
        min mit mine my
    """,
    "client": """
        kandidat kandidaten klient klienten deltager deltageren jobsøger jobsøgeren mentee candidate client participant
        jobseeker ipskandidat ipsdeltager
    """,
    "citizen": """
        borger borgeren citizen
    """,
    "the_client": """
        kandidaten
    """,
    # a person after one of these is anybody
    "condition": """
        hvis såfremt dersom if whether når when uanset should
    """,
    "clients": """
        kandidater klienter deltagere borgere jobsøgere candidates clients participants
    """,
    "one_of": """
        af of
    """,
    "clients_own": """
        kandidats kandidatens klients klientens borgers borgerens deltagers deltagerens candidates clients
    """,
    # a number after one of these is a part or telephone number, in ads; in statements <not_a_phone> decides
    "numbered": """
        *nr *nummer *number id jobid no tlf telefon mobil tel phone cell mobile ring ringe kald sms fax kontakt call
        contact konto iban swift mobilepay reg ordre sag journal ref reference kode ean cvr se requisition vacancy
    """,
    "cpr": """
        cpr cprnr cprnummer cprnumre personnr personnummer født born
    """,
    # words that may stand between "har" and somebody's illness
    "how": """
        haft fået en et den det sin sit svær svært let lettere mild moderat kronisk kroniske alvorlig slem voldsom
        diagnosen diagnose diagnosticeret konstateret også både altid stadig tidligere desværre selv psykisk psykiske
        social generaliseret lidt meget noget nogen og nok jo nu været blevet længe ofte tit periodisk a an some severe
        mild moderate chronic been also still long social udiagnosticeret paranoid medfødt del
    """,
    "has": """
        har havde fik får have has had got gets
    """,
    "is": """
        er var blev bliver is was became becomes
    """,
    "suffers": """
        lider led døjer kæmper lever suffers suffered struggles lives
    """,
    "takes": """
        tager tog får fik takes took gets
    """,
    "that": """
        som der who that og and
    """,
    # an unnamed illness
    "an_illness": """
        sygdom sygdomme lidelse lidelser diagnose diagnoser handicap funktionsnedsættelse funktionsnedsættelser
        udfordringer problemer sårbarhed vanskeligheder illness disorder diagnosis disability condition problems
        udviklingshæmning
    """,
    "of_the_mind": """
        psykisk psykiske mental mentale mentally psychiatric kognitiv kognitive
    """,
    "unwell": """
        syg sårbar ustabil skrøbelig handicappet ill unwell disabled vulnerable
    """,
    # words for a person whom a job suits
    "suits": """
        passer egner egnet velegnet oplagt god godt ideel ideelt perfekt suits suited suitable ideal perfect right
        relevant
    """,
    # adjectives of illness after "er" and "is"; a noun there starts the name of a trade ("demensnørd")
    "ill_person": """
        skizofren skizo psykotisk depressiv deprimeret bipolar maniodepressiv autist autistisk ordblind døv døvblind
        dement epileptiker alkoholiker narkoman misbruger anorektiker bulimiker diabetiker allergiker spastiker
        kræftsyg selvmordstruet paranoid traumatiseret hjerneskadet udviklingshæmmet hørehæmmet synshæmmet svagtseende
        tunghør retarderet fleksjobvisiteret asperger aspie sindslidende borderliner ludoman
        schizophrenic psychotic depressed bipolar autistic dyslexic deaf
        epileptic diabetic alcoholic suicidal
    """,
    # words about a colleague to be replaced, or jokes: no reason to refuse an ad
    "away": """
        sygemeld* sygmeld* langtidssyg* sygeorlov* sygedage* sickleave sygefravær* mani manien
    """,
    # compounds of an illness that name somebody's work or knowledge
    "field": """
        *coach *team *teamet *tilbud *tilbuddet *indsats *indsatsen *uddannelse *uddannelsen *uddannet *kursus *kurset
        *kurser *viden *profil *profilen *målgruppe *målgruppen *baggrund *erfaring *speciale *specialet *specialist
        *mentor *terapeut *terapeuten *behandler *behandleren *projekt *projektet *gruppe *gruppen *vagt *vagten *børn
        *børnene *unge *elever *borgere *patienter *ramte *forløb *forløbet *faglig *fagligt *faglige *certificering
        *certificeret *instruktør *ambassadør *netværk *netværket *hospital *hospitalet *klinik *klinikken *sag *sager
        *pakke *pakken *dag *dagen *plan *planen *strategi *bog *bogen *spil *spillet *test *testen *koordinering
        *hunde *hund
    """,
    "joins": """
        og and samt
    """,
    # verbs of work on a thing or for others: a sentence that starts with one is about the work. No verb that a patient
    # may do or undergo too ("take", "diagnosed", "testet")
    "does": """
        administer administering administered arrange arranging arranged assess assessing assist assisting advise
        advising analyse analysing analyze analyzing audit calculate cleaning cleaned communicate compile compiling
        compose conduct conducting conducted contribute coordinate coordinating coordinated create creating created
        decide define deliver delivering delivered describe design designing designed detain determine diagnosing
        differentiate direct directing discuss document documenting draw educate employ encourage ensure establish
        evaluate evaluating examine examining execute explain formulate identify identifying implement implementing
        improve inform informing inspect inspecting instruct instructing integrate interpret investigate investigating
        lead leading lecture lectured modify monitor notice notify offering organise organising organised organize
        organizing organized oversee overseeing pack packed packing perform performing performed photograph plan
        planning planned prepare preparing prepared prescribe prescribing produce produced promote promoting propose
        provide providing provided recognise recognize recommend refer register registering research researching
        restrict review reviewing select solder soldered sorted sorting supervise supervising supply supplied
        supplying teach taught teaching tidy transcribe transcribed transfer translate translated update uphold
        utilise utilize verify wire wired wiring write wrote written administrere administreret anvende anvendt
        arkivere arkiveret arrangere arrangeret assistere assisteret afprøve afprøvet analysere analyseret behandle
        bestille bestilt betjene betjent bogføre bogført bygge bygget designe designet dokumentere dosere doseret
        ekspedere ekspederet forberede forberedt formidle formidlet forske forsket fremstille fremstillet importere
        importeret installere installeret instruere koordinere koordineret lede ledet levere leveret lodde loddet
        montere monteret ordne ordnet organisere organiseret oversætte oversat pakke pakket passe passet pleje plejet
        producere produceret programmere programmeret rense renset reparere repareret rådgive rådgivet sagsbehandle
        sagsbehandlet servicere serviceret skrevet sortere sorteret solgt sælge stable stablet sy syet tilrettelægge
        tilrettelagt transportere transporteret trykke trykt træne trænet udarbejde udarbejdet uddele uddelt udføre
        udført udlevere udleveret udregne udregnet undervise undervist vejlede vejledt vedligeholde vedligeholdt
    """,
    # words that may stand before such a verb
    "beginning": """
        at to jeg i ive kan can kunne could har have had gerne vil will også also altid always tit ofte været med til
    """,
    # words that end the sentence about work
    "over": """
        er var blev bliver blevet am was became become har havde fik får lider suffer suffers suffering pga grundet
        fordi because due trods despite med with siden while after efter selv af by fra from have has had got get gets
    """,
    # firms or books named after a person
    "firm": """
        aps gulve gulv blomster kaffe te bageri auto biler cykler vvs byg entreprise transport møbler tømrerfirma
        murerfirma malerfirma smykker ure optik sko tøj mode vin vine fisk kød slagteri salon museum museet museets
        kirke skole kiosk restaurant café cafe hotel pizzeria smedje værksted rejser busser taxi service rengøring
        ejendomme ejendomsservice planteskole gartneri fonden fond legat arkitekter revision advokater butik shop
        flowers coffee garage lighting glas keramik isenkram trælast tæpper gardiner køkkener vinduer skilte catering
        teater musik bøger sange film ltd inc group consulting
    """,
    "named_place": """
        vej vejen plads gade allé alle boulevard torv stræde gård park minde kollegium kollegiet museum museet skole
        hus bageri kiosk bro kirke fond legat blomster eventyr bøger romaner sange musik eftf
    """,
    # a person's title in the name of a firm: "murermester Jens Hansen"
    "master": """
        firma firmaet virksomheden kæden mærket brandet murermester tømrermester bager bagermester slagter
        slagtermester vognmand malermester entreprenør restaurant restauranten café caféen optiker smedemester
        arkitektfirmaet tegnestuen hotel salon klinik klinikken murer tømrer maler tandlæge
    """,
    # words before "hos", "i" and "for" that make what follows an employer
    "employed": """
        arbejdet arbejdede ansat ansættelse job jobbet lærling elev praktik praktikant svend vikar worked working
        employed apprentice læreplads elevplads kassen lageret butikken
    """,
    # works with an author
    "enjoys": """
        læser læse læst lytter hører høre hørt synger spiller read reading listen
    """,
    # things one is tired of
    "chore": """
        *arbejde *arbejdet *møde *møder *nusseri *snak *rytteri *kontor *kontorer *regler *opgaver *skemaer
        *formularer *telefoner *mails rod roderi støj larm papir papirer paperwork meetings meeting emails email mails
        office offices calls phones smalltalk deadlines bosses boss micromanagement excel spreadsheets mess drama
        gossip talk routine routines rutiner queues køer mondays mandage mornings folk people chefer kolleger
        gentagelser kedsomhed dovenskab ligegyldighed spildtid ventetid hastværk skrivebord skærme computere
        bureaukrati bureaucracy forms sloppiness sjusk uorden brok surhed at
    """,
    # places where one spends the night
    "night_place": """
        skurvogn skurvognen campingvogn campingvognen vogn lastbil lastbilen førerhus førerhuset hytte telt teltet
        hotel hoteller hotellet hostel kahyt kahytten skib skibet båd båden barak barakker kaserne ude hjemmefra
        udenbys borte away truck tent van cab caravan barracks hotels
    """,
    # people one is said to be a mother to at work
    "crew": """
        hold holdet kolleger kollegerne kollegaer kollegaerne team teamet afdelingen sjakket lærlingene lærlinge
        vikarerne klubben mandskabet crew everyone everybody colleagues staff office lads alle kontoret butikken gæster
        gæsterne kunder kunderne
    """,
    "food": """
        mad madlavning madvarer køkken køkkener fødevarer varer retter restaurant restauranter butik butikker grossist
        krydderier food foods cooking cuisine cuisines kitchen dishes restaurants shop shops grocery groceries musik
        music kunst art
    """,
    "electric": """
        transistor* junction komponent* component* fordeling kabel kabler kablerne ledning* strøm* kondensator* stik
        power supply stepper motor* elektrod* signal* spænding* stepmotor* plader kredsløb* circuit* batteri*
    """,
    # things one is addicted to
    "drug_of_abuse": """
        alkohol alcohol stoffer drugs drug hash weed cannabis piller pillerne pills spil gambling kokain cocaine heroin
        opioider opioids amfetamin speed morfin morphine medicin medicine medication meds coke crack meth sprut øl
        druk drinking drink porno porn nikotin nicotine sovepiller benzoer vodka whisky spilleautomater
    """,
    # things one cannot do without
    "aid": """
        kørestol wheelchair rollator krykker crutches ilt oxygen dialyse dialysis insulin respirator hjælp hjælper
        hjælpere help helper helpers carer carers støtte bostøtte ledsager høreapparat
    """,
    "animal": """
        hund hunde hunden kat katte katten hest heste hesten dyr dog dogs cat cats horse horses animal animals høne
        høns ko køer
    """,
    "thing": """
        computer* bærbar* maskin* system* server* netværk* printer* motor* skærm* it nettet wifi hjemmesid* linje*
        kasseapparat* elevator* anlæg* machine* laptop* network* website* program*
    """,
    "trade": """
        music art arts dance drama animal veterinary sport sports exercise salon spa herbal natural alternative
        complementary shiatsu relaxation recreational recreation respiratory oral health beauty massage occupational
        speech language physical chiropractic osteopathic aroma laser vision hospital school clinical healthcare
        educational counselling health organisational career careers financial debt legal family animals qualified
        certified assistant trainee expert consultant specialist specialised
    """,
    "month": """
        januar februar marts april maj juni juli august september oktober november december january february march may
        june july october
    """,
}

# Words that are sensitive by themselves, unless ALLOWED says that they are about work or other people.
STRONG: dict[str, str] = {
    "diagnosis": """
        angst+ socialangst* dødsangst* eksamensangst* helbredsangst* sygdomsangst* præstationsangst* separationsangst*
        telefonangst* gigt+ leddegigt* slidgigt* urinsyregigt* rygsøjlegigt* psoriasisgigt* hiv hivpositiv* hivsmitte*
        depressio* depressiv* depresio* depresiv* deprimeret deprimerede psychosis psychoses psychotic misbrug
        misbruget *skizo* *skitso* *skiso* *schizo* *skitzo* *schitzo* *shizo* *depression* depret* *depressiv*
        *psykose* *psykoti* phsyko pykose psychoti* *psychosis *psychotic* *bipola* bipolær* biopolar* maniodep*
        maniskdep* dysthymi* dystymi* cyclothymi* cyklotymi* *borderlin* borderlein* boderlin* boarderline+ adhd*
        adhdd* *adhd attentiondeficit* adhderen ocd* ptsd* ptss* bpd+ cptsd* kptsd* asf+ asd+ *autis* austis* authis*
        *asperger* asberg* aspberg* aspie+ tourett* turett* *ticlidelse* fobi+ *fobi *fobien *fobier *phobia *phobias
        agorafob* anoreksi* anorexi* anorek* bulimi* bulemi* ortoreksi* orthorexi* megareksi* bingeeat* *spiseforst*
        tvangsoverspis* *personlighedsforst* *tvangsforst* *udviklingsforst* *opmærksomhedsforst* *søvnforst*
        *stemningsforst* *adfærdsforst* *tilknytningsforst* *angstlidelse* *sindslid* *belastningsreakt*
        *tilpasningsreakt* krigstraume* traumatiser* *traumelidelse* *posttrauma* *dissociativ* *dissociation*
        depersonalis* *somatisering* hypokond* hypochond* narcissis* narcissist* narcis* psykopat* sociopat* skizotyp*
        dyssocial* antisocialpers* *parafreni dement+ demens* alzheimer* altzheimer* dementia retarderet
        udviklingshæm* mentaltretarder* *hjerneskade+ *hjerneskadet *hjernerystelse* *hjerneblødning* *hjernetumor*
        *concussion* *blodprop* apopleksi* alkoholiker alkoholikeren alkoholisme* alkoholmisbruger alkoholmisbrug*
        stofmisbrug* hashmisbrug* pillemisbrug* narkoman narkomanen stofmisbruger hashmisbruger misbruger junkie alkis
        drukkenbolt alcoholism alkoholafhængig* stofafhængig* narkoafhængig* pilleafhængig* ludoman* spilleafhængig*
        afhængighedslid* hashpsykose* kokainmisbrug* *kræft kræften *kræftpatient *cancer* leukæmi* leukemia lymfom*
        lymphoma melanom* brystkræft* *tumor tumoren sclerose* sklerose* *sclerosis scleroseramt parkinson*
        huntingtons epilep* epelep* epileps* epilept* diabet* diabetis* sukkersyg* *diabetiker astma* asthma* kol
        kolpatient* copd bronkitis* emfysem* lungefibrose hepatitis* leverbetænd* skrumpelever* cirrhosis crohn*
        *colitis coeliac* celiac* cøliaki* glutenallergi* *allergiker fibromyalgi* arthrit* artrit* osteoart* artrose*
        psoriasis* bechterew* lupus sarkoidose* myastheni* osteoporos* knogleskør* discusprolaps* diskusprolaps*
        prolaps* rygskade* *piskesmæld* whiplash* iskias* sciatica skoliose* scoliosis karpaltunnel* endometrios*
        stofskiftesyg* lavtstofskifte hypothyr* hyperthyr* anæmi* anemia hjertesyg* hjertesvigt* hjertefejl*
        hjerteflimmer* atrieflim* arytmi* pacemaker* angina nyresvigt* nyresyg* dialysepatient spastiker* spastisk*
        *cerebralparese* cerebralpalsy paraplegi* tetraplegi* *lammelse+ muskelsvind* downsyndrom* *syndrom *syndromet
        *syndrome ehlers* marfan* klinefelter* turnersyndrom* føtalt* ordblind* dyslek* dyslex* dyskalkul* dyspraksi*
        dyspraxi* talblind* narkolep* narcolep* søvnapnø* sleepapnea* *apnea tinnitus* meniere* menière* døv døvblind*
        tunghør* hørehæm* hørenedsæt* hardofhearing svagsyn* svagtseende synshæm* glaukom* glaucoma *katarakt*
        farveblind* eksem+ *eczema psykisksårbar sindslidende nervesyg* angsts *angsttilst* angts angstneurose*
        neurose* neuroti* *anxiety anxietet* longcovid* senfølge+ kroniker* *dværgvækst obes* *adipositas
        fedmeopereret anorektiker *bulimiker psykiskesyg fødselsdepres* postpartum* postnatal* dysfori* dysphori*
        kønsdysfori* hypersensitiv* adhder psykasteni* nevrasten* neurasten* kataton* catatonic katatoni* stressreakt*
        stresslidelse* betablok* encephal* migræniker* kolpatient autoimmun* blødersyg* hæmofil* haemophil* hemophil*
        cystiskfibrose fibrose kræftoper* hjerneoper* øjenoper* ludomani* mutisme mutism delirium abstinens* polio
        podagra gout struma hofteledsdysplasi* rygmarvsbrok nedslidning+ tennisalbue+ musearm+ hjertekrampe*
        blodpropper kræftsyg kræftramt* kræftbehandl* kræftforløb* kræftdiagnos* hjertesyg lungesyg leversyg tarmsyg
        nyresten galdesten kolitis laktoseintoleran* borrelia mononukleose klamydia fedme overvægtig*
        amputeret amputee aphasia afasi halvsidig vertigo hernia rheumatis* neuropath* neuropati* ataxia ataksi
        hjerteopereret kidneystones overweight thyroid pmdd nld prader autismespekt* spektrumforst* mentalretard
        hjernetræt* neurasteni kønsdys* angstdiagnose* udviklingsforstyr* senhjerneskad* hjerneskadet
        erhvervethjerneskade hovedtraume+ kranietraume+ forkalkning* åreforkalkning* knoglebrud* benbrud leverskad*
        nyretransplant* hjertetransplant* stomi parese neurofibrom* allergiker+ glutenintoleran* nældefeber dysleks*
        ordblindhed stofpsykose* krigsveteran* maniodepri depri skizo postcovid* amputat* amputer* hashafhæng*
        kokainafhæng* heroinafhæng* morfinafhæng* opioidafhæng* medicinafhæng* spilafhæng* pornoafhæng* kleptoman*
        pyroman* trikotilloman* trichotilloman* dermatilloman* misofoni* misophoni* oligofren* hebefren* eupd
        hydrocephal* aneurism* aneurysm* meningitis hjernehindebetændelse* helvedesild* vitiligo alopeci* sjøgren*
        sjögren* polymyalg* muskelgigt* sclerodermi* sklerodermi* dystoni* dystonia cfsme mecfs blodsygdom*
        leversygdom* nyresygdom* hjertesygdom* lungesygdom* hudsygdom* øjensygdom* nervesygdom* muskelsygdom*
        stofskiftesygdom* kønssygdom* tarmsygdom* mavesygdom* hjernesygdom* addisons cushing* hashimoto* basedow* tbc
        tuberkulose* tuberculosis malaria emphysema angstpatient* agoraphob* emetofob* emetophob* klaustrofob*
        claustrophob* sociofob* arachnofob* schizoid* skizoid* histrioni* savant kraniebrud* rygmarvsskade*
        hjernebetændelse* knæartros* hofteartros* karpaltunnels* golfalbue* hælspore* lungeemboli* trombose*
        thrombosis hjertestop bronchitis nethindeløsning* polyneuropat* trigeminus* hortons morbus* allergiker
        fødevareallergi* pollenallergi* nikkelallergi* latexallergi* kontakteksem* håndeksem* udviklingsdyspraksi*
        indlæringsvanskelig* generaliseretangst eksamensskræk menieres retinitis retinopati* muskeldystrofi* dwarfism
        dobbeltdiagnose* myastenia bippolar* hørehæmmet hearingimpaired høreskade* høreskadet intellectualdisab*
        hyposensitiv* addtypen addhjerne* synsnedsat gangbesværet bevægelseshandicap* bevægelseshæm* halvblind*
        ustabilpers* manisktræk førtidspension* fleksjobvisiteret* flexjobvisiteret* invalidepension* handicaptillæg*
        psykiatribruger* psykbruger*
    """,
    "symptom": """
        *angstanfald* *panikanfald* panikangst* panicattack* *grådanfald* *migræne* *migraine* migrene* *hallucin*
        halluc* halucin* hallusin* *stemmehør* paranoid* paranoia* vrangforest* delusion* *selvmord* suicid*
        *selvskad* selfharm* selfinjur* mani manien maniske manisk mania manic hypoman* flashback* *tvangstank*
        *tvangshandl* obsessivethoughts tankemylder* racingthoughts *nedtrykt* *tungsind* *søvnløs* *søvnproblem*
        *søvnbesvær* *søvnvanskelig* insomnia* sleepless* *mareridt nightmares *humørsving* moodswing*
        *koncentrationsbesvær* *koncentrationsproblem* *koncentrationsvanskelig* *hukommelsesbesvær* *hukommelsesprob*
        *hukommelsestab* udbrændt* udbrænding* *burnout* burntout burnedout burnout *sammenbrud *sammenbruddet
        *træthedssyndrom *smerter *smerterne *smertepatient kroniskesmerter *overspisning* *kvalmeanfald* svimmelhed*
        svimmelanfald* *hjertebanken* åndenød* *krampeanfald* *anfaldene seizure+ seizures sygemeldt sygmeldt
        sygemelding sygemeldingen sygedagpenge* langtidssyg* sygeorlov* sickleave livstræt* livslede* *hovedpine+
        hovedpiner headache+ headaches ryggener* rygproblem* *rygsmerter *rygbesvær* rysteture dissocier*
        psykisknedslid* *nervesammenbrud* backache* rygbøvl* knæproblem* skulderproblem* stressramt stresssyg*
        stresssygemeld* stressnedbrud* stresskollaps* stresssammenbrud* stresssymptom* nedsmeltning*
        overbelastningsreaktion lydoverfølsom* nervesmerter* fantomsmerter* inkontinen* incontinen* depressed
        raserianfald* selfloathing hopelessness håbløshed ångst* angstig rysten rystelser besvimelse* grådlabil*
        sengeliggende bedridden selvskadende tvangspræg* stemningsleje* abstinenser livstræthed selvmordstruet*
        angstfyld* udmattelse* hukommelsestab* taleblokering* dissociation derealis* depersonal* mareridtsfyld*
        tankemyld* trætheds* energiforlad* koldsved svedeture dødsangst* grådanf* tvangsvask* tankepres hyperventil*
        dissociat* lydfølsom* støjfølsom* noisesensitive overfølsomforlyd tankekaos hjernetåge* angstkrop* nedtur+
        grådmild kronisktræt* selvmedicin* zombieagtig* vinterdep* hukommelseshul* hukommelsessvigt* talebesvær*
        synkebesvær* balanceproblem* gangbesvær* gangproblem* synsproblem* høreproblem* vejrtrækningsproblem*
        vejrtrækningsbesvær* stemmehøring* søvnmangel søvnforstyr* døgnrytmeforst* rysteben selvmordsforsøg* hyletone*
        ørehyl* synshallu* lydhallu* grødhoved
    """,
    "treatment": """
        *tvangsindl* *tvangsfiks* tvangsbehandl* tvangsmedicin* *misbrugsbehandl* *alkoholbehandl* *psykiatribehandl*
        dagbehandling* døgnbehandling* *stofbehandl* *angstbehandl* ambulantbehandling minnesotakur* antabusbehandl*
        afrusning* afvænning* detox* elektrochok* elektrokonvuls* *samtaleterap* *gruppeterap* *psykoterap*
        *psychotherap* *kropsterap* *adfærdsterap* *eksponeringsterap* *familieterapi *parterapi *traumeterap*
        psykoeduk* psychoeduc* dbt* emdr* akutterapi* mindfulnessbehandl* kemoterap* chemo chemotherap* kemobehandl*
        strålebehandl* strålekur radiotherap* dialyse* immunterapi* *substitutionsbeh* distriktspsyk*
        socialpsykiatriforløb opsøgendeteam oplteam aamøde+ namøde+ rehabophold* opusteam opusforløb *psykiatriforløb*
        *behandlingsforløb *genoptræningsforløb *udredningsforløb* stressforløb* *sygdomsforløb* sectioned
        hospitalised hospitalized hospitalisation hospitalization inpatient outpatient halfwayhouse blodtransfus*
        hofteoperer* knæoperer* rygoperer* hjerteoperer* gastricbypass bypassoperat* mavebælte lukketafdeling
        psykiatriskpatient psykpatient psykiatritilbud* retspsykiatri* neuropsykolog* heroinklinik* ædruelighed*
        akuttilbud* psykiatrihjælp* smerteklinik* smertebehandl* rygbehandling* hormonterap* angstskole* angstgruppe*
        depressionsskole* depressionsgruppe* psykoseteam* risskov headspace* nadanål* nadaakupunk* recoverykurs*
        recoveryskole* recoverymentor* neuropsycholog* dialysis rehabiliteringsforløb* kemokur* psykiatrisygepl*
        psykiatriafs* udslusningsbolig* alkoholambulator* traumecent* stresslinj* stressklinik* stresscoach+
        jobpsykolog* kriseterapeut* lægeundersøg* hjernescanning* skulderoper* fodoper* håndoper* albueoper*
        hjerneoperer* diskusoper* kikkertoper* meniskusoper* knæprotese* hofteprotese* benprotese* armprotese*
        fodprotese* pacemaker* rygkorset* halskrave* antidepressivbehandl* psykskadestue* mentaliser* traumeklinik*
        psykiatriskskade* kemoen montebello kontaktsygepl* blokader blokade distriktssygepl* bostøttebesøg
        hjemmebostøtte støttebolig* gulepapirer sondemad feedingtube jobpsyk* kriseteam* ressourceforløb*
        jobafklaring* ipsforløb* ipskonsulent* psykiatrikonsulent* fertilitetsbehandl* søvnklinik* lysterapi*
        lysbehandl* behandlingshjem* efterværn* aflastningsophold* lægeerklæring* speciallægeerklær*
        rehabiliteringsteam* gruppeforløb* kriseophold* døgnophold* akutpsyk* hospitalsindlæg*
        hospitalsophold* hospitalsbesøg* sygehusindlæg* sygehusophold* transplanteret* transplantation+ inhospital
        kognitivterap* hypnose* psykiatrihus* keyworker lægesamtale* psykologforløb* psykologhjælp* psykologsamtal*
        behandlersamtale* ambulantforløb dagafsnit dagbehandlingen lægetid+ lægebesøg*
    """,
    "medicine": """
        ambien lyrica lyricaen antidep* *antidepress* *lykkepille* *antipsykot* *antipsychot* neurolept* *psykofarmak*
        *benzodiaz* benzoer benzos *sovepille* *sovemedicin* *sovetablet* *sleepingpill* *nervepille* *nervemedicin*
        *beroligendemedicin *smertestillende *painkiller+ painkillers *adhdmedicin* *angstmedicin*
        *depressionsmedicin* *depotinj* *depotmedicin* depotsprøjt* *pnmedicin* pnmedicin* *hjertemedicin*
        *blodtrykspil* *blodtryksmed* *blodfortynd* *stemningsstabil* moodstabili* *insulin* *metadon* methadone*
        subutex* suboxone* buprenorfin* buprenorphin* antabus* antabuse* disulfiram* naltrexon* campral* acamprosat*
        selincro* ssri* snri maohæmmer* sertralin* zoloft* citalopram* cipramil* escitalopram* cipralex* fluoxetin*
        prozac* fontex* paroxetin* seroxat* fluvoxamin* fevarin* venlafaxin* effexor* efexor* duloxetin* cymbalta*
        mirtazapin* remeron* mianserin* tolvon bupropion* wellbutrin* zyban* vortioxetin* brintellix* agomelatin*
        valdoxan* amitriptylin* saroten* nortriptylin* noritren* klomipramin* clomipramin* anafranil* imipramin*
        tofranil* reboxetin* edronax* moclobemid* aurorix isocarboxazid* marplan lithium* litium* litarex* lithionit*
        lamotrigin* lamictal* valproat* valproin* deprakine* depakote* orfiril* carbamazepin* karbamazepin* tegretol*
        oxcarbazepin* trileptal* topiramat* topimax* levetiracetam* keppra* gabapentin* neurontin* pregabalin*
        quetiapin* kvetiapin* seroquel* olanzapin* zyprexa* zypadhera* risperidon* risperdal* paliperidon* invega*
        xeplion* trevicta* aripiprazol* abilify* clozapin* klozapin* leponex* clozaril* amisulprid* solian*
        ziprasidon* zeldox* lurasidon* latuda* cariprazin* reagila* brexpiprazol* rxulti haloperidol* serenase*
        haldol* perphenazin* trilafon* zuclopenthixol* cisordinol* flupentixol* fluanxol* chlorprothixen*
        klorprotixen* truxal* levomepromazin* nozinan* chlorpromazin* sulpirid* pimozid* orap fluphenazin*
        methylphenidat* metylfenidat* methylfenidat* ritalin* concerta medikinet* motiron* equasym* delmosart*
        atomoxetin* strattera* elvanse* vyvanse* lisdexamf* lisdexamph* dexamfetamin* dexamphet* attentin* adderall*
        guanfacin* intuniv* modafinil* modiodal* provigil* oxazepam* diazepam* stesolid* valium* alprazolam* alprox*
        xanax* lorazepam* temesta* ativan* clonazepam* klonazepam* rivotril* bromazepam* lexotan* chlordiazepox*
        risolid* klopoxid* nitrazepam* mogadon* triazolam* halcion* zopiclon* zopiklon* imovane* imoclone* zolpidem*
        stilnoct* stilnox* melatonin* circadin* promethazin* phenergan* buspiron* buspar* hydroxyzin* atarax*
        propranolol* inderal* metoprolol* betablokker* betablocker* tramadol* dolol* nobligan* oxycodon* oxycontin*
        oxynorm* morfin* morphine* contalgin* kodein* codeine* fentanyl* ketogan* ketamin* spravato* esketamin*
        panodil* pamol* paracetamol* ipren* ibuprofen* ibumetin* treo kodimagnyl* sumatriptan* imigran* metformin*
        ozempic* wegovy* victoza* saxenda* insulatard* novorapid* lantus* eltroxin* levothyroxin* levaxin*
        prednisolon* prednison* methotrexat* humira* enbrel* remicade* adalimumab* ventoline* salbutamol* symbicort*
        simvastatin* atorvastatin* marevan* warfarin* eliquis* xarelto* enalapril* ramipril* losartan* amlodipin*
        furosemid* furix* pantoprazol* omeprazol* madopar* sinemet* levodopa* donepezil* aricept* memantin* ebixa*
        rivastigmin* exelon* tysabri* gilenya* truvada* testosteronbeh* østrogenbeh* cannabisolie* medicinskcannabis
        hormonbehandl* akineton biperiden* orfenadrin* pausinystalia* nikotinplaster* champix* antihistamin* methadon*
        testosteron* cbdolie sovetablet* steroider vanddrivende antibiotika* epipen dosisæske* doseringsæske*
        ugedoser* lorazep* ssnri psykofarm* hormonpiller ppille* oxapax* alopam* sobril* valaciclo* aciclovir*
        zovirax* colchicin* allopurinol* sendoxan* azathioprin* imurel* mesalazin* salazopyrin* arava leflunomid*
        otezla cosentyx* stelara* hyrimoz* benepali* xeljanz* olumiant* rinvoq* dupixent* spiriva* seretide* bricanyl*
        pulmicort* singulair* montelukast* flutide* innovair* trelegy* anoro januvia* jardiance* forxiga* trulicity*
        rybelsus* mounjaro* tirzepatid* semaglutid* liraglutid* metformax humalog* toujeo* tresiba* levemir*
        abasaglar* glucophage* gliclazid* bisoprolol* atenolol* carvedilol* selozok* digoxin* amiodaron* cordarone*
        plavix* clopidogrel* brilique* pradaxa* lixiana* hjertemagnyl* spironolacton* centyl* hydrochlorthiazid*
        bendroflu* candesartan* atacand* telmisartan* valsartan* irbesartan* lisinopril* perindopril* rosuvastatin*
        crestor* lipitor* ezetrol* nexium* esomeprazol* lansoprazol* losec* imodium* movicol* primperan* ondansetron*
        zofran* postafen* baclofen* lioresal* tizanidin* sirdalud* botox gabapent* vimpat* lacosamid* briviact*
        fycompa* topamax* zonisamid* phenytoin* fenytoin* difhydan* fenobarbital* phenobarbital* ethosuximid*
        zarontin* clobazam* frisium* aimovig* ajovy* emgality* rizatriptan* maxalt* zolmitriptan* zomig* eletriptan*
        relpax* naproxen* diclofenac* voltaren* celebrex* etoricoxib* arcoxia* dolcontin* malfin* palexia* tapentadol*
        norspan* temgesic* targin* naloxon* vivitrol naltrex* biktarvy* descovy* epclusa* harvoni* copaxone* avonex*
        rebif* tecfidera* ocrevus* kesimpta* lemtrada* mavenclad* fampyra* tamoxifen* letrozol* arimidex* herceptin*
        zoladex* prograf* tacrolimus* cellcept* sandimmun* ciclosporin* estradiol* divigel* progynova* cyproteron*
        androcur* nebido* testogel* sustanon* decapeptyl* pergotime* clomifen* depoprovera* cerazette* nuvaring*
        trazodon* trittico* nefazodon* doxepin* trimipramin* surmontil* maprotilin* ludiomil* tranylcypromin*
        phenelzin* desvenlafaxin* pristiq* levomilnacipran* asenapin* sycrest* sertindol* serdolect* pipotiazin*
        loxapin* thioridazin* melleril* periciazin* neulactil* tiaprid* aripip* nuplazid* adasuve* flunitrazepam*
        rohypnol* flurazepam* lormetazepam* pronoctan* temazepam* midazolam* clorazepat* zaleplon* ramelteon*
        suvorexant* daridorexant* quviviq* sodiumoxybat* xyrem* pitolisant* wakix* armodafinil* ritalinen focalin*
        daytrana* aduvanz* volidax* tyvense* clonidin* catapresan* klonidin* prazosin* minipress* lofexidin*
        sucroferr* levetira* metylphenidat* methylfenidaten ritaline* concertaen* sertraline* fluoxetine* paroxetine*
        duloxetine* mirtazapine* quetiapine* olanzapine* risperidone* aripiprazole* clozapine* lamotrigine* valproate*
        carbamazepine* benzo benzoen kvitiapin* olanzepin* abilfy sertalin* setralin* citalapram* escitaloram*
        venlefaxin* mirtazepin* lamotrogin* knæsprøjt* blokadebehandl* gigtmedicin* migrænemedicin* allergimedicin*
        epilepsimedicin* astmamedicin* stofskiftemedicin* kolesterolmedicin* sovemiddel+ angstdæmpende stimulanser
        vagusstim* binyrebarkhormon* cortison* kortison* vejrtrækningspuff* seroqel* seroqul* seroquell* zyprex*
        antipsych* moodstabilis* cymbalt* lamictel* concertta* rittalin* sertraln* metadone
    """,
    "origin": """
        statsborger asylansøger asylansøgeren nydansker *opholdstilladelse* statsborgerskab* indfødsret* asylum* asyl
        nationalitet nationaliteten nationality citizenship residencepermit *familiesammenf* hjemland hjemlandet
        fædreland* homeland motherland *opholdskort* opholdsgrundlag* indvandrerbaggrund* flygtningebaggrund*
        etnicitet+ ethnicity andengenerationsindvandrer* førstegenerationsindvandrer* hudfarve+ udlændingebaggrund*
        tålthophold særlovsflygtning kvoteflygtning arbejdstilladelse+ halvdansk halvtysk* halfdanish
        udlændingebaggrund modersmålsland flygtningestatus* asylstatus refugeestatus opholdstillad* statsløs*
        stateless hjemmetysk* nordslesvig* sydslesvig* indvandrerfamilie* flygtningefamilie* flygtningebarn
        flygtningelejr* efterkommere greencard arbejdsvisum opholdsret* indfødsretsprøv* statsborgerskabsprøv*
        familiesammenfør* adoptivbarn mørkhudet* mørklødet* lødet sinti bådflygtning* andengenerations* særloven
        studievisum* opholdstilladels* indrejst* mothertongue
    """,
    "religion": """
        sabbat+ sabbatten sabbattens sabbath sabbaths muslim muslima muslimah kristentro* katolik protestant jehova*
        jehovah* ateist ateisten atheist agnostiker agnostic hindu hinduist sikh mormon* pinsevenn* pinsemissi*
        scientolog* frikirke+ shabbat ramadan* ramadhan ramazan hijab+ niqab* burka+ burqa+ kippa+ jøde jøden buddhist
        buddhisten shiamuslim* sunnimuslim* shiit shiitter shiitisk shiite gudstro* fredagsbøn* bibelkreds*
        bibelgruppe* bibelstudie* islam allah koranen alevit agnostik* adventist* syvendedags* indremission* bønnetid*
        bønnepause* bederum bønnerum prayerroom prayertime* trossamfund* trosretning* atheism ateisme katolicisme*
        fastemåned* eidfest idfest blotlaug* asatro* nadver* lovsang* bibelskole* koranskole* ateistisk* agnostisk*
        kirkegænger* synagoge baptist+ quaker+ gudstjenestefri fastetid* juledagbøn eidul* pilgrimsrejse* hajj umrah
        bønnemøde* tungetale* salah namaz apostolsk* zikr dhikr tefillin bønskald
    """,
    "criminal_record": """
        *fodlænke* fodlænk* *prøveløslad* prøveløslat* løsladt løsladelse* *varetægt* varetægs* *straffedom*
        tilståelsesdom* voldsdom* narkodom* narkodømt* tidligerestraffet ustraffet *samfundstjeneste* afsone* afsoner*
        afsoning* *ungdomssanktion* anbringelsesdom* behandlingsdom* *domfæld* eksfange* eksindsat* kriminelfortid
        rockerborg bandemiljø* bandeexit* exitprogram* spritdom* spirituskør* spritkør* narkokørsel* fartdom* paroled
        excon+ exconvict* exoffender* offender exprisoner* felon felony felonies misdemeano* convicted convictions
        jailbird fængselsdom* fængselsstraf* *butikstyveri *hashsalg hashdom* foranstaltningsdom* strafafson*
        ungdomsdom* betingetdom ubetingetdom anklemonitor* ankletag* drinkdriv* drunkdriv* dui dwi bødestraf*
        ungdomskriminel* småkriminel* excriminal* tyvekoster* narkosag* *narkosagen voldssag* tyverisag*
        sagsomkostning* narkosalg* pusher+ pushede afsonet fængselsophold* hærværksdom* røveridom* afsoningstid*
        udslusning* løsladt* strafattest* drabsdom* hashpusher* fodlænkeafson* reststraf* kriminalforsorgsbetjentmin
        betingetstraf bandemedlem* ekskriminel* bandefortid exbande* rockerfortid* rockergruppe* indbrudsdom*
        bedrageridom* polititilhold* vanvidskør* strafbetinget sønderomme barfodssigtelse
    """,
    "gender": """
        transkøn* transmand* transkvind* transperson+ transgender* transseks* transsex* nonbinær* nonbinar* ikkebinær*
        kønsskift* kønsidentit* genderidentity genderfluid* interkøn* intersex* ciskøn* cisgender* ciskvinde cismand
        pronomen pronomener pronouns gravid pregnant graviditet* overgangsalder* menopaus* menstruat* alenemor
        alenefar enligmor enligforsørgermor homoseksu* homosex* lesbisk lesbian biseksu* bisexual panseksu*
        kønskorriger* agender genderqueer demigirl demiboy mandfolk kvindfolk mødregruppe* fædregruppe* hunkøn hankøn
        husmor menstruation* ægtemand hustru ammer breastfeed* breastfed mensen menstruerer kønsbehandl*
        testosteronbehandl* fødekønnet ftm mtf afab amab barselsorlov* forældreorlov* fædreorlov* maternityleave
        housewife hjemmegående småbørnsmor småbørnsfar tvillingemor tvillingefar barnløs hønemor theythem
    """,
    "age": """
        fødselsdato* fødselsår* dateofbirth birthdate birthyear dob folkepensionist efterlønner efterlønsmodtager*
        tyveårsalderen mindreårig umyndig halvgammel midaldrende middleaged pensionsmoden pensionsalder* retirementage
        septuagenar* octogenar* teenageår* seniordage seniorordning oldefar oldemor pensionistkort folkepension*
        efterløn efterlønnen gråhåret* arnepension* arneordning* seniorpension* tidligpension* alderspension*
        pensionistliv* efterlønsalder* fyrreårig* tressere teenagepige teenagedreng nytårsbarn
    """,
}

# Words refused unless the same sentence tells of duties at work (<duty>) or other people (<people>).
HALF: dict[str, str] = {
    "diagnosis": """
        psykiske psykisk sygdom sygdommen sindet overvægt overvægten
    """,
    "symptom": """
        panikken stressen nervøsitet kriser
    """,
    "treatment": """
        psykiatri psykiatrien *psykiatrien psykiatrisk psychiatric psychiatry psyk psykiater+ psykiateren psychiatrist
        psykolog+ psykologen psychologist therapist terapi+ terapien therapy counselling rehab misbrugscent*
        rusmiddelcent* indlæggelse+ indlæggelsen indlæggelser bostøtte+ støtteperson+
        bostøtten støttekontaktperson+ hjemmevejleder+ afvænning+ discharged genoptræning+ genoptræner genoptrænet
        rehabilitering+ rehabiliteringen physio physiotherapy misbrugsbehandler bostøtter
    """,
    "medicine": """
        medicin medicinen medication medications meds
    """,
    "criminal_record": """
        fængsel+ fængslet *fængsel *fængslet prison jail kriminalitet kriminel kriminelle crime kriminalforsorgen
        arresthus* arresten spjæld spjældet banden bande rockerne røveri tyveri straffeattest straffeattesten narko
        shoplift* drugdealer hærværk vold voldelig
    """,
    "benefit": """
        kontanthjælp kontanthjælpen kontanthjælpsmodtager kontanthjælpsmodtageren dagpenge dagpengene dagpengemodtager
        uddannelseshjælp uddannelseshjælpen uddannelseshjælpsmodtager ledighedsydelse ledighedsydelsen bistandshjælp
        bistandshjælpen boligstøtte boligstøtten revalidering revalideringsydelse overgangsydelse integrationsydelse
        selvforsørgelses hjemrejseydelse kontantydelse flekslønstilskud fleksløntilskud overførselsindkomst
        kontanthjælpssystemet kontanthjælpsydelse forsørgelsesydelse feriedagpenge barselsdagpenge børnetilskud
    """,
}

# Words that count only inside FRAMES, where the person's own condition is meant.
WEAK: dict[str, str] = {
    "diagnosis": """
        diagnose* *diagnosen diagnosis sygdom+ sygdommen illness disease disorder disability handicap handicappet
        funktionsnedsættelse+ lidelse+ lidelsen add hsp misbrug misbruget abuse addiction afhængighed+ traume+ traumer
        trauma traumas tilbagefald* relapse autist psyke psyken mentalhealth *sygdom *lidelser allergi+ *allergi
        *allergien allergier allergy allergies fobi injury kræftramt alkoholproblem* drikkeproblem* drinking drugs
        kokain cocaine hash heroin amfetamin overvægt overvægten psykisksygdom helbred helbredet health sårbarhed
        sensitivitet kræft
    """,
    "symptom": """
        stress stressen smerte+ pain pains smerter nerver nerverne nerves træthed+ fatigue exhaustion udmattelse+
        panik panikken panic dødstanker mareridt søvn søvnen sleep stemmer stemmerne voices symptomer symptom symptoms
        anfald anfaldene kriser krise krisen tvang gråd skælven opkast svimmel dizzy dizziness nausea kvalme selvhad
        raseri overload sammenbrud hallucination* rystelser shaking tremor* besvimelse* fainting kramper krampe cramps
        besvær+ svimmelhed hjertebanken rystesyge
    """,
    "treatment": """
        psykiater+ psykiateren psykolog+ psykologen psychiatrist+ psychologist+ therapist terapeut+ terapeuten therapy
        terapi+ terapien counselling counseling counsellor counselor behandling behandlingen treatment behandler+
        behandleren indlæggelse+ indlæggelsen indlæggelser *indlæggelse+ hospitalet sygehuset hospital sygehus
        ambulatori* udskrivning+ udskrivelse+ psykiatri* psykiatrien *psykiatrien psykiatrisk psychiatric rehab
        operation+ operationen surgery genoptræning+ rehabilitering+ støttekontaktperson+ bostøtte+ bostøtten bosted
        bostedet botilbud botilbuddet misbrugscenter+ misbrugskonsulent+ rusmiddelcenter+ alkoholenhed+ afvænning+
        læge lægen doctor overlæge+ speciallæge+ neurolog+ kiropraktor+ fysioterapeut+ fysioterapi+ kontaktlæge+ detox
        indsprøjtning+ injection+ kemo hjemmesygeplejerske+ caremanager gp lymfeterapi shrink recoveryforløb opus
        udredning+ udredningen assessment evaluation scanning kontaktpsykolog biopsi kontrolscanning
        kikkertundersøgelse
    """,
    "medicine": """
        medicin medicinen medicine medicines meds medication medications piller pillerne pille pillen pill pills
        tabletter tabletterne tablets dosis dosen dose dosage bivirkning+ bivirkninger sideeffects sprøjte sprøjten
        injektion+ præparat+ præparatet beroligende antibiotika *medicin *medicinen *tabletter drops mixtur
        smertestill* inhalator inhaler pnmedicin epipen
    """,
    "criminal_record": """
        straffesag* sigtelse+ conviction fængsel fængslet fængsler prison jail spjældet spjæld brummen kachotten dom
        dommen domme straf straffen straffeattest+ straffeattesten bøde bøden bøder bøderne kriminalforsorgen
        kriminalforsorg kriminalitet crime crimes kriminel tyveri tyverier theft vold volden violence røveri røverier
        robbery indbrud indbruddet burglary overfald assault hæleri bedrageri fraud hashhandel narkohandel drugdealing
        dealing arrest arresten arresthuset politisag+ sigtelse retssag+ anholdelse+ probation tilsynsværge tremmer
        banden bandemiljøet rockerne rocker
    """,
    "benefit": """
        kontanthjælp kontanthjælpen dagpenge dagpengene uddannelseshjælp uddannelseshjælpen ledighedsydelse
        ledighedsydelsen bistandshjælp boligstøtte revalidering revalideringsydelse overgangsydelse integrationsydelse
        hjemrejseydelse fleksløntilskud overførselsindkomst
    """,
}

# Ways to say a word of WEAK (X) about oneself. Each frame holds for each category of WEAK.
FRAMES = """
    <own> ... X
    <have> <degree>? <degree>? <degree>? <degree>? X
    <suffer> <degree>? <degree>? <degree>? X
    <because> <degree>? <degree>? <degree>? X
    X <makes> ... mig/me/min/mit/my
"""

# Phrases that are refused, by category.
PHRASES: dict[str, str] = {
    "cpr": """
        <own> cpr/cprnummer/cprnr/personnummer
        cpr/cprnr/cprnummer/personnummer ,/: <sixdigits>
        cpr/cprnr/cprnummer/personnummer nr/nummer/number? er/is? <sixdigits>
        sidste/last fire/four/4 er/is/cifre/digits/: ... <number>
        fire/four/4 sidste/last er/is/cifre/digits/: ... <number>
    """,
    "diagnosis": """
        konstateret/diagnosticeret konstateret? add/ms/als/me/hsp
        found out add/ms/als/hsp
        fik/fået/har konstateret add/ms/als/me/hsp/<sensitive>
        sårbar over/overfor for? stress
        <own> skizo*/psykotiske/bipolare/depressive/autistiske
        hjerne/hjernen er/brain is/fungerer/works skadet/damaged/different/anderledes
        anger issues/problems/management
        vredesproblemer/vredesudbrud/aggressionsproblemer
        irritabel tyktarm
        irritable bowel
        brain fog/injury
        hjernetåge
        high/low functioning autism/autistic
        jeg er/har psykiatriske/kognitive/mentale/fysiske ... vanskeligheder/udfordringer/problemer/skavanker/skader
        jeg/im/i er/am ... kroniker/invalid
        jeg er patient
        <own> kroniske/chronic
        gigten/eksemen/astmaen/sukkersygen/diabetesen/migrænen
        angsten/depressionen/psykosen/anoreksien/autismen/epilepsien
        heart/lung/kidney/liver/skin condition/problems/transplant/disease
        hjerte/lunge/nyre/lever/hud problemer/transplanteret/sygdom
        hjerteproblemer/lungeproblemer/nyreproblemer/maveproblemer
        hudproblemer/nakkeproblemer/ledproblemer/helbredsproblemer
        stomach ulcer
        mavesår
        har/have me/cfs/hsp/als/ms og/and/,/men/but
        har me ,
        har me og
        lavt/højt/low/high blodsukker/blodtryk/stofskifte/blood
        <own> diagnose*/diagnosis/sygdom+/illness/disease/condition
        <own> disorder/disability/handicap/helbred/helbredet/health
        ./,/og er/var/blev/har ... psykisk/kronisk/mentalt/alvorligt syg/sårbar/handicappet/udfordret/skrøbelig
        men/and/but/samt er/var/blev/har ... psykisk/kronisk/mentalt/alvorligt syg/sårbar
        men/and/but/samt er/var/blev/har ... psykisk/kronisk/mentalt/alvorligt handicappet/udfordret/skrøbelig
        . er/blev/været handicappet/invalid/syg/sygemeldt/kræftsyg/sårbar/autist
        jeg/har/have/blev/er/var ... været/blevet/been/blev syg/ill/sick
        blev/bliver/blevet/became syg/ill/sygere
        psykisk/mentalt/kronisk syg/sårbar/handicappet/ustabil/skrøbelig
        mentally/chronically/terminally ill/sick/disabled/unwell
        mental/chronic/psychiatric illness/disorder/condition/disability
        psykisk/psykiske/mentale/mental health? lidelse+/problem+/problems/issues
        psykisk/psykiske/mentale/mental health? udfordring+/vanskeligheder/sygdom*/helbred
        mental health problems/issues/condition/difficulties/struggles
        <own> ... mental/mentale/psykiske health/helbred/tilstand
        har det ... psykisk/mentalt
        har et handicap/funktionsnedsættelse
        have a disability/handicap/illness/condition/diagnosis/disorder
        personlig/personlige/egen/egne/lived/personal/own erfaring+/experience ... <sensitive>
        jeg/i er/var/am/was ... addict/alcoholic/alkoholiseret/narkoman/misbruger/misbrugende
        jeg/i/im/./,/og/men er/var/am/was været/blevet/been? <degree>? <degree>? afhængig/addicted ,/og/men
        jeg/i/im/./,/og/men er/var/am/was været/blevet/been? <degree>? <degree>? afhængig/addicted and/but/so/så
        jeg/i/im/./,/og/men været/blev/blevet/har været/blevet/been? <degree>? <degree>? afhængig/addicted ,/og/men
        jeg/i/im/./,/og/men været/blev/blevet/har været/blevet/been? <degree>? <degree>? afhængig/addicted and/but/so/så
        afhængig/addicted/dependent af/to/on <degree>? min/mine/my/a? <aid>
        afhængig/addicted af/to ... <drug_of_abuse>/<drug>/<pill>
        tidligere/forhenværende/former/recovering/eks misbruger/narkoman/addict/alcoholic
        tidligere/forhenværende/former/recovering/eks alkoholiker/user/junkie/drinker
        ædru/stoffri/tørlagt/sober
        drak/drikker/drukket/drank for meget
        drank/drink/drinking too much
        tog/taget/tager/took/take/taken/using/used/brugte stoffer/drugs/kokain/cocaine/heroin/amfetamin
        røg/ryger/røget/smoked/smoke hash/weed/cannabis/joints
        on the spectrum
        på spektret/spektrummet
        neurodivergent/neurodivers/neurodiverse
        har ms/als/add/hsp ,
        have ms/als/add/hsp ,/and/but/so
        har ms/als/add og/men/så
        stroke/strokes ... ago/years/last/when
        <have> ... stroke/slagtilfælde/hjertestop/hjerteanfald/hjerteinfarkt/concussion
        heart attack/disease/failure/condition
        multiple/dissemineret sclerosis/sclerose
        type 1/2 diabet*
        type to/two/one diabet*
        brain injury/damage/tumour/tumor/haemorrhage
        learning disability/disabilities/difficulties
        eating disorder
        eating/personality/panic/bipolar/attachment/obsessive/mood/stress/compulsive disorder
        post traumatic
        posttraumatisk stress
        hiv/hcv positiv/positive/smittet
        crohns disease
        down/downs/tourettes/aspergers/asperger syndrom+/syndrome
        muscular dystrophy
        cerebral palsy/parese
        hard of hearing
        jeg/i/./og/and/but/men hører/høre/hear/hørt kun/næsten/only/rigtig/ret/meget/very? dårligt/svagt ,/på/og/men/med
        jeg/i/./og/and/but/men hører/høre/hear/hørt kun/næsten/only/rigtig/ret/meget/very? badly/poorly ,/på/og/men/med
        jeg/i/. hører/høre/hear/hørt kun/næsten/only/rigtig/ret/meget/very? dårligt/svagt i/so/så/når/and/but
        og/and/but/men hører/høre/hear/hørt kun/næsten/only/rigtig/ret/meget/very? dårligt/svagt i/so/så/når/and/but
        jeg/i/. hører/høre/hear/hørt kun/næsten/only/rigtig/ret/meget/very? badly/poorly i/so/så/når/and/but
        og/and/but/men hører/høre/hear/hørt kun/næsten/only/rigtig/ret/meget/very? badly/poorly i/so/så/når/and/but
        jeg/i/./og/and/but/men hører/høre/hear/hørt kun/næsten/only? intet/ingenting ,/på/og/men/med/i/so
        jeg/i/./og/and/but/men hører/høre/hear/hørt kun/næsten/only? nothing/næsten/hardly ,/på/og/men/med/i/so
        jeg/i/./og/and/but/men hører/høre/hear/hørt kun/næsten/only? intet/ingenting/nothing/næsten/hardly så/når/and
        jeg/i/./og/and/but/men hører/høre/hear/hørt kun/næsten/only? intet/ingenting but/intet/ingenting/anything
        jeg/i/./og/and/but/men hører/høre/hear/hørt kun/næsten/only? nothing/næsten/hardly but/intet/ingenting/anything
        jeg/./og/men hører/ser ikke/knap/knapt så? godt/meget/ret/særlig ,/på/og/men/så/længere/mere/i/med
        hører/høre/hear/ser/see ... på/in/with/out/om/med det/mit/my/of/ene/one/the? venstre/højre/ene øre/øje/ear/eye
        hører/høre ... på/in/with/out/om/med det/mit/my/of/ene/one/the? left/right/one/andet øre/øje/ear/eye
        hear/ser/see ... på/in/with/out/om/med det/mit/my/of/ene/one/the? left/right/one/andet øre/øje/ear/eye
        <own> hørelse/syn/hearing/eyesight/sight/vision er/is/bliver/blev/has/har/driller/svigter
        <own>/dårlig/dårligt/svagt/nedsat/bad/poor hørelse/syn/hearing/eyesight ,/og/and/så/so/gør/makes/på/men/but
        hørelsen/synet/hearing er/is/bliver/driller/svigter dårlig/dårligt/bad/poor/nedsat/svagt/,/mig
        jeg/./og ser kun/næsten? dårligt/intet/ingenting ,/på/i/om/og/med/uden
        kan/can næsten/knap/knapt/hardly/barely ikke? høre/hear/se/see ,/på/i/noget/anything/og/på/med/and
        hearing loss/impaired
        ./,/og/men/and/but/samt er døv/blind/næsten? blind/autistisk
        sidder/bruger/use/using/bound/afhængig i/in/to/af? a/en/min/my? kørestol/wheelchair
        wheelchair user/bound
        kørestolsbruger
        deaf/blind in/on one/my
        høre/syns nedsættelse
        nedsat hørelse/syn/arbejdsevne/lungefunktion/funktionsevne
        gluten/coeliac/celiac disease
        førtidspension/førtidspensionist
        back/knee/shoulder injury/problems/trouble/condition
        <own>/bad/dårligt/dårlig/dårlige/ødelagt/ødelagte ryg/knæ/skulder/hofte/back/knee/shoulder/hip/lunger
        knæskade/skulderskade/sportsskade/arbejdsskade/hofteskade/nakkeskade/håndskade/rygskade
        health reasons/grounds
        helbredsmæssige/helbredsmæssigt/helbredsgrunde/sygdomsmæssige/psykiske årsager/grunde/problemer
        helbredsgrunde/helbredsårsager/helbredsproblemer/sygdomsperiode/sygdomsforløb
        på grund/pga ... sygdom/helbred/skade
        efter ... sygdomsperiode/sygdom
        <because> <degree>? sygdom/illness/sickness
        komme/kommet/kommer mig/oven ... efter/på/over/fra
        recovering/recovered/recover from
        in recovery
        an/recovering/former/dry/ex alcoholic/addict
        allergisk/allergic over/mod/to
        allergisk/allergic ,/og/and/men/but
        angst i
        social/socialt angst/anxiety/phobia/fobi
        traume/traumer/trauma fra/from/efter/after
        <have> ... traumer/trauma/traume
        døjer/døjet/bøvler/bøvlet/kæmper/kæmpet/slås/lider/lidt ... med/af ... <sensitive>
        har noget ... psykisk
        <own> stroke/slagtilfælde/blodtryk
        er/været/am/been/jeg ... ædru/sober/stoffri
        clean since/siden
        clean for/i <number>/<small>/years/many/flere/mange
        sober/ædru/stoffri since/for/siden/i
        have been/was/got diagnosed
        jeg/er/blev/fik/fået diagnosticeret/diagnostiseret/udredt
        diagnosed/diagnosticeret/diagnostiseret/udredt with/med/as/for/som/in/,
        fik/fået/har/got/have <degree>? <degree>? diagnose/diagnosen/diagnoser/diagnosis
        fået/fik stillet ... diagnose*
        jeg/i er/am <about>? <degree>? døv/blind/ordblind/deaf/dyslexic
        jeg/i er/am <about>? <degree>? lam/lammet/autistic/autistisk/svagsynet/hørehæmmet
        im <about>? deaf/blind/dyslexic/autistic/disabled/ill/sick
        jeg er/var/blev <about>? <degree>? syg/handicappet/invalid/sårbar/autist/kræftsyg/nervesyg/sindssyg
        jeg er/var/blev psykisk/kronisk/fysisk/alvorligt/meget/langvarigt syg/handicappet/sårbar/skrøbelig
        i am/was <about>? <degree>? ill/sick/disabled/unwell/autistic
        i have been/become ill/sick/unwell
        add as/som a/an? voksen/adult
        ofte/tit/langvarigt syg/sygefravær
        blind/døv/deaf på/in/on et/det/venstre/højre/one/my/the
        nærmest/helt/delvis/delvist/partially/legally blind/døv/deaf
        gambling/drinking/drug problem/problems/habit/addiction
        dårligt/svagt/bad/weak hjerte/heart
        slipped/herniated disc
        frossen skulder
        kidney stones/disease/failure
        grå/grøn stær
        lam i/på ... ben/benet/arm/armen/side
        mangler et/en ben/arm/hånd/fod
        lost/missing a/my/one leg/arm/hand/foot
        long covid
        low/high/lav/høj iq
        selektiv mutisme
        på autismespektret/spektret
        i/inden spektret/autismespektret
        psykisk/mentalt/mentally skadet/belastet/nedbrudt/challenged
        er/been/har ... overvægtig
        <own> overvægt
        <have> <degree>? del/stor/noget/svær/meget overvægt
        overweight ,/and/so
        har/fået papir/papirer på at? ... <sensitive>
        papir/papirer på ... diagnose/diagnosen/<sensitive>
        adhd/add/ocd/asperger/autist hjerne/brain/dreng/pige/træk/gen/type
        skør i hovedet
        ikke rask i/oven hovedet
        syg i hovedet/sindet
        <own> hoved/hjerne/head/brain er/is/fejler/driller/works ... anderledes/syg/different/ill/damaged
        brain is wired
        my head is
        lettere/mildt/svært/moderat handicappet/autistisk/dement/retarderet/udviklingshæmmet
        har et usynligt handicap
        usynligt/invisible/skjult handicap/disability/illness/sygdom
        registered/officially disabled
        veteran med/with <sensitive>
        recovering/former/previous heroin/alcohol/drug/cocaine/hash/gambling addict/user/abuser/misbruger
        ex/tidligere/gammel heroin/alcohol/drug/cocaine/hash/gambling addict/user/abuser/misbruger
        become/became/was/been/got/am/im addicted ,
        chrons/chron/sugar/blood/mental/nerve/muscle/brain/bowel/thyroid/skin disease
        hvide/white fingre/fingers/finger
        carpal/karpal tunnel
        . ms/als/add/ptsd/hiv .
        as he/she/has/with/have/har add/ms/als ,/and/og/so
        er/am/is/im højsensitiv/særligt/highly sensitiv/sensitive
        højsensitiv/sensitiv ,/og/and/./så
        post covid
        hjerne/hjernen på overarbejde
        skade/skader i/på/in <own>? <body>
        <broken> ... meniskus/korsbånd/akillessene/ligament/tendon
        brækket/brækkede/broke/fractured/knust <own>? <body>
        <body> ... blev/was/er/is/got knust/crushed/brækket/broken/amputeret/amputated
        emotionally/følelsesmæssigt/emotionelt unstable/ustabil
        low/high blood pressure/sugar
        lavt/højt blodtryk/blodsukker
        kan/can ikke/not/hardly/knap/næsten se/see/høre/hear ret? meget/much/well/godt/ordentligt/properly
        one/ét/et/kun/only eye/øje/ben/leg/arm/hand/hånd/lunge/lung/nyre/kidney ,/og/and/so/så
        mistede/lost/missing en/et/a/an/my/mit/min/to/two/the/tre <body>
        f20/f31/f32/f33/f41/f42/f43/f60/f84/f90 _/ifølge/,/<number>
        after/efter/since/siden a/an/min/my/et/en? stroke/slagtilfælde/hjerteanfald/heart/tia/seizure/apopleksi
        mild/light/lettere/moderate/moderat/severe intellectual/learning disability/impairment/delay/loss
        mild/light/lettere/moderate/moderat/severe cognitive/mental/hearing disability/impairment/delay/loss
        hearing/visually/sight/vision impaired/loss/impairment
        eating/drinking/gambling problems/problem/issues
        lam/lammet i/på ... <body>
        jeg/er/har været/er/blev afhængig af/på alkohol/hash/stoffer/piller/spil/medicin/morfin
        visiteret til fleksjob/flexjob
        disability pension/benefit/benefits/allowance
        mit/min/my sind/psyke/mind er/is ... skrøbelig/skrøbeligt/sårbar/sårbart/syg
        mit/min/my sind/psyke/mind er/is ... sygt/ustabil/fragile/ill/broken/unwell
        drikker/drinks/drink ikke/no/not mere/længere/anymore/more
        stopped/holdt/stoppet/quit drinking/smoking/op/med at/med/weed drikke/drinking/ryge/hash
        blevet/været/got/been diagnosticeret/diagnostiseret/diagnosed/udredt
        stofskifte/stofskiftet/blodsukkeret/blodtrykket/hjertet/nyrerne/leveren/lungerne driller/svinger/er/virker/vil
        krigs/war veteran
        veteran fra/from/efter
        lavt/lav/low/dårligt/nedsat/nedsatte energiniveau/energi/funktionsniveau/immunforsvar/energy/psykisk/mental
        fik/got/fået/har/have konstateret/told/opdaget ... <sensitive>
        lever/living/live/leve med/with ... <sensitive>/diagnose/smerter/pain
        er/am/is/var/was mildt/moderat/svært/let/lettere/severely/mildly ... <sensitive>/handicappet/disabled
        fejler/fejlet noget/ikke/psykisk/fysisk ... fysisk/psykisk/noget/./,
    """,
    "symptom": """
        hører/hørte/hear/heard ... en/a stemme/voice
        af/from stress ,/og/and/at/men
        tendens/tilbøjelighed/tilbøjelig/tendency/prone til/to ... <sensitive>
        meget/blevet/so/very glemsom/forgetful
        spastisk/spasticitet/spasticity
        jeg/i græder/græd/tuder/cry/cried/crying
        græder/tuder/grædende/cry/crying meget/tit/ofte/let/over/når/hele/a/all/often/easily/every
        får/fik/have/har det ... dårligt/skidt/elendigt/forfærdeligt i/når/hvis/af/over/med/psykisk/,/om/og
        har/havde det svært/hårdt psykisk/mentalt/med
        svede/ryste/svedeture/svedanfald og svede/ryste
        tanker/tankerne/thoughts kører/løber/myldrer/spinder/race/racing/spin/spinning/spiral
        bange/afraid/scared/terrified for/of at/to? ... gå/forlade/leaving/going/people
        bange/afraid/scared/terrified for/of at/to? ... mennesker/folk/dø/død/dying/bussen
        angst/bange for mennesker/folk
        kan ikke overskue
        på/have/har de? dårlige/bad/sorte/mørke dage/days
        efter/after/min/my ... nedtur/sammenbrud/kollaps/breakdown/collapse
        zone/zoning out
        dissociate/dissociating/dissociated
        indre uro
        uro i kroppen/hovedet
        trykken for brystet
        får/fik/få ikke sovet
        bliver/blev hurtigt/let/nemt/easily/quickly ... exhausted/overvældet/overwhelmed/overstimuleret
        get/gets/getting hurtigt/let/nemt/easily/quickly ... exhausted/overvældet/overwhelmed/overstimuleret
        hurtigt/let/nemt/easily/quickly udtrættet/overvældet/overwhelmed
        hurtigt/let/nemt/easily/quickly overstimuleret/overstimulated/udmattet/exhausted
        overstimuleret/overstimulated
        sensory overload/issues/overwhelm
        crippling/constant/extreme/severe/chronic fatigue/tiredness/pain/anxiety/exhaustion
        hands/hænder/kroppen/legs ... shake/shakes/tremble/ryster/skælver/sitrer
        jeg stammer ,/når/og/men/lidt/meget
        lavt/low/dårligt/ingen/no selvværd/selfesteem/selvtillid/self
        bekymringstanker/grubleri/grublerier/rumination/overthinking
        triggered/trigges/trigger/triggers by/me/min/my/af/mig/,
        <own> trigger/triggers/triggere/krise+/dæmoner/demons/mørke
        kvalme/nausea/opkast/diarré/svimmel/dizziness ,/og/and/om/in/every/hver/når/when
        get/gets/got/bliver/blev dizzy/nauseous/svimmel/faint/shaky
        kan/can ikke/not/barely/hardly/næsten mærke/feel/finde mig/anything/ro
        energy/energi crashes/slipper/forsvinder/runs
        dårlig/dårligt/skidt/bad/poor/failing/weak helbred/health/psyke
        mentalt/psykisk/mentally/emotionally ustabil/unstable/udbrændt/drained/exhausted/unwell/sårbar/knækket/træt
        ligger/lå/lying/lie/stay/stayed i/in sengen/bed
        hyper/høj/high og/and/periods/perioder så/then/nede/low/lows
        highs and lows
        op og nedture
        opture og nedture
        ups and downs in/med/with my? mood/humør
        hård/hårdt tid/periode/tider/ramt/time/times psykisk/mentalt/med/with
        rough/hard/dark/difficult patch/time/place mentally/with/last/and
        jeg/i mistede/lost ... jordforbindelse*/mind/grip
        tvangsmæssig*/tvangspræg*/compulsive*/compulsion*
        ryster/skælver/skælvende hænder
        ikke/not/never/aldrig ... glad/happy anymore/længere
        mistet/mistede/lost/mister/ingen ... lysten/livslyst/livslysten/will ... livet/live/leve/life
        mistet/mistede/ingen livslyst*/livsglæde*/livsmod*
        svært/problemer/besvær/vanskeligt ved/med at sove/falde/koncentrere
        <own> hukommelse/koncentration/memory/concentration/søvn er/is/was/blev/goes/svinger/går/has/bad/kan
        <own> sleep/energi/energy/mood/humør er/is/was/blev/goes/svinger/går/has/bad/kan
        no/lack/mangler/ingen energy/energi because/pga/på
        gik/gået/går/gå/røg ned/kold ... med flaget
        gik/gået/går/gå/røg ... psykisk/mentalt ned
        gik/gået/går/gå helt? ned med
        gik/gået/gå helt/fuldstændig ned
        gik/gået ned ,
        ramte/ramt/hit/rammer the? muren/bunden/wall/bottom
        knækkede/knækket mentalt/psykisk/sammen/helt
        har/var/er/have/am/was brændt ud
        brændt/brændte/brænder helt? ud
        stress/stressen gjorde/slog/tog/fik/ramte
        sygemeldt/syg/ned/ramt/ramte/hjemme/ud med/af stress/stressen
        <have> <degree>? stress
        with/from/by/of stress ,/and/at/last
        signed off/sick
        off sick/work with/for
        on/from sick leave
        long/longterm term? sick
        hører/høre/hørte/hørt/hear/heard/hearing ... stemmer/voices
        føler/tror/feel/think mig? forfulgt/overvåget/followed/watched
        skære/skar/skåret/skærer i? mig
        cutte/cuttede/cutter mig
        cut/cutting/hurt/hurting/harm/harming/kill/killing myself
        skade/skader/skadede/skadet mig selv
        gøre/gjorde/gjort skade på mig
        tage/taget/tog mit? eget/livet liv/af mig/myself/sig/,/.
        tage/taget/tog mit? eget liv
        ønsket/ønskede/lyst/ville/wanted/want to/at? dø/die
        end my life
        ikke leve mere/længere
        selvmords/suicidal tanker/thoughts
        tanker om at dø
        invasive/intrusive/racing/dark/suicidal thoughts
        mørke/tvangs/negative/sorte/påtrængende/selvdestruktive tanker
        ked af det ... tit/hele/meget/altid/ofte
        altid/tit/hele/konstant/ofte/meget/så/for ked af
        kan/kunne ikke få vejret
        cant/cannot/not/couldnt catch my breath
        cannot/cant/couldnt breathe
        hands shake/tremble
        panic/panik/angst/anxiety attacks/attack/anfald/disorder
        går/gik/gået/gå i/helt/let/nemt/ofte/tit ... panik når/hvis
        jeg/i får/fik/get/got ... panik/panic
        panikker/panik over/når/hvis
        get/got panicky/panicked
        had/have/having/my/a ... breakdown/meltdown/meltdowns
        nervous/mental/psychotic breakdown/collapse/break
        nervøst/psykisk/mentalt sammenbrud/nedtur/nedbrud/kollaps
        dårlige/svage/tynde/sarte nerver
        bad/weak nerves
        nerver/nerverne på/uden? tøjet/overarbejde
        jeg/er/bliver ... ofte/tit/nogle/mange/dage ... deprimeret/trist
        low mood/moods
        feel/feeling/felt ... depressed/hopeless/anxious/suicidal
        im/i am ... anxious/depressed/manic/suicidal/psychotic
        too/so depressed/anxious/tired to
        bliver/blev/er/blevet ... manisk/psykotisk/paranoid/angst/nedtrykt/suicidal/hyper/ked
        back/knee/neck/shoulder/joint/chronic/nerve/stomach pain/pains/ache/trouble/aches
        pain/pains/smerter in/i my/ryggen/knæene/skulderen/nakken/kroppen/hænderne/leddene/hofterne/the/benene/mit/min
        ondt i ryggen/knæene/knæet/skulderen/nakken/kroppen/hovedet/hænderne/leddene/hoften/benene/maven/ryg/knæ/hele
        har/have/lider ... kroniske/chronic/konstante/constant smerter/pain/pains
        cannot/cant/couldnt/trouble/problems sleep/sleeping
        sover/sov/sovet/sleep ... dårligt/badly/poorly/ikke
        kan ikke/næsten sove/falde
        kan/kunne næsten/knap/knapt ikke sove
        ligger ... søvnløs/vågen
        poor/bad/no sleep
        lie/lying awake
        kronisk/konstant/ekstrem/extreme/chronic træt/træthed/fatigue/udmattet/tiredness
        altid/hele/constantly/always/konstant ... træt/udmattet/exhausted/tired
        kan/kunne ikke/næsten komme/kom op/ud ... sengen/seng
        ikke komme op/ud af
        isolerer/isolerede/isoleret mig
        besvimer/besvimede/besvimet/faint/fainted/fainting
        svært/difficulty/trouble ... koncentrere/concentrating/koncentrationen/concentration
        problems/vanskeligt/problemer ... koncentrere/concentrating/koncentrationen/concentration
        memory/concentration/attention problems/loss/issues/difficulties
        glemmer ... alt/alting
        dårlig/dårligt/bad/poor hukommelse/korttidshukommelse/memory/koncentration
        mood/emotional swings
        kaster/kastede/kaste op/maden
        throw/threw/throwing up
        sulter/sultede/starve/starved mig/myself
        svimmel/dizzy/svimmelhed
        ikke/cant/cannot/not/kan ... uden/without at/to? blive/bliver/getting/get/feeling ... svimmel/dizzy
        jeg/er/psykisk/fysisk ... nedslidt
        lost/lose/losing touch with
        mister/mistede/mistet/lose/lost jordforbindelsen/virkelighedssans/realitetssans
        dårlig/bad/sort/black/dark/mørk/mørke periode/periods/period/hul/hole/perioder/spell/place/places
        dårlige perioder/dage ... psykisk/depression/sygdom/med
        dyb/langvarig krise
        have/had/has panic/anxiety/psychosis
        has/have/had flashbacks/nightmares/blackouts/seizures/fits
        self harm*
        selv skade*
        hearing/hear voices
        langtids sygemeldt
        fik/får/har ... anfald
        anfald af
        tics
        været/been stresset
        gået/gik/gå/går på sygedagpenge
        jeg/i ryster/shake/tremble ,/over/hele/when/når/i/so/så/på
        ryster/rystende/shaking på/over ... hænderne/kroppen/hænder
        begynder/kommer/begyndte/start til? ... ryste/svede/shaking/trembling
        ryster hele/over tiden/det/kroppen/hele
        stemmerne/stemmer siger/fortæller
        stemmerne/voices taler/råber/kommer/tell/tells/telling/say/says
        voices in my
        stemmer i hovedet/mit
        see/sees/seeing/ser/så things/ting/people ,? that/som/der/who ikke/arent/isnt/are/no er/findes/there
        see/sees/seeing/ser/så folk/skygger/shadows ,? that/som/der/who ikke/arent/isnt/are/no er/findes/there
        see/sees/seeing/ser/så things/ting/people ,? that/som/der/who ikke/arent/isnt/are/no not/eksisterer/real/one
        see/sees/seeing/ser/så folk/skygger/shadows ,? that/som/der/who ikke/arent/isnt/are/no not/eksisterer/real/one
        see/seeing things that arent
        ser ting , som andre ikke
        ser/så syner
        brød/brudt/bryder helt/psykisk/mentalt/fuldstændig? sammen ,/på/i/under/af/sidste/for/da/og/efter/flere
        klappede/klappet/klapper helt? sammen ,/på/i/under/og/efter
        hjertet/heart hamrer/racing/races/pounds/galopperer
        langt/helt nede ,/psykisk/og/men/mentalt/sidste/efter
        cant/cannot/not/hard/struggle/struggled/difficult/barely to? get/getting out/up of? bed
        ikke kan/kunne/at komme/kom op/ud
        cant/cannot/not/afraid/too/dont/never ... leave the house
        kan/tør/bange/kunne ... forlade hjemmet/huset/lejligheden/mit
        <own> <degree>? <degree>? nerver/psyke/ryg/nerves/smerter/pain/hovedpine
        <own> <degree>? <degree>? migræne/hørelse/syn/knæ/knee/shoulder/skulder/hofte
        my bad? back/neck/knees/hip ,/is/hurts/and/stops/makes/gets/aches/was/cannot
        <own> ... back pain/trouble/problems/injury
        bøvl/problemer/trouble/ondt/døjer/vrøvl/problems ... med/with/i/in ryggen/knæene/knæet/skulderen
        bøvl/problemer/trouble/ondt/døjer/vrøvl/problems ... med/with/i/in nakken/hoften/nerverne/søvnen
        got/became/become/get/getting so/very? sick/ill/depressed/unwell
        i get/got/become <degree>? <degree>? anxious/depressed/paranoid/manic
        depressed/manic/psychotic
        føler/følt/føle/feel/feeling/felt mig/myself/så/so/very/really? trist/tom/værdiløs/worthless/hopeless/suicidal
        føler/følt/føle/feel/feeling/felt mig/myself/så/so/very/really? numb/empty/panicky/forfulgt/uvirkelig/unreal
        feeling/felt down/low
        burned/burnt/burning badly/completely/totally/right? out
        i shut down ,/when/mentally/emotionally/completely/if
        jeg lukker/lukkede helt? ned ,/når/hvis
        jeg er let/nemt/tit/ofte/meget/for/helt? stresset ,/og/over
        jeg blev/bliver let/nemt/tit/ofte/meget/for/helt stresset ,/og/over
        jeg/i bliver/blev/get/gets hurtigt/let/nemt/easily/quickly/very ... træt/udtrættet/tired
        jeg/i bliver/blev/get/gets hurtigt/let/nemt ... exhausted/overvældet/overwhelmed/overstimuleret
        jeg/i bliver/blev/get/gets easily/quickly/very ... exhausted/overvældet/overwhelmed/overstimuleret
        stress/stressen/panik/panikken/panic/anxiety har/sidder/kommer/comes/hits/sat/knækkede
        stress/stressen/panik/panikken/panic/anxiety fik/lagde/kostede/took/satte/tvang/forced/broke
        problemer/trouble/vanskeligheder/udfordringer ... med/with/ved ... hukommelse/hukommelsen/koncentrationen
        problemer/trouble/vanskeligheder/udfordringer ... med/with/ved ... søvnen/humøret/vejrtrækningen/balancen
        svært/problems/døjer/bøvl ... med/with/ved ... hukommelse/hukommelsen/koncentrationen
        svært/problems/døjer/bøvl ... med/with/ved ... søvnen/humøret/vejrtrækningen/balancen
        problemer/trouble/vanskeligheder ... med/with/ved ... hørelsen/synet/lungerne/hjertet/maven
        udfordringer/problems/døjer/bøvl ... med/with/ved ... hørelsen/synet/lungerne/hjertet/maven
        problemer/trouble/vanskeligheder ... med/with/ved ... nerverne/psyken/helbredet/kroppen/hofterne
        udfordringer/problems/døjer/bøvl ... med/with/ved ... nerverne/psyken/helbredet/kroppen/hofterne
        problemer/trouble/problems with my/the? memory/sleep/hearing/lungs/heart
        problemer/trouble/problems with my/the? stomach/balance/breathing/joints/nerves/health
        mood/moods/humør/humøret swing/swings/svinger/går/go/goes/changes/skifter
        hear/hører/hørte things/ting that/,/som/der
        trækker mig ind
        sover hele dagen/dagene
        kan ikke være alene ,/hjemme/og/om
        kort for hovedet pga
        føler/feel/feeling ... vægten/tung/heavy ... trist/psykisk/sad
        grim/grimme/slem/slemme tanker
        kan ikke/knap/næsten trække vejret
        nogen/folk/somebody/people/andre følger/forfølger/holder/kigger/watching/following/follow efter/øje/on/me/mig
        taler/snakker/talking/talk om/about mig/me bag/behind
        vasker/washing/vaske hænder/hands hele/igen/tyve/over/again/all/too/50
        tjekker komfuret/låsen/dørene/døren ... gange
        sover/sov kun/højst/næsten <number>/<small>/ikke timer
        vågner/wake ... natten/mareridt/sweating/screaming/panik/nightmares
        ar/scars på/on mine/my arme/håndled/arms/wrists
        spiser/spiste/eat ikke/næsten ikke/nok
        går/gik i sort
        klappen/filmen gik/knækkede/går ned/over/sammen
        hoppet/røget/røg/knækket/knækkede over/af/ud kanten/bunden
        oppe at køre
        ude/røg/kom på/af den? skråplan/anden/sporet ende
        ramt/ramte af en/et? mur/sammenbrud/stress
        kørt/kørte helt/fuldstændig/totalt/mig/psykisk/mentalt? helt/fuldstændig? ned/flad ,/og/i/af/med/efter
        køre/kører helt/fuldstændig/totalt/mig/psykisk/mentalt? helt/fuldstændig? ned/flad ,/og/i/af/med/efter
        kørt/kørte/køre/kører helt/fuldstændig/totalt/mig/psykisk/mentalt? helt/fuldstændig? ned/flad på/psykisk/mentalt
        kørt/kørte/køre/kører helt/fuldstændig/totalt/mig/psykisk/mentalt? helt/fuldstændig? ned/flad sidste/men/da
        kørt/kørte sur? træt mentalt/psykisk/og/, sygemeldt/måtte/brød/gik
        drænet/tømt for energi/kræfter
        no energy left/at/in
        flad/drænet/udmattet/exhausted/drained ,/og/efter/and/after/mentalt/det/all
        ikke/never/not ... lyst til at leve/stå/noget
        lost/losing my mind/grip/way/will
        fell/fall/falling/gik apart/pieces/stykker
        i stykker indeni/psykisk/mentalt
        mentally/emotionally broke/broken/crashed/collapsed
        hit/reached rock/breaking bottom/point
        dark/black/mørke/sorte cloud/clouds/days/moods/skyer/tanker/stunder/hundens/dog
        vinterdepri*/vinterdeprimeret/winter blues/vinterdepression
        heart palpitations/skips/pounds
        get/have/has/with/from the? shakes/tremors/blackouts/seizures/fits/flashbacks
        freeze/fryser up/helt when/når
        cant/cannot cope with
        klarer/tåler/takler ikke ... mennesker/menneskemængder
        bliver/blev/er ... bange/skrækslagen/terrified når/hvis/for der er/mange/nogen
        aggressiv/voldsom/rasende/aggressive når/hvis/when/if
        ondt/smerter/pain/pains/hurt/hurts/ache/aches/sore/numb/jager/stikker in/i/inde ... <body>
        ondt/smerter/murrer/værker/sitrer i/in/with my/the/begge? <body>
        snurrer/følelsesløs/følelsesløse/stivhed/stiffness/trouble i/in/with my/the/begge? <body>
        <body> gør/gjorde/begynder/starter ... ondt
        gør/gjorde ondt i/at/når/hver/og/hele
        <body> <degree>? <degree>? <fails> når/when/hver/every/after/efter/som/me/mig/,/og/and/so/så/hele
        <body> ... is/are/er/was/blev/bliver/har/have/get/gets/got <degree>? <degree>? <broken>
        <broken> <body> ,/og/and/efter/after/from/fra/så/so/men/but/i/of/on
        <own>/har/have/has/with/med/to/two/af/pga <degree>? <degree>? <broken> <body>
        <body> kan/can/vil/will ikke/not/barely/knap/hardly/dårligt mere/længere/take/klare/holde/tåle/carry/bære
        cant/cannot/dont/not/ikke/knap/barely ... feel/mærke <own>? <body>
        <body> ... like lead/sand/bly/wet/jelly/gele/boller/beton
        hyler/ringer/suser/piver/ringing/buzzing for/i/in ... ørerne/øret/ears/ear
        græder/tuder/græd/græde/grædt/hulker ... uden/hver/på/over/on/every/at/without/flere/for/tit
        cry/cries/crying/cried/sob/sobbing ... uden/hver/på/over/on/every/at/without/flere/for/tit
        græder/tuder/græd/cry/cries/crying uden/without grund/reason/varsel
        så/helt/totalt/fuldstændig/altid/for udkørt/smadret/kvæstet/drænet/udmattet/slidt
        so/totally/always/completely/too tired/exhausted/drained/wiped that/all/after/before/to
        udtalt/ekstrem/voldsom/konstant/stor/megen/extreme/severe/constant/great træthed/fatigue/tiredness/udmattelse
        no/low/little/zero/ingen/lidt energy/energi before/after/in/at/for/left/før/efter/om
        dårligt/knap/knapt/svært/umuligt/umulig/hardly/barely ... komme/kommer/get/getting ... sengen/seng/bed/døren
        nogen/somebody/someone/de/they/voices ... snakker/taler/talking/talks/speaking/råber ... hoved/hovedet/head
        ordentlig/kæmpe/stor/dyb/voldsom/rigtig/big/bad nedtur/knæk/krise/downturn/crash
        nerver/nerverne/nerves/psyken ... tyndslidte/tyndslidt/slidte/flossede/flosset
        nerver/nerverne/nerves/psyken ... frayed/shot/skrøbelig/skrøbelige/knækket
        ud/væk af/fra virkeligheden
        humør/humøret/mood/moods/mit ... rutsjebane/rollercoaster/rutschebane/yoyo/himmelhøjt/kulsort/svinger
        stressed out that/so/and/,/at/i/by
        i/jeg/have/was/har/nearly collapsed/kollapsede/kollapset/kollapser/segnede
        loses/lose/losing/lost/mister/taber/mistede <own>/his/her/the? breath/pusten/vejret
        short/out of breath ,/after/when/on/from/so/and/quickly
        forpustet/pustet efter/af/bare/når/hurtigt/let
        ikke ... leve mere/længere
        not/didnt/dont ... live anymore
        ligger/lå/ligge på/i/on/in ... sofaen/sofa/couch/sengen/bed ... dage/days/efter/after/hele/all
        lying/lay/lie/lies på/i/on/in ... sofaen/sofa/couch/sengen/bed ... dage/days/efter/after/hele/all
        freeze/freezes when/if/up
        head/hovedet/hjernen/brain ville/vil/was/is/did/kan ikke/not mere/working/længere/work/keep/følge
        sort/black/fog/tåge i/in hovedet/head/my
        mareridt/nightmares ,/og/and/om/every/hver/fra/from/at
        tør/tørre/dare/dares/daring ikke/not ... gå/ud/leave/go/tage/ringe/out
        panikker/panics/panicked/panikkede/panicking ,/når/hvis/if/when/i/over/at/in
        blackout/blackouts/black out/outs/når/when
        sleeps/sover/sleep/sov three/tre/fire/four/two/to/five/fem hours/timer
        been/været/var/was helt/completely? nede/down ,/med/with/mentally/og/i/in/at
        tømmermænd hver/efter
        vil/ville ikke være/live her/here mere/længere/anymore
        ved/at/i/på the? sammenbruddets breaking? rand/point
        burn/burned/burnt/brændte/brænder/brændt ... sammen/out
        tager/tog/took/take til/me? mig psykisk/mentally
        føler/feel/feels/felt ... overvåget/watched/forfulgt/followed
        hear/hears/heard/hører/hørte ... whispers/whispering/hvisken/hvisker/things/sounds/lyde
        stemmerne/voices er/are/is/var værst/worst/loud/høje/stille/quiet/bad
        konstant/constant/tit/altid/always piben/ringing/susen/hylen/hyletone
        tanker/thoughts om/about/of ikke/not/at ... være/leve/living/being/here/her
        fik/got/had/havde et/a/an flip/breakdown/collapse/sammenbrud/meltdown
        alt/everything sortnede/went/gik black/i/,
        hukommelsen/memory svigter/fails/failing/driller/er/is
        <body> ... go/goes/went/become/bliver/blev numb/følelsesløse/følelsesløs/dead/white/hvide
        havent/have/has/had/not/ikke not? slept/sovet properly/well/ordentligt/rigtigt/in/for/i
        so/very/for/så/too tired/træt in/i my/hovedet/brain/head/hjernen
        fall/falder/faldt/falls asleep/søvn ... desk/at/ved/i/på/midt
        worrying/bad/ugly/scary/obsessive/negative/bekymrede/grimme thoughts/tanker
        i/jeg wet/tisser/tissede myself/mig/i/pants
        kom/kommer/komme/came ikke/not/aldrig/never ... ud/op/out/up ... sengen/seng/bed
        pusten/vejret/breath er/is/går/bliver/slipper væk/gone/hurtigt/op/short
        kvalme/nausea/sick/dårlig/nauseous af/from/with/når ... nervøsitet/nerves/nervousness/stress/angst/jeg
        næsten/hardly/barely/knap kan/can tale/speak/walk/gå/se/see/løfte/lift ... efter/after/on/på
        chronic/kronisk/kroniske <body> pain/smerter/smerte
        let/nemt/easily til/moved gråd/tårer/to/tears
        går/gik/gået/gå i sort når/hvis/./,/og/under/i/af
        får/fik/har/have det ... dårligt/psykisk
        kan/can ikke/not/kunne rumme/overskue/cope ... mere/mennesker/det/dagen/livet/people/life/things
        tænker/think/thinks mørkt/sort/dark
        bryder/brød/bryde helt/grædende? sammen
        skåret/skærer/skar/cut/cuts i? sig/himself/herself selv?
        off sick ,/from/for/since/with/and
        feels/feel/føler numb/empty/følelsesløs/tom ,/and/og/most/inside/indeni
        kan/can/cant ikke/not/hardly mærke/feel <body>
    """,
    "treatment": """
        leaving/left the? ward
        hofteoperation*/knæoperation*/rygoperation*/hjerteoperation*/øjenoperation*
        er/venter/under/i/afventer på? udredning ,/for/i/og/hos/til
        jeg/er/bliver/blev under/i udredning
        cbt
        before/after/since/being/was/been/got discharged
        support worker/person ... <own>/visits/comes/me
        <own> support worker/person
        opsøgende/psykoseteam/akutteam/akutteamet/psykoseteamet team/teamet
        får/have/har/had/having/get hjælp/help/samtaler/støtte/forløb/talks ... psyk*/<therapy>/psykiatrien
        samtaler/samtale/samtaleforløb/forløb med/hos/i/ved <therapy>/læge+/distriktssygeplejerske
        <own> sygeplejerske/kontaktlæge/behandlingsteam/behandlere/læger
        <own> ... psykiatri*/psyk
        hjemmevejleder/bostøtte/støttekontaktperson/skp/hjemmesygeplejerske <day>
        har/får/have hjemmevejleder/bostøtte/støttekontaktperson/skp/hjemmesygeplejerske/støtteperson
        på/fra/i/ud psyk ,/i/og/sidste/for/to/af/da/men
        recoveryskole*/recoveryhøjskole*
        therapy/terapi/terapien/behandling/behandlingen/counselling helped/hjalp/hjælper/helps/taught/lærte
        electroshock/elektrochok/elektrostimulation
        <own> ... psykolog+/psykiater+/psychiatrist/therapist/psychologist/counsellor
        <own> ... counselor/doctor/læge/lægen/shrink/gp
        <own> ... terapi/therapy/behandling/treatment/indlæggelse*/genoptræning/operation/surgery/behandler/terapeut
        <therapy> om/hver/every/on <weekday>
        <therapy> <weekday>
        <therapy> hver/every/once/twice/ugentligt/weekly/om gang/uge/week/fjortende/anden/<number>
        <therapy> hver/every/once/twice/ugentligt/weekly/om <day>/måned/måneden/ugen/two/other/a
        i/in/under/after/efter/from/fra/færdig/finished/completed/received/modtaget/modtager/fået/fik terapi/therapy
        jeg/min/efter ... indlagt
        indlagt ... på/med/i/flere/to/sidste
        psykiatrisk/psykiatriske indlæggelse*/behandling/ambulatorium ... <own>/<day>/jeg
        psykiatrisk/psykiatriske patient/hospital/udredning/skadestue ... <own>/<day>/jeg
        psykiatrisk/psykiatriske indlæggelse+/indlæggelser/udredning
        . psykiatrisk ambulatorium
        efter ... på psykiatrisk/psyk
        lå/ligger/ligget/været/tid/ophold/måneder/uger ... på den lukkede/åbne ,/i/afdeling/da/og/for
        på den/lukket/åben lukkede/afdeling ,/i
        ./,/og/men/and/but/samt blev/er udskrevet
        efter/siden/before/after/since min/my? udskrivning/udskrivelse/discharge/hospitalisation/admission
        discharged from/last/in
        <own> ... psykiatri*/distriktspsykiatri*/ambulatori*/misbrugscent*/rusmiddelcent*/socialpsykiatri*
        <own> kontaktperson/støttekontaktperson/bostøtte i/fra/på/hos/siger/og/har
        <own> støtteperson/hjemmevejleder/sagsbehandler/mentor i/fra/på/hos/siger/og/har
        <own> bostøtte+/bostøtten/støttekontaktperson/hjemmevejleder/hjemmestøtte
        bor/boede/boet/bo/flyttet ... bosted+/bostedet/botilbud*/opholdssted*/bofællesskab+/psykiatri*
        live/lived/living ... supported/sheltered/residential ... housing/accommodation/home/care
        supported housing/accommodation
        hospital stay+/admission+/discharge/treatment
        <own> ... hospital ... stay/stays/ward
        rehab ... ago/twice/last/clean
        been/went/go/going/got/through to/of? rehab/detox
        community mental health
        community psychiatric nurse
        aa/na møde+/meeting+/meetings/gruppe/sponsor
        anonyme/anonymous alkoholikere/alcoholics/narkomaner
        alcoholics/narcotics anonymous
        minnesota/antabus kur/behandling
        på antabus/afvænning/afrusning/kur
        kognitiv/kognitive/cognitive/group terapi/therapy/adfærdsterapi/behandling
        talking/exposure/behavioural/behavioral terapi/therapy/adfærdsterapi/behandling
        electroconvulsive/electroshock/shock therapy/treatment
        ect
        had/getting/fik/fået/får/have/received ... ect/elektrochok/chok/kemo/chemo/stråler/dialyse/dialysis
        cpn/camhs/oplt
        opus team/forløb
        tilknyttet/i opusteam/opusforløb
        ny/nyt/new hofte/knæ/hip/knee/nyre/hjerte/kidney
        psykiatrisk/mental sygeplejerske/behandler siger/mener/har/says
        lægen/psykologen/psykiateren/psykolog/psykiater siger/mener/har/sagt/synes
        lægen/psykologen/psykiateren/psykolog/psykiater anbefaler/vil/anbefalede/forbyder/sagde
        the doctor/doctors/psychiatrist/therapist says/said/think/thinks/say/told/want/wants/recommends
        ambulant/ambulante behandling/forløb/patient
        dag/day behandling/hospital/patient
        henvist/referred til/to ... <therapy>
        psykolog/psykologsamtaler/psykologhjælp/psykologforløb hver/om/<day>
        psykologsamtaler/psykologhjælp/psykologforløb/lægesamtaler/lægebesøg/terapisessioner
        selvhjælpsgruppe/terapigruppe/samtalegruppe
        jeg/i bruger/har/fik/får ... kørestol/rollator/krykker/høreapparat/hjerteapparat/stomi/pacemaker
        hearing aid/aids i/in
        <own> hearing aid/aids/høreapparat+/stomi/protese/pacemaker
        går/gik/gå/gået i/til aa/na
        go/going/went to aa/na
        crisis team
        lå/røg/endte/kommet/indlagt ind/akut? på/in hospitalet/sygehuset/hospital/skadestuen/intensiv/psyk
        rushed/taken/went to? ... hospital
        jeg/har lå/ligget ... på ... hospital+/sygehus+/hospitalet/sygehuset/afdelingen/psyk
        sygeplejersken/behandleren i/fra/på psykiatrien/distriktspsykiatrien/psyk/bostedet/ambulatoriet
        teamet/lægen/kontaktpersonen i/fra/på psykiatrien/distriktspsykiatrien/psyk/bostedet/ambulatoriet
        recovery college/højskole
        behandling/terapi/therapy/treatment/terapien/behandlingen helped/hjalp/hjælper/helps ... mig/me/i/my
        behandling/terapi/therapy/treatment/terapien/behandlingen taught/lærte/saved/reddede ... mig/me/i/my
        behandling/terapi/therapy/treatment hver/every/twice uge/week/day/dag/<weekday>/a/anden
        rehab/detox/afvænning ... gave/gav/taught/lærte/saved/helped/hjalp
        går/gik/gået/gå/henvist/startet/startede/begyndt til/i/hos/på en/et? <degree>? <therapy>
        går/gik/gået/gå til/i/hos/på kognitiv/ambulant/individuel/psykiatrisk <therapy>
        henvist/startet/startede/begyndt til/i/hos/på kognitiv/ambulant/individuel/psykiatrisk <therapy>
        kommer hos/i/til en/et? <therapy>
        skal til/i <therapy>
        taler/snakker/talt/snakket med en? <therapy>
        tid/time/aftale/samtaler hos/med en/et/min? <therapy>
        i/im/ive see/seeing/saw/seen/visit/been ... <therapy>
        go/going/went/talk/talking/appointment+/started/starting/attend/attending to/with/in/at? a/my/group? <therapy>
        in/had/having/finished/completed/receiving/started/under treatment/therapy for/at/with/,
        er/var nu/stadig/still/now/currently? i/in/under behandling/treatment/terapi/therapy/behandlingsforløb
        været/går/gik nu/stadig/still/now/currently? i/in/under behandling/treatment/terapi/therapy/behandlingsforløb
        kom/am nu/stadig/still/now/currently? i/in/under behandling/treatment/terapi/therapy/behandlingsforløb
        was/been/im nu/stadig/still/now/currently? i/in/under behandling/treatment/terapi/therapy/behandlingsforløb
        behandling/treated for ... <sensitive>
        fået/får/fik/modtager/modtaget/afsluttet/færdig behandling/behandlingen for/hos/,
        behandling/behandlet for
        blev/blevet/været/bliver/er/var ... indlagt
        efter/siden min/en/sidste/flere/mange/to/tre? indlæggelse*
        min/mine/flere/mange indlæggelse*
        på psykiatrisk afdeling/hospital pga/da/efter/sidste
        jeg er/blev ... udskrevet
        siden/efter jeg ... udskrevet
        udskrevet fra/efter hospital+/hospitalet/sygehuset/psyk*/afdelingen/indlæggelse*
        via/tilknyttet/gennem ... distriktspsykiatri*/lokalpsykiatri*/psykiatrien
        min/jeg ... distriktspsykiatri*/lokalpsykiatri*
        spent/after/out/left/discharged/stay/weeks/months/days ... psychiatric ward/hospital/unit/care
        psychiatric help/treatment/care for/and/in/,
        been/was in/to hospital ,/for/last/twice/with
        out of hospital/rehab/detox
        in and out of ... hospital
        after/before/finished/through/went/been/from in/to? rehab/detox
        sectioned under/last/twice/in/for
        admitted to ... hospital/ward/psychiatric
        was/been/got sectioned/hospitalised/hospitalized
        <own> ... mental health
        appointment+/see/seeing/saw ... mental health
        <own> psychiatric nurse/team
        er/blev/blevet/bliver/jeg/været ... opereret
        skal opereres
        been/was operated on
        had/have/having/needed/after/my ... surgery
        lært/fået/får/learned ... på/i/af/fra ambulatoriet/distriktspsykiatrien
        <own> operation
        surgery/operation/operated on/in/i/på <own> <body>
        pain/pains/ache on <own> <body>
        efter en/min/to/flere operation+
        after an/my operation
        jeg er/var patient
        som patient
        været patient
        my/attend/go ... support/therapy group
        fact/act/opus/psykose/oplt/udgående team
        tilknyttet et/en/ambulant/åben ... team/ambulatorium/klinik/center
        spent/tilbragte ... in/på ... psychiatric/psykiatrisk/hospital/hospitalet/psyk
        my nurse/psychiatrist/caseworker/physiotherapist
        genoptræning efter/after
        min/mine genoptræning/genoptræningsøvelser/øvelser
        day centre/center/hospital
        fik/fået lavt? elektrochok/ect/en operation
        i kontakt med psykiatrien/behandler/behandlingssystemet
        ud/ude/kommet/kom/fri fra/af psykiatrien/psykiatrisk/behandlingssystemet
        sct/sankt hans hospital/i/på
        på sct/sankt hans
        brik/tid/stol/plads på/i psykiatrien/misbrugscent*/ambulatoriet
        indlæggelsestid*/udskrivningssamtale*/medicinsamtale*/lægesamtale*/netværksmøde*/behandlermøde*
        distriktssygeplejerske/distriktspsykiater/distriktslæge
        gruppen/gruppe/forløb for angst/depression/stress/skizofreni/ocd/misbrug
        my sponsor/recovery/rehab/detox/treatment/therapy
        min sponsor/recovery/afrusning/afvænning/behandling
        case manager/worker
        sober house/living
        halfway house
        crisis line/centre helped/when/i
        bypass opereret/operation
        fået/fik en? ... pacemaker/icd/stent/protese/stomi/bypass
        skruer/skinne/metal i/in ryggen/benet/knæet/my
        fys/kiropraktor/fysioterapi/fysioterapeut/physio hver/om/to/every/twice/once/on/<weekday>
        går til/hos fys/kiropraktor/fysioterapeut/fysioterapi/akupunktur/hypnose/neurolog/specialist/lægen
        til/hos lægen/læge/specialist/speciallæge hver/om/tit/ofte/to/en/<weekday>
        doctors appointment+/orders
        see/seeing my doctor/specialist/nurse
        hospital appointment+/checks/check/visits
        lægebesøg/hospitalsbesøg/sygehusbesøg/kontroller på/hver/om
        indlagt/lagt ind ,/igen/på/i/med/akut
        lagt ind på
        i/til/fra/the/på opus ,/og/and/team/teamet/i/nu/siden/hver/program/forløb
        nada nåle/nål/akupunktur/needles
        was/been/stayed/kept/had/put/stay in/at/me a/the/on/in? a/the? psychiatric/psych/mental hospital/ward/unit
        was/been/stayed/kept/had/put/stay in/at/me a/the/on/in? a/the? closed/locked/secure hospital/ward/unit
        been/had/kept/put me/him/her/in in? hospital ,/for/four/three/two/several/last/since/again/<number>
        taken/took/take me/him/her/to ... psych/psychiatric/mental/er/emergency/hospital/ward
        psych/psychiatric emergency/ward/er/unit/nurse ,/last/since/in/for/team
        out/got/just of/from/out the/a? closed/locked/psychiatric/psych? ward/hospital/rehab/clinic/unit
        fresh/left/discharged of/from/out the/a? closed/locked/psychiatric/psych? ward/hospital/rehab/clinic/unit
        the closed/locked/secure ward/unit
        tur/ophold/tid/uger/måneder/dage/år/weeks/months ... på/on den/the lukkede/åbne/locked/closed
        efter/siden/fra/under/after ... den lukkede/psykiatriske/intensive
        boede/lå/ligget/indlagt/opholdt ... på/i afsnit/afd/sengeafsnit/psyk
        til/i/to/at/hos aa/na/ga/oa hver/møde/meeting/meetings/every/on/,/og/and/<weekday>
        aa/na hver/every/on/møde/meeting/sponsor/gruppe/<weekday>
        fountain house
        har/fået/med/have/with en? mentor og/and/fra/from kommunen/recovery/jobcenteret/psykiatrien
        attend/attends/attending/followed/follows ... <sensitive> team/clinic/gruppe/klinik/center/centret
        seen/tilknyttet/via/gennem/through ... <sensitive> team/clinic/gruppe/klinik/center/centret
        followed/seen/supported/helped/by/with ... mental health team/centre/center/nurse/services/worker
        recovery kursus/skole/forløb/college/course/group
        genoptræner/genoptrænet/genoptræning ... <body>
        <body> replacement/operation/surgery/transplant/implant/fusion/brace
        ny/nyt/nye/new <body> ,/og/and/i/in/last/sidste/efter/after/so/så
        implant/implants/opereret/operated in/i/on/ind ... <body>
        smerte/pain/hoved/headache/memory/sleep/søvn clinic/klinik/center
        venter/waiting/venteliste/ventelisten/waitlist på/for/til/list ... udredning/assessment/operation
        venter/waiting/venteliste/ventelisten/waitlist på/for/til/list ... psykiater/scanning/diagnose
        psychological/neuropsychological/psychiatric assessment/evaluation/udredning/vurdering/erklæring
        medical/lægelig/psykiatrisk assessment/evaluation/udredning/vurdering/erklæring
        under/i/til/in/færdig udredning ,/for/hos/på/og/i/og
        act/fact/opus/ot/cmht nurse/sygeplejerske/sygeplejersken/team/behandler/teamet
        to/til/hos/see/sees/seeing/ser/med a/en/min/my/his/her/the? neurolog/neurologist/cardiologist
        to/til/hos/see/sees/seeing/ser/med a/en/min/my/his/her/the? kardiolog/oncologist/onkolog
        three/two/twice/tre/to times? a/om week/ugen physio/physiotherapy/dialysis
        three/two/twice/tre/to times? a/om week/ugen therapy/fysioterapi/terapi/genoptræning
        skal/must/needs/need til/to/time kontrol/checkup/checkups/scanning ,/på/at/every/hver/i/in
        hos/til/på kommunens? misbrugscenter/rusmiddelcenter/alkoholbehandling/jobpsykolog/sundhedscenter
        psykologen/psykiateren/terapeuten lever/siger/hjælper/har/mener/kender/vil
        kiropraktoren/fysioterapeuten/behandleren lever/siger/hjælper/har/mener/kender/vil
        therapist/psychologist/psychiatrist says/thinks/helped/told/wants/recommends/suggested
        physio/chiropractor/counsellor/shrink says/thinks/helped/told/wants/recommends/suggested
        var/was/kom/været på/at/to montebello
        med/with/på gule/røde/yellow papirer/papers
        district psychiatry/psychiatric/psych nurse/team
        supported/psychiatric/supervised psychiatric/housing/living housing/home/accommodation/flat
        group for people/women/men/persons with ... problems/disorder/anxiety/depression
        feeding/stomach tube
        <own> fys/fysio/physio/psyk/shrink/psykolog/kiro siger/says/og/har/thinks/mener
        tilknyttet/via/på/hos opus/fact/act/oplt ;/,/./og/og/motiveret
        forløb/forløbet i/på/hos/med ... gruppe/gruppen/<sensitive>
        appointment+/time/tid/aftale/checks at/på/i/with the/a? <sensitive> clinic/klinik/klinikken/center/centret
        hjem/ude/kommet/udskrevet fra/af/på/i? psykiatrisk/psykiatrien/psyk og/,/i/efter/hvor/med/men/nu/igen
        fra/efter/siden/hos fra/af/på/i? psykiatrisk/psykiatrien/psyk og/,/i/efter/hvor/med/men/nu/igen
        går/har/med/bruger/with/wears/wear et/to/two/a? høreapparat*
        i/på/til/via/gennem/i/fra ips forløb/konsulent/projekt/indsats/,
        ips forløb/konsulent/kandidat/program/specialist
        behandling/træning/tid/aftale på/hos/i/ved ... sygehuset/hospitalet/klinikken/centret/centeret
        går/gik/kommer/skal/gået til/i samtaler/behandling/udredning/hypnose hos/på/i/for
        går/gik/kommer/skal/gået til/i afspænding/terapi/genoptræning hos/på/i/for
        går/gik/kommer/skal/gået til/i samtaler/behandling/udredning hver/om/to/,/./og
        går/gik/kommer/skal/gået til/i hypnose/afspænding/terapi/genoptræning hver/om/to/,/./og
        lægen/læge/doctor siger/mener/anbefaler/ordinerede/sagde/says/said
        i/have/has/with/have a/my/en/min support/key/care worker/coordinator/team
        under/i/fuld/had/have/in narkose
        venter på operation/behandling/udredning/plads/svar/scanning
        skal opereres/indlægges/undersøges/scannes
        opereret i/for/ind/,/to/sidste/og
        lå/ligget/lay/was på/in/i intensiv/intensive/coma/koma/hospital/hospitalet/sygehuset
        får/modtager/receive hjælp/støtte/help/support fra/from/af/hos kommunens/psyk* mental/team/hjemme*
        får/modtager/receive hjælp/støtte/help/support fra/from/af/hos socialpsyk*/the mental/team/hjemme*
        receives/get/gets hjælp/støtte/help/support fra/from/af/hos kommunens/psyk*/socialpsyk*/the mental/team/hjemme*
        bliver/blev/udskrives/is/was/being udskrevet/discharged på/fra/i/next/on/soon/this/snart/igen
        tilknyttet/via/fulgt/følges/støttet/i/af opus/fact/act/oplt/factteamet/opusteamet i/af/på/;/,/./og/team/teamet
        fulgt/følges/støttes af fact/opus/act/oplt/factteamet/opusteamet/psyk*/teamet/distriktspsyk*
        deltager/går/kommer/attends i/til/hos/in nada/aa/na/terapi/gruppe*/opus
        center/centret for rusmidler/misbrug/alkohol/angst
    """,
    "medicine": """
        skiftet/skifte/nyt/andet/changed præparat/præparater
        afhængig af medicin/piller
        medicine/meds/medicin ... <makes> mig/me
        stabil/stable/okay/velreguleret/velbehandlet på/on/med/with <pill>/<drug>
        ordineret/udskrevet/prescribed ... <drug>/<pill>
        medicinskifte*/medicinændring*/medicinomlægning*/medicinjustering*
        i/jeg use/bruger/have/har ... inhaler/inhalator/epipen/steroids/binyrebarkhormon/cpap
        på/startet/tager/tog/får/fik/taget/trappet/stoppet/uden/holdt/bruger/glemmer/husker/ændret/skiftet ... <pill>
        jeg/i tager/tog/får/fik/spiser/take/took/am/er/on ... <drug>
        <number> mg
        milligram
        mg af/of
        <own> ... <pill>
        <pill> ... <makes> ... mig/me
        <pill> sidder/gør/sløver/hjælper/virker/makes/helps/works/kicks/keeps/make
        trappet/trappe/trapper/trapping ned/ud/op/af/off ... <pill>
        tapering/nedtrapning/optrapning/aftrapning/udtrapning ned/ud/op/af/off ... <pill>
        i/jeg ... velmedicineret/medicineret/medicated
        medicineret/medicated/velmedicineret/medicinfri/overmedicineret
        on/my/på/min medication/meds/medicin/medicinen/recept/prescription
        bivirkning+/bivirkninger fra/af/ved/gør/er
        side effects of/from/make/are
        hormon/hormone behandling/treatment/therapy
        medicinsk cannabis/behandling
        <number>/én/one/to/two slags? ... piller/tabletter/pills/tablets om/hver/a/every/daily dagen/dag/day
        <number>/én/one/to/two slags? ... piller/tabletter/pills/tablets om/hver/a/every/daily morgen/morning/night
        tre/three/flere slags? ... piller/tabletter/pills/tablets om/hver/a/every/daily dagen/dag/day
        tre/three/flere slags? ... piller/tabletter/pills/tablets om/hver/a/every/daily morgen/morning/night
        mange/many/several slags? ... piller/tabletter/pills/tablets om/hver/a/every/daily dagen/dag/day
        mange/many/several slags? ... piller/tabletter/pills/tablets om/hver/a/every/daily morgen/morning/night
        piller/pills hver/every/om morgen/aften/morgenen/aftenen/morning/night
        medicinen/pillerne/tabletterne er/har/gør/virker/giver/gav/skal/sløver/slår/sidder
        medicin/meds/medication/pills makes/make/made/gør/virker/giver/sløver/keeps/keep/works/work/slår
        ny/nyt/new/stærk/strong/høj/high/lav/low medicin/medication/meds
        høj/high/lav/low/ny/new dosis/dose
        thanks/takket/uden/without to/være/min/mine/my? medicin/medicinen/medication/meds/piller/pills
        with my medication/meds/pills
        im/am/on/take/takes/taking/took my/some/the/strong/daily/a/new/several/of/different? <pill>
        taken/off/need/without/forget/stopped/started my/some/the/strong/daily/a/new/several/of/different? <pill>
        i take/need/use/tried/changed/stopped ... <pill>
        får/tager/fik/taget/tog noget/lidt? beroligende/smertestillende/sovemiddel/depotmedicin/depot/indsprøjtning+
        injection/injections/indsprøjtning/depotindsprøjtning hver/every/once
        tør/sløv/træt/tyk/døsig/groggy/sleepy/drowsy/tired/slow af/from/because/på of? ... <pill>/<drug>
        tager/tog/taget på/vægt/kilo af/på ... <pill>/<drug>
        med/with <drug> i/in/inside/på/og/and
        <drug> hver/om/i/every/in/gør/makes/helps/hjælper/keeps/holder
        dose/dosis of/på/af my/min/<drug>
        my daily/morning/evening/monthly pills/tablets/dose/injection/jab/shot/insulin
        monthly/weekly/fortnightly jab/injection/shot/depot
        får/fik min/en sprøjte/jab/indsprøjtning/depotsprøjte hver/i/om/en
        stik/sprøjte/sprøjten hver/i låret/ballen/balden/måned/fjortende
        natmedicin/morgenmedicin/aftenmedicin/medicintid/medicinæske
        nedsat/sat/trappet/gået ned/op i dosis/medicin/mg
        trappet helt? ud
        tapered off
        weaned/weaning off
        come/came/coming off my? <pill>/<drug>
        self medicate*
        selvmedicin*
        beta blockers/blocker
        blood thinners/thinner/thinning
        happy/sleeping/nerve/anxiety/pain/heart/blood/water pills/pill/meds/tablets
        af/from/off pillerne/medicinen/piller/pills/meds/medication ,/så/so/og/and/men/but/at/om/for/i/siden/since
        tør/dry/tung/heavy/hovedet/weight/vægt ... af/from/pga pillerne/medicinen/pills/meds/medicin
        skift/change i/in/of medicin/meds/medication/piller/præparat/of
        ryger/smoke/smoker medicinsk/medical cannabis/marijuana
        because/pga/på of/grund/af? af/of? his/her/hans/hendes/their/sin <pill>/<drug>/<sensitive>/medication/meds
        uses/takes/bruger/tager/får/on medical/medicinsk cannabis
        mood stabiliser/stabilizer/stabilisers/stabilizers
        trappe/trapper/trappet/aftrapning/nedtrapning/tapering ud/ned/off/out/down af/of/med/from/on
        bivirkninger/bivirkningerne giver/gir/gør/gav/af/fra
        bivirkninger giver
        sin/sine/his/her/their/hans/hendes piller/pille/tabletter/medicin/medicinen
        sin/sine/his/her/their/hans/hendes inhaler/inhalator/meds/medication/insulin/pills
        af/from/pga præparatet/the? drug/medicinen
        medical/medicinsk cannabis
    """,
    "origin": """
        <own> pas/passport/hud/stammes/landsmænd
        baggrund/background/passport/pas ... er/is/are/comes ... <nation_adjective>/<national>
        roots/rødder/family/familie/forældre ... er/is/are/comes ... <nation_adjective>/<national>
        parents/mor/far/mother ... er/is/are/comes ... <nation_adjective>/<national>
        father/blood/kultur/culture/heritage ... er/is/are/comes ... <nation_adjective>/<national>
        being/værende a? <nation_adjective>/<national>/<national_too>
        ikke/not oprindeligt/originally? født/fra/born/from i/in/fra/from? danmark/denmark/here/her
        ikke/not dansk/danish/dansker ,/men/but/og/so
        boet/boede/lived ... asylcenter/asylcentret/flygtningelejr*/refugeecamp/flygtningecenter
        opvokset/voksede/years/år ... asylcenter/asylcentret/flygtningelejr*/refugeecamp/flygtningecenter
        krig/krigen/war i/in ... <place>
        flugt/flugten/escape fra/from <place>
        udenlandsk/foreign/fremmed baggrund/nationalitet/statsborger/born/citizen/udseende
        min/my accent/kultur/culture/modersland
        from/fra another/et/a andet/country/foreign/different land/country
        <nation_adjective> by birth/fødsel/nationality/descent/origin/heritage/afstamning
        naturalised/naturalized
        integrationsydelse/integrationsprogram*/introduktionsprogram*
        . <nation_adjective> nurse/welder/carpenter/electrician/cook/chef ,/looking/with/seeking/who/søger/med/der
        . <nation_adjective> mechanic/driver/engineer/plumber/builder/cleaner/worker ,/looking/with/seeking
        . <nation_adjective> mechanic/driver/engineer/plumber/builder/cleaner/worker who/søger/med/der
        . <nation_adjective> man/woman/student/svejser/tømrer/elektriker ,/looking/with/seeking/who/søger/med/der
        . <nation_adjective> kok/mekaniker/chauffør/ingeniør/maler/murer/sygeplejerske ,/looking/with/seeking
        . <nation_adjective> kok/mekaniker/chauffør/ingeniør/maler/murer/sygeplejerske who/søger/med/der
        in/i my/mit home? country/hjemland/land
        . fra/from <the>? <place>
        oprindeligt/oprindelig/originally fra/from ... <place>
        <family> ... er/kommer/kom/are/is/came/come/stammer/flygtede/fled/comes ... fra/from ... <place>
        født/opvokset/fødte/born/raised/barndom/childhood/flygtet/flygtede/fled/flygte/escaped ... <place>
        vokset/voksede/grew/brought/growing op/up ... i/in ... <place>
        jeg/i er/am/var/was født/born i/in/udenfor/outside ... <place>/afrika/udlandet/abroad
        rødder/roots/slægt/aner/familie/family i/in ... <place>
        kom/kommet/came/come til/to/hertil/here danmark/denmark ... som/fra/i/da/for
        flygtede/flyttede/moved/arrived/ankom til/to/hertil/here danmark/denmark ... som/fra/i/da/for
        kom/kommet/came/come til/to/hertil/here danmark/denmark ... as/in/from/when/med
        flygtede/flyttede/moved/arrived/ankom til/to/hertil/here danmark/denmark ... as/in/from/when/med
        boet/boede/lived/været/been ... i/in danmark/denmark ... siden/since/i/for/hele
        flygtet/flygtede/fled fra/from
        <own> land/country/hjemland/hjemby/stamme/tribe
        home/back in/hjemme i ... <place>
        hjemme/back i/home? in? <place>
        <own> ... hjemland/nationalitet/nationality/oprindelse/herkomst/afstamning/ethnicity/etnicitet/statsborgerskab
        <own> ... rødder/roots er/are/is/i/in
        <nation_adjective> <descent>
        <nation_adjective> og/and/eller <nation_adjective> <descent>
        half/halvt/halv/kvart/part <nation_adjective>/<national>
        ./,/og/men/and/but/samt er <nation_adjective> ,/og/men/af/med/fra
        som/as/a/an/im ... <nation_adjective> statsborger/citizen/national/man/woman/kvinde/mand
        jeg/i er/am/var/was en/a/an/etnisk? <national>/<national_too>
        im a/an? <national>/<national_too>
        im from <the>? <place>
        ./,/og/men/and/but/samt er en? <national_too>
        som/as en/a/an? <national_too>
        . <national> ,/og/and/med/with/der/søger/fra/som/i
        , <national> ,
        født <national>
        citizen of ... <place>
        <own>/jeg/i ... etnisk/ethnic baggrund/background
        etnisk/ethnic minoritet/minority/dansk
        anden/other etnisk/ethnic
        <own> etniske/ethnic
        anden/andengenerations/second/2 generation+/generations ... indvandrer+/immigrant/efterkommer
        adopteret/adopted fra/from ... <place>
        er/am/was/blev/jeg adopteret/adopted fra/from
        permanent/midlertidig ophold/residency/residence/opholdstilladelse
        residence/residency/work permit/card/visa
        refugee/flygtning/asylum status/seeker/baggrund/background
        . flygtning/indvandrer/udlænding/refugee/immigrant
        <place> pas/passport/statsborger/citizen
        pas/passport fra/from ... <place>
        eu borger/citizen
        udenlandsk/foreign pas/passport/baggrund/background/oprindelse/rødder/statsborger
        green card
        <own> <degree>? visum/visa
        taler ... med accent
        med <nation_adjective> accent
        har/have ... <nation_adjective> statsborgerskab/pas/rødder/citizenship/roots/passport/blod/baggrund/background
        asked/applied/søgt/søger/fik/fået/got/granted om? asyl/asylum
        siden/since jeg/i kom/came hertil/here/til danmark?
        kom/kommet/came hertil/here fra/from
        <i> er/kommer/kom/stammer/am/come/came/was/var/hail <come>? <come>? <come>? fra/from <the>? <place>
        im <come>? from <the>? <place>
        ./,/og/men/and/but/samt er/kommer/kom/stammer <come>? <come>? fra/from <the>? <place>
        ./,/og/men/and/but/samt come/came/originally/oprindeligt/oprindelig <come>? <come>? fra/from <the>? <place>
        jeg/i er/am/var/was <come>? <come>? <nation_adjective> ,/og/and/men/but/by/so/af/som/fra/from
        im <come>? <nation_adjective> ,/and/but/by/so/from
        jeg/i er/am/was en/a/an? <trait>? <national>
        ./,/og/men/and/but/samt er/var en? <trait>? <national>
        som/as en/a/an? <trait>? <national>
        jeg er/kom/var som? en/et? flygtning/flygtningebarn/indvandrer/asylansøger/udlænding
        i/im am/came/was? as? a/an? refugee/immigrant/foreigner
        som flygtning/flygtningebarn/indvandrer/asylansøger/udlænding
        as a/an refugee/immigrant/foreigner
        jeg/har/i ... mørk/brun/sort/dark/brown/black i? hud/huden/lød/skin/hudfarve
        jeg/i er/am sort/mørk/brun/black/brown ,/og/and/i
        as/im/am a/an syrian/iraqi/iranian/afghan/pakistani i/,/and/my/it/with/who
        as/im/am a/an indian/nigerian/ghanaian/kenyan/ugandan i/,/and/my/it/with/who
        as/im/am a/an ethiopian/eritrean/german/italian/romanian/bulgarian/hungarian/ukrainian i/,/and/my/it/with/who
        as/im/am a/an russian/lithuanian/latvian/estonian/croatian/serbian/bosnian/albanian i/,/and/my/it/with/who
        as/im/am a/an american/canadian/australian/brazilian i/,/and/my/it/with/who
        as/im/am a/an mexican/colombian/venezuelan/chilean i/,/and/my/it/with/who
        as/im/am a/an cuban/moroccan/tunisian/algerian i/,/and/my/it/with/who
        as/im/am a/an egyptian/libyan/sudanese/palestinian/vietnamese i/,/and/my/it/with/who
        jeg/i er/kommer/kom <come>? fra/from en/et/a/the _? by/landsby/town i/in/uden/outside ... <place>
        jeg/i er/kommer/kom <come>? fra/from en/et/a/the _? village/city/ø i/in/uden/outside ... <place>
        jeg/i am/come/came <come>? fra/from en/et/a/the _? by/landsby/town i/in/uden/outside ... <place>
        jeg/i am/come/came <come>? fra/from en/et/a/the _? village/city/ø i/in/uden/outside ... <place>
        jeg/i er/am <nation_adjective> <national>/<national_too>/<nation_adjective>
        været/lived/been/boet/here/boede ... i/in danmark/denmark ... år/years/months/måneder
        before/after/during/because the war
        før/efter/pga/fra krigen
        . <nation_adjective> living/bosat/residing/looking/seeking/born/trained/married/gift
        . pole/inder/araber/kurd/swede/dane/turk/filipino/iraqi ,/og/med/with/looking/and
        lærte/lært/learned/learning dansk/danish da/when/siden/since/efter/after jeg/i kom/came/ankom/arrived
        ny/nyt/new i/in/til/to danmark/denmark
        ankom/kom/arrived/came til/to/in danmark/denmark
        flyttet/flyttede/moved til/to danmark/denmark
        er/kommer/kom/var/stammer/flygtede jeg/vi <come>? fra/from <the>? <place>
        er jeg <come>? <nation_adjective>/<national> ,/og/men/af/som
        kom/ankom/kommet jeg/vi til/hertil danmark/landet/fra
        kom/kommet/kommer til/hertil landet
        <own>/mine/vores landsmænd/folk/landsby/by i/fra/from/in <place>
        <own> ... modersmål/sprog er/is ikke/not dansk/danish
        dansk er ikke mit
        danish is not my
        fra/from et/en/a/an andet/anden/fremmed/different/another land/kultur/country/culture/continent
        ikke/not etnisk/ethnically/oprindeligt dansk/danish
        etnisk/ethnically <nation_adjective>
        halvdelen af min familie
        blandet/mixed baggrund/background/race/heritage/etnicitet/ethnicity
        second/first/anden/første generation/generations immigrant/dane/indvandrer/efterkommer/dansker
        udenlandsk/foreign/arabisk/tyrkisk/somalisk/polsk navn/name/efternavn/accent/surname
        slavic/arab/african/asian/latino/eastern european/background/looks/guy/man/woman/roots
        dobbelt/dual/double statsborger*/statsborgerskab/citizenship/national/nationality
        eu citizen/citizenship/pas/statsborger
        schengen/eu/work visa/permit
        venter/waiting på/for opholds*/asyl*/residence/asylum/familiesammenføring
        bor/boede på/i asylcenter+/asylcentret/udrejsecenter*/modtagecenter*/flygtningelejr*
        <place> er/is mit/my hjem*/home/land/country
        my people/tribe/clan/kinsmen ,/in/from/are
        rejste/flygtede/emigrerede fra/hertil/from <place>/danmark/denmark/here
        udvandrede/immigrated/emigrated/migrated fra/til/hertil/to/from <place>/danmark/denmark/here
        jeg/i emigrated/immigrated/migrated/emigrerede/indvandrede
        as/like/jeg/i/im/am/er/som a/an/en? black/brown/sort/brun/mørk guy/man/woman/person/girl
        as/like/jeg/i/im/am/er/som a/an/en? black/brown/sort/brun/mørk boy/mand/kvinde/pige/fyr/dreng
        we/vi/they/de are/er <degree>? <national>/<nationals>
        <family> ... immigrated/emigrated/indvandrede/udvandrede/emigrerede/migrated/fled/flygtede/moved/flyttede
        <family> ... are/er/is/were ... <national>/<nationals>/<nation_adjective>
        grow up in/near <the>? <place>
        moved/came/flyttede/kom/rejste/fled here/hertil/herop denmark/danmark? from/fra <the>? <place>
        moved/came/flyttede/kom/rejste/fled to/til/denmark/danmark denmark/danmark? from/fra <the>? <place>
        native/son/daughter/barn/datter/søn of/from/fra/af <the>? <place>
        as/im/am/was a/an <nation_adjective> <tradesman>
        family reunification/reunited/reunion
        det/the tyske/danske/german/danish mindretal/minority
        anden/første/second/first generations/generation <national>/<nation_adjective>
        venter/waiting/søger/ansøgt/applied/applying/fik/got på/om/for/mit/min/my? statsborgerskab/citizenship
        venter/waiting/søger/ansøgt/applied/applying/fik/got på/om/for/mit/min/my? permanent? ophold/residency
        from/fra my/mit/min home? country/hjemland/land
        danske/danish pas/passport/statsborger/citizen
        . <nation_adjective> guy/man/girl/woman/boy/lady/person/fyr/mand/kvinde/pige/dreng
        . <nation_adjective> ,? came/kom/good/god/proud/stolt/wants/arrived/looking/boet/født
        . <nation_adjective> and proud
        as/som <nation_adjective>/<national> i/jeg/,/kan/ved/know/har/er
        <nation_adjective>/<national> er/is/was mit/my/his/her/hendes/hans modersmål/mother/first/native
        <own>/his/her/hans/hendes mother/native/first tongue/language
        modersmål/modersmålet er/is <nation_adjective>/<national>
        brown/black/dark/brun/sort/mørk skin/hud/girl/boy/guy/pige/dreng/kvinde/mand ,/and/og/med/with
        accent ,/but/and/og/men
        etnisk/ethnic <national>/<nation_adjective>
        <place>/<national>/<nation_adjective>/roma/romani background/baggrund/roots/rødder
        . <national> på/på/som/fra/med/,/,/since/in
        protection/refugee/temporary/asylum status/protection/permit
        came/kom/arrived/ankom in/i/hertil <year>/firserne/halvfemserne/<number>
        er/jeg/im/am sinti/roma/tamil/kurder/kurd
        . kurdish/greenlandic/tamil/somali/arab/persian good/god
        hertil som/as barn/flygtning/ung/child/refugee
        grønlandske/somaliske/tyrkiske/polske/irakiske/arabiske/foreign forældre/bedsteforældre/parents/grandparents
        <nation_adjective> forældre/bedsteforældre/parents/grandparents
    """,
    "religion": """
        tilhører/member/medlem/udmeldt/meldt ... folkekirken/kirken
        pinsekirk*/baptistkirk*/menighedsmedlem*/kirkegang/kirkegænger*
        <believer> holidays/højtider/helligdage/feasts/community/faith/tro/baggrund
        <believer> background/family/familie/upbringing/opdragelse/rules/values/værdier
        jeg faster
        læser/read/reading/studerer/study ... biblen/bibelen/bible/koranen/koran/quran/torah/toraen
        imam/præst/rabbi/priest/pastor says/siger
        fejrer/celebrate/celebrating eid/diwali/hanukkah/pesach/vesak
        ikke/not ... troende/religious/religiøs/believer/kristen/muslim
        guds/herrens/gods hånd/vilje/børn/plan/tjeneste/love/word
        hare krishna
        grew/vokset/opvokset/raised/brought up/i/in/op? ... <believer>/menighed/jehovas/sekt
        døbt/konfirmeret/baptised
        bærer/bære/wear/har kors/cross/kippa/tørklæde/slør/veil
        no/ingen/ikke/never/not alcohol/alkohol/svinekød/pork because/pga/på/af ... religion/religiøse/tro
        no/ingen/ikke/never/not alcohol/alkohol/svinekød/pork because/pga/på/af ... faith/muslim/islam
        . practising/practicing/praktiserende/troende/devout <believer>
        praktiserende/troende/overbevist/aktiv/dybt/bekendende/from <believer>
        . <believer> ,/og/and/med/with/der/søger
        , <believer> ,
        konverteret/converted/konverterede/omvendt til/to islam/kristendom*/katolicisme/jødedom*
        konverteret/converted/konverterede/omvendt til/to christianity/judaism/buddhism/buddhisme
        medlem/member of? af? ... folkekirken/kirken/church
        troen på gud
        jeg beder/ber/bede ,/ikke/til/fem/tre/to/hver/dagligt/også/altid/gerne/når
        jeg beder/ber/bede før/efter/ved/flere/i/og/sammen/fast/på/inden/under/imellem
        jeg/i pray/prays
        bede/beder/ber/bedt om <day>/dagen/morgenen/aftenen/natten/formiddagen/eftermiddagen
        bede/beder/ber ... til gud/allah/herren/jesus
        . pray
        . beder/ber ,/ikke/til/fem/tre/to/hver/dagligt/også/når/før/efter/ved/flere/i/og/fast
        bede/pray ... gange/times/a/daily
        pray ... at/during/i/om
        bede fast/dagligt/sammen/ved/under
        beder ... gange
        pray/prayer break+/breaks/room/times/time/rug/five/every/on
        tid/pause/pauser/plads/sted/rum/fri til/for ... bøn/bønner/bede/prayer/prayers
        time/breaks/space/room to/for pray/prayer+/prayers
        fri/off til/for/under/on/during/ved eid/id/ramadan/yom/hanukkah/diwali/vesak/bøn/fredagsbøn/sabbat+
        eid/diwali/hanukkah/jom/yom/pesach
        faster/faste/fast/fasting/fastes i/under/during/til/for ramadan*/fasten/month/ramadanen/lent
        holder/hold/holde/keep/observe/overholder ... sabbat*/sabbath/ramadan*/shabbat/hviledagen
        bærer/bære/wear/wearing/går/gå ... tørklæde/headscarf/hijab/turban/kippa/niqab/veil/burka
        tørklæde/headscarf ... af/for religiøse/religious/troen/faith
        <own> tørklæde/headscarf/hijab/turban
        religiøse/religious grunde/reasons/årsager/holidays/helligdage
        religiøse/religious beliefs/overbevisning+/clothing/baggrund/forskrifter
        rører/spiser/håndterer/eat/touch/handle ikke/not? svin*/gris/pork/oksekød/beef
        dont/not/never/aldrig ... eat/touch/spise/røre/spiser ... pork/svinekød/beef/oksekød ,/and/because
        dont/not/never/aldrig ... eat/touch/spise/røre/spiser ... pork/svinekød/beef/oksekød men/but/og/so
        eat/spiser/spise/eats only/kun? halal/kosher/halalslagtet/halalkød
        jehovas/jehova/jehovahs vidne+/witness/witnesses
        indre mission
        syvende dags
        folkekirken er/og/har/siden
        jesus/kristus/profeten/muhammed/muhammad/christ/buddha er/is/har/has/siger/says
        bible study/group/class/school
        døbt/konfirmeret/baptised/baptized/baptist
        leder/synger/spiller/lead/leads/plays lovsang+/lovsangen/worship
        <own> tro/faith/religion/gud/trosretning/imam/præst/rabbi/bible/koran/livssyn/religiøse
        my god/belief/beliefs/pastor/priest
        <i> er/am/var/was <devout>? <devout>? <believer>
        im <devout>? <devout>? <believer>
        ./,/og/men/and/but/samt er/var <devout>? <devout>? <believer>
        som/as <devout>? <devout>? <believer>
        a/an practising/practicing/devout/religious/observant/converted/orthodox <believer>
        født/born/opdraget/raised/vokset/opvokset op/up/as/som/i/a? <believer>
        går/gik/gå/kommer/beder/gået i/til/på <degree>? <prayer_place>
        go/goes/going/went/pray/prays to/in/at the/my/a? <prayer_place>
        attend/attending/belong/tilhører to? a/the/en/et/my? <prayer_place>
        <own> lokale/local/nye/egen? <prayer_place>
        aktiv/active/medlem/member i/in/af/of/at min/my/en/et/the/a? <prayer_place>/folkekirken/trossamfund
        har/with/i/med tørklæde/headscarf/hijab/turban/kippa/niqab/burka
        sunday/friday mass/prayers/worship/church
        gud/allah vilje/har/hjælper/gav
        god willing/helps/gave/has
        af/for/because religiøse/religious årsager/grunde/reasons
        because/due/på/pga of/to/grund? af? min/my? religion/tro/faith
        tror/tro/believe/believer ikke/not? på/in gud/allah/jesus
        believe in/not? in? god
        because/pga/på/for of/grund/to/til? af? bøn/bønnen/prayers/fredagsbønnen
        <own> bøn/bønner/prayers
        church every sunday/week
        går/gik til/for at? bøn/bede/gudstjeneste+/nadver/alters/skrifte
        being/became/become/blev/bliver/blevet <devout>? <devout>? <believer>
        . <believer> <gnoun>/familiefar/familie/girl/boy/guy
        gudstro/gudsfrygt/gudfrygtig
        er/var jeg <devout>? <devout>? <believer>
        går/kommer jeg/hver/tit/ofte/søndag/fredag/altid i/til/søndag <prayer_place>
        går hver/om/tit/ofte ... kirke/moske/moskéen/moské/synagoge/moskeen/kirken/gudstjeneste
        går/gik jeg i kirke/moské/moske/synagoge/moskeen/moskéen
        be/pray/bede/beder min/my/mine/fem/five/dagligt/daily/hver ... bøn/bønner/prayers/times/gange/dag
        troende/believing/religiøst hjem/familie/muslim/kristen/jøde
        strengt/stærkt/strictly/deeply/very/meget/dybt troende/religiøs/religious/kristen/muslimsk/katolsk
        religiøst tørklæde/beklædning/overbevist/hjem/opdraget/påklædt
        ikke/not alkohol/alcohol/svin*/pork/gris ... religi*/muslim/islam/tro/faith/koran*
        halal mad/only/kun ,/og/jeg/because/i
        spiser/eat ... halal/kosher/ikke svin
        holder/celebrate/keep/fejrer ... jul/påske/christmas/easter/eid/ramadan*/sabbat*/pinse ikke/religiøst/because
        fejrer ikke jul/fødselsdag+/påske
        vidne*/witness for/of jehova*
        forkynder/missionerer/evangelise/preach/preaching for/på/jehova*/on/in/the ... gud/gader/streets
        forkynder/missionerer/evangelise/preach/preaching for/på/jehova* ... gospel/evangeliet/church/jehova*
        forkynder/missionerer/evangelise/preach/preaching on/in/the ... gospel/evangeliet/church/jehova*
        menigheden/gudstjenesten/moskéen/moskeen/synagogen er/har/hver/om/betyder/kommer
        kors/cross/halskæde/davidsstjerne/rosary/rosenkrans om/around halsen/my/neck
        prays/prayed/praying
        buddhist*/hindu*/sikh*/taoist*/shinto*/rastafari*/wicca* tro/faith/temple/tempel/munk/ritual*
        jeg tror/mediterer ... gud/buddha/allah
        gud/god/allah er/is med/with min/my/me
        born again ,/and/christian/i/so
        for/in/i/af vores/our/my/min/menighed/kirke menighed/congregation/church/mosque/moske/moské/synagoge/parish
        to/must/can/will/should/i/and pray ,/after/before/in/at/on/during/with/five/for/when/every
        kunne/skal/må/kan/vil/gerne bede ved/før/efter/midt/i/når/fem/tre/to/min/mine/sammen/fredag
        . faster/fasts/fasting <day>/i/in/during/under/hver/every
        i/jeg fast/faster <day>/in/i/during/under/on/hver/every
        tror/tro/believe/believes på/in/i ... gud/guder/guderne/gods/god/allah
        tror/tro/believe/believes på/in/i ... jesus/profeten/vorherre/reinkarnation/karma/thor/odin
        jesus/gud/god/allah/herren saved/frelste/reddede/loves/elsker/is/gave/gav/helps/hjælper/walks/fandt
        ikke/not/never/aldrig ... gris/svin/pork/svinekød ... tro/faith/religion/religiøs/gud/god
        ikke/not/never/aldrig ... alkohol/alcohol/beef/oksekød ... tro/faith/religion/religiøs/gud/god
        . orthodox/catholic/muslim/christian/hindu/jewish/buddhist believer/family/girl/man/woman
        his/her/their/hans/hendes congregation/menighed/church/mosque/imam/faith/tro/religion/kirke
        off/fri for/til/i orthodox/ortodoks/catholic easter/påske/christmas/jul
        left/udmeldt/meldt/forlod/forladt the/af/fra church/kirken/folkekirken/menigheden/islam/jehovas
        tror/tro/believe selv/personally? ikke/not på/in nogen/noget/any/a herre/gud/god/højere/higher
        går/kommer/gik i/til _ kirke/menighed/moske hver/søndag/om/og
        eat/eats/spiser/spise/keep/keeps/lever/need/needs only/kun? halal/kosher
        skal/går/kommer/til i/til moske/moské/moskeen/moskéen/kirke/synagoge/templet fredag/søndag/hver/lørdag/om
    """,
    "criminal_record": """
        <weak:criminal_record> on/på/i my/min/mit/mine record/attest/straffeattest/papirer
        noget ... i/på min/mine papirer/attest om
        kriminelt/kriminelle/criminal miljø/miljøer/environment/circles
        kriminalitet/kriminelt/crime ... som/da/efter/when/as/after/young/ung
        ud/out/ude/væk/away/left/forladt i/of/af/from/på ... kriminalitet/kriminelle/crime/bandemiljø*/rockermiljø*
        børneattest*/straffeattest*/attest+/attesten ... anmærkning*/plet/pletter/noter
        på tilsyn ,/i/hos/og/til
        <number>/<small>/seks years/års/måneders/månders/dages fængsel/prison/ubetinget/betinget
        års/måneders/dages/months/years ubetinget/betinget fængsel
        hvor/da/mens jeg afsonede/sad
        offence/offences/offense/offenses ,/when/as/in/from/years/on/and/behind
        banned/disqualified from driving
        lost my licence/license
        spent conviction/sentence
        suspended sentence
        <have>/got/given/serving/serve/finished/did/my/his/her/a prison/jail/suspended/custodial/long sentence
        <have>/got/given/serving/serve/finished/did/my/his/her/a short/year/month/years/months sentence
        serving/served/finished a/my/his/her? sentence
        my sentence ,/was/is/ended/for/and
        i/in retten for
        manddrab/drabsforsøg/voldtægt/blufærdighedskrænkelse/knivstikkeri
        stjal/stjålet biler/cykler/ting/fra
        straffeattesten/straffeattest er/is/har/ikke/med/plettet/,
        ren/plettet/beskidt/pletfri/fin på? ... straffeattest+/straffeattesten/attesten
        rene/plettede/noget/ting/plet/pletter på? ... straffeattest+/straffeattesten/attesten
        noget/anmærkninger på ... attesten/straffeattest+/straffeattesten/papirerne/rullen
        criminal/police/court record/conviction+/past/offence/offense/history/background/convictions
        clean/spotless/unblemished record ,/and/but/so/with
        kriminel/kriminelle/kriminalitet fortid/baggrund/løbebane/bag/handlinger/forhold
        jeg/er/var/været/tidligere/forhenværende/blev/eks/i ... kriminel/criminal
        var/været/kom/kommet i/ud et/af? fængsel/fængslet/spjældet/arresten
        sad/siddet/sidder/sidde/røg/ryger/havnede ... i/ud/af ... fængsel/fængslet/spjældet/arresten/arrest/spjæld
        sad/siddet/sidder/sidde inde ,/i/for/og/et/to/med/flere/tre/fire/seks/en/på/måneder
        sat/sad/sidder inde
        ud/ude/kom/kommet/efter/løsladt/siden/fra af/fra? ... fængsel/fængslet/spjældet/arresten
        afsoner/afsoning/afsonet/afsone/afsonede
        released/out on/from license/bail/parole/probation/prison/jail/custody/tag
        tidligere/aldrig/never/previously/ikke straffet/dømt/convicted/arrested
        fik/fået/får/har ... betinget/ubetinget/dom/dommen/straf/fængselsstraf/bødeforlæg ... for/dom/på/og/,/straf/i
        havde/med/afsonet/en ... betinget/ubetinget/dom ... for/dom/på/og/,/straf/i
        havde/med/afsonet/en ... dommen/straf/fængselsstraf/bødeforlæg ... for/dom/på/og/,/straf/i
        betinget/ubetinget dom/straf/fængsel
        plejer/plettet/uren/skidt straffeattest
        har/havde/fik ... på/noget ... rullen/samvittigheden
        dealt/sold/selling/solgte/solgt drugs/hash/weed/narko/kokain/cocaine
        trouble/problemer/ballade/konflikt/uheld/run ... with/med the/in? ... law/loven/politiet/police/cops
        klammeri med loven
        kant med loven
        under/på tilsyn af/i/fra/hos
        i/medlem/var/fra/ud/af ... bande/rockerbande/rockerklub ,/da/af/og/før/for/men
        in/joined/left/of/member a/the? gang ,/and/when/but/as/in/before
        tidligere/former/eks/ex bandemedlem/rocker/gangmember/fange/indsat/inmate
        tidligere/former/eks/ex prisoner/convict/offender/con/criminal/gang/kriminel
        ex con+/convict/offender/prisoner/inmate
        vold/tyveri/røveri/indbrud/narko/assault/theft/burglary/robbery/fraud dom/dømt/sag/conviction/charge/sentence
        <own> fortid ... kriminalitet/kriminel/bande/politi*
        kriminalitet/crime as/som/da/when/i ung*/young/teenager/my
        begik/begået/lavede/committed/commit kriminalitet/ulovlig*/crime+/crimes/indbrud
        begik/begået/lavede/committed/commit tyveri*/røveri/vold/hærværk/bedrageri
        frakendt/mistet/mistede/lost/fratage* ... kørekort+/kortet/licence/license ... spritkørsel/drunk/drink
        frakendt/mistet/mistede/lost/fratage* ... kørekort+/kortet/licence/license ... spiritus/fart/fulde/drikke
        frakendt/frakendelse
        drunk/drink driving
        driving under/while influence/drunk
        young/juvenile/sex/former/ex offender
        electronic tag/monitoring
        ankle tag/monitor/bracelet
        politiet/police ... taget/caught/knew/kender/arresterede/anholdt
        caught/taget/snuppet i? stealing/shoplifting/butikstyveri/tyveri/hash
        udstået ... straf/dom
        løsladt/løslades/løsladelse
        jeg/har/i stjal/stjålet
        i stole from/when/as/a/cars/things/money/food
        have stolen
        stealing from/cars/when/as
        stjal/stjålet ... da/fra/som/og/biler/cykler
        været/var/tidligere/er/eks rocker/bandemedlem/hooligan/pusher/kriminel/indsat/fange/tyv/fængslet
        sag/bøvl/problemer/konflikter/historik/fortid/uvenner ... med politiet/loven
        history/past/problems/run ... with the/in? ... police/law/cops
        years/months inside
        siddet/boet/anbragt/sad ... sikret/sikrede institution/afdeling/ungdomsinstitution
        assault/burglary/robbery/theft/manslaughter/shoplifting conviction/charge
        <own> straffeattest/straffeattesten/conviction+/sentence/straf/dom/fodlænke
        <own> ... straffeattest
        have/got a record ,/and/but/from/so
        bag/fra tremmer
        siddet/siddende/sidde/sad/år/tid ... tremmer/spjældet/brummen/kachotten
        i/ud/fra/af spjældet/brummen/kachotten
        time/years/months/was/been/life behind bars
        behind bars ,/for/i/when
        after/since/left/leaving ... prison/jail/custody
        out of prison/jail/custody
        been/went/sent/going/released/back to/in/from/into/through prison/jail/custody
        was in prison/jail/custody ,/for/and/i
        spent ... in prison/jail/custody
        <number>/<small>/år/måneder/years/months i/in fængsel/prison/jail/custody ,/and/og/men/but/for
        served/serving/did/doing/done my? time
        served/serving <number>/<small>/my/a years/months/sentence
        i did time
        since/after my/min release
        my release
        on/finished/under/my parole/probation/bail/remand
        on/wear/wearing/an tag ,/until/for/and/i
        community order
        er/blev/blevet/været/jeg ... arresteret/fængslet/idømt/tiltalt/varetægtsfængslet/straffet
        er/blev/blevet/været ... dømt/sigtet/anholdt
        dømt/straffet/sigtet/idømt/tiltalt for/til
        fik/fået/betalt/betaler/idømt ... bøde+/bøder/bøden for/af/fra
        been/was/got/were arrested/convicted/sentenced/imprisoned/incarcerated/jailed/cautioned/busted
        been/was/got charged with/for
        been/was/got locked up
        convicted/arrested/sentenced/jailed for/of/to
        <own> ... kriminalforsorgen/tilsynsførende/tilsynsværge/parole
        dom/domme/bøde/conviction+/straf/sentence/sigtelse for
        convictions/conviction for/when/as/from
        community service taught/gave/helped/showed/for/after/as/instead
        charged with shoplifting/theft/assault/fraud/burglary/robbery/dui/possession
        did <small>/<number> months/years for/inside
        på prøve fra/af kriminalforsorgen/fængslet
        kriminalforsorgen følger/hjælper/kontrollerer/har
        inden/bag/behind/indenfor for? murene/mure/tremmer/lås/locked
        bag lås og slå
        kigget på/gennem tremmer
        horsens/nyborg/vestre/vridsløse/ringe fængsel/statsfængsel/mark/arrest
        enner/jyderup/storstrøm/herstedvester/søbysøgård fængsel/statsfængsel/mark/arrest
        i/fra vestre ,/og/fængsel/i
        levet af kriminalitet/hash*/tyveri*
        på kant/den/forkert med/gale/side loven
        forkerte/gale/wrong side af/of loven/the
        kriminelle venner/år/kredse/løbebane/fortid
        fortid/past/år/years som/as/in/i/with kriminel/criminal/rocker/crime/bandemiljøet/drugs/narko*/hash*
        crime/kriminalitet is/er behind/bag/fortid/slut/overstået
        ude af kriminalitet/banden/bandemiljøet/rockermiljøet/fængslet
        domsforhandling/retsmøde+/grundlovsforhør*/varetægt*
        jeg ... dommer/retten/byretten ... straf/dom/dømt/skyldig
        skyldig/guilty/uskyldigt/wrongly dømt/convicted/of/i/plea
        taget i/for/med butikstyveri/tyveri/hash/stoffer/våben/fuld/spritkørsel/at
        busted/caught/nicked with/for/by/shoplifting/dealing/drugs/drink/drunk
        banned from driving/shops
        driving ban
        klip/point/frakendelse i/på kørekortet
        mistede/mistet/lost kørekortet/kortet/license/licence da/fordi/på/for/because/due/after
        criminal/offending/prison history/behaviour/days/years/time/life
        in/from my/the? prison/jail/offending days/years
        spent/served/did <number>/<small>/some/a/my years/months/time/year/few ... inside/prison/jail/bars/custody
        jeg/har/blev/er ... bødestraf/bøde/bøder for/fra/på/af
        en/to/tre dom/domme/betinget/ubetinget på/i/for/bag/mig
        har en dom/sag/straf/fortid ,/på/for/bag/og/med
        blev/er/jeg meldt til politiet
        anmeldt/meldt/sigtet for
        børneattest/børneattesten/attest ... ikke/plet/plettet/pletter/not/ren/clean/problem
        attesten/straffeattest/straffeattesten ... ikke/plet/plettet/pletter/not/ren/clean/problem
        record/papers for/is ... shoplift*/theft/violence/assault/drugs/fraud/robbery/dui/stealing/clean/dirty
        tagged at/on/until ... home/ankle/leg/until/june/may
        siddet/sad/sidde/sidder/afsonet/served/spent/sat/did/time/years/months/år/måneder/halvt ... <prison>
        sad/siddet/sidder/sidde inde for/et/to/tre/seks/<number>/nogle
        judge/dommeren gave/sentenced/gav/sagde/idømte me/him/her/mig
        <number>/days/dage/months ... for violence/vold/theft/tyveri/assault/drugs/robbery/røveri
        måneder/years/år/betinget/ubetinget ... for violence/vold/theft/tyveri/assault/drugs/robbery/røveri
        i/jeg robbed/stole/stabbed/assaulted/shoplifted/stjal/begik/pushede
        lavede/begik/begået/lavet/nogle/committed/did ... indbrud/hærværk/tyverier/tyveri
        lavede/begik/begået/lavet/nogle/committed/did ... røveri/crimes/crime/burglaries/overfald
        solgte/sold/sælge/handlede/dealt med/in/lidt/some? hash/drugs/weed/coke/kokain/amfetamin/narko
        stjålet/stjal/stjæle/stole/steal ... da/som/when/as/før/before/engang/once/from/fra/biler/cars/knallerter
        probation ends/until/officer/ended/for/over/slutter
        på/on/under betinget/probation/parole ,/og/and/i/until/indtil/hos/for/till
        mødt/mødte/met/møder/meet/reports/reporting ... tilsyn/probation hver/every/once/om
        mødt/mødte/met/møder/meet/reports/reporting ... kriminalforsorgen/politiet/police hver/every/once/om
        dømt/convicted/sentenced/idømt for/til/to
        kendt/found skyldig/guilty
        gæld/debt til/for/to ... politiet/offeret/retten/victim/court
        kom/came/trouble/problemer/rod/uføre med/with/i/in politiet/loven/police/law
        stjal/stole/stjålet af/fra/from kassen/the/min/my/mit/en/et/butikken/arbejdet
        tilsyn ved/hos/af/fra/i kriminalforsorgen/kif
        taget/snuppet/caught/busted/nappet/knaldet med/for/with/in/i kniv/knife/hash/stoffer/drugs
        taget/snuppet/caught/busted/nappet/knaldet med/for/with/in/i weed/våben/bedrageri/tyveri/fart
        taget/taken/mistede/lost/frakendt/fik mit/my/kørekortet/kørekort ... for/pga/vanvidskørsel
        taget/taken/mistede/lost/frakendt/fik mit/my/kørekortet/kørekort ... spirit*/drunk/drinking/hash
        fik/got klip af/from/i dommeren/politiet/kørekortet/judge
        kørte/kørt/drove uden/without kort/kørekort/licence/license
        kom/kommet/came/got/just/lige ud/out fra/of/af <prison>
        været/sat/sad/boet på/i/in/at sønder/<prison> omme/mark/fængsel/,/åbent/og/i
        used to nick/steal/rob
        community service at/in/for/with/hours/,
        left/forlod/forladt/out/ude the/a/of/af/min? the/a? gang/banden/bande/klubben/bikers ,/two/for/i/years/and/og
        restraining/tilhold order/mod
        kostet/cost mig/me attesten/straffeattesten/kørekortet/licence
        burgled a/some/few/houses/summer
        sigtet/tiltalt/charged i/for/with/af en/et/vold/tyveri/bedrageri/fraud/theft/assault/sag/røveri
        solgte/solgt stoffer før/dengang/engang/i/som/for
    """,
    "gender": """
        . husmor
        . man with/looking/seeking/who
        en/a/an <trait> kvinde/woman/lady ,/søger
        . <trait> ,? <trait>? <gnoun> ,/søger/looking/seeking/who/der/med/with/på
        . <trait> ,? <trait>? man ,/looking/seeking/who/with
        kvinder/mænd/women/men/girls/piger/drenge som/like mig/me/os/us
        kvindfolk/mandfolk/kvindemenneske/hunkøn/hankøn/drengerøv
        my/min wife/kone and? i
        single/lone/solo mum/mom/mother/dad/father/parent
        , female/woman ,
        , a male/man/female/woman ,
        , male , <age>
        . a/an ... man ,/looking/seeking/who/with
        trans man
        ive been a ... <gnoun>
        ./,/og/men/and/but/samt er <gnoun>
        as/som a/an/en/den/the? <gnoun>
        . en/a/an <trait>? <gnoun> ,/søger/der/med/på/who/looking/seeking/with/og
        . <gnoun> ,/søger/der/med/på/who/looking/seeking/with/seeks/wants/vil
        , <gnoun> ,
        . <gnoun> , <age>
        trans/cis man/woman/kvinde/mand/person/male/female/guy/fyr/pige
        jeg/i er/am trans/queer/nonbinary/bøsse/gay/lesbian
        im trans/queer/gay/nonbinary/lesbian
        er trans ,/og/men
        eneste/only/first/første/one/of kvinde/pige/mand/dreng/fyr/woman på/i/on/in/blandt/among/der/who/,
        eneste/only/first/første/one/of girl/man/boy/female/male/guy på/i/on/in/blandt/among/der/who/,
        <own> køn/gender/sex/pronomen/pronouns
        køn/gender/sex er/is mand/kvinde/male/female/man/woman
        køn/gender/sex :/, mand/kvinde/male/female/man/woman/k/m
        non binary
        ikke binær
        født/born som/in/a/as/i ... mand/kvinde/dreng/pige/male/female/krop/body/boy/girl/forkerte/wrong
        identify/identificerer/identifies ... som/as ... <gnoun>/nonbinary/they/nonbinær
        jeg/i er/am gravid/pregnant
        mandlig/kvindelig/male/female ansøger/applicant/candidate/kandidat
        . mandlig/kvindelig/female _
        . male <tradesman>/<speaker>/applicant/candidate/worker/cleaner/cashier
        . male warehouse/and/with/in/aged/looking/seeking/<age>
        . male , looking/seeking/aged/single/fit/strong/hardworking/experienced/willing/wants/søger
        as a male/female _
        som kvindelig/mandlig _
        stay at home mum/mom/mother/dad/father
        hjemmegående mor/husmor/far/kvinde
        single/enlig/alene mor/mother/mum/mom/dad/father/far/forsørger
        mor/far/mother/father/mum/mom/dad til/of/to <number>/<small>/en/tvillinger/twins/a/my
        ligger/kvinde/mand i et mandefag/kvindefag
        jeg/i er/am en/et/a/the? storebror/lillebror/storesøster/lillesøster/datter/søn
        jeg/i er/am en/et/a/the? søster/tante/onkel/kone/hustru/husmoder
        jeg/i er/am en/et/a/the? ægtemand/wife/husband/daughter/son/sister
        jeg/i er/am en/et/a/the? brother/aunt/uncle/widow/widower/enke/enkemand
        she/he/they/hun/han , her/him/them/hende/ham ,
        jeg/i er/am/var/was en/et/a/an/den/the/some _? _? <gnoun>
        jeg/i er/am/var/was <gnoun>
        jeg er far ,/og/til
        som/enlig/ung far
        as a/an/the <trait>? _? man
        i/im am/was a/an/the/only _? _? man
        im a/an/the _? _? man
        im a/an/the? _? _? <gnoun>
        ./,/og/men/and/but/samt er/var/am en/et/a/an/den/the _? _? <gnoun>
        som/as den/the/en/a? eneste/only/ung/young/enlig/single/lone <gnoun>
        eneste/only kvindelig*/mandlig*/female/male/women/kvinder/mænd/girls
        vi/os/we/us mænd/kvinder/piger/drenge/women/girls
        my maternity
        min/my barsel/fødsel/barselsorlov/pregnancy/prostata/livmoder
        being/være en/a/an? _? <gnoun>
        . trans _? <gnoun>
        jeg er kvindelig/mandlig _
        i/im am/was a? male/female _
        im a male/female _
        being/as the? only female/woman/girl/guy/man/male
        er/var/som jeg en/et? <trait>? <gnoun>
        jeg/i er/am bare/just/only/kun/også/nok/stadig en/a/et? _? <gnoun>
        jeg er en/et gut/knøs/tøs/tøsepige/drengerøv/gutten/pigebarn
        jeg ... blandt/mellem/sammen lutter/bare/kun/mange/alle mænd/kvinder/drenge/piger
        nok/typisk/godt kvinde/mand/pige/dreng ,/men/og
        er/am/was nybagt/enlig/frisk/ny/new/single/proud/stolt/stay mor/far/mother/father/mum/mom/dad/parent
        jeg er/blev bedstefar/bedstemor/farmor/mormor/farfar/morfar/tvillingemor/far/mor
        tre/to/fire/five/two/three/four barns/børns/kids mor/far/mum/mom/dad
        mor/far/mother/father/mum/mom/dad/housewife with/of/til/to/at/på fuld/home/kids/small/teenage/små/børn/børnene
        kvinde/mand/woman/man/girl/dreng/pige i/in/inside a/an/et/en/my? mandefag/mandeverden/man/mans/woman
        kvinde/mand/woman/man/girl/dreng/pige i/in/inside a/an/et/en/my? womens/kvindefag/forkert*/male/female/wrong
        kvinden/manden i/in mig/me
        <own> krop/body er/is mand/kvinde/female/male
        skiftet/skifter/changed/changing køn/gender/sex
        assigned male/female
        <gnoun> by birth/nature
        fru/frue/frøken/mr/mrs _ ,
        han/hun/hen/them som/is/er pronomen/pronouns/my/mit
        husband/hubby/boyfriend/wife ,/and/of/til and i
        gentleman/lady/laddie/lassie ,/with/of/who/looking
        . <gnoun> som/der/til/og/med/who/that/with/to/,/of/looking/søger/and
        . <trait> <gnoun> som/der/til/og/med/who/that/with/,/søger/for
        som/as en/et/a/an? <gnoun> til/to/of/i/på/,/og/and/med/der/who
        storesøster/storebror/lillesøster/lillebror/søster/bror/tante/onkel til/to/for/of
        mor/far/bedstemor/farmor/mother/father/dad/mum til/to/for/of
        . bedste for/til <number>/<small>/mine/alle
        jeg/og/,/./også/stolt er/blev/blevet nu/også/stolt/lige/snart? bedste for/til/,/og <number>/<small>/en
        jeg/og/,/./også/stolt bliver/som/stolt nu/også/stolt/lige/snart? bedste for/til/,/og <number>/<small>/en
        jeg/og/,/./også/stolt er/blev/blevet nu/også/stolt/lige/snart? bedste for/til/,/og et/mine/alle/børnebørn
        jeg/og/,/./også/stolt bliver/som/stolt nu/også/stolt/lige/snart? bedste for/til/,/og et/mine/alle/børnebørn
        på/skal/går/gik/kommer/efter/fra/min/snart/hjemme/endt/tilbage/starter på/til/min/fra? barsel
        trans ,/and/og/men/but/so
        family father/man
        breast feeding/feed/fed
        bad/painful/slem/heavy period/periods/menses
        eneste/only dame/kvinde/mand/pige/fyr/woman/girl/guy/man/female/male på/i/on/in/at/blandt
        expect/expecting/venter/venter a/et/an? baby/barn/child/tvillinger/twins
        on/from/after/before/på maternity/paternity/parental/barsels leave/orlov
        they/them/he/she/hun/han/de/dem them/him/her/hendes/hans/dem? pronouns/pronominer/pronomener
        use they/them/she/he for/please/pronouns
        opdraget/raised/født/fået/bring two/three/to/tre/fire/four/egne/mine/my drenge/piger/børn/boys
        opdraget/raised/født/fået/bring two/three/to/tre/fire/four/egne/mine/my girls/kids/sons/daughters
        farfar/morfar/mormor/farmor/bedstefar/bedstemor/grandma til/to/of/for <small>/<number>
        grandpa/daddy/dad/mum/mom/mother/father til/to/of/for <small>/<number>
        fraskilt/enlig/skilt/divorced/single/widowed/gift/married familiefar/mor/far/mother/father
        fraskilt/enlig/skilt/divorced/single/widowed/gift/married dad/mum/kvinde/mand/man/woman
        var/was altid/always? pigen/drengen/the/a girl/boy/der/som/who
        i/jeg transitioned <number>/<small>/last/as/from
        transitioning and/right/now
    """,
    "age": """
        jeg/i bliver/fylder/turn <about>? <age>/<ageword> næste/next/til/in/om/this/ved/snart/soon/,/i/år
        nærmer/nearing/approaching/rammer mig? de/my/the? <age>/<ageword>/<decade>
        . retiring in/soon/at
        barn/child/kid/product of/af the? <decade>/<age>/<year>
        still/stadig/kun/only/just/bare/endnu a/en? teenager/teenageår
        sidste/last ... før/before/år pension/retirement/pensionen
        i/in ... efterår/autumn af/of livet/life
        oppe/up i/in årene/alderen/years
        kommet/getting/well op/on? i/in årene/alderen/years
        getting on/older in/and/but
        not getting younger
        bliver ikke yngre
        tiårig*/tyveårig*/trediveårig*/fyrreårig*/halvtredsårig*/tresårig*
        generation x/y/z
        ung/young på/at nitten/atten/tyve/nineteen/eighteen/twenty
        ung mand/kvinde/pige/fyr/dreng/menneske på <age>/<ageword>
        twentysomething/thirtysomething/fortysomething/fiftysomething
        a <age>/<ageword> yearold _
        . <ageword> and/og
        jeg/i er/am/bliver/blev/var/was <about>? <about>? <about>? <age>/<ageword> <stop>
        jeg/i er/am/bliver/blev <about>? <about>? <age>/<ageword> år/years/yrs/somre/winters ,/og/and/men/but/old
        jeg/i er/am/bliver/blev <about>? <about>? <age>/<ageword> år/years/yrs/somre/winters gammel/med/with
        jeg/i er/am/bliver/blev <about>? <about>? <age>/<ageword> år/years/yrs/somre/winters young/so/nu
        im <about>? <about>? <age>/<ageword> years/yrs ,/and/but/old/with/young/so
        jeg/i er/am/bliver/blev <about>? <about>? <about>? <age>/<ageword> ,
        im <about>? <about>? <about>? <age>/<ageword> ,
        im <about>? <about>? <about>? <age>/<ageword> <stop>
        ./,/og/men/and/but/samt er/bliver/fyldt/blev/am kun/lige/snart/now/nu? <age>/<ageword> <stop>
        ./,/og/men/and/but/samt er/bliver/fyldt/blev/am over/knap/næsten/blevet/godt/omkring? <age>/<ageword> <stop>
        ./,/og/men/and/but/samt er/bliver/fyldt/blev/am kun/lige/snart/now/nu? <age>/<ageword> ,
        ./,/og/men/and/but/samt er/bliver/fyldt/blev/am over/knap/næsten/blevet/godt/omkring? <age>/<ageword> ,
        . <age>/<ageword> år/years/yr/yo/yrs/årig/åring gammel/old ,/and/og/men/but/med/with/looking
        . <ageword> ,
        . <age> , looking/søger/og/and/erfaren/experienced/uddannet/single/gift/married/strong/stærk
        . <age> , fit/frisk/faglært/ufaglært/from/fra/bor/never/aldrig/ny/male/female
        . <age>/<ageword> årig/åring
        . _ , <age> ,
        . _ _ , <age> ,
        jeg/im/am er? <about>? <about>? <age>/<ageword> år/years/year/yo/yrs gammel/old
        am/im <about>? <age>/<ageword> year/years old
        <age>/<ageword> årig/åring
        as/som/im/am/jeg en/a/an? <age>/<ageword> year/årig/åring
        <age>/<ageword> somethings/something
        fylder/fyldte/fyldt/rundet/runder snart/lige/just/de? <age>/<ageword> ,/år/i/og/last/this/in/and/men
        fylder/fyldte/fyldt/rundet/runder the/nu/i/also/også? <age>/<ageword> ,/år/i/og/last/this/in/and/men
        turning/turned/turn/turns/rundede snart/lige/just/de? <age>/<ageword> ,/år/i/og/last/this/in/and/men
        turning/turned/turn/turns/rundede the/nu/i/also/også? <age>/<ageword> ,/år/i/og/last/this/in/and/men
        fylder/fyldte/fyldt/rundet/runder snart/lige/just/de? <age>/<ageword> til/soon/on/next/to/sidste/her/for/but
        fylder/fyldte/fyldt/rundet/runder the/nu/i/also/også? <age>/<ageword> til/soon/on/next/to/sidste/her/for/but
        turning/turned/turn/turns/rundede snart/lige/just/de? <age>/<ageword> til/soon/on/next/to/sidste/her/for/but
        turning/turned/turn/turns/rundede the/nu/i/also/også? <age>/<ageword> til/soon/on/next/to/sidste/her/for/but
        har/jeg/have ... rundet/passeret <about>? <age>/<ageword>/<decade>
        turned/turning/turn <about>? <age>/<ageword> ,/recently/years/yesterday/soon/when/while/so/or
        i/in en/a alder/age af/of
        alder/age/aged/alderen er/is/,/: <age>/<ageword>
        alder/age/aged/alderen <age>/<ageword>
        <own> alder/age/fødselsdag/birthday/årgang/fødselsår
        i/på/at/in/with <own>/den/a? ... modne/fremskredne/mature/advanced/høje? alder/age ,
        given/trods/despite/because/of <own>/den/a? ... modne/fremskredne/mature/advanced/høje? alder/age ,
        ikke/not ... helt? ung/årsunge/spring*/younger/young længere/mere/anymore/any
        ikke/no ... længere/longer ... ung/young/vårhare/årsunge
        . ung/young/gammel/old og/and/men
        fra årgang <year>/<age>
        er/jeg/im årgang/årgangen
        date/year/day of birth
        <own> ... fødselsdag/birthday
        ./,/og/men/and/but/samt går/gik/skal ... på pension/efterløn
        jeg/i ... går/skal/gik/gået ... på? pension/efterløn
        før/inden/til/indtil/nærmer/tæt min/på/mig? ... pension/pensionen/folkepension/pensionsalderen
        . pensionist/pensioneret/retired/folkepensionist
        still a? teenager/teen
        ikke myndig
        <age> years young
        years young
        iwill/i/will will? be/turn <about>? <age>/<ageword>
        født/born den/on _ <number>
        født/born den <number>
        født/born i/in/omkring/around? <year>/<date>
        født/born i/in? <age> ,
        født/born <number> .
        født/born <number> _ <year>
        årgang/årgangen <year>/<age>
        født/born i/in the? <decade>/<decadeword>
        født/born i/in the? <age> s/erne
        er/lige/just/now/nu blevet/turned/fyldt <age>/<ageword> ,/år/og/and/years/i/men
        . a? <age>/<ageword> year old
        im/am/as a <age>/<ageword> year old
        a <age>/<ageword> year old carpenter/worker/woman/man/student/mother
        a <age>/<ageword> year old father/cleaner/driver/looking/girl/boy/guy
        . <age>/<ageword> år og/men/, frisk/stadig/sund/fit/klar/i/fuld/søger
        jeg/er/har fyldt <about>? <age>/<ageword> ,/år/og/i
        at <age>/<ageword> i/im/ive/my/you/still
        too old/young for/to/,/and/now
        for gammel/ung til/at/,/nu
        jeg/i er/am <about>? <about>? gammel/ung/old/young ,/og/and/men/but/nu/enough
        im <about>? <about>? old/young ,/and/but/enough
        jeg/i/im er/am ikke/not ... ung/gammel/young/old længere/anymore/,/mere
        sidst/midt/først i/af halvtredserne/trediverne/fyrrerne/tyverne/tresserne/halvfjerdserne
        starten/slutningen/midten i/af halvtredserne/trediverne/fyrrerne/tyverne/tresserne/halvfjerdserne
        jeg/er/rundet/mine ... halvtredserne/trediverne/fyrrerne/tyverne
        my mid/late/early? ... fifties/forties/thirties/twenties/sixties/seventies/teens/<decade>
        im in ... fifties/forties/thirties/twenties/sixties/seventies
        my mid/late/early? <age> s
        im/am in ... <age> s
        sidst/midt/først/starten/slutningen/midten/start i/af? <lifedecade> erne
        jeg/mine ... <lifedecade> erne
        years/close/until/till/before/near to/from/my? retirement ,/and/but/so/age
        until/when/before/till i retire
        jeg/i/im er/am <about>? en/a? pensionist/pensioneret/retired/pensioner/efterlønner/seniorjobber/teenager
        im a? retired/pensioner/teenager
        ./,/og/men/and/but/samt er pensionist/pensioneret/efterlønner/teenager
        not/ikke endnu/yet? fyldt/turned <age>/<ageword>
        only/kun/just/bare <age>/<ageword> years/år gammel/old
        in my teens
        . mand/kvinde/fyr/woman/man/male/female/pige ,? på? <age>/<ageword>
        . <trait> mand/kvinde/fyr/woman/man/pige ,? på? <age>/<ageword>
        jeg/im/i er/am ... mand/kvinde/woman/man ,? of/på/i? <age>/<ageword>
        jeg/i er/am <ageword>/<age> plus
        im <ageword>/<age> plus
        ved at være/blive/ældes gammel
        . <age>/<ageword> år og/men/, ny/uerfaren/snart/lige/ung/aldrig/har/vil/kan/stærk
        jeg er/bliver/blevet <about>? <about>? gammel
        , <age>/<ageword> år/years/yrs gammel/old ,
        , <age>/<ageword> år , søger/og/gift/single/bor/med
        er jeg <about>? gammel/ung/pensionist
        fra jeg var <age>/<ageword>
        med/efter mine/sine <age>/<ageword> år
        mine/my <age>/<ageword> år/years/somre
        i/på en alder af/på
        i min alder/unge/høje/fremskredne
        min/my unge/høje/young/advanced/tender alder/age/år
        grå/gråt/grey/gray hår/hair/i toppen/tindingen/,/and/og
        gråt hår
        halvgammel/gammel nok/som/i til/gården
        gammel nok til
        old/young enough to/for
        over the hill
        ikke den yngste/unge
        ingen/ikke/no/not årsunge/vårhare/ungersvend/spring/unghest chicken/længere/mere/,
        no spring chicken
        long in the
        oppe/midt/halvvejs i/through min/the/årene/livet/life ,/og/men/and
        midt i/af livet
        middle age
        ./jeg/er/am/im/kun/lige/just/only/barely atten/eighteen/seventeen/sytten ,/og/and/now/men
        . atten/eighteen/seventeen/sytten år ,/gammel/og
        min/my konfirmation/studentertid/pension/folkepension/retirement/barndom er/is/starter/om/in
        konfirmand/gymnasieelev/folkeskoleelev/skoleelev ,/og/på
        på/til/before/efter/i/in/my efterløn/folkepension/pensionen/pensionsalderen/retirement
        seniorpension*/tidligpension*/arnepension*
        retired/pensioneret teacher/nurse/cook/police/carpenter/lærer/kok/smed/but/from/og/men/,
        born/født before/før/efter/after/around/omkring <year>/the/krigen/murens
        jeg/i/me ... generation/årgang ... <year>/<age>/x/y/z
        gen x/y/z
        baby boomer*
        child of the? <decade>/sixties/seventies/eighties/nineties/fifties
        tæt/snart/halvvejs/godt på/i/mod/forbi/over de <age>/<ageword>
        på den rigtige/forkerte/gale side af <age>/<ageword>/de
        the wrong/right side of <age>/<ageword>
        closer to/on <age>/<ageword> than
        the big <age>/four/five/three
        <age>/<ageword> forår/somre/vintre/winters/springs/summers på/old/behind/,/og/gammel
        half a century old/and
        rund fødselsdag
        er/var/bliver/blev jeg <about>? <about>? <age>/<ageword> <stop>
        er/var/bliver/blev jeg <about>? <about>? <age>/<ageword> ,
        er/var/bliver/blev jeg <about>? <about>? <age>/<ageword> år ,/og/gammel/i/til
        fylder/fyldte/runder jeg <about>? <about>? <age>/<ageword>
        lige/just/netop/nyligt blevet/turned myndig/voksen/pensionist/eighteen
        she/he/hun/han is/er <about>? <about>? <age>/<ageword> ,/and/og/wants/vil/years/år/med/med/with/søger
        . <about>? soon/snart/næsten/almost/nearly/quite/knap/godt <age>/<ageword>/halvtres/tres
        . not/ikke quite/helt <age>/<ageword>
        . <age> er med/og/fra/,
        at <age>/<ageword> she/he
        snart/soon/næsten/almost/nearly/quite <age>/<ageword> ,/and/og/but/men/still
        . f/født/fødselsdag/born <date>
        ./,/og f <date>
        . teenager ,/der/who/søger/looking/med/with/i/in
        already/allerede/just/er/am/im/a/en/som/as a/en? pensioner/pensionist ,/og/and/but/men/with/med/who/der/wants/nu
        . halvtredser/tresser/fyrrer/tredver/halvfjerdser/tyver ,/med/og/der/som
        en/a/som/er/as halvtredser/tresser/fyrrer/tredver/halvfjerdser/tyver
        tidlig/early/arne/senior pension/retirement/pensionist
        på/nærmer/near/nearing/close/tæt mig? pension/pensionen/pensionsalderen/retirement
        lige/just/nu/netop/snart fyldt/turned/blevet <age>/<ageword>
        fødselsdag/birthday/født/born d/den/on/the/er/is? <number> <month>
        født/born nytårsnat/juleaften/midsommer/in/i/den <year>/<number>
        bliver/fylder/become/turn/turning/bliver <age>/<ageword>/sixtyfour til/i/in/to/next/this/næste <month>/year/år
        bliver/fylder/become <age>/<ageword>/sixtyfour til/i/in/to/next/this/næste sommer/vinter/efterår/forår
        turn/turning/bliver <age>/<ageword>/sixtyfour til/i/in/to/next/this/næste sommer/vinter/efterår/forår
        rundede/rundet/rounded/passerede/passed de/the/med? <age>/<ageword>/halvtreds/tres/fyrre
        am/im/is/er <ageword> <small> and/,/og/years/still
        retirement/pension/retire/retires is/age/in/er/alder/om/ligger ... years/år/away/år/anyway/,/some
        almost/near/past/close/over/nearly/snart retirement/pension/pensionsalder/pensionist
        only/kun/bare <number>/<small> years/år to/til my/min/pension/retirement/pensionen
        younger/yngre/unge ones/kræfter ,/må/can/overtage
        fødselsdag/birthday <number> . <month>
        begyndte/startede/lære som/as *årig
        . <about>? <ageword> ,/and/og/but/men/still og/hands/med/with/and/,/still
        . er/jeg/is <age> år ,/og/med/men
        fødselsdag/birthday den/d/the <number> <month>
        fødselsdag/birthday den/d <number> . <month>
        <age>/<ageword> års/årige/th fødselsdag/birthday
        in/i her/his/my/hendes/hans/slutningen/starten late/early/mid/af forties/thirties/fifties
        in/i her/his/my/hendes/hans/slutningen/starten late/early/mid/af sixties/twenties/<decade>
    """,
    "contact": """
        postboks <number>
        find/follow/add/skriv/tilføj ... me/mig ... på/on facebook/instagram/insta/linkedin
        find/follow/add/skriv/tilføj ... me/mig ... på/on snapchat/snap/messenger/whatsapp/tiktok
        min/my insta/instagram/facebook/linkedin/snap/snapchat er/is/hedder
        ring/skriv/sms/call/text/ringe/skrive/kontakt/contact ... <number> <number> <number>
        <street> <house>
        bor/boede/bo/live/lives/living/adresse/adressen/address/home ... <street>
        <own> adresse/address/telefonnummer/telefon/mobil/nummer er/is
        <own> mobilnummer/email/mail/mailadresse/phone/number/mobile er/is
        <house> _ street/road/avenue/lane/crescent/terrace
        <house> _ _ street/road/avenue/lane/crescent
        <house> , <house> . <door>
        <house> . <door>
        _ allé/boulevard/strandvej <house>
        fang/fanges/træffes/kontaktes/reach/reached/nås på/at/on <number>
        _ <house> , <postcode> _
        _ <house> _ , <postcode> _
        _ <house> <postcode> _
        po box <number>
        apartment/flat/apt <number>
        mit/min/my nummer/nr/number/tlf/mobil/cell/mail/email/insta/snap er/is/:
        snap/snapchat/discord/telegram : _ ,/:/_
    """,
    "benefit": """
        jeg/./,/og/men/mens/som/hvor/er/var/været/kommet på/on <weak:benefit>
        røg/stadig/går/gået/nu/am/im/been/was/levede/lever/living på/on <weak:benefit>
        på/on/af/fra/from <weak:benefit> ,/og/and/i/siden/since/nu/now/men/but
        på/on/af/fra/from <weak:benefit> lige/indtil/until/igen/mens/while/efter/så/for/til
        modtager/modtog/modtaget/hæver/hævet/søger/søgt/ansøger <degree>? <weak:benefit>
        ansøgt/mister/mistet/receive/receiving/received/claim/claiming <degree>? <weak:benefit>
        jeg/i/./,/og modtager/får/fik/lever/søger/hæver/receive/get/claim ... <weak:benefit>
        living/live/leve/lever/levet/lived on/off/af/på ... <weak:benefit>/benefits/welfare
        on/off/receive/receiving/claiming benefits/welfare/dole/jobseekers/pip
        on the dole
        cash/unemployment/sickness/housing benefit/benefits/assistance/allowance
        incapacity/social/welfare/jobseekers/disability benefit/benefits/assistance/allowance
        universal credit
        social security benefit/benefits/payment/payments
        <own> ydelse/ydelser/benefits ,/fra/er/stopper/bliver/falder/are/stop/end
        offentlig/offentlige ydelse/ydelser/forsørgelse ,/og/nu/i/siden
        på overførselsindkomst
        kommunen/jobcentret forsørger mig
        får/fået/får/modtager penge/ydelse/ydelser af/fra kommunen/jobcentret/jobcenteret/akassen
    """,
    "name": """
        jeg hedder _
        mit/my navn/name er/is _
        <firstname> <surname>
        <firstname> <firstname>/<initial>/<second>/van/von/de/el/al ,? <surname>
        <firstname> <firstname>/<initial>/<second> ,? <firstname>/<initial>/<second> ,? <surname>
        <firstname> <surnames>
        . <surname> , <firstname> ,
        . <firstname> <second> ,
    """,
}

# Phrases about work, other people, books and other things: nothing inside them is refused.
ALLOWED = """
    sick and? tired? of
    <be>/<have>/got/get/getting/im/i/ive ... sick and? tired? of
    syg og/eller træt/led/ked/mæt af
    jeg/vi/<be>/bliver ... syg og træt/led/ked/mæt af
    jeg/vi/<be>/bliver/. syg af at/<chore>
    jeg/vi/<be>/bliver ... syg af at/<chore>
    allergisk over for? <degree>/alle/dumme/unødvendige/pointless/stupid/endless/office? <degree>/lange/small? <chore>
    allergisk mod/to for? <degree>/alle/dumme/unødvendige/pointless/stupid/endless/office? <degree>/lange/small? <chore>
    allergic over for? <degree>/alle/dumme/unødvendige/pointless/stupid/endless/office? <degree>/lange/small? <chore>
    allergic mod/to for? <degree>/alle/dumme/unødvendige/pointless/stupid/endless/office? <degree>/lange/small? <chore>
    sover/sov/sovet/sove/sleep ikke/aldrig gerne/længere/godt? i/på/in/at/on/en/et/a? en/et/a/min/den? <night_place>
    sover/sov not/dårligt/badly gerne/længere/godt? i/på/in/at/on/en/et/a? en/et/a/min/den? <night_place>
    sovet/sove/sleep not/dårligt/badly gerne/længere/godt? i/på/in/at/on/en/et/a? en/et/a/min/den? <night_place>
    ellers/otherwise sover/sleep jeg/i ikke/dårligt
    lege/leger/legede/spille/spiller/play/playing mor/far/mother/father for/to
    kan/can/cant ikke/not? sove/sleep i/på/in/at/on/en/et/a? en/et/a/min/den? <night_place>
    gider/vil/orker/skal/behøver/dont/not ikke/to/want? to? være/be en/a? mor/far/mother/father/mum/dad for/to
    mor/far/mother/father/mum/dad/mom til/for/to/of hele/alle/mine/all/the/my? <crew>
    ikke/være/lege/spille en/a/deres/the? mor/far/mother/father/mum/dad/mom til/for/to/of hele/alle/the/my/all? <crew>
    play/playing/being/be/som en/a/deres/the? mor/far/mother til/for/to/of hele/alle/the/my/all? <crew>
    play/playing/being/be/som en/a/deres/the? father/mum/dad/mom til/for/to/of hele/alle/the/my/all? <crew>
    anden/andre/other/andet etnisk/etniske/ethnic <food>
    etnisk/etniske/ethnic <food>
    ikke/aldrig/hverken/never/not/without/uden/sjældent/rarely ... svimmel/dizzy/svimmelhed/kvalme
    <own> form/slags/udgave/version/kind/sort for/af/of ... <sensitive>
    glemmer jeg/alt? alt/om om/andet/omkring
    og/at/to pille
    på/i _? og/at pille
    dør/dø af/for/over det/grin/skam/kedsomhed/grine
    ville dø af/for/over
    without/uden accent
    nedtur på/i cv*/cvet
    ingen/nogen/dem/en/<people> besvimer/besvimede/besvimet/faints/fainted
    fra før/efter/omkring krigen
    hos/for/til/af/ved/gamle/old/by/to/lille fru/frøken/mr/mrs _ ,
    gamle/old fru et/_
    <thing> ... gik/gået/går ned
    hvis maskine er gået ned
    folk/people/dem/<people> der/som/who er/are ... oppe at køre
    ham/hende/nabo/naboen/neighbour/<people> ... sidder/bruger i/en? kørestol
    i <house> . <door>
    fyr ,/og pumper/rør/kedler/varme/ventiler/radiatorer
    skrive/skriver/skrev/noterede/notere ... lægen siger/sagde
    kørt/kørte/køre/kører/drove/driven ... for/til <sensitive>
    kørt/kørte/køre/kører/drove/driven <sensitive>
    at/kan/vil/skal/kunne/og/gerne støtte ... <sensitive>
    støtte til/<people> ... <sensitive>
    <sensitive> <animal>
    <animal> ... <sensitive> <animal>
    ./, lidt stress
    on/over/på/mod my/min/mine shoulder/shoulders/skulder/skuldre/back/ryg/knees/lap/skød
    jeg/i er/bliver/var ikke/aldrig ked
    ikke/aldrig ked af
    hører dårligt/ikke efter
    <trade> therapist/therapists/therapy/therapies/psychologist
    <trade> psychologists/counsellor/counselling/counselor/psychotherapist
    <trade> psychology/physiotherapist/physiotherapy/psychotherapy
    mine _? _? operations/operation/health
    scene/scenes/victim/victims of crime/crimes
    crime/crimes scene/scenes/reporter/journalist/correspondent/victim/victims/prevention/commissioner/writer/laboratory
    <trade>/method/methods/principles/theory/theories/history/types/practice/techniques/foundations/field of <sensitive>
    <trade>/method/methods/principles/theory/theories/history/types/practice/techniques/foundations of _? <sensitive>
    <half:treatment>/<half:criminal_record>/<half:medicine> officer/officers/instructor
    <half:treatment>/<half:criminal_record>/<half:medicine> instructors/technician/technicians/practitioner
    <half:treatment>/<half:criminal_record>/<half:medicine> surgeon/lecturer/storage/session
    <half:treatment>/<half:criminal_record>/<half:medicine> sessions/assistants/worker/workers
    <sensitive> theory/theories/method/methods/techniques/legislation/legal
    støtteperson/kontaktperson/støttekontaktperson i/på/for/hos/ved/til ... <sensitive>/<people>
    bostøtte/hjemmevejleder/mentor/behandler i/på/for/hos/ved/til ... <sensitive>/<people>
    <be>/blev/blevet/som/as/arbejdet/arbejde/job/uddannet ... støtteperson/støttekontaktperson
    <be>/blev/blevet/som/as/arbejdet/arbejde/job/uddannet ... bostøtte/hjemmevejleder/bostøtter
    fourteen/fifteen/sixteen/seventeen/eighteen/nineteen/twenty*/thirty*/forty*/fifty*/sixty* men
    i/in/gennem/over <age>/<ageword> somre/vintre/sæsoner/summers/winters/seasons
    <people>/kontanthjælpsmodtagere/ledige/arbejdsløse/dem/folk der/som/who/, ... på <weak:benefit>
    <people>/kontanthjælpsmodtagere/ledige/arbejdsløse/dem/folk på/om/i <weak:benefit>
    <topic> om/i/med/af/til/for ... <weak:benefit>
    rådgiver/vejleder/sagsbehandler/konsulent/rådgivning/adviser om/på/i/for/on ... <weak:benefit>
    <weak:benefit> og/,/eller/and <weak:benefit> til/for/som/er mit/<people>
    kender/kendskab/regler/reglerne/lov ... om/på/for/til/af/i ... <weak:benefit>
    loven/sager/sagsbehandling/vejledning/ansøgninger ... om/på/for/til/af/i ... <weak:benefit>
    <firstname> <surname> <firm>
    <firstname> <surname> og/and søn/sønner/son/sons/co/datter/partnere
    <firstname> <surname> a/i/k/p , s
    <firstname> <surnames> <named_place>/<firm>
    <master> <firstname> <surname>/<surnames>
    <employed> ... hos/i/for/ved/at <firstname> <surname>/<surnames>
    <enjoys> alt/alle/bøger/noget/sange? til/om/to/about/af/by? <firstname> <surname>/<surnames>
    georg/fritz/carl/knud jensen/hansen
    anton/ole/mads berg/lynggaard/nørgaard
    arbejde/job/work ... i/på/med/for/in/at/with/hos ... <sensitive>
    arbejde/job/work ... i/på/med/for/in/at/with/hos ... <sensitive> og/and/eller/or <sensitive>
    <people> med/with/af/of/from ... etnisk/ethnic baggrund/background/oprindelse/herkomst
    <people> i? alderen/aged/age/på/over/under/mellem/between ... <age>/<ageword>
    <care> ... <age>/<ageword> årig/år/year
    <age>/<ageword> årig/års historie/erfaring/erfaringer/jubilæum
    <age>/<ageword> årig/års garanti/karriere/anciennitet/ansættelse/lejekontrakt
    <people> med/with/der/som/who/that/af/ramt/suffering/living ... <sensitive>
    <people> har/having/in/i/på/have/has/from/fra/under ... <sensitive>
    <people> med/with/der/som/who/af/ramt/har ... <sensitive> og/eller/and/or/, ... <sensitive>
    <people> med/with/der/som/who/af/ramt/har ... <sensitive> , <sensitive> og/eller/and/or/, ... <sensitive>
    <people> <sensitive> og/eller/and/or <sensitive>
    <care> ... <sensitive>
    <care> ... <people> ... <sensitive>
    <care> ... <sensitive> og/eller/and/or/, ... <sensitive>
    <topic> om/about/i/in/med/with/of/on/for/til/af/around ... <sensitive>
    <topic> om/about/i/in/med/with/of/on/for/til/af ... <sensitive> og/and/eller/or ... <sensitive>
    læst/read/lært/learned/learnt/skrevet/wrote/written/talk/talked/undervise/vide om/about ... <sensitive>
    læst/read/lært/learned/skrevet/written/vide om/about ... <sensitive> og/and/eller/or ... <sensitive>
    <sensitive> <workplace>
    <sensitive> og/and <sensitive> <workplace>
    <sensitive> <group>
    <sensitive> og/eller/and/or <sensitive> <group>
    <own> <job> ... <sensitive>
    <own> <job> <be> ... <sensitive>
    solgt/sælge/solgte/sælger/sold/sell/selling/pakket ... <drug>/<pill>
    pakke/pakkede/packed/packing/bestilt/uddelt/fyldte/lagde ... <drug>/<pill>
    administrere/gav/given/gave ... <drug>/<pill>
    . christian , my/min
    doseret/dosere/udleveret/udlevere/uddele/give/givet ... <sensitive>
    dispensing/dispensed/administered/handing/målt/måle/måler ... <sensitive>
    landsforeningen/bekæmpelse/knæk/foreningen/center/centret/hjerteforeningen <sensitive>
    <sensitive> foreningen/bekæmpelse/linjen
    great/economic/the depression of/in/era/years/and
    ikke/uden/aldrig/not/never/without/ingen/no/hverken/neither ... angst/anxiety/stress/panik/panic/panics
    ikke/not/aldrig ... bange/angst/afraid
    health and safety
    mental health first aid
    mental health nurse/worker/assistant/team/services as/for/,
    behandling/treatment af/of
    probation period
    beauty/massage/occupational/speech/physical therapist/therapy
    bageren/slagteren/restauranten/caféen/kroen/museet/kontoret/hos ... på/i/ved <street> <house>
    er far out
    my probation period
    was a girl/boy scout
    i was a girl/boy scout
    community service desk
    . psykolog/psykiater/terapeut/fysioterapeut/therapist/psychologist/psychiatrist ,
    i/am an/a <nation_adjective> <speaker>
    jeg er <nation_adjective> <speaker>
    som/as/am/im an/a/en? <nation_adjective> <speaker>
    <number>/<age>/<house> <unit> street/road/lane/drive
    <street> <house> <unit>
    butikken/kiosken/lageret/afdelingen/caféen/kantinen på/i/ved/on/in/at <street> <house>
    fabrikken/værkstedet/skolen/hotellet/netto/shop/store på/i/ved/on/in/at <street> <house>
    <work>/<workplace> ... på/i/ved/on/in/at ... <street> <house>
    <age>/<ageword> years/year/år/års/årig/årige of/erfaring*/experience*/anciennitet/garanti/jubilæum/i/in
    <age>/<ageword> år/years ... erfaring*/experience*
    i/in/for/after/efter <age>/<ageword> år/years
    børneattest
    tog/tager/taget/tage imod/mod ... <pill>
    på/om/med/with/of/giving deres/their/hans/hendes/his/her <pill>/<sensitive>
    colleague/colleagues/kollega/kolleger on/with/der/som/who/off ... sygemeldt/sick/leave/sygemeldte/barsel
    medarbejder/medarbejdere/someone/one/staff on/with/der/som/who/off ... sygemeldt/sick/leave/sygemeldte/barsel
    sygemeldte/sygemeldt kollega+/kolleger/medarbejder+
    covered/covering/dækkede ... sick/sygemeldt/sygemeldte/sygdom/leave/sygemelding+/sygemeldinger
    vikar/vikarierede/afløste/afløser ... sick/sygemeldt/sygemeldte/sygdom/leave/sygemelding+/sygemeldinger
    jeg/i/im er/am/bliver ... aldrig/sjældent/næsten/never/rarely/hardly ... syg/sick/ill
    jeg/i/im er/am/bliver ... aldrig/sjældent/næsten/never/rarely/hardly ... stresset/stressed/nervous/nervøs
    jeg/i/im have/get/got/has ... aldrig/sjældent/næsten/never/rarely/hardly ... syg/sick/ill
    jeg/i/im have/get/got/has ... aldrig/sjældent/næsten/never/rarely/hardly ... stresset/stressed/nervous/nervøs
    aldrig/sjældent/never/rarely/hardly ... syg/sick/ill/stresset/stressed
    <care> ... med/with/der/som/who ... <sensitive>
    <care> ... med/with/der/som/who ... <sensitive> og/and ... <sensitive>
    <people> under/over/på/mellem <age>/<ageword> år
    jeg er far out
    breakdown truck/lorry/service/van/cover/recovery/assistance
    bipolar/bipolare/bipolære/bipolart <electric>
    indlæggelse/indlæggelser af vand/varme/strøm/gas/fjernvarme/kabler/internet/fiber/gulvvarme/el
    crime/krimi novel+/novels/fiction/series/books/thrillers/story/stories/podcast/writer
    male/female and/or/eller/og male/female
    male/female connector*/plug*/thread*/fitting*/end/ends
    straf for naboerne
    til/for/to/with/hos/blandt diabetikere/allergikere/astmatikere/diabetics
    ondt/smerter i/in pungen/numsen/skoene
    kunder/guests/gæster/customers/patienter/patients/borgere/beboere/børn/kids/children ... ondt/pain/pains
    genoptræning/rehabilitering af/for/of <people>
    fra/from kina/china/tyskland/germany/italien/italy/polen/poland/indien/india og/and har/har/have/styr
    firmaet/virksomheden/butikken/foreningen/klubben/skolen/company/shop fyldte/fylder/turned/turns <age>
    helst/fra/from/gerne årgang <age>
    oppe at køre over/for/af
    true crime
    fængsel/prison i/in/via/gennem/through nyborg/a/company/firma
    leaflets/pjecer/texts/tekster/articles about/om <sensitive>
    paranoid about/om backups/passwords/security/details
    therapy dogs/dog/horse/horses/animals
    stealing the show
    ud/ude af fængsel med/, ... frivillig/mentor/hjælp
    folk/people/dem/those der/who ... <sensitive>
    folk/people/dem der/who er/are/have/har lige/just kommet/come ... <sensitive>
    gravide hopper/køer/dyr/søer/heste
    dømt/dømmer/dommer kampe/håndbold/håndboldkampe/fodbold/fodboldkampe/kamp/matches/games
    min mentor/my mentor bo/på/viste/taught/at
    lærlingen/kunden/kollegaen/hunden/kunderne ... svimmel
    kun ved behov
    råber/kommer/hjælper/arbejder/møder kun? ved behov
    monterer/samler/reparerer/assembles/repairs/builds ... høreapparater/pacemakere/proteser
    firmaet/virksomheden/butikken/foreningen/klubben/skolen/company/shop fyldte/fylder/turned/turns <age> og/and/,
    <care> ... demente/udviklingshæmmede
    hjælpe/hjælper/støtte/støtter ... demente/udviklingshæmmede/ordblinde/døve/blinde/autister
    medhjælper/hjælper/lærer/pædagog ... for demente/udviklingshæmmede/ordblinde/døve/blinde/autister
    kniv/knive sliber/slibe/skarp/sløv
    sløv/skarp/god kniv
    køkkenet på/i/hos ... fængsel
    forebygger/forebygge/preventing/spotting butikstyveri/shoplifting/shoplifters
    maniske åbningstider/kunder/tempo
    a breakdown truck/lorry/van
    muret/bygget/malet/built/painted ... <prison> fængsel/prison/mark
    muret/bygget/malet/built/painted ... <prison> <prison> fængsel/prison/mark
    har dømt håndboldkampe/fodboldkampe/kampe for
    en straf for naboerne/øret/øjet/kollegerne
    postnummer/postnumre/job/i/search <number>
    kun/only/over/more/under/about <age> years/år/års in/i/of/erfaring/experience/med
    jeg/i/vi/man/. ikke/jeg/kun/bare? bede/beder/ber/bedt/bed/bad ikke/kun/bare/aldrig/altid/også/gerne/dog/jo? om
    ,/og/at/må/kan/skal ikke/jeg/kun/bare? bede/beder/ber/bedt/bed/bad ikke/kun/bare/aldrig/altid/også/gerne/dog/jo? om
    jeg/i/vi/man/./,/og/at/må/kan/skal/ikke ikke/jeg/kun/bare? bede/beder/ber/bedt/bed/bad mig/dig/os/jer/ham ... om
    jeg/i/vi/man/./, ikke/jeg/kun/bare? bede/beder/ber/bedt/bed/bad hende/dem/nogen/folk/<people> ... om
    og/at/må/kan/skal/ikke ikke/jeg/kun/bare? bede/beder/ber/bedt/bed/bad hende/dem/nogen/folk/<people> ... om
    bede/bedes/beder/bedt mig/dig/os/jer/ham/hende/dem/nogen/folk/<people> ... gange
    bede om
    i beder mig/os/om
    kassen/maskinen/printeren/computeren/motoren/bilen driller/svigter/knager
    mand/manden for at/sin/den
    depressed the pedal/button/key
    <number>/<age>/<house>/hundrede/halvtreds/fem/seks/ti/tolv/tyve/flere/mange/alle mand
    mand på holdet/skibet/båden/sjakket
    tre/fire/to/fem/fire mands/mand hold/sjak/crew
    malet/muret/bygget/painted/built ... <prison>
    malet/muret/bygget/painted/built ... <prison> mark
    manisk/manically travl/travle/busy
    kollega/kolleger/patient/patienter/borger/borgere/beboer/beboere ... sin/sine <pill>/medicin
"""

# Words about a particular person that make an ad tell of that person's health. <ill> is a word of STRONG about an
# illness or a symptom. Only words of <how> may stand between: any other word may change the meaning.
OF_SOMEBODY = """
    <has> <how>? <how>? <how>? <how>? <ill>
    <has> <how>? <how>? grad/anfald/tendens/tendenser af/til/of <how>? <ill>
    <has> <how>? <how>? <of_the_mind> <an_illness>
    <has> <how>? <how>? eating/panic/personality/mood disorder
    <has> <how>? <how>? diagnose/diagnosen/diagnosis/handicap/funktionsnedsættelse/disability
    <has>/<is> <how>? <how>? diagnosticeret/diagnosed/udredt/indlagt/tvangsindlagt/hospitalised/hospitalized
    <has>/<is> <how>? i/in behandling/terapi/treatment/therapy for <how>? <ill>/<of_the_mind>
    <is> <how>? <how>? <how>? <ill_person>
    <is> <how>? <how>? ramt/plaget/syg/hit/plagued af/by/with <how>? <ill>
    <is> <how>? <of_the_mind>/kronisk/chronically <unwell>
    <is> <how>? behandlet/treated for <how>? <how>? <ill>
    <is> <how>? sygemeldt/sygmeldt med/with <how>? <how>? <ill>
    <has> det <how>? dårligt/svært/skidt psykisk/mentalt
    går/gik/goes/went <how>? til/i/hos/to psykiater/psykiateren/psykolog/psykologen/terapi/psychiatrist/therapy
    <is> <how>? på/on <how>? <drug>/<pill>
    <is>/<takes> <how>? på/on? antipsykotisk/antidepressiv/antipsychotic medicin/medication
    <has> fået/been <how>? <drug>
    <suffers> af/med/under/from/with? <how>? <how>? <how>? <ill>
    <suffers> af/med/under/from/with? <how>? <of_the_mind> <an_illness>
    med/with <how>? <how>? <how>? <ill>
    med/with <how>? <of_the_mind> <an_illness>
    <takes> <how>? <how>? <number>? mg? <drug>
    <takes> <how>? <pill> mod/for/against/hver/dagligt/daily/every
"""

# The same in another order: "Nu har Mette angst.", "Mettes angst", "Passer til Mette (angst)".
WITH_SOMEBODY = """
    <has>/<suffers> <somebody> <capital>? <how>? af/med/from/with? <how>? <how>? <ill> ,
    <whose> <how>? <how>? <ill>/diagnose/diagnosis
    <ours>/<mine> <clients_own> <how>? <how>? <ill>/diagnose/diagnosis
    <suits> <how>? til/for/to <somebody> <capital>? ,/: <how>? <how>? <ill> ,
    <their_client> ,/: <how>? <how>? <ill> ,
    <stranger> <that>? lider/suffers af/from <how>? <how>? <ill>
    <stranger> , <that> <has> <how>? <how>? <ill> ,
"""

# Words that may stand between a person and what is said about them: "Bo Hansen, 45 år, har", "vores kandidat fra
# Horsens, som er". "," is also the end of a bracket.
LINKS = """
    <how>
    <that> <how>?
    ,/: <that>? <that>? <how>?
    ,/: _/<number> ... , <that>? <how>?
    fra/i/på/hos/from/in/of/aged _/<number> år/years? ,? <that>?
    <number> år/years? ,? <that>?
    hedder/called _ ,? <that>?
"""

# Words that make an illness a field of work, a place, or other people's.
OF_OTHERS = """
    <ill> <workplace>/<group>/<people>
    <ill> og/eller/and/or <ill> <workplace>/<group>/<people>
    <ill> som/as a? speciale/specialområde/målgruppe/fag/felt/arbejdsområde/speciality/specialism/field
    <ill> og/eller/and/or <ill> som/as speciale/specialområde/målgruppe/fag/felt/arbejdsområde
    <ill> i/in fokus/centrum/focus
    <ill> at gøre
"""

# First names and surnames, common in Denmark, as they are written with a capital letter.
FIRST_NAMES = """
    anne kirsten mette hanne helle anna susanne lene maria marianne camilla lone louise charlotte pia tina gitte bente
    karen jette ida julie inge birthe sofie emma line laura christina lise rikke dorthe kristine bodil caroline ulla
    malene annette heidi mia clara freja sara sarah alma ella karla isabella olivia nora lærke josefine mathilde frida
    cecilie katrine trine maja signe sanne tove lis else inger grethe ruth kirstine katja nanna amalie emilie johanne
    maiken vibeke britta birgit birgitte jytte lisbeth merete dorte hannah lisa eva elin karin anja betina bettina
    nina sandra simone stine sille victoria pernille tanja thea astrid agnes ingrid gerda edith asta ellen esther
    mary margit conny connie yvonne zara fatima aisha amina khadija mariam maryam layla leyla yasmin jasmin nadia
    samira sahra hodan noor elif zeynep aylin ewa agnieszka olena oksana natalia irina svetlana peter jens michael
    lars thomas henrik søren christian jan martin niels anders morten jesper hans jørgen mads rasmus ole mikkel kim
    jakob jacob frederik christoffer kristoffer claus klaus carsten karsten kenneth erik john steen bent bo torben
    finn flemming brian kurt poul paul kaj kai jonas emil oliver noah william lucas oscar oskar victor viktor malthe
    alfred carl karl august valdemar elias magnus alexander alex sebastian tobias simon daniel david nikolaj nicolai
    kasper casper mathias kristian per allan tommy jimmy johnny rené bjarne arne svend sven knud aage børge ib leif
    verner egon preben mogens frank benny bjørn ulrik uffe troels asger esben jeppe anton johan johannes philip
    filip marcus markus kevin dennis danny patrick dan stefan steffen steven robert richard gunnar gert gorm palle
    tim tom tage otto villads storm liam theo hugo arthur felix isak adam ali mohammed mohamed muhammad ahmed ahmad
    hassan hussein hussain ibrahim omar yusuf yousef mustafa khalid abdi abdullah mahmoud bilal hamza jamal karim
    mehmet murat emre serkan piotr pawel krzysztof marek ivan dmitri vladimir sergej
"""
SURNAMES = """
    hansen jensen nielsen pedersen andersen christensen larsen sørensen rasmussen petersen madsen kristensen olsen
    thomsen christiansen poulsen johansen møller mortensen knudsen jørgensen jakobsen jacobsen mikkelsen frederiksen
    laursen henriksen lund schmidt eriksen holm clausen simonsen svendsen andreasen iversen jeppesen nissen
    lauridsen mogensen carlsen jespersen bertelsen bech thygesen michelsen vestergaard østergaard kjær bruun brandt
    dahl friis
"""
NAMES = FIRST_NAMES + SURNAMES

# Whole words that the patterns above match by mistake.
INNOCENT = """
    nautisk nautiske aeronautisk aeronautiske bekræft hive hives fangst fangsten bautista depressing deprimerende
    sabbatår sabbatical sabbaticals magtmisbrug misbrugt misbruge depressionera diabetikere diabetikerne alkoholikere
    alkoholikerne allergikere allergikerne astmatikere narkomaner narkomanerne epileptikere stofmisbrugere misbrugere
    autister overvægtige kræftsyge ambience ambient homophobic homophobia xenophobia xenophobic islamophobia concerts
    concert kostetservice sonden sondering rødder
"""

# Endings of compounds that name a trade, a workplace or a thing one works with.
WORK_TAILS = """
    afdeling afdelingen afdelinger afsnit afsnittet hjem hjemmet center centre centret centeret skole skolen skoler
    klasse klasser klassen forening foreningen betjent betjenten assistent assistenten hjælper hjælperen medhjælper
    medarbejder medarbejderen plejer plejeren plejersker plejen pleje sygeplejerske sygeplejersker læge lægen vejleder
    konsulent konsulenten koordinator lærer læreren pædagog sekretær forsker forskning museum butik butikken fond
    dosering håndtering administration uddeling vogn vognen rum rummet medicinskab medicinskabet industri industrien
    firma fabrik fabrikken virksomhed produktion roman romaner film filmen bog bøger serie serier venlig venligt
    venlige køkken køkkenet udstyr behandler behandlere ansvarlig enhed enheden institution institutioner chauffør
    område området linjen linien kampagne indsamling organisation politik lovgivning træning rådgiver rådgivning
    fysiologi drift ward unit nurse worker charity friendly tøj cafe cafeen café caféen mærkning
"""

# Words often misspelt. They match with one letter too many, too few or replaced, and with two letters swapped.
SPELLING = """
    skizofreni skizofren depression depressiv deprimeret psykotisk psykiater psykolog psykiatri psykiatrisk
    antidepressiv autisme asperger borderline epilepsi diabetes anoreksi bulimi migræne selvmord paranoid
    hallucinationer angstanfald panikanfald alzheimers parkinsons alkoholiker misbrug indlæggelse medicin fængsel
    fodlænke straffeattest opholdstilladelse statsborger flygtning nationalitet jehovas transkønnet fødselsdato
    sygemeldt diagnose udbrændt selvskade tvangstanker ritalin sertralin quetiapin olanzapin risperidon lamotrigin
    escitalopram citalopram venlafaxin mirtazapin metadon schizophrenia psychosis psychotic psychiatrist psychologist
    therapist anxiety epilepsy dyslexia bipolar leddegigt slidgigt muskelsvind blodprop hjernerystelse
    personlighedsforstyrrelse spiseforstyrrelse traumatiseret antipsykotisk lykkepiller sovepiller afvænning afrusning
    behandlingsforløb samtaleterapi psykoterapi medication antidepressants antipsychotics suicidal hallucinations
    migraine insomnia rehabilitation sertraline quetiapine olanzapine risperidone lamotrigine convicted diagnosis
    fibromyalgi ordblind
"""

# Correct words that are close to one of SPELLING.
WELL_SPELT = """
    medicinsk flytning flytningen flytninger flytninge meditation meditations dedication dedications mediation
    mediations repressive længsel psykologi fængsle expression regression impression repression depressions psychotics
    bestemt
"""

# A full name in a statement: more surnames, also by ending, and middle names. Surnames that are ordinary words too
# ("skov") count only between a first name and a surname.
LISTS |= {
    "firstname": FIRST_NAMES
    + """
        marie ane ann anni annie alberte andrea annemarie annelise benedikte berit britt carla celine dagny ditte ebba
        elisabeth elsebeth emily erna filippa frederikke gudrun gry helena helga henriette ingelise iben ingeborg
        isabel janne jane jeanette joan jonna judith kamilla karina kathrine katrin kristina laila lea lena lilian
        liselotte lisbet luna lykke magda majbritt margrethe mille minna monica nicoline nikoline oda olga pauline
        rebecca rebekka rigmor rosa sabrina selma sigrid silje siri sofia sonja sophie sussi susan tenna thora ursula
        vera vilma vivi winnie adrian albert aksel andreas anker arvid asbjørn axel benjamin bjarke bertil bruno
        christopher ebbe edvard eigil ejnar emanuel erling ernst eskild fabian folke frode georg gustav halfdan harald
        harry helge henning herman holger ivar iver jack jonathan joachim jon julius keld kjeld konrad laurits laust
        leo leon linus ludvig lukas marius max mikael nick nicklas niklas nikolai noel oluf ove ralf ragnar robin
        roland ronnie rolf rune samuel sander silas sigurd stig sune terkel theis theodor thor torsten vagn viggo villy
        vilhelm abdul abdirahman adnan amir anas ayse azad dilan emine farah fatma hasan hatice iman ismail jamila
        kamal leila maha marwa mehdi mona muna nasra nour rania rashid reza sami sana selin shirin sumaya tariq yahya
        yasin zahra zainab agata aleksandra andrzej bogdan daria elena ioana katarzyna lukasz magdalena mariusz mykola
        oleksandr pavel tetiana tomasz yulia
    """,
    "surname": SURNAMES
    + """
        *sen *gaard *gård *strup *bæk *borg *quist *qvist *feldt *toft *sson *enko *owski *ewski *ovic *ović *oglu
        *escu *vich krogh winther vinther lauritsen ravn koch bjerre hald juhl krag kruse lange munk storgaard
        ali hassan hussein ahmed ahmad mohamed mohammed ibrahim omar abdi khan hussain mahmoud nguyen tran pham yilmaz
        kaya demir celik sahin arslan kowalski nowak popescu ivanov ivanova petrov petrova smith johnson williams jones
        miller davis wilson taylor singh kaur shah malik
    """,
    "surnames": " ".join(f"{name}s" for name in SURNAMES.split()) + " *sens *gaards *gårds",
    "second": "skov dal dam bach bang lund holm vang berg hede krog bak lind winther juul juel høj kirk fog bonde due",
    "initial": "a b c d e f g h j k l m n o p q r s t u v w x y z ø å",
    # words that end like a surname but are none
    "no_surname": """
        gård gaard borg toft bæk kirkegård kirkegården bondegård idrætsgård feriegård klassen kassen pausen bussen
        prisen rejsen adressen messen kursen processen avisen interessen essen chosen
        person lessen worsen loosen risen arisen rosen grisen
        *nelsen *telsen *delsen *velsen *melsen *gelsen *selsen *lelsen
    """,
}
