"""The words of column headers, Dutch and English, with the abbreviations of HR, payroll, care and municipal systems.

One meaning a line, `meaning: spellings`; a meaning of several words ("geboorte datum: dob") is what a short form stands for.
"""

from __future__ import annotations

from typing import Final

WORDS: Final = """
bsn: bsn bsnr sofi sofinr ssn
sv: sv
burger: burger citizen
service: service
nationaal: nationaal national rijksregister
social: social sociaal sociale
security: security verzekering
nummer: nummer nummers nr nrs num numr number numbers nmr no
id: id ids identifier identificatie identificatienummer uuid guid
code: code codes cd kode
pseudoniem: pseudoniem pseudo pseudonym pseudoid pseudocode pseudokey gepseudonimiseerd respondent respondentnr\
 respondentid
sleutel: sleutel key hash token
datum: datum dat dt dtm date dates
dag: dag day
dagen: dagen days dgn
jaar: jaar year jr annual
maand: maand month mnd monthly maandelijks
week: week weekly
uur: uur uren hour hours hourly uurs
geboorte: geboorte geb gebrt birth born geboren
geboorte datum: gebdd gebdat gebdatum gebdt gbdt gbdat gebd dob birthday birthdate bday geboortedag gebdtm verjaardag\
 verjaardagen
geboorte plaats: gebplaats gbort birthplace
naam: naam namen nm name names naamveld
voor naam: voornm vnaam vn vrnaam firstname forename voorn fname givenname roepnm rnaam voornaam
achter naam: eigennaam gbnaam achternm anaam lastname surname lname familyname gebnaam geslnaam achtern acternaam achternaam
voor: voor first given
achter: achter last sur family familie
roep: roep call nick preferred
meisjes: meisjes maiden
infix: tussenvoegsel tussenvoegsels tussenv tv tsv tussenvgsl voorvoegsel voorvoegsels voorv vv vvgsl vrvgsl infix\
 middle middlename voegsel tvgsl tsnvgsl tssnvgsl tussenvgs tusv
initialen: vltrs vrltrs voorltrs voorletters voorletter voorl vl vrl initialen initials inits init
aanhef: aanhef salutation titulatuur title2 mr mevr
volledig: volledige volledig full complete officiele officieel legal weergavenaam display
persoon nummer: regnr registratienr registratienummer persoonsnr persoonsnummer
medewerker nummer: loonnummer loonnr salarisnummer dienstverbandnummer
persoon: rekeninghouder tenaamstelling persoon person persons people prs individu mens gezinslid personal2
medewerker: personnel medewerker mdw mdwr medew medewrk werknemer wn wnr wkn wrkn wrkr werkn employee emp empl personeels\
 personeelslid pers staff worker ambtenaar collega resource
medewerker meer: medewerkers werknemers employees personeel workers ambtenaren collegas
client meer: clienten bewoners patienten leerlingen studenten deelnemers inwoners kandidaten cursisten jeugdigen\
 huurders leden personen
client: client clnt bewoner patient pat leerling lln student deelnemer inwoner kandidaat sollicitant cursist kind\
 kinderen jeugdige huurder verzekerde betrokkene bijstandsgerechtigde uitkeringsgerechtigde zorgvrager lid pupil\
 applicant candidate member tenant pgn onderwijs belastingplichtige partner echtgenoot ouder verzorger verdachte\
 slachtoffer melder\
 belanghebbende gezinshoofd contractant medehuurder medebewoner zorgbehoevende hulpvrager
medewerker nummer: persnr pernr mdwnr mednr medewerkernr wnnr werknr werknemernr empno empid empnr staffid stamnr stamnummer\
 pnr employeeid employeeno employeenumber personid2 personeelsnr medewerkerid mdwid
client nummer: clientnr clientid clnr cltnr patientnr patientid patnr patid lllnr llnr leerlingnr leerlingnummer\
 studentnr deelnemernr lidnr lidnummer mrn
leidinggevende: leidinggevende leidinggevenden lg manager mgr supervisor teamleider teamlead chef hoofd\
 contactpersoon contactpersonen contact cp aanspreekpunt eigenaar owner verantwoordelijke behandelaar uitvoerder\
 auteur author adviseur accountmanager projectleider trekker actiehouder beheerder consultant casemanager\
 begeleider mentor regisseur voorzitter opsteller reviewer spreker indiener aanvrager arts verpleegkundige docent\
 leraar leerkracht huisarts specialist
functie: functie functies job position rol role beroep profession occupation functietitel functienaam\
 functieomschrijving fie
afdeling: afdeling afdelingen afd department departments dept dep team teams unit divisie directie sector cluster\
 bureau ou organisatieeenheid orgeenheid oe kostenplaats kpl costcenter kst vestiging locatienaam
organisatie: organisatie organisaties org organisation organization bedrijf bedrijven bedrijfs company firma\
 onderneming werkgever employer instelling leverancier leveranciers supplier vendor relatie relaties debiteur\
 debiteuren deb crediteur crediteuren cred opdrachtgever stichting praktijk zorgaanbieder zorgverlener aannemer\
 partij gemeente gemeenten klant klanten customer customers afnemer handelsnaam vennootschap rechtspersoon school\
 scholen ziekenhuis concern
herkomst: herkomst origin
eigen: eigen own
document: document documenten documentnr documentnummer
ding: project projecten projectnaam product producten artikel item items systeem systemen system applicatie app\
 software bestand bestandsnaam file filename map proces process stap activiteit activity gebouw object objecten\
 ruimte kamer zaal dienst diensten cursus module server host domein rapport report categorie category groep group\
 soort status fase omgeving taak task risico actie maatregel indicator kpi thema onderwerp subject titel rubriek\
 variabele parameter feature story sprint scenario testgeval voertuig auto merk model wijk buurt land country regio\
 provincie wetboek
adres: woont adres adressen adr address addresses addr
straat: straat straatnaam str street strt straatn
huisnummer: huisnummer huisnr hnr hsnr hsnmr huisnrs housenumber houseno
toevoeging: toevoeging toev huisletter toevoegingen huisnrtoev
huis: huis house
postcode: postcode pcd pc postc zip postal zipcode postalcode pstcd pcode pstlz postkode pc6
plaats: plaats plts plaatsnaam city town stad woonpl wpl wplts
woon: woon home residence thuis residential
post: post correspondentie
bezoek: bezoek
vestigings: vestigings standplaats werkplek werklocatie werkadres kantoor
telefoon: telefoon telefoons telefoonnummer tel tele telnr telnrs phone tlf telf mobiel mobiele mob mobile gsm cell\
 fax doorkiesnummer doorkies
email: email emails mail emailadres mailadres emailaddress mailbox
iban: iban ibannr ibannummer
bank: bank
rekening: rekening rek bankrekening rekeningnummer rekeningnr bankrek reknr bankrekeningnummer bankaccount bankacc bnkrek giro
salaris: salaris salarissen sal sals salary salaries salarisbedrag loon lonen wage wages pay inkomen income\
 bezoldiging gage beloning compensation bonus toelage toeslag vakantiegeld eindejaarsuitkering earnings\
 remuneration uurloon jaarloon maandloon svloon gratificatie salarisbdr loonbedrag ikv schaalsalaris periodesalaris
pensioengrondslag: pensioengrondslag pensgrondslag
pensioen: pensioen pens
grondslag: grondslag grondsl
gevend: gevend
looncomponent: looncomponent loonsoort looncode wagetype lgart loonheffing loonbelasting lh loonstaat\
 pensioenpremie inhouding ingehouden
uitkering: uitkering uitkeringsbedrag benefit
uitbetaald: uitbetaald uitbetaling uitbetalen
bruto: bruto brt gross
netto: netto net nett
bedrag: bedrag bedragen bdr amount amt waarde2 betrag
schaal: schaal scale salarisschaal loonschaal grade schl functieschaal sch
trede: trede tree periodiek step trd salaristrede ancienniteit
ziek: ziek zieke ziekte zieken ziekmelding ziekmeldingen ziekmeld verzuim verz verzuimmelding sick sickness illness\
 disease ziekteverzuim ziekteverlof ziektedagen ziekgemeld zkt vzm vzmd absenteeism
afwezig: afwezig afwezigheid absence absent absenties absentie
verlof: verlof leave verlofsoort
diagnose: diagn diagncode icpc nevendiagnose\
 diagnose diagnoses diagnosen diagnosis diag icd icd10 dsm dbc hoofddiagnose ziektebeeld aandoening\
 aandoeningen
medisch: medicijngebruik zorgzwaartepakket ciz bijzonderhedenmedisch gezondheidstoestand medisch medische medical\
 medicatie medicijn medicijnen medication medicine allergie allergieen allergy allergies disability bloedgroep\
 vaccinatie vaccinatiestatus zorgprofiel zorgzwaarte zorgindicatie gezondheid therapie gehandicapt klachtenbeeld\
 symptomen letsel verwonding injury bloeduitslag labuitslag vitaal
zwanger: zwanger zwangerschap zwangerschapsverlof pregnancy maternity bevalling
bedrijfsarts: bedrijfsarts arboarts arbodienst spreekuur
herstel: herstel hersteld hersteldatum herstelmelding betermelding beter recovery
ao: ao
arbeidsongeschikt: arbeidsongeschikt arbeidsongeschiktheid aop aoklasse wao wia wga iva wajong\
 arbeidsongeschiktheidspercentage arbeidsgehandicapt arbeidsbeperking doelgroepregister
reintegratie: reintegratie poortwachter belastbaarheid eerstejaarsevaluatie
zorg: behandeling behandelingen treatment behandelplan beperking beperkingen handicap hulpmiddel hulpmiddelen\
 health condition conditions klacht klachten indicatie indicaties ondersteuning zorg zorgvraag zorgbehoefte\
 dieet dieetwens dieetwensen dieten diet grondslag\
 hulpvraag problematiek aanmeldklacht verwijsreden ondersteuningsbehoefte
vakbond: bondslidmaatschap vakbondscontributie bondscontributie vakbond vakbonden union vakbondslid\
 vakbondslidmaatschap bondslid vakvereniging vakorganisatie
religie: doop belijdenis dooplid kerklid\
 religie geloof geloofsovertuiging godsdienst kerk kerkgenootschap kerkelijke levensovertuiging religion\
 faith religious konfession confession denominatie kerkelijk gezindte konfe
etniciteit: bevolkingsgroep roots huidskleur etniciteit etnisch etnische afkomst ethnicity ethnic migratieachtergrond
migratie: migratie
achtergrond: achtergrond background
cultureel: culturele cultureel cultural cultuur
straf: straf strafrechtelijk strafrechtelijke strafbaar strafbare criminal vog
veroordeling: antecedent justitieel justitiele veroordeling veroordelingen veroordeeld conviction convictions\
 strafblad delict delicten strafbaarfeit detentie parketnummer parketnr antecedenten misdrijf offence offense
feit: feit feiten record records
seksueel: seksueel seksuele sexual geaardheid
gerichtheid: gerichtheid voorkeur orientation orientatie
politiek: partijlidmaatschap partijlid politieke politiek political
paspoort: paspoort passport paspoortnr paspoortnummer
rijbewijs: rijbewijs rijbewijsnr rijbewijsnummer driving driver
licence: licence license
identiteit: identiteitskaart identiteitsbewijs identiteits idkaart idbewijs legitimatie legitimatiebewijs\
 identiteitsdocument idnummer2 icnum idnr2 wid widdocument verblijfsdocument verblijfsvergunning reisdocument\
 vreemdelingendocument verblijfstitel
bewijs: bewijs kaart card
big: big bignummer bignr bigregistratie
credit: credit creditcard creditcardnummer
geslacht: geslacht gesl gender sex geslachts gesch mv
nationaliteit: nationaliteit nationaliteiten natie nationality nat natio
burgerlijke: burgerlijke marital burg
staat: staat status2 state
leeftijd: leeftijd lft lftd age
indienst: indienst indiensttreding indiensttredingsdatum datumindienst hire hired hiredate startdate indienstdatum\
 uitdienst uitdiensttreding uitdienstdatum dienstverband dienstjaren contracttype contractsoort arbeidsovereenkomst\
 employment termination datindienst datuitdienst
dienst: dienst
deeltijd: deeltijd deeltijdfactor parttime pt parttimefactor parttimepercentage fte ftes wtf contracturen\
 deeltijdpercentage
opleiding: opleiding opleidingsniveau education diploma
order: order orders ordernr ordernummer bestelling bestel inkooporder po
factuur: factuur facturen invoice factuurnr factuurnummer fact inv faktuur
zaak: zaak zaken zaaknr zaaknummer case casenr ticket ticketnr incident incidentnr melding meldingsnummer meldingnr\
 wijziging
dossier: dossier dossiers dossiernr dossiernummer
polis: polis polissen contract contractnr contractnummer
barcode: barcode ean ean13 ean8 gtin sku serienummer serial imei artikelnummer artikelnr artikelcode isbn upc batch\
 lot
boeking: boeking boekingsnummer boekstuk boekstuknummer transactie transaction betaling payment grootboek kenmerk\
 referentie ref reference betalingskenmerk journaal
kenteken: kenteken
ip: ip mac port poort versie version build
fiscaal: fiscaal fiscale fiscal tax
taal: taal thuistaal moedertaal spreektaal voertaal language languages
klas: klas leerjaar stamgroep jaargroep lesgroep mentorgroep basisgroep
kvk: kvk kvknr kvknummer rsin btw btwnr btwnummer vat agb agbcode uzovi oin brin vestigingsnummer\
 loonheffingennummer lhnummer duns eori nzacode
gemiddeld: gemiddeld gemiddelde gem avg average mean mediaan median p10 p25 p50 p75 p90 benchmark
aantal: aantal aantallen aant count cnt qty quantity headcount hoeveelheid personeelssterkte bezetting
totaal: totaal totale total totals tot som sum subtotaal
percentage: percentage percentages perc pct procent percent aandeel
begroot: begroot begroting budget prognose realisatie kosten cost costs omzet revenue prijs price tarief rate\
 uurtarief verschil saldo balance btwbedrag excl incl huur huurprijs rent premie winst marge
minimum: min minimum max maximum bandbreedte ondergrens bovengrens
begin: begin start vanaf since sinds eerste ingangsdatum ingang begda
eind: eind einde end tot einddatum endda until laatste
veld: veld velden veldnaam field fieldname fields kolom kolomnaam column attribuut attribute element dataelement\
 gegeven gegevens kenmerknaam bronveld doelveld sourcefield targetfield tag datafield rubrieknaam
type: type datatype gegevenstype format formaat lengte length verplicht required mandatory optioneel optional\
 nullable len
bron: bron source doel target doelsysteem bronsysteem mapping transformatie transformation conversie conversieregel\
 regel
voorbeeld: voorbeeld voorbeelden voorbeeldwaarde example sample
waarde: waarde value values antwoord ingevuld invulling inhoud
tekst: opmerking opmerkingen toelichting notitie notities remark remarks comment comments memo bijzonderheden\
 omschrijving description beschrijving tekst text uitleg definitie reactie bevinding vraag
reden: reden oorzaak reason cause aard
prive: prive private personal persoonlijk persoonlijke
gebruiker: gebruiker gebruikersnaam user username login inlognaam
tijd: tijd time tijdstip
zorgverzekering: ziektekostenverzekering ziektekosten zorgverzekering zorgverzekeraar
zakelijk: zakelijk zakelijke werk work business
nood: nood ice emergency noodgeval
"""

FILLERS: Final = """
de het een van der den en of in op per bij met uit te ten is om aan als naar door zonder the of a an and or to for with by
at e s d i o t m incl inclusief dd mm jjjj yyyy eur euro x huidige huidig current nieuwe nieuw oude oud laatst actuele tbl fld
vw dbo col eerste tweede primair primaire primary secundair main default old new punten spaties cijfers zie kopie copy vaste
vast verplichte basis base fulltime voltijd standaard
"""
"""Say nothing of what a column is about."""
