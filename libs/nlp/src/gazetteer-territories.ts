/**
 * Countries and territories: ISO 3166 code, Wikidata id, name in Indonesian, other names.
 * Ids from Rigour's territories (OpenSanctions, MIT), Indonesian names from CLDR, short names of the
 * Indonesian press (Korut, AS, RRT) our own. Row syntax: see gazetteer-row.ts.
 */
export const territoryRows = `
ad|Q228|Andorra|
ae|Q878|Uni Emirat Arab|UEA;UAE;Emirat Arab;United Arab Emirates;Uni Emirat
af|Q889|Afganistan|Afghanistan
al|Q222|Albania|
am|Q399|Armenia|
ao|Q916|Angola|
ar|Q414|Argentina|Negeri Tango
at|Q40|Austria|
au|Q408|Australia|Negeri Kanguru;Negeri Kangguru
az|Q227|Azerbaijan|
ba|Q225|Bosnia dan Herzegovina|Bosnia;Bosnia-Herzegovina;Bosnia and Herzegovina
bb|Q244|Barbados|
bd|Q902|Bangladesh|
be|Q31|Belgia|Belgium
bf|Q965|Burkina Faso|
bg|Q219|Bulgaria|
bh|Q398|Bahrain|
bi|Q967|Burundi|
bj|Q962|Benin|
bm|Q23635|Bermuda|
bn|Q921|Brunei|Brunei Darussalam
bo|Q750|Bolivia|
br|Q155|Brasil|Brazil;Negeri Samba
bs|Q778|Bahama|Bahamas
bt|Q917|Bhutan|
bw|Q963|Botswana|
by|Q184|Belarus|
bz|Q242|Belize|
ca|Q16|Kanada|Canada
cd|Q974|Republik Demokratik Kongo|DR Kongo;RD Kongo;DR Congo
cf|Q929|Republik Afrika Tengah|Central African Republic
cg|Q971|Republik Kongo|Congo-Brazzaville
ch|Q39|Swiss|Switzerland
ci|Q1008|Pantai Gading|Ivory Coast;Côte d'Ivoire;Côte d’Ivoire
ck|Q26988|Kepulauan Cook|Cook Islands
cl|Q298|Cile|Chile
cm|Q1009|Kamerun|Cameroon
cn|Q148|Tiongkok|RRT;RRC;Cina;China;Republik Rakyat Tiongkok;Republik Rakyat China;Republik Rakyat Cina;Negeri Tirai Bambu;Negeri Panda
co|Q739|Kolombia|Colombia
cr|Q800|Kosta Rika|Costa Rica
cu|Q241|Kuba|Cuba
cv|Q1011|Tanjung Verde|Cape Verde
cw|Q25279|Curaçao|
cy|Q229|Siprus|Cyprus
cz|Q213|Ceko|Republik Ceko;Czech Republic;Czechia
de|Q183|Jerman|Germany
dj|Q977|Jibuti|Djibouti
dk|Q35|Denmark|
dm|Q784|Dominika|Dominica
do|Q786|Republik Dominika|Dominican Republic
dz|Q262|Aljazair|Algeria
ec|Q736|Ekuador|Ecuador
ee|Q191|Estonia|
eg|Q79|Mesir|Egypt
eh|Q40362|Sahara Barat|Western Sahara
er|Q986|Eritrea|
es|Q29|Spanyol|Spain;Negeri Matador
et|Q115|Etiopia|Ethiopia
fi|Q33|Finlandia|Finland
fj|Q712|Fiji|
fk|Q9648|Kepulauan Falkland|Falkland Islands
fm|Q702|Mikronesia|Micronesia
fo|Q4628|Kepulauan Faroe|Faroe Islands
fr|Q142|Prancis|Perancis;France;Negeri Mode
ga|Q1000|Gabon|
gb|Q145|Inggris|Britania Raya;Britania;UK;U.K.;United Kingdom;Kerajaan Inggris;Great Britain;Britain;Negeri Ratu Elizabeth
gd|Q769|Grenada|
ge|Q230|Georgia|
gh|Q117|Ghana|
gl|Q223|Greenland|
gm|Q1005|Gambia|
gn|Q1006|Guinea|
gq|Q983|Guinea Ekuatorial|Equatorial Guinea
gr|Q41|Yunani|Greece
gt|Q774|Guatemala|
gu|Q16635|Guam|
gw|Q1007|Guinea-Bissau|
gy|Q734|Guyana|
hk|Q8646|Hong Kong|
hn|Q783|Honduras|
hr|Q224|Kroasia|Croatia
ht|Q790|Haiti|
hu|Q28|Hungaria|Hungary
id|Q252|Indonesia|RI;NKRI;Republik Indonesia
ie|Q27|Irlandia|Ireland
il|Q801|Israel|
in|Q668|India|Negeri Bollywood
iq|Q796|Irak|Iraq
ir|Q794|Iran|Republik Islam Iran
is|Q189|Islandia|Iceland
it|Q38|Italia|Italy;Negeri Pizza
jm|Q766|Jamaika|Jamaica
jo|Q810|Yordania|
jp|Q17|Jepang|Japan;Negeri Sakura;Negeri Matahari Terbit
ke|Q114|Kenya|
kg|Q813|Kirgizstan|Kyrgyzstan
kh|Q424|Kamboja|Cambodia
ki|Q710|Kiribati|
km|Q970|Komoro|Comoros
kp|Q423|Korea Utara|Korut;North Korea;DPRK;Republik Rakyat Demokratik Korea
kr|Q884|Korea Selatan|Korsel;South Korea;Republik Korea;Negeri Ginseng;Negeri Gingseng
kw|Q817|Kuwait|
ky|Q5785|Kepulauan Cayman|Cayman Islands
kz|Q232|Kazakhstan|
la|Q819|Laos|
lb|Q822|Lebanon|
lc|Q760|Saint Lucia|St. Lucia
li|Q347|Liechtenstein|
lk|Q854|Sri Lanka|
lr|Q1014|Liberia|
ls|Q1013|Lesotho|
lt|Q37|Lituania|Lithuania
lu|Q32|Luksemburg|Luxembourg
lv|Q211|Latvia|
ly|Q1016|Libya|
ma|Q1028|Maroko|Morocco
mc|Q235|Monako|Monaco
md|Q217|Moldova|
me|Q236|Montenegro|
mg|Q1019|Madagaskar|Madagascar
mh|Q709|Kepulauan Marshall|Marshall Islands
mk|Q221|Makedonia Utara|Makedonia;North Macedonia
ml|Q912|Mali|
mm|Q836|Myanmar|Burma
mn|Q711|Mongolia|
mo|Q14773|Makau|Macau;Makao
mr|Q1025|Mauritania|
mt|Q233|Malta|
mu|Q1027|Mauritius|
mv|Q826|Maladewa|Maldives
mw|Q1020|Malawi|
mx|Q96|Meksiko|Mexico
my|Q833|Malaysia|Kerajaan Malaysia;Negeri Jiran
mz|Q1029|Mozambik|Mozambique
na|Q1030|Namibia|
nc|Q33788|Kaledonia Baru|New Caledonia
ne|Q1032|Niger|
ng|Q1033|Nigeria|
ni|Q811|Nikaragua|Nicaragua
nl|Q55|Belanda|Negeri Belanda;Holland;The Netherlands;Netherlands;Negeri Kincir Angin
no|Q20|Norwegia|Norway
np|Q837|Nepal|
nr|Q697|Nauru|
nz|Q664|Selandia Baru|New Zealand
om|Q842|Oman|
pa|Q804|Panama|
pe|Q419|Peru|
pf|Q30971|Polinesia Prancis|French Polynesia
pg|Q691|Papua Nugini|PNG;Papua New Guinea
ph|Q928|Filipina|Pilipina;Philippines
pk|Q843|Pakistan|
pl|Q36|Polandia|Poland
pr|Q1183|Puerto Riko|Puerto Rico
ps|Q219060|Palestina|Palestine;Otoritas Palestina
pt|Q45|Portugal|
pw|Q695|Palau|
py|Q733|Paraguay|
qa|Q846|Qatar|
ro|Q218|Rumania|Romania
rs|Q403|Serbia|
ru|Q159|Rusia|Federasi Rusia;Russian Federation;Russia;Negeri Beruang Merah
rw|Q1037|Rwanda|
sa|Q851|Arab Saudi|Saudi;Kerajaan Arab Saudi;Saudi Arabia
sb|Q685|Kepulauan Solomon|Solomon Islands
sc|Q1042|Seychelles|
sd|Q1049|Sudan|
se|Q34|Swedia|Sweden
sg|Q334|Singapura|Singapore;Negeri Singa
si|Q215|Slovenia|
sk|Q214|Slovakia|
sl|Q1044|Sierra Leone|
sm|Q238|San Marino|
sn|Q1041|Senegal|
so|Q1045|Somalia|
sr|Q730|Suriname|
ss|Q958|Sudan Selatan|South Sudan
st|Q1039|Sao Tome dan Principe|São Tomé and Príncipe
sv|Q792|El Salvador|
sy|Q858|Suriah|Syria
sz|Q1050|Eswatini|
td|Q657|Chad|
tg|Q945|Togo|
th|Q869|Thailand|Muangthai;Negeri Gajah Putih
tj|Q863|Tajikistan|
tl|Q574|Timor Leste|East Timor;Timor Timur;Timtim;Timor-Leste
tm|Q874|Turkmenistan|
tn|Q948|Tunisia|
to|Q678|Tonga|
tr|Q43|Turki|Turkiye;Türkiye;Turkey
tt|Q754|Trinidad dan Tobago|Trinidad and Tobago
tv|Q672|Tuvalu|
tw|Q865|Taiwan|
tz|Q924|Tanzania|
ua|Q212|Ukraina|Ukraine
ug|Q1036|Uganda|
us|Q30|Amerika Serikat|AS;A.S.;United States;USA;U.S.;United States of America;America;Amerika;Paman Sam;Negeri Paman Sam;Negeri Abang Sam
uy|Q77|Uruguay|
uz|Q265|Uzbekistan|
va|Q237|Vatikan|Tahta Suci;Vatican;Vatican City
vc|Q757|Saint Vincent dan Grenadine|Saint Vincent and the Grenadines
ve|Q717|Venezuela|
vn|Q881|Vietnam|Viet Nam
vu|Q686|Vanuatu|
ws|Q683|Samoa|
xk|Q1246|Kosovo|
ye|Q805|Yaman|Yemen
za|Q258|Afrika Selatan|Afsel;South Africa
zm|Q953|Zambia|
zw|Q954|Zimbabwe|
mp|Q16644|Kepulauan Mariana Utara|Mariana Utara;Northern Mariana Islands
gb-eng|Q21|England|
gb-sct|Q22|Skotlandia|Scotland
gb-wls|Q25|Wales|
gb-nir|Q26|Irlandia Utara|Northern Ireland
`;
