"""The vocabulary of what belongs to a client: papers about its people and its business. Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.detect.judging.papers.words import Words
from app.domain.papers import Paper

_LISTS: Final = "{lijst,lijsten,overzicht,bestand,bestanden,register,export,gegevens,administratie,registratie}"

OF_CLIENTS: Final[Mapping[Paper, Words]] = {
    Paper.PAYROLL: Words(
        titles="""{salaris,loon}~{administratie,overzicht,lijst,run,journaal,staat,staten,mutaties,export,bestand,
            verwerking,betalingen,gegevens,kosten,register,verdeelstaat} | verzamel~loonstaat | loon~aangifte |
            salarissen | payroll | payroll~{register,export,run,journal,report,data} | betaal~bestand | uitbetaling{en,}
            salaris{sen,} | gross to net | salary {list,overview,export,register} | looncomponenten |
            salaris~verhogingen | bonus~{lijst, overzicht} | gratificaties | wage {list,register}""",
        terms="""bruto~{loon,salaris} | netto~{loon,salaris} | loonheffing | personeels~{nummer,nr} | salaris~schaal | trede
            | periodiek | vakantie~{toeslag,geld} | pensioen~premie | ikb | eindejaars~uitkering | sv~loon |
            heffings~korting | inhouding{en,} | dienst~verband | uur~loon | fte | deeltijd~{percentage,factor} | schaal
            | loon~component | gross pay | net pay | employee {number,id} | pay grade | werknemers~nummer |
            medewerkers~nummer | parttime | verloning | loon~periode | kosten~plaats""",
    ),
    Paper.PERSONNEL_FILE: Words(
        titles="""personeels~{dossier,dossiers,kaart,formulier,blad,mutatie} | {in,uit}~dienst~{treding,tredingsformulier,
            melding} | stam~kaart | mutatie~formulier personeel | employee {file,record,card} | personnel {file,record}
            | medewerkers~dossier | personalia~formulier | werknemers~{gegevens,verklaring} | werkgevers~verklaring |
            opgaaf gegevens loonheffing{en,} | model opgaaf | onboarding~formulier | ontslag~{brief,aanvraag} |
            vaststellings~overeenkomst | beeindigings~overeenkomst | aanstellings~{brief,besluit}""",
        terms="""personeels~{nummer,nr} | datum in dienst | in dienst {sinds,per} | functie | salaris~schaal | burgerlijke
            staat | nationaliteit | leiding~gevende | werkgever | nood~contact | contact bij nood | dienst~verband |
            emergency contact | marital status | date of hire | geboorte~{datum,plaats} | personalia | contract~vorm |
            proef~tijd | werknemer""",
    ),
    Paper.PERSONNEL_LIST: Words(
        loose_titles="bezetting",
        titles=f"""personeels~{_LISTS} | medewerkers~{_LISTS} | werknemers~{_LISTS} | formatie~{{lijst,overzicht}} |
            bezettings~{{lijst,overzicht}} | employee {{list,register,export,data,overview}} | staff
            {{list,export,register}} | hr {{export,bestand,lijst,extract,overzicht}} | headcount |
            dienst~{{rooster,roosters,lijst}} | rooster | personeels~{{planning,rooster}} |
            personeels~{{bezetting,extract}} | jubilea | verjaardags~{{lijst,kalender}} | adres~lijst personeel |
            workforce {{data,extract}} | hr core extract | personeels~extract | alle medewerkers""",
        terms="""personeels~{nummer,nr} | afdeling | functie | fte | datum {in,uit} dienst | dienst~verband | leiding~gevende
            | kosten~plaats | schaal | trede | cao | contract~soort | geboorte~datum | employee {id,number} | department
            | job title | hire date | manager | organisatie~eenheid | anciënniteit""",
    ),
    Paper.ABSENCE: Words(
        titles="""{verzuim,terugkeer,frequent verzuim,herstel}~gesprek | return to work {meeting,plan,interview} | sickness
            {record,absence,report} | fit note | occupational health {report,advice} |
            {ziektewet,wga,wia}~{dossier,uitkering,beslissing} | deskundigen~oordeel |
            {belastbaarheids,inzetbaarheids}~{profiel,rapport} | {bedrijfsarts,arbo}~{advies,verslag,rapport} | advies
            bedrijfsarts | tweede spoor | ziek thuis | {verzuim,ziekte}~{stand,signalering} |
            verzuim~{overzicht,lijst,registratie,rapport,rapportage,dossier,melding,meldingen,gegevens,export,verslag,
            historie,kaart} | ziek~{melding,meldingen,melders,teverzuim,telijst,teverlof} | hersteld~melding{en,} | plan
            van aanpak {wia,re-integratie,reintegratie,verzuim,wvp,poortwachter} | {bijstelling,evaluatie} plan van
            aanpak | {ziekte,verzuim,afwezigheids}~{uren,dagen,overzicht} | probleem~analyse |
            re~integratie~{verslag,dossier,plan,traject} | terugkoppeling {bedrijfsarts,spreekuur,arbodienst} |
            spreekuur~{verslag,rapportage} | wia~aanvraag | sick leave {report,list,overview} | absence
            {report,list,overview, records} | langdurig {zieken,verzuim} | arbeids~deskundig onderzoek | functionele
            mogelijkheden~lijst | fml | medisch advies | eerstejaars~evaluatie | verlof~{registratie,overzicht} |
            sociaal medisch overleg | smo""",
        terms="""ziek | ziekte | verzuim | bedrijfs~arts | arbo~{dienst,arts} | eerste {ziekte,verzuim}~dag | hersteld |
            herstel~{melding,datum} | belastbaarheid | beperkingen | re~integratie | wia | wet verbetering poortwachter
            | case~manager | werk~hervatting | arbeids~ongeschikt | arbeids~ongeschiktheid | tweede spoor | spoor 2 |
            burn~out | klachten | spreekuur | inzetbaarheid | sick leave | occupational physician | ziek~gemeld |
            verzuim~percentage | opbouw uren | passend{e,} {arbeid,werk} | diagnose""",
    ),
    Paper.APPRAISAL: Words(
        titles="""talent~{review,overzicht,matrix,pool} | vlootschouw | {nine,9} {grid,box} | succession
            {plan,planning,overview} | opvolgings~{planning,overzicht} | performance improvement plan |
            {verbeter,ontwikkel}~plan {medewerker,van} | pop~gesprek |
            {conflict,bemiddelings,afscheids,vertrek,correctie,ontslag,loopbaan,slechtnieuws,aanspreek}~{gesprek,verslag,
            gesprekken} | mediation~{verslag,gesprek,rapport} |
            {schriftelijke,laatste,mondelinge} waarschuwing | waarschuwing | schorsing | non-actiefstelling | ontslag op
            staande voet | op non-actief | verbeter~plan medewerker | gespreks~verslag {medewerker,functioneren,verzuim}
            | pip | written warning | disciplinary {action,letter,hearing} | termination letter | ontslag~aanzegging |
            plan van aanpak functioneren | dossier~opbouw | demotie |
            beoordelings~{gesprek,gesprekken,formulier,verslag,lijst,cyclus} | beoordeling{en,} |
            functionerings~{gesprek,gesprekken,verslag,formulier} | performance {review,reviews,appraisal} | appraisal |
            jaar~gesprek | ontwikkel~gesprek | verbeter~traject | officiele waarschuwing | exit~{gesprek,interview} |
            potentieel~beoordeling | hr3p | personeels~beoordeling | disciplinaire maatregel | berisping |
            {360,360 graden} feedback | feedback~{rapport,verslag,gesprek} {voor,over,van} | {360,peer,upward}
            {feedback,review} {report,for,}""",
        terms="""{high,low} {potential,performance,performer,performers} |
            {hoge,lage,gemiddelde} {potentie,prestatie,prestaties} | potentials | potentie | exit plan | presteert | laatste
            werkdag | waarom ga je weg | reden van vertrek | zou je terugkomen | rapportcijfer | beoordelaar |
            beoordeelde | competenties | functioneren | ontwikkel~punt | sterk{e punten,} | ingevuld door |
            eind~oordeel | onvoldoende | leiding~gevende |
            ontwikkel~punten | verbeter~punten | medewerker | functioneert | samenwerken | resultaat~gericht | appraiser
            | rating | strengths | weaknesses | gesprek~datum | uitstekend | verwachting{en,}""",
    ),
    Paper.APPLICATION: Words(
        titles="""sollicitatie | sollicitatie~{brief,formulier,dossier,gesprek,procedure,verslag} | sollicitanten |
            sollicitanten~{lijst,overzicht} | kandidaten~{lijst,overzicht} | motivatie~brief | job application |
            applicants | {applicant,candidate} list | kandidaat~{profiel,verslag} | selectie~gesprek |
            assessment~{rapport,verslag} | referentie~onderzoek""",
        terms="""sollicitant | kandidaat | vacature | motivatie | opleiding | werk~ervaring | salaris~indicatie |
            beschikbaarheid | selectie~commissie | brief~selectie | candidate | vacancy | applicant | afwijzing""",
    ),
    Paper.CITIZENS: Words(
        titles=f"""{{toekennings,afwijzings,terugvorderings,boete}}~{{besluit,beschikking}} | urgentie~{{verklaring,aanvraag}}
            | persoons~lijst | {{gezins,jeugd}}~{{verslag,dossier}} | leefgeld | brief~adres |
            {{uitkerings,bijstands}}~gerechtigden | inburgeraars | {{rechtmatigheids,fraude}}~onderzoek |
            gesprek~verslag {{wmo,jeugd}} | casus~{{verslag,overleg}} | {{huis,woning}}~uitzetting |
            re-integratie~traject | {{aanvraag,aanvragen}} {{bijzondere bijstand,wmo,parkeervergunning,urgentie}} |
            social services file | housing {{application,benefit}} | inwoners~{_LISTS} |
            burger~{{gegevens,dossier,dossiers}} | uitkerings~{{dossier,gerechtigden,lijst,bestand}} |
            uitkeringen~bestand | bijstands~{{dossier,uitkering,lijst}} |
            client~{{dossier,dossiers,lijst,gegevens,overzicht, bestand,export}} | clienten~{{lijst,bestand,overzicht}}
            | wmo~{{beschikking,aanvraag,melding,dossier,clienten, indicatie,onderzoek}} |
            jeugd~{{hulp,wet,zorg}}~{{dossier,beschikking,clienten,trajecten}} | brp | {{brp,uittreksel}}
            {{uittreksel,brp}} | basisregistratie personen | bijzondere bijstand | keukentafel~gesprek |
            ondersteunings~plan | onderzoeks~verslag wmo | inburgerings~{{plicht,dossier,plan}} | gezins~plan |
            zaak~dossier | beschikking | citizen {{list,records,file}} | benefit {{recipients,claim}} | huis~bezoek |
            leerplicht~{{zaken, verslag}} | adres~onderzoek | persoons~{{lijst,gegevens}} |
            kwijtscheldings~{{verzoek,verzoeken}} | statushouders | {{aanvraag,beschikking}}
            {{uitkering,participatiewet,individuele inkomenstoeslag}} | intake~{{verslag,formulier}}""",
        terms="""inwoner | burger | uitkering | aanvrager | beschikking | bezwaar | gezins~situatie | gezins~samenstelling |
            burgerlijke staat | partner | kinderen | woon~situatie | consulent | participatie~wet | bijstands~norm |
            belanghebbende | hulp~vraag | indicatie | client~nummer | klant~manager | wmo | jeugdwet | zelf~redzaamheid
            | inkomen | vermogen | a~nummer | benefit | household | toekenning | budget~houder | pgb | zaak~nummer |
            geboorte~datum | adres | woon~plaats""",
    ),
    Paper.PATIENTS: Words(
        titles=f"""mdo~{{verslag,}} | multidisciplinair overleg | {{dag,nacht,zorg,avond}}~rapportage |
            zorg~{{kaart,overdracht,mutaties}} | client~kaart | {{signalerings,crisis,begeleidings,ondersteunings}}~plan
            | intake {{ggz,zorg,client}} | indicatie~{{stelling,aanvraag}} | bewoners~{{dossier,bespreking}} |
            triage~{{lijst,formulier}} | wond~{{zorg,rapportage}} | nursing notes | discharge summary | clinical notes |
            progress note | caseload | caseload~overzicht | client~bespreking | casus~bespreking |
            patient~{{dossier,gegevens,lijst,overzicht,kaart,status}} | patienten~{_LISTS} | zorg~{{dossier,plan,
            leefplan,indicatie,registratie}} | epd | ecd | medisch dossier | medische gegevens |
            opname~{{lijst,gegevens,bericht}} | elektronisch {{patienten,clienten}}~dossier |
            behandel~{{verslag,dossier,plan,overzicht}} | decursus | anamnese | patient
            {{file,list,record,records,data}} | medical {{record,records,file}} | care plan | medicatie~{{overzicht,
            lijst,bestand}} | verpleegkundige overdracht | indicatie~besluit | diagnose~{{lijst,overzicht}} | wachtlijst
            | overdrachts~bericht | verwijs~index""",
        terms="""patient | patient~nummer | diagnose | behandeling | medicatie | huis~arts | anamnese | hoofd~behandelaar |
            behandelaar | polikliniek | opname | ontslag | afdeling | zorg~verlener | verpleeg~kundige | indicatie | wlz
            | zzp | dbc | zorg~zwaarte | allergie{en,} | voor~geschiedenis | comorbiditeit | zorg~profiel | client |
            medical history | diagnosis | treatment | admission | dosering | bloeddruk | lichamelijk onderzoek |
            cliënt~nummer""",
    ),
    Paper.PUPILS: Words(
        titles=f"""{{zorg,ondersteunings}}~overleg leerling | {{cijfer,resultaten,mentor,examen}}~{{lijst,overzicht}}
            leerlingen | toelaatbaarheids~verklaring | {{schorsing,verwijdering}} leerling | studie~{{advies,voortgang}}
            | {{bindend,negatief}} studieadvies | zorg~leerling | bijzonderheden leerlingen | special needs | school
            report | kind~{{dossier,gegevens}} |
            leerling~{{dossier,dossiers,gegevens,kaart,lijst,bespreking,volgsysteem,rapport}} | leerlingen~{_LISTS} |
            klassen~{{lijst,overzicht}} | onderwijskundig rapport | ontwikkelings~perspectief | school~advies |
            cito~scores | studenten~{_LISTS} | pupil {{file,list,record}} | student {{list,records,file}} |
            handelings~plan | leerling~bespreking | groeps~{{overzicht,plan}} | verzuim leerlingen | school~verzuim |
            toets~resultaten | groei~document | zorg~leerlingen""",
        terms="""leerling | klas | groep | school | ouder{s,} | ouder{s,} verzorger{s,} | mentor | zorg~coordinator | intern
            begeleider | dyslexie | adhd | autisme | gedrag | toets | cijfer{s,} | leerling~nummer | onderwijs~nummer |
            leer~jaar | school~loopbaan | pupil | class | teacher | guardian | studenten~nummer | opleiding | brin""",
    ),
    Paper.DEBTS: Words(
        titles=f"""{{huur,vordering,vorderingen}}~dossier | ontruiming{{en,}} | ontruimings~{{dossier,zaak}} |
            {{betalings,huur}}~achterstand{{en,}} | openstaande {{vorderingen,huur}} | minnelijke regeling |
            {{overzicht,lijst,staat}} {{schulden,schuldeisers}} | aflos~plan | aflossings~plan |
            saneringskrediet | stabilisatie~overeenkomst | plan van aanpak schulden | rent arrears | payment arrangement
            | insolvency | schuld~{{hulpverlening,dossier,regeling,bemiddeling,sanering,overzicht}} | schulden~{_LISTS}
            | debiteuren~{{lijst,dossier,overzicht}} | incasso~{{dossier,lijst,bestand}} |
            budget~{{plan,beheer,begeleiding}} | betalings~{{achterstanden,regeling,achterstand}} | beschermings~bewind
            | vtlb | vtlb~berekening | huur~achterstanden | debt {{file,counselling,collection}} | wanbetalers |
            beslag~leggingen | dwang~bevel | schuldeisers~lijst""",
        terms="""schuld~eiser{s,} | schulden | aflossing | vtlb | beslag | loon~beslag | wsnp | msnp | bewind~voerder |
            betalings~regeling | vordering{en,} | openstaand{e,} {bedrag,saldo,schuld,} | huur~achterstand | deurwaarder
            | creditor{s,} | schuld~hulp | beslag~vrije voet | afloscapaciteit | inkomsten | vaste lasten | schuldenaar""",
    ),
    Paper.JUSTICE: Words(
        titles="""straf~{blad,dossier,zaak,register} | justitiele {documentatie,gegevens} | proces~verbaal |
            reclasserings~{rapport,advies,dossier} | politie~{dossier,rapport,mutatie,mutaties} |
            verdachten~{lijst,overzicht} | verhoor | aangifte {diefstal,mishandeling,bedreiging,fraude,oplichting} |
            police report | criminal record{s,} | screenings~{rapport,onderzoek} | integriteits~onderzoek |
            fraude~{onderzoek,dossier,melding} | bibob~{onderzoek, dossier} | veiligheids~onderzoek |
            detentie~{dossier,overzicht}""",
        terms="""verdachte{n,} | delict | strafbaar{e,} {feit,feiten,} | veroordeeld | officier van justitie | politie |
            aangever | slachtoffer | getuige | verhoor | detentie | vonnis | parket~nummer | taak~straf | reclassering |
            proeftijd | antecedenten | suspect | offence | convicted | recidive | sepot""",
    ),
    Paper.COMPLAINT: Words(
        titles="""klacht | bezwaar {tegen,maken,maker} | betreft bezwaar | pro forma bezwaar | beroep~schrift | zienswijze van
            | klacht over | zorg~melding | {melding,meldings}~formulier {klacht,incident,ongeval} | melding
            {vertrouwenspersoon, pesten,discriminatie,agressie,seksuele intimidatie} | intimidatie | pesterijen |
            agressie~{melding,registratie} | overlast~melding{en,} | burenruzie | objection | notice of objection |
            grievance | whistleblower report | klacht~{brief,formulier,dossier,melding,behandeling} |
            klachten~{registratie,overzicht,lijst,dossier} | bezwaar~schrift{en,} |
            incident~{melding,meldingen,rapport,formulier} | mic~melding | mim~melding | complaint{s,} | complaint
            {form,register} | melding {grensoverschrijdend gedrag,ongewenst gedrag,huiselijk geweld, integriteit} |
            ongevals~{melding,rapport} | klokkenluiders~melding | hoor~{verslag,zitting} | calamiteiten~{melding,
            rapport} | mishandeling | veilig thuis""",
        terms="""klager | klacht | klaagster | beklaagde | melder | hoor en wederhoor | bezwaar~maker | incident |
            slachtoffer | betrokkene{n,} | getuige{n,} | klachten~commissie | vertrouwens~persoon | complainant |
            gegrond | ongegrond | ontevreden | excuses""",
    ),
    Paper.ID_COPY: Words(
        titles="""kopie {id,id-bewijs,paspoort,identiteitskaart,identiteitsbewijs,rijbewijs,legitimatie} |
            {id,paspoort}~{kopie, scan} | copy of {passport,identity card,id} | verblijfs~{vergunning,document} |
            vreemdelingen~document | legitimatie~{bewijs,bewijzen,register}""",
        terms="""document~nummer | geldig tot | date of expiry | plaats van geboorte | nationaliteit | geslacht | surname |
            given names | date of birth | persoons~nummer | lengte | datum van afgifte | place of birth | authority""",
    ),
    Paper.MEMBERS: Words(
        titles=f"""leden~{_LISTS} | klanten~{_LISTS} | klant~{{bestand,gegevens}} | donateurs~{_LISTS} | deelnemers~{_LISTS} |
            abonnees~{_LISTS} | huurders~{_LISTS} | bewoners~{_LISTS} | vrijwilligers~{_LISTS} | verzekerden~{_LISTS} |
            customer {{list,data,export,database}} | member {{list,register,export}} | relatie~bestand |
            woning~zoekenden | mantelzorgers | subscriber {{list,export}} | tenant {{list,register}} |
            pensioen~gerechtigden""",
        terms="""lid~nummer | lid~maatschap | klant~nummer | geboorte~datum | postcode | woon~plaats | incasso | contributie
            | lid sinds | member {id,number,since} | customer {id,number} | huur~contract | abonnement | donatie |
            relatie~nummer | huurder | verzekerde | polis~nummer""",
    ),
    Paper.FIGURES: Words(
        titles="""begroting | {omzet,winst,verlies,verzuimkosten,loonkosten,personeelskosten}~{ontwikkeling,prognose} |
            kasstroom~{overzicht, prognose} | cashflow | waardering | due diligence | {vraag,bied,onderhandel}~prijs |
            verkoop~{memorandum,dossier,prijs} | information memorandum | term sheet | letter of intent |
            intentie~verklaring {overname,fusie} | krimp~scenario |
            {herstructurerings,afslankings,sluitings,herstel}~plan | boventalligheid |
            formatie~{reductie,overzicht,begroting} | gunnings~{beslissing,rapport,matrix} | beoordeling
            {inschrijvingen,offertes,aanbiedingen} | proces-verbaal van opening | tender {evaluation,assessment} |
            {award,bid} {recommendation,evaluation} | inschrijf~prijzen | marge~{overzicht,rapport} |
            vastgoed~{strategie,portefeuille} | treasury | jaar~cijfers concept | concept~jaarcijfers |
            concept~jaarrekening | {huur,tarief}~onderhandeling{en,} | prijs~afspraken | cao~inzet |
            resultaat~{analyse,rapportage} | restructuring plan | acquisition | merger | divestment | sales pipeline |
            pricing {strategy,model} | cost {breakdown,model} | board {paper,memo,pack,deck} | raad van
            {bestuur,toezicht,commissarissen} {memo,notitie,stuk,voorstel} |
            {bestuurs,directie,mt}~{memo,notitie,stuk,rapportage} | strategische
            {verkenning,analyse,koers,opties,keuzes} | strategie~{notitie,document,} | bod | biedings~{brief,strategie}
            | onderhandelings~{strategie,positie,mandaat} | meerjaren~begroting |
            {omzet,winst,marge,kosten,verkoop,inkoop,afzet,resultaat,budget} per {vestiging,filiaal,locatie,klant,product,
            productgroep,artikelgroep,regio,maand,kwartaal,afdeling,kostenplaats} | {revenue,sales,turnover,margin,cost}
            {by,per} {branch,location,customer,product,region,month,quarter,department} |
            omzet~{cijfers,overzicht,analyse,rapport} | winst en verlies~{rekening,} | resultaten~rekening |
            kostprijs~{berekening,calculatie,model} | prognose | forecast | budget~{overzicht,realisatie,
            rapportage,bewaking} | liquiditeits~{prognose,begroting,planning} | financieel overzicht | financiele
            {cijfers, rapportage,analyse,resultaten} | management~rapportage | kwartaal~{cijfers,rapportage} |
            maand~{cijfers,afsluiting} | prijs~{lijst,calculatie,strategie} | tarieven~{lijst,overzicht} |
            reorganisatie~{plan,} | bezuinigings~{plan,voorstel} | business case | overname~{plan,bod} | profit and loss
            | p&l | revenue {report,overview} | cost price | exploitatie~{overzicht,rekening} | grootboek | trial
            balance | kolommen~balans | saldi~balans | formatie~plan | debiteuren~saldi | crediteuren~{lijst,saldi} |
            marge~analyse | investerings~{plan,voorstel} | strategisch plan | aanbestedings~strategie | gunnings~advies
            | inkoop~analyse | voorraad~{lijst,waardering} | balance sheet | fusie~{plan,} | sociaal plan |
            sluitings~scenario | contract~waarden""",
        terms="""omzet | koper | verkoper | bieder | bieding{en,} | bod | inschrijver{s,} | verkoop~prijs | bodem~prijs |
            onderhandel~ruimte | onderhandeling{en,} | aandelen | aandeelhouder{s,} | financiering | bank | convenant |
            liquiditeit | afvloeiing | boventallig | herplaatsing | sluiten | samenvoegen | gunning | inschrijvingen |
            prijs | besteed | verlies | winst | tekort | netto winst | marge{s,} | afnemer{s,} | klanten |
            tarief~verhoging | waardering | synergie | fusie | overname | raad van bestuur | scenario{s,} | directie |
            raming | geraamd | concurrent{en,} | marktaandeel | kosten | marge | resultaat | ebitda | realisatie |
            begroot | begroting | afwijking | kwartaal | x 1 000 | budget | prognose | personeels~kosten | kosten~plaats
            | grootboek~rekening | baten | lasten | saldo | activa | passiva | eigen vermogen | solvabiliteit | revenue
            | costs | margin | actuals | variance | kostprijs | inkoop | afschrijving{en,} | bezuiniging | kosten~soort
            | taakstelling | budget~houder""",
    ),
}
