"""The words of column headers, Dutch and English, with the abbreviations of HR, payroll, care and municipal systems.

`WORDS`: one meaning a line, `meaning: spellings`; a meaning of several words ("geboorte datum: dob") is what a short form
stands for. `PHRASES`: what a header is about when it has all the words of a phrase; the longest phrase wins.
"""

from __future__ import annotations

from typing import Final

from app.detect.content.fields import Field, Mark

WORDS: Final = """
bsn: bsn bsnr sofi sofinr ssn
burger: burger citizen
service: service
social: social sociaal sociale
security: security verzekering
nummer: nummer nummers nr nrs num numr number numbers nmr no
id: id ids identifier identificatie identificatienummer uuid guid
code: code codes cd kode
pseudoniem: pseudoniem pseudo pseudonym pseudoid pseudocode pseudokey gepseudonimiseerd respondent respondentnr respondentid
sleutel: sleutel key hash token
datum: datum dat dt dtm date dates
dag: dag day
dagen: dagen days dgn
jaar: jaar year jr annual
maand: maand month mnd monthly maandelijks
week: week weekly
uur: uur uren hour hours hourly uurs
geboorte: geboorte geb gebrt birth born geboren
geboorte datum: gebdat gebdatum gebdt gbdt gbdat gebd dob birthday birthdate bday geboortedag gebdtm verjaardag verjaardagen
geboorte plaats: gebplaats gbort birthplace
naam: naam namen nm name names naamveld
voor naam: voornm vnaam vn vrnaam firstname forename voorn fname givenname roepnm rnaam voornaam
achter naam: achternm anaam lastname surname lname familyname gebnaam geslnaam achtern acternaam achternaam
voor: voor first given
achter: achter last sur family familie
roep: roep call nick preferred
meisjes: meisjes maiden
infix: tussenvoegsel tussenvoegsels tussenv tv tsv tussenvgsl voorvoegsel voorvoegsels voorv vv vvgsl vrvgsl infix middle middlename voegsel tvgsl
initialen: voorletters voorletter voorl vl vrl initialen initials inits init
aanhef: aanhef salutation titulatuur title2 mr mevr
volledig: volledige volledig full complete officiele officieel legal weergavenaam display
persoon: rekeninghouder tenaamstelling persoon person persons people prs individu mens gezinslid personal2
medewerker: medewerker mdw mdwr medew medewrk werknemer wn wnr wkn wrkn wrkr werkn employee emp empl personeels personeelslid pers staff\
 worker ambtenaar collega resource
medewerker meer: medewerkers werknemers employees personeel workers ambtenaren collegas
client meer: clienten bewoners patienten leerlingen studenten deelnemers inwoners kandidaten cursisten jeugdigen huurders leden personen
client: client clnt bewoner patient pat leerling \
 lln student deelnemer inwoner kandidaat sollicitant cursist kind\
 kinderen jeugdige huurder verzekerde betrokkene bijstandsgerechtigde uitkeringsgerechtigde\
 zorgvrager lid pupil applicant candidate member tenant pgn onderwijs belastingplichtige partner echtgenoot ouder\
 verzorger verdachte slachtoffer melder
medewerker nummer: persnr pernr mdwnr mednr medewerkernr wnnr werknr werknemernr empno empid empnr staffid stamnr stamnummer pnr\
 employeeid employeeno employeenumber personid2 personeelsnr medewerkerid mdwid
client nummer: clientnr clientid clnr cltnr patientnr patientid patnr patid lllnr llnr leerlingnr leerlingnummer studentnr\
 deelnemernr lidnr lidnummer mrn
leidinggevende: leidinggevende leidinggevenden lg manager mgr supervisor teamleider teamlead chef hoofd contactpersoon\
 contactpersonen contact cp aanspreekpunt eigenaar owner verantwoordelijke behandelaar uitvoerder auteur author adviseur\
 accountmanager projectleider trekker actiehouder beheerder consultant casemanager begeleider mentor regisseur voorzitter\
 opsteller reviewer spreker indiener aanvrager arts verpleegkundige docent leraar leerkracht huisarts specialist
functie: functie functies job position rol role beroep profession occupation functietitel functienaam functieomschrijving fie
afdeling: afdeling afdelingen afd department departments dept dep team teams unit divisie directie sector cluster bureau ou\
 organisatieeenheid orgeenheid oe kostenplaats kpl costcenter kst vestiging locatienaam
organisatie: organisatie organisaties org organisation organization bedrijf bedrijven bedrijfs company firma onderneming\
 werkgever employer instelling leverancier leveranciers supplier vendor relatie relaties debiteur debiteuren deb\
 crediteur crediteuren cred opdrachtgever stichting praktijk zorgaanbieder zorgverlener aannemer partij gemeente gemeenten\
 klant klanten customer customers afnemer handelsnaam vennootschap rechtspersoon school scholen ziekenhuis concern
ding: project projecten projectnaam product producten artikel item items systeem systemen system applicatie app software\
 bestand bestandsnaam file filename map document documenten proces process stap activiteit activity gebouw object\
 objecten ruimte kamer zaal dienst diensten cursus module server host domein rapport report categorie category groep group\
 soort status fase omgeving taak task risico actie maatregel indicator kpi thema onderwerp subject titel rubriek variabele\
 parameter feature story sprint scenario testgeval voertuig auto merk model wijk buurt land country regio provincie wetboek
adres: adres adressen adr address addresses addr
straat: straat straatnaam str street strt straatn
huisnummer: huisnummer huisnr hnr hsnr hsnmr huisnrs housenumber houseno
toevoeging: toevoeging toev huisletter toevoegingen huisnrtoev
huis: huis house
postcode: postcode pc postc zip postal zipcode postalcode pstcd pcode pstlz postkode pc6
plaats: plaats plts plaatsnaam city town stad woonpl
woon: woon home residence thuis residential
post: post correspondentie
bezoek: bezoek
vestigings: vestigings standplaats werkplek werklocatie werkadres kantoor
telefoon: telefoon telefoons telefoonnummer tel tele telnr telnrs phone tlf telf mobiel mobiele mob mobile gsm cell fax\
 doorkiesnummer doorkies
email: email emails mail emailadres mailadres emailaddress mailbox
iban: iban ibannr ibannummer
bank: bank
rekening: rekening rek bankrekening rekeningnummer rekeningnr bankrek reknr bankrekeningnummer bankaccount giro
salaris: salaris salarissen sal sals salary salaries salarisbedrag loon lonen wage wages pay inkomen income bezoldiging gage\
 beloning compensation bonus toelage toeslag vakantiegeld eindejaarsuitkering earnings remuneration uurloon jaarloon\
 maandloon svloon gratificatie salarisbdr loonbedrag ikv
looncomponent: looncomponent loonsoort looncode wagetype lgart loonheffing loonbelasting lh loonstaat pensioenpremie inhouding
bruto: bruto brt gross
netto: netto net nett
bedrag: bedrag bedragen bdr amount amt waarde2 betrag
schaal: schaal scale salarisschaal loonschaal grade schl functieschaal sch
trede: trede tree periodiek step trd salaristrede ancienniteit
ziek: ziek zieke ziekte zieken ziekmelding ziekmeldingen ziekmeld verzuim verz verzuimmelding sick sickness illness disease\
 ziekteverzuim ziekteverlof ziektedagen ziekgemeld zkt
afwezig: afwezig afwezigheid absence absent absenties absentie verlof leave verlofsoort
diagnose: diagnose diagnoses diagnosen diagnosis diag icd icd10 dsm dbc hoofddiagnose ziektebeeld aandoening aandoeningen
medisch: medisch medische medical medicatie medicijn medicijnen medication medicine allergie allergieen allergy\
 allergies disability bloedgroep vaccinatie vaccinatiestatus zorgprofiel zorgzwaarte\
 zorgindicatie gezondheid therapie gehandicapt klachtenbeeld symptomen
zwanger: zwanger zwangerschap zwangerschapsverlof pregnancy maternity bevalling
bedrijfsarts: bedrijfsarts arboarts arbodienst spreekuur
herstel: herstel hersteld hersteldatum herstelmelding betermelding beter recovery
ao: ao
arbeidsongeschikt: arbeidsongeschikt arbeidsongeschiktheid aop aoklasse wao wia wga iva wajong arbeidsongeschiktheidspercentage\
 arbeidsgehandicapt arbeidsbeperking doelgroepregister
reintegratie: reintegratie poortwachter belastbaarheid eerstejaarsevaluatie
zorg: behandeling behandelingen treatment behandelplan beperking beperkingen handicap hulpmiddel hulpmiddelen health condition conditions\
 klacht klachten indicatie indicaties ondersteuning zorg zorgvraag zorgbehoefte
vakbond: vakbond vakbonden union vakbondslid vakbondslidmaatschap bondslid vakvereniging vakorganisatie
religie: religie geloof geloofsovertuiging godsdienst kerk kerkgenootschap kerkelijke levensovertuiging religion faith religious\
 konfession confession denominatie kerkelijk gezindte konfe
etniciteit: etniciteit etnisch etnische afkomst ethnicity ethnic migratieachtergrond
migratie: migratie
achtergrond: achtergrond background
straf: straf strafrechtelijk strafrechtelijke strafbaar strafbare criminal
veroordeling: justitieel justitiele veroordeling veroordelingen veroordeeld conviction convictions strafblad delict delicten strafbaarfeit detentie\
 parketnummer parketnr antecedenten misdrijf offence offense
feit: feit feiten record records
seksueel: seksueel seksuele sexual geaardheid
gerichtheid: gerichtheid voorkeur orientation orientatie
politiek: politieke politiek political
paspoort: paspoort passport paspoortnr paspoortnummer
rijbewijs: rijbewijs rijbewijsnr rijbewijsnummer driving driver
licence: licence license
identiteit: identiteitskaart identiteitsbewijs identiteits idkaart idbewijs legitimatie legitimatiebewijs identiteitsdocument\
 idnummer2 icnum idnr2
bewijs: bewijs kaart card
big: big bignummer bignr bigregistratie
credit: credit creditcard creditcardnummer
geslacht: geslacht gesl gender sex geslachts gesch mv
nationaliteit: nationaliteit nationaliteiten natie nationality nat natio
burgerlijke: burgerlijke marital burg
staat: staat status2 state
leeftijd: leeftijd lft lftd age
indienst: indienst indiensttreding indiensttredingsdatum datumindienst hire hired hiredate startdate indienstdatum uitdienst\
 uitdiensttreding uitdienstdatum dienstverband dienstjaren contracttype contractsoort arbeidsovereenkomst employment\
 termination datindienst datuitdienst
dienst: dienst
deeltijd: deeltijd deeltijdfactor parttime pt parttimefactor parttimepercentage fte ftes wtf contracturen deeltijdpercentage
opleiding: opleiding opleidingsniveau education diploma
order: order orders ordernr ordernummer bestelling bestel inkooporder po
factuur: factuur facturen invoice factuurnr factuurnummer fact inv faktuur
zaak: zaak zaken zaaknr zaaknummer case casenr ticket ticketnr incident incidentnr melding meldingsnummer meldingnr wijziging
dossier: dossier dossiers dossiernr dossiernummer
polis: polis polissen contract contractnr contractnummer
barcode: barcode ean ean13 ean8 gtin sku serienummer serial imei artikelnummer artikelnr artikelcode isbn upc batch lot
boeking: boeking boekingsnummer boekstuk boekstuknummer transactie transaction betaling payment grootboek kenmerk referentie ref\
 reference betalingskenmerk journaal
kenteken: kenteken
ip: ip mac port poort versie version build
kvk: kvk kvknr kvknummer rsin btw btwnr btwnummer vat fiscaal agb agbcode uzovi oin brin vestigingsnummer loonheffingennummer\
 lhnummer duns eori nzacode
gemiddeld: gemiddeld gemiddelde gem avg average mean mediaan median p10 p25 p50 p75 p90 benchmark
aantal: aantal aantallen aant count cnt qty quantity headcount hoeveelheid personeelssterkte bezetting
totaal: totaal totale total totals tot som sum subtotaal
percentage: percentage percentages perc pct procent percent aandeel
begroot: begroot begroting budget prognose realisatie kosten cost costs omzet revenue prijs price tarief rate uurtarief verschil\
 saldo balance btwbedrag excl incl
minimum: min minimum max maximum bandbreedte ondergrens bovengrens
begin: begin start vanaf since sinds eerste ingangsdatum ingang begda
eind: eind einde end tot einddatum endda until laatste
veld: veld velden veldnaam field fieldname fields kolom kolomnaam column attribuut attribute element dataelement gegeven gegevens\
 kenmerknaam bronveld doelveld sourcefield targetfield tag datafield rubrieknaam
type: type datatype gegevenstype format formaat lengte length verplicht required mandatory optioneel optional nullable len
bron: bron source doel target doelsysteem bronsysteem mapping transformatie transformation conversie conversieregel regel
voorbeeld: voorbeeld voorbeelden voorbeeldwaarde example sample
waarde: waarde value values antwoord ingevuld invulling inhoud
tekst: opmerking opmerkingen toelichting notitie notities remark remarks comment comments memo bijzonderheden omschrijving\
 description beschrijving tekst text uitleg definitie reactie bevinding vraag
reden: reden oorzaak reason cause aard
prive: prive private personal persoonlijk persoonlijke
gebruiker: gebruiker gebruikersnaam user username login inlognaam
tijd: tijd time tijdstip
zorgverzekering: ziektekostenverzekering ziektekosten zorgverzekering zorgverzekeraar
zakelijk: zakelijk zakelijke werk work business
nood: nood ice emergency noodgeval
"""

FILLERS: Final = frozenset(
    "de het een van der den en of in op per bij met uit te ten is om aan als naar door zonder the of a an and or to for with"
    " by at e s d i o incl inclusief dd mm jjjj yyyy eur euro x huidige huidig current nieuwe nieuw oude oud laatst actuele"
    " tbl fld vw dbo col str2 eerste tweede primair primaire primary secundair main default old new punten spaties cijfers zie"
    " t m kopie copy vaste vast verplichte".split()
)
"""Say nothing of what a column is about."""

PHRASES: Final[tuple[tuple[Field, tuple[str, ...]], ...]] = (
    (Field.BSN, ("bsn", "burger service nummer", "burger service", "social security", "social security nummer")),
    (
        Field.LAST_NAME,
        ("achter naam", "achter", "geslacht naam", "meisjes naam", "geboorte naam", "infix achter naam"),
    ),
    (Field.FIRST_NAME, ("voor naam", "roep naam", "roep")),
    (Field.INFIX, ("infix",)),
    (Field.INITIALS, ("initialen",)),
    (
        Field.NAME,
        (
            "volledig naam",
            "volledig",
            "medewerker naam",
            "medewerker",
            "client naam",
            "client",
            "persoon naam",
            "persoon",
            "voor naam achter naam",
            "initialen achter naam",
            "naam leidinggevende",
            "leidinggevende",
            "naam initialen",
            "naam infix",
            "nood naam",
        ),
    ),
    (Field.WEAK_NAME, ("naam",)),
    (Field.BIRTH_DATE, ("geboorte datum", "geboorte", "geboorte dag")),
    (Field.BIRTH_YEAR, ("geboorte jaar",)),
    (Field.PERSON_FACT, ("geboorte plaats", "geboorte ding", "nationaliteit", "burgerlijke staat", "deeltijd", "opleiding")),
    (Field.EMPLOYEE_NUMBER, ("medewerker nummer", "medewerker id", "medewerker code")),
    (
        Field.PERSON_KEY,
        ("client nummer", "client id", "client code", "client dossier"),
    ),
    (Field.PERSON_NUMBER, ("persoon nummer", "persoon id", "persoon code")),
    (
        Field.OPAQUE_KEY,
        (
            "pseudoniem",
            "pseudoniem id",
            "pseudoniem client",
            "pseudoniem medewerker",
            "pseudoniem nummer",
            "sleutel persoon",
            "sleutel client",
            "sleutel medewerker",
        ),
    ),
    (
        Field.ID_DOCUMENT,
        (
            "paspoort",
            "paspoort nummer",
            "rijbewijs",
            "rijbewijs nummer",
            "rijbewijs licence",
            "rijbewijs licence nummer",
            "identiteit",
            "identiteit nummer",
            "id bewijs",
            "id bewijs nummer",
            "paspoort id",
            "paspoort id bewijs",
            "paspoort rijbewijs",
        ),
    ),
    (Field.BIG_NUMBER, ("big", "big nummer")),
    (Field.CREDIT_CARD, ("credit", "credit bewijs", "credit nummer", "credit bewijs nummer", "bewijs nummer")),
    (Field.EMAIL, ("email", "email adres", "email leidinggevende", "email medewerker", "email client")),
    (
        Field.PHONE,
        (
            "telefoon",
            "telefoon nummer",
            "telefoon woon",
            "telefoon leidinggevende",
            "telefoon medewerker",
            "telefoon client",
            "nood nummer",
        ),
    ),
    (Field.IBAN, ("iban", "iban nummer", "rekening", "rekening nummer", "bank rekening", "bank nummer")),
    (Field.STREET, ("straat", "straat naam", "straat huisnummer", "straat huis nummer", "adres straat")),
    (Field.HOUSE_NUMBER, ("huisnummer", "huis nummer", "toevoeging", "huisnummer toevoeging", "huis nummer toevoeging")),
    (Field.POSTCODE, ("postcode", "post code", "postcode code", "postcode nummer")),
    (Field.ADDRESS, ("adres", "woon adres", "post adres", "bezoek adres", "adres postcode plaats", "straat postcode plaats")),
    (Field.CITY, ("plaats", "woon plaats", "adres plaats", "postcode plaats")),
    (Field.FUNCTION, ("functie", "functie naam", "functie medewerker", "functie leidinggevende")),
    (Field.DEPARTMENT, ("afdeling", "afdeling naam", "afdeling code", "afdeling nummer")),
    (Field.ORGANISATION, ("organisatie", "organisatie naam")),
    (
        Field.SALARY,
        (
            "salaris",
            "bruto salaris",
            "netto salaris",
            "salaris bedrag",
            "bruto maand",
            "netto maand",
            "bruto jaar",
            "netto jaar",
            "bruto uur",
            "salaris maand",
            "salaris jaar",
            "medewerker salaris",
            "salaris deeltijd",
            "looncomponent bedrag",
        ),
    ),
    (Field.PAY_PART, ("bruto", "netto")),
    (Field.AMOUNT, ("bedrag", "bruto bedrag", "netto bedrag")),
    (Field.WAGE_TYPE, ("looncomponent", "looncomponent code")),
    (Field.SCALE, ("schaal", "trede", "schaal trede", "salaris schaal", "salaris trede")),
    (
        Field.HEALTH,
        (
            "ziek",
            "ziek datum",
            "ziek dagen",
            "ziek reden",
            "ziek percentage",
            "diagnose",
            "diagnose code",
            "medisch",
            "zwanger",
            "bedrijfsarts",
            "ao percentage",
            "arbeidsongeschikt",
            "arbeidsongeschikt percentage",
            "reintegratie",
            "reden ziek",
            "ziek begin",
            "ziek eind",
            "begin ziek datum",
        ),
    ),
    (Field.WEAK_HEALTH, ("zorg", "herstel", "herstel datum", "ao", "zorg datum", "zorg begin")),
    (Field.LEAVE, ("uur ding", "dag ding", "afwezig ding", "afwezig", "afwezig reden", "afwezig code")),
    (Field.UNION, ("vakbond", "vakbond client", "vakbond naam")),
    (Field.RELIGION, ("religie",)),
    (Field.ETHNICITY, ("etniciteit", "migratie achtergrond")),
    (Field.CRIMINAL, ("veroordeling", "straf feit", "straf")),
    (Field.ORIENTATION, ("seksueel", "seksueel gerichtheid")),
    (Field.POLITICS, ("politiek gerichtheid", "politiek organisatie", "politiek")),
    (Field.GENDER, ("geslacht",)),
    (Field.AGE, ("leeftijd",)),
    (Field.PERSON_DATE, ("indienst", "dienst datum", "indienst datum", "datum indienst")),
    (Field.COUNT, ("aantal", "aantal medewerker", "aantal client", "totaal", "aantal dagen", "percentage", "minimum")),
    (Field.MEASURE, ("gemiddeld", "begroot", "uur", "dagen", "week", "jaar", "maand")),
    (Field.DATE, ("datum", "begin datum", "eind datum", "begin", "eind")),
    (
        Field.THING_NUMBER,
        (
            "order",
            "order nummer",
            "factuur",
            "factuur nummer",
            "zaak",
            "zaak nummer",
            "dossier",
            "dossier nummer",
            "polis",
            "polis nummer",
            "barcode",
            "boeking",
            "boeking nummer",
            "kenteken",
            "ip",
            "ding nummer",
            "ding id",
            "ding code",
            "afdeling nummer",
            "functie nummer",
            "functie code",
        ),
    ),
    (Field.ORGANISATION_NUMBER, ("kvk", "kvk nummer", "kvk code", "organisatie nummer", "organisatie code", "organisatie id")),
    (Field.THING, ("ding", "ding naam", "gebruiker", "gebruiker naam", "zorgverzekering")),
    (Field.NUMBER, ("nummer", "id", "code")),
    (Field.FIELD_NAME, ("veld", "veld naam", "bron veld")),
    (Field.DATA_TYPE, ("type", "bron", "veld type")),
    (Field.EXAMPLE, ("voorbeeld", "voorbeeld waarde")),
    (Field.VALUE, ("waarde",)),
    (Field.TEXT, ("tekst", "reden")),
)

MARKS: Final[dict[Mark, frozenset[str]]] = {
    Mark.AGGREGATE: frozenset({"gemiddeld"}),
    Mark.COUNT: frozenset({"aantal", "totaal", "begroot", "minimum"}),
    Mark.PERSON: frozenset({"medewerker", "client", "persoon"}),
    Mark.OFFICIAL: frozenset({"leidinggevende"}),
    Mark.ORGANISATION: frozenset({"organisatie", "vestigings", "bezoek"}),
    Mark.THING: frozenset({"ding", "order", "factuur", "zaak", "polis", "afdeling", "barcode"}),
    Mark.PRIVATE: frozenset({"prive", "woon", "nood"}),
    Mark.BUSINESS: frozenset({"zakelijk"}),
    Mark.MANY: frozenset({"meer"}),
    Mark.PERCENTAGE: frozenset({"percentage"}),
}

# A header as a whole, in lower case, words parted by one space.
EXACT: Final[dict[str, Field]] = {
    "bsn onderwijsnummer": Field.BSN,
    "bsn onderwijsnr": Field.BSN,
    "sofi bsn": Field.BSN,
    "a nummer": Field.PERSON_KEY,
    "anummer": Field.PERSON_KEY,
    "v nummer": Field.PERSON_KEY,
    "onderwijsnummer": Field.PERSON_KEY,
    "id": Field.NUMBER,
    "nr": Field.NUMBER,
    "no": Field.NUMBER,
    "n": Field.COUNT,
    "m v": Field.GENDER,
    "m v x": Field.GENDER,
    "v m": Field.GENDER,
    "in dienst": Field.PERSON_DATE,
    "uit dienst": Field.PERSON_DATE,
    "in dienst per": Field.PERSON_DATE,
    "datum in dienst": Field.PERSON_DATE,
    "datum uit dienst": Field.PERSON_DATE,
    "contact": Field.NAME,
    "wie": Field.NAME,
    "pt": Field.PERSON_FACT,
    "status": Field.THING,
    "in behandeling": Field.THING,
    "account": Field.NUMBER,
    "aanhef": Field.PERSON_FACT,
    "tav": Field.NAME,
    "t a v": Field.NAME,
    "06": Field.PHONE,
    "06 nummer": Field.PHONE,
    "06 nr": Field.PHONE,
    "gemeente": Field.ORGANISATION,
    "school": Field.ORGANISATION,
    "kind": Field.NAME,
    "contract": Field.THING,
    "pers nr": Field.EMPLOYEE_NUMBER,
}
