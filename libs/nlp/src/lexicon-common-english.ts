/**
 * English words that are printed in lower case: a capital at the start of a sentence or in a headline
 * makes no name of them. The most frequent lower-case words of English newswire.
 */
export const commonEnglishRows = `
abandoned able abortion about above abroad absence abuse abuses accept accepted accident accompanied
accord according account accuracy accused acquisition across act action actions active activists
activities activity add added adding addition additional address addressed administration admitted
advanced advantage advertising affairs affected after afternoon again against age aged agency agenda
agents aggregate ago agreed agreement ahead aid aimed air aircraft airport airports all allegations
alleged allegedly alliance allocated allowed allowing almost along already also although always am
ambassador among amount an analyst analysts and animal animals announce announced announcement
annual another answer any anyone anything apartheid apparently appeal appear appeared appears
appointed approved are area areas armed arms army around arrest arrested arrived arrives as ask
asked assault assembly assessment assets asylum at atmosphere attack attacked attacks attempt
attempts attend attended attending auction authorities autonomy available average avoid avoided away
back backed backing bad baht balance ball ballot balls ban bank banks banned barley barrels barter
base based basis bat battle be beat beaten became because become bed beef been before began begin
beginning begins begun behind being believe believed below benefit best better between bid big
biggest bilateral bill billion billions bit black blamed blast bln block blood blow board boat
bodies body bomb bond bonds book books boost border born both bottom bought bourse box boxes boy bpd
bread break brief briefing bring broke broken brokers brought budget build building built bullish
bus business but buy buying by ca cabinet call called calling calls came camp campaign can cancelled
candidate candidates cannot capacity capital capped captain captured car care career cargo carried
carry carrying cars case cases cash casualties catch cattle caught cause caused ceasefire cement
cent central centre cents century ceremony certain certainly chains chairman challenge champion
champions championship championships chance change changed changes charge charged charges check
chief child children choice cholesterol church city civil claimed claims clash clashes class clear
cleared clearly clocked close closed closes closing club coach coalition coast college collided
column come comes coming commander commanding comment comments commercial commission committed
committee common communist community companies company compared competition complete completed
computer concern concerned concerns concrete condition conditions conducted conference confessed
confidence confident confirm confirmed conflict connection consecutive conservative consider
considered considering construction consumer consumers contact continue continued continues
continuing contract contracts control controlled controllers controls convention convicted
cooperation copies copper corporate cost costs cotton could council counterpart countries country
county couple course court cow crash crashed create crew cricket crime criminal crisis cross crowd
crude cup currency current currently custody customer customers customs cut cuts cycling daily
damage danger dangerous dark data date dated daughter day days dead deal dealer dealers dealing
deals death debate debt debut decide decided decision decisions declared decline declined decree
defeat defeated defence defender defending deficit definitely delay delayed delegates delivered
delivery demand demanded demanding democracy democratic denied denotes department deposit deputy
described despite details detained determine determined development did died different difficult
difficulties diplomat diplomatic diplomats direct director disappointed disappointing discuss
discussions disease dismissed distribution division do doctor doctors document documents does doing
dollar dollars domestic done double doubles doubt down dozen draft draw drawn drew drive driver
driving drop dropped drove drug drugs due during each earlier early earned earnings east eastern
eating economic economy edged effect effective effort efforts eight eighth either elect elected
election elections electoral else embargo embassy emerged emergency employee employees end ended
ending ends enough ensure enter entered entering entire envoy epidemic equal equaliser equipment
equivalent erupted escape especially established establishment estimate estimated estimates ethnic
even evening event events ever every everything evidence exact example except exchange executed
executive exile existing expect expectations expected explosives export exports expressed extended
extra extradition extremely face faced faces facing fact faction factions factors failed failing
failure fair fall fallen falling family fans far farm farmers fast fatal father favour fear fears
federal federation feed feel feet fell fellow felt festival fever few field fifth fight fighting
figure figures filed film final finally finance financial find finding fine finish finished fire
fired firing firm firms first fiscal fishermen five fled flew flight flights flow flown fly flying
fob followed following food foot for force forced forces forecast foreign foreigners forest form
formal formally former forward fought found founded four fourth francs fraud free freed friend
friendly from front fuel full fun fund funds further future futures gain gained gains game games gas
gathering gave general generally get gets girl girls give given giving go goal goalkeeper goals
going gold golf gone good goods got government governor grade grain grand great greatest grenades
gross ground grounds group groups growing growth guards guerrilla guerrillas guilders guilty gun
gunman had half halftime hand handed handling hands happen happened hard has have having he head
headed headquarters health hear heard hearing heart heavy held helicopter help helped her here
heroin high higher highly hijacked hijackers hijacking him himself his history hit hits hitting hog
hold holders holding holes holiday home homer homered homers homes hope hopes hospital hostage
hostages hot hotel hour hours house houses how however huge human humanitarian hundreds hunt hurdles
hurt husband idea identified if illegal illness immediate immediately impact important imports
imposed improve improved improvement in inches incident incidents include included includes
including income increase increased independence index individual industrial industry inflation
information infusion initially injured injuries injury inning innings inside installed instead
insurance interest interests interim internal international intervention interview into introduced
investigating investigation investigators investment investors invited involved involving is island
issue issued issues it items its jail jailed jet job jobs join joined joint journalists judge
judicial jump junior just justice keep keeping kept key kg kick kidnapped kidnapping kill killed
killing kills king kingdom km knee knew know known kph labour lack land landed landing language lap
large largely largest last late later latest launch launched law lawsuit lawyer lbw lead leader
leaders leadership leading leads league least leave leaving led left leg legal lei lending less let
letter level levels life lift lifted lifting light like likely limited line lines link linking
liquidity list little live lived lives livestock living loan local long longer look looked looking
lose losing loss losses lost lot low lower lunch mad made magazines main mainly maintain major
majority make makes making man manage managed management manager mandate manufacturers many margin
margins mark market marketing markets markka marks match matches material materials may maybe me
mean means measures medal media medical meet meeting meetings member members men merger message met
metres midfielder midnight might miles militants military militia million millions mine minister
ministers ministry minority minute minutes miss missed missing mission missionaries mixed mln
moisture moment money monitors month monthly months more morning most mostly mother motor move moved
movement moving much municipal murder must my name named names nation national nations near nearby
nearly necessary need needed negative negotiations neighbouring neighbours net network never new
news newsdesk newspaper newspapers newsroom next night nil nine ninth no noise nomination none nor
normal north northern not noted nothing now nuclear number numbers observers occurred of off offer
offered offers office officer officers offices official officials often oil old on once one only
onto open opened opening opens operating operation operations operator opinion opponents opportunity
opposed opposition options or order ordered orders organisations organised organisers original other
others our ousted out outlook outperform output outside outstanding over overall overnight overs
overseas own owned owner owns pact paid pain pair paper par parliament parliamentary part parties
partner partners parts party passed passenger passengers past pay pct peace penalty people per
percent percentage performance period permission person personnel peso picked pitch place places
plan plane planned planning plans plant plants play played player players playing plays pledged plus
point points police policemen policies policy political politician politicians politics poll polls
poor popular population port position positions positive possibility possible possibly post posted
postpone postponed potential pound pounds power powers prayers prefix preliminary premier premium
prepared preparing presence present presidency president presidential press pressure pretty prevent
previous previously price prices prime prison private privatization prix probably probe problem
problems process produce produced product production products professional profit profits program
programme progress project promised prompt prompted propaganda property proposal proposals proposed
prosecutor prosecutors prospects protection protest protests provide province provincial pts public
published pull pulled purchase pursuit put putting qualified qualifier qualifying quality quarter
quarterly question questioned quickly quiet quite quoted race radio rail railway rain rains raised
rallied rally ran rand range ransom rare rate rates rather rating reached reaching read ready real
really reason reasons rebel rebels received receiving recent recently record records recovered
recovery red reduce reduced reform reforms refugee refugees refunds regarding regime region regions
registered registration registrations regular relations release released relief religious remain
remained remove removed renegade reopened repeatedly replace report reported reporters reports
representative representatives republic request required rescued research researchers reserve
reserves residence residents resign resignation resolution response responsible rest restaurant
result results resume retain retired return returned reveal revenue revenues review revised rice
right rights riots rise rises rising risk rival rivals river road role room rose round rounds route
row rugby rule ruled rules ruling run running runs rupees rupiah rural said sale sales same
sanctions saw say saying says scandal scattered scene schedule scheduled school scientific
scientists score scored scores scoring sea search season second seconds secret secretary sector
secured security see seed seeded seeding seedings seek seeking seen sees seized sell selling send
senior sent sentence sentenced separatist separatists series serious servants serve served service
services serving session set sets settled settlement seven seventh several sex share shareholders
shares sharp she sheep shipment shipments shooting short shortly shot shots should show showed
showing shown shows shut side sides sign signal signed significant signing signs similar since
single singles site situation six sixth skull slight slightly slipped slow small smaller snap
snapped so soccer social software sold soldier soldiers solo solution some someone something son
soon sought source sources south southeast southern speak speaker special specific speculation
speech speed spend spending spent spoke spokesman spokeswoman spot spring sprint squad stabbed
stable stadium staff stage staged stages stake stance stand standing standings star start started
starting starts state stated statement states station status stay stayed steady step stepped
sterling still stock stocks stood stop stopped store stores stories storm straight strategic streak
street streets strike strikeouts striker strikers striking strong stronger struck struggle students
study subject success successful successive such suffered suffering suicide suit summer supplies
supply support surgery surplus surprise survey suspect suspected suspects suspended suspicion system
systems table tabulate tabulated take taken takes taking talk talking talks target targets task tax
team teams telephone television tender tennis tension term terms territory test tests than that the
theft their them then there these they thin thing things think third this those though thought
thousands threat threatened threatening threats three threw through throughout tie tied ties tight
time times timetable title to today together told tonne tonnes too took top total tough tour
tournament towards town towns track trade traded trader traders trading traffic train training
transition transport travel travelling treated treatment treaty trends trial tried trillion trip
troops trouble troubled truce truck true truth try trying turn turned twice two unable unc unchanged
under union unions unit university unknown unless unq unrest until up us use used using value values
various vehicle vehicles venture verified version versus very veteran veterinary via vice victim
victims victory view village violations violence violent virus visit visited visiting volatility
volume vote voted voters votes voting vouch vowed vs wage wait waiting walk walked want wanted wants
war warned warrants was waste water way we weak weaker weapons weather week weekend weekly weeks
weight welfare well went were west western what wheat when where whether which while white who whole
whom whose why wicket wickets wife will win winner winners winning wins winter with within without
witnesses woman women won work worked workers working world worldwide worst worth would wounded
wounds wrist written wrote year years yen yesterday yet you young your yr yuan
`;
