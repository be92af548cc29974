/**
 * Words that stand in personal names far more often than anywhere else: counted in the person labels
 * of IDNER-News-2k (MIT) and NERUI and in the DBpedia person names of MDEE, most frequent first.
 */
export const namePartRows = `
aamir aaron aarons abadi abbas abd abdel abdi abdirashid abdoel abdou abdoulaye abdul abdullah
abdurrahman abel abeng abidal abidin abnur abraham abubakar aburizal achdiat achmad achsanul adam
adams adel adhyaksa adi adian adilin aditya adnan adolf adri adrian adriano adrianus adrien afandi
afdal affandi affleck afonso aga agatha ageng agil aguero agun agus agustin agustina agustine ahmad
ahmed ahok ahsan airlangga akbar akechi aki akira akom alain alamin alan alatas alberto albrecht
aldo alejandro aleksandr aleksandrovich aleksei alekseyevich alencar alessandro alex alexander
alexandre alexis alexius alfonso alfred alfredo ali alice alie alisjahbana alka allan allen allman
alonso alven alves alwi amanda amelia amien amin amir amirul amy ana ananda anas anastasia
anatolyevich andang anders andersen anderson andi andika andre andrea andreas andrei andrew
andreyevich andy anes anfasa angel angela angelica angelo angga anggara anggia anggun angriawan ani
anies anis ankvab ann anna annacone anne annie annisa anthony antoine anton antonio antonius anung
anwar aoi aquino aranzubia archibald ardhiansyah ari aria arie arief ariel aries arifin arih aris
aristide ariya arka arman armand armin armindo armstrong arne arnold arrivabene arsyad arsyil
artalyta arthur artin artur arturo artyom arwin aryawijaya asep ash ashihara ashley aslan asman
asmara aswin ataullah atef atlaoui atmo atok augusto aulia aurier aurora awaluddin awaludin awanda
awang ayu ayumi azhar azhari azis aziz azwar bacary bachir bachtiar baden badrodin bae bagdasarian
bagindo bahadur bahaudin bahri bai baker bakri bakrie baldwin bale bambang baptiste barack barata
barbara barnabas barreto barrett barry barton basarah basir basri bastian bastos basuki baswedan
bayu bejarano belafonte bella ben benaglio benhor benigno benjamin bennett benny benyamin benzema
berdych berg berke bernard bernardo bernd berry bertrand beshir betty beuchat bezerra biao bidun
bieber billah billy bing binsar blaise blake blanc bob boediono boni boo borg boris borisovich borja
bose boutros boyd boyle brad bradley brandon brata breck brett brian bridges britney brodjonegoro
brody brooke bruce bruno bruyne bryan buana buck budhy budi budiman burgh burhanuddin burman burton
bush bustami butet buwono buyung buyut bzhania cahyo cak calado calvin camara cameron camille
campbell carl carmen caroline carroll carson carter carvalho casemiro castillo castro catherine
catmull cavani cavill cecobaian cempleng cesar cesare cha chai chaidirsyah chairul chan chandra
chang chaniago chapman chardy charice charles charlie charlotte che cheick cheikh chen chi chin
ching chiudinelli choi chok chris chrisnandi chrisnanta christ christian christie christine
christoph christophe christopher christy chu chuk chul chung chye cinderella cindy clark claude
claudio clement clinton cohen cole coleman colin connor connors conte cook cooper coppola cornelis
cosgrove costa cox creation cristian cristiano cruyff cruz cullen curtis cut cynthia cyril da'i dae
daeva dahlan damar damien damon dandossi danghyang daniel daniele danilo danny dante daoed dara
darmawan darmin darnadi darwin darwish datar datuak daud dault dave david davide davidenko davies
davydenko dazai dean debby deborah deddy dede dedi dejan dela denis dennis denny depari depp dera
derek derry deschamps desi destiara dev devi dewi dhakiri dhani diah dian diarra dias dick dicky
didi didier diego dieter dijk dika dillon dimas dimitri dion djadi djalil djamal djamaludin djamil
djamin djan djarot djasit djatmiko djohan djoko djokosoetono djokovic djuwita dlamini dmitri
dmitriyevich dmitry docter dominic dominique don donald donghae donny doris dorji dorma dory douglas
draxler drinkwater drost dumbledore dur durant dwi dwikorita dwipayana dylan ecclestone eddy edgar
edhie edi edinson edmund edogawa eduard eduardo eduardovich edward edwards edwin effendi effendy
eisenberg eisner eka eko eliaquim elias eliza elizabeth elka ella ellen elliott ellis emanuel
emerson emil emilia emiliano emilio emily emma emmanuel endang enes enrique eric erik eriksen
eriksson erly erna ernest ernesto ernst ero erwin esteban estrada etherington eugene eun eva evans
eza fabian fabien fabio fadil fadli fadly fahmi fahri faisal fanny farah farhanul farid farida
faridz fasciana fassbender fauzi fawaid febri febriyanto federer federico fei felipe felix ferdinand
ferguson fernandes fernandez fernandinho fernando fernita ferraz ferreira ferrer ferris ferry fiesta
filho filip firman firmansyah fisher fitri fla fletcher florence florian foster frances francesco
francis franciscus franco frank franklin frans fransiskus franz fraser fred freddy frederick
frederik fredly frei frey friedrich fristianto fritz fuad fuhrman fyodorovich gabriel gadot gaffar
gaga gal gale gampo gandhi gani ganjar garcia gareth garret gary gaspar gates gatot gaurav gayus gde
gede gelael gene gennadyevich geoffrey georg george georges georgi gerard gerardus gery geum ghul
gian gianluca gilang gilarsi gilbert gilberto gilby gilmour ginanjar ginnifer ginting giovanni
giscard gita giuseppe given glenn gloria gobel goh gomes gonzalez gonzalo goo gordon gottlieb graham
grant gray greysia grigori guardiola guedes guillermo gunawan guntur gupta guruh gus gustave gustavo
gusti gutawa guy gyo gyu gyula habib habibie haddad hadi hadimuljono hadiwijoyo haiti hajrul haley
hall hamengku hamengkubuwono hamid hamidy hamzah han hanafi hanif hannah hans hanung haposan happy
hara harahap hardianti hariadi haris harold harper harris harrison harry hart hartanto hartono
haruka harun haruna harvey haryadi haryanto haryono hasan hasnul hassan hasto haswandi hasyim haz
hecking hedison hee heinrich heinz helen hendarman henderson hendra hendrawan hendrik hendy henk
henri henrique henry herbert herman hermann hermanus herrera herry heru heryawan hidayat higuain
hill hillel hoddle hoffman hok holley hollis holly hoon hoops horikita hossein howard huang hudgens
hugh hughes hugo hunt hunter husayn husin hussein hutapea hwa hye hyun hyung iacocca ian iannone
ibnu ibra ibrahim ibrahimovic ical ichlas ida idris idriss idrus ignacio ignasius ignatius igor
igorevich ihza iko ikrar ilham ilya ilyas imelda imin impurung inaba indar indra indriani infanta
intan ion iqbal ira irawan irgan iriana irianto irmadi irman irons irwansyah isaac ishak iskan
iskandar ismael ismed isner isobe istarani ito ivan ivanov ivanovich ivomas iwan ja'far jaber jack
jackie jacob jacques jae jafar jaime jake jakob jamhari jamie jan jane jang jared jarkko jason
javier jay jazilul jean jeff jeffrey jemima jenie jenkins jennifer jens jensen jeong jeremy jero
jerome jese jesse jessica jhon jia jigme jim jimmy jin joachim joan jobs jody joe joel joeniarto
joey johan johann johannes john johnson johnston joko jokowi jolie jon jonan jonatan jonathan joo
joon joong jorge jose josef josep joseph josephus josh joshua jouke juan judy juergen jufri jul
jules julia julian julie julien julio julius julliet jun jung junhui jurgen justin jusuf jusup juy
kadiman kadir kagame kahar kalanick kaligis kalla kalou kamil kana kane kanter kapoor karanda
karding karel karim karl karnawati karnita karno kartika kasim kate katie kayo keith kelly kemal ken
kencana keng kenji kennedy kenneth kenny kerenina ketut keun kevin khadafi khajimba khalid khalifa
khalilzad khan khelaifi khofifah khoir kiefer kiemas kieny kiki kilono kim kiram kirill kiskenda
klaus klopp kogoro koh kojima komarudin kompany konstantin koo kozlov kris krisna kristin kristiono
kristiyanto kriszt kroos kruse kuan kumolo kun kurnia kurniawan kurt kusnan kusno kuznetsov kyuhyun
laila laks laksono lam lambert lambrie landry laoly larry lars lasseter latief laura lauren laurent
lautner law lawrence lea leandro led ledia lee leeteuk leigh lelga lely lena lenglen leo leon
leonard leonardo leonhard leonid leonidovich leroy lesmana lestari leuthard levi lewis lex lia liam
liberace lie liem lilis lilyana lim lin linda linus liong liu lloyd lois lolot lomonosov lopes lopez
lorenzo louis louise lovato lovelace lubis luca lucas luciano lucky ludwig luh luhut luigi luis luiz
lukas luke lukman lupin luthfi luthor lynn maciel macquarie made madjid maeda mahadewi maharani
mahendra mahfud mahmoud mahmud mainaky maizar makarim maki maksim malcolm malevolent malia malik
mamusung manaf mangala manggala mangku manik mano manohara mansur manuel manurung marah marat marc
marcel marcella marcelo marco marcos marcus marek margaret marham maria mariani mariano maric marie
mario marissa mark marko markus marlina marques marquez marsudi martha martin martins martono marvin
marwan marx masaki masamune masduki mashal mason massimo masykur mat mathieu matram mats matsumoto
matt matteo matthew matthias matthieu matuidi maulana maurice mauricio maurizio mauro max maxim
maxime maximilian maxwell maya mboi megawati mehmet melanie melly mendur merry mesut meutia meyda
meyer mia michael michel michele michelle mickey miguel mike mikel mikhail mikhailovich mila milito
miller min ming minnie mino miranda mita mitchell mitnick mizra mizuki mizwar mochtar moechgiyarto
moektio moeloek mohamad mohamed mohammad mohammed mohd molina monfils monoarfa moore morais morales
moreira moreno morga morgan mori morita morris morrison moura mouse moussa mu'adzam mu'tasim mubarok
mucha muchtar mudzaffar mugabe muhaimin muhamad muhammad muhammed muhyiddin muis mukarram mulan
muluk mulyanto mulyasari mulyawan murphy murray musa mustafa mutiara muzadi muzani nadal naim
nainggolan najib nakamura naldo nana nanang napalm napitupulu narayan nardi nasbi nascimento nash
nasir nasser nasution natalia natalie natasha nath nathan nathaniel natsir navas nazaarudin
nazaruddin neil nelly nelson nemo neneng neo netanyahu neto newton ngurah nia nichlany nicholas nick
nicky nico nicola nicolas nicole nieminen nigel night nik nikita nikola nikolai nikolay nikolayevich
nil nila nina ning nino nirwanto nitya nizar noah noer noor norman novak novita nugraha nugroho
numbi nur nurbaya nurdin nurhayati nuri nurmantyo nursiyah nurul nurwiyatno nyak obama obiang ode
oezil oka oktarina oktavianti oleg olga oliveira oliver olivia olivier omar onew ong onim opet
orchestra ortega ortiz osamu otamendi otto ould owen oyama pablo padalecki pagaralam pakubuwana
palimo paloh palombo pambudi pamuncak pancham pandjaitan pandji pangestu panghulu panjaitan paolo
parawansa pardo parker pascal pasek pasha pat patih patrice patrick pattinasarany paul paulo pavel
pedro pellegrini pemulwuy pengiran pep pepe pereira perez perlman permata permatasari perry pete
peter petersen pettit phan phil philip philipp philippe philippoussis phillip phillips pic pierce
pierre piers ping pinkan pinto pintor pires pitaloka pitt platini poernama pomayaan powell pozzi
prabowo prakosa pramono pranowo prasetio prasetyo pratikno praveen prawiro prayitno priscilla prita
puan pudji pudjiastuti pujaswara purnama purnawati purnomo puspa puspita putu pyo qaddafi qasim
qodari qudsi rabbuh rabiot rachbini rachel rachlan rachma rachman rachmat rae rafa rafael rahan
rahardjo rahayu rahim rahma rahmad rahman rahmanto rahmat rahul raikkonen raiola rais rajasa rajo
rajoelina raka ram ramdhan ramli ramos ran rana randall rani ranieri ranpo raphael rashed rashid
rasmussen rasyid ratih ratna rauf rebecca reges reid remus renata rendra rendy rene restuwati retno
rexy reza rhoma rian rianti ribeiro ricardo rice richard richards richardson richie rick ricky rico
ridwan riefky rieke riise rina rini rio ririhina ririn risma rismaharini rita rivera riyanto riza
rizal rizki rizky rob robbie robert roberto roberts robin robinson robredo robson roby rocha
rochiman roddick rodrigo rodrigues rodriguez roger rogers roland romagnoli romahurmuziy romain roman
ron ronaldo roni ronnie ronny rosa rosberg roshan rosie ross rossi rosyita rouhani rowling roy ruben
rubin rudi rudiantara rudiger rudolf rudolph rudy ruhiana ruhut ruiz rukmana rusedski ruslan rusli
russell russert rustam ruth ruud ryacudu ryamizard ryan saad sadarestuwati sadikin saefuddin safin
sagna said saidi saiful sakai sakura saleh sally salman salvatore sami samjian sampras samudera
samuel sanchez sanders sandra sandro sandy sani santana santos santoso sanusi sanyoto sapta saputra
saputro sara sarah satrio saud sauerbrey saunders saur saura sayuti sayyaf schmidt schuerrle scott
sean sebastian segaf segening sembiring senat seno seo seong septian serge sergei sergey sergeyevich
sergio serrano setiana setiawan setijono setyo seung shah shalicar shamsher shan shane shannon
sharif sharon sharpe shaun sheikh shelley sheryl shevchenko shi shihab shin shitta sibarani sidney
sigit silalahi silva simbolon simon simone simpson singa sioe siregar sitepu siti sitompul sitorus
siwon sjahril sjarif slamet slovak smirnov smith snyder soares soderling soediro soegeng soegiarto
soeharto soekarnoputri soekarnoputro soekarwo soemantri soemarno soeparno soerjadi soesilo soetadi
soetono soetrisno sofyan sohibul solana soo sophie sora soraya soto souza spencer srdjan srinivasa
stanislas stanislav stanley stefan stefano stephan stephen sterling steve steven stevens stevenson
stewart stone strange stuart sturridge subiantio subianto sudiro sudono sue sufyan sugarda sugiharto
suhaemi suhardi suharso suhendra suk sukarno sukma sukrismanto sulaiman suleman sumantri sumardi
sumarno sunasto sung sunny supandji suprasetyo supratikno suryadharma suryani susan susanto suseno
susi susilo susno sutan sutanto sutardjo sutiyoso sutopo sutrisno suwardi suzanne suzuki sven swift
syafii syah syahrul syamsuddin syarif syarkawi syed syukuran tae taher taib tajuddin takahashi
takashi takeshi tam tamahori tambunan tan tanamal tania tanoe tanoto tanri tantowi tanu tara taruno
taruwarsito tatang tatsuya taufan taufik taufiq tavecchio taylor teddy teguh tendra tengku terry
teten thamrin thayeb theodor theodore thiago thomas thompson tiago tiara tiffany tika timo timothy
tina tingkir tinkerbell tiro tisdale tisna titib tjahaja tjahjo tjahjono tji tjoba tobias tobing
todd todung tokugawa tomas tommy tomtom tong toni tonny tontowi tony torres travis tri trihargo tris
tritarayati tsonga tsvangirai tuanku tubagus tuchel tumengung tunku turner tutut tyler ubedillah
udit uki unu urbaningrum urip usman utami utomo uya vadim valentino valeri vanessa vanstone vardy
vargas vasilyev vasilyevich veloso vena vera verdasco viane vicente victor vidal vidi vieira viktor
viktorovich vincent virginia vitali vladimir vladimirovich vladislav vyacheslav vyacheslavovich
wacik wahab wahid wahyu waiters walker wallace walter wang wangania wangchuck ward wardojo warih
warren waters watson wattimena wawrinka wayan wayne wee wei welirang welly wendy wenger werianty
werner wes wesley westbrook whisnu whitmarsh wibowo widjajanto widjojanto widodo widy widya wiguna
wilde wilfried wilhelm will willem william williams willis wilson winslet wira wiranto wirawan wisnu
wolfgang woman won wong woo wook woon worang wright xavier xianfan yadav yagnik yahya yan yandri
yaroslav yasonna yaya yenny yeo yeon yerry yesung yesus yevgeni yevgenyevich yew yitzhak yiu yoga
yogi yoko yong yoo yoon yosef yoshida yoyok yuddy yudhistira yudhoyono yudo yuka yuki yuli yulianis
yulianto yun yuniadi yunus yuri yuryevich yusni yusri yusril yusuf yves zack zaenal zahra zain
zainal zaini zainuddin zainul zaki zakir zee zein zenia zeppelin zhang zheng zidane zinedine zlatan
zoffy zola zon zuckerberg zulkarnain zulkifli zvonimir
`;
