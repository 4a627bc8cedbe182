"""The vocabulary of project documentation. Source: VR-P5a. Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.detect.judging.papers.words import Words
from app.domain.papers import Paper

OF_PROJECTS: Final[Mapping[Paper, Words]] = {
    Paper.PLAN: Words(
        loose_titles="""memo | notitie | voorzet | handout | raming | bestek | presentatie | bijlage | concept | planning |
            strategie | strategy | approach""",
        titles="""plan van aanpak | business case | mijl~{palen,paalplan,palenplan,palenplanning} | milestones |
            {milestone,delivery,resource,capacity,cutover,cut over,go live,training,project,test,transition} plan |
            {migration,data migration,cutover,cut over,test,testing,change,rollout,implementation,delivery,transition,
            go live,training,integration,adoption} approach | {data migration,cutover,implementation,integration,go live,
            adoption,transition} strategy | {run,play}~book | {cutover,cut over,go live,deployment} {script,checklist,
            schedule,runbook} | {migratie,conversie,livegang,cutover,overgangs,release,implementatie,uitrol}~draaiboek |
            {capaciteits,inzet,sprint,release,team,resource,livegang,migratie,conversie,test,training,opleidings,detail,
            week,kwartaal,fase}~planning | haalbaarheids~{onderzoek,studie} | scenario~vergelijking |
            {migratie,conversie,test,uitrol,implementatie,adoptie,overgangs}~strategie | invoerings~strategie |
            {ontwerp,inrichtings,discussie,advies,beslis,opleg,start,projectgroep}~notitie |
            {project,advies}~memo | pva |
            programma~plan | project~{plan,voorstel,charter,opdracht,initiatiedocument,startdocument,startarchitectuur,
            contract,brief,mandaat,definitie} | project {initiation document,charter,plan,brief,approach} | pid |
            {nazorg,training,opschonings,adoptie,beheers,borgings,cut-over,livegang,livegangs,fallback,terugval,kwaliteits,
            inrichtings,pilot,verbeter,acceptatie}~{plan,aanpak,kalender} |
            {implementatie,communicatie,project,opleidings, activiteiten}~kalender |
            {migratie,conversie,test,implementatie,project,verander}~aanpak | {nota van,} uitgangspunten |
            uitgangspunten~{document,notitie} | onderzoeks~voorstel | stappen~plan |
            {implementatie,migratie,uitrol,conversie,overdrachts,communicatie,verander,werk,fase,stappen,realisatie,
            transitie,opleidings,invoerings,beheer,release,cutover,activiteiten,meerjaren}~plan | plan of approach |
            road~map | draaiboek | opdracht~{beschrijving,formulering} | onderzoeks~{opzet,plan} | implementation plan |
            migration plan | communication plan | change plan | rollout plan | {rapport,}~aanpak | startnotitie |
            project~{begroting,raming,kosten} | kosten~raming | uren~raming | project~planning | quick~scan |
            advies~{rapport,notitie} | visie~document | {data,gegevens}~migratie~strategie |
            {migration,test,change,rollout} strategy | project {scope,definition}""",
        terms="""cutover | roll~back | fallback | freeze | reconcile | terugval~{scenario,optie,plan} | draaiboek |
            terugverdientijd | alternatieven | baten | besparing{en,} | omslagpunt | gevoeligheid | advies | demo |
            proef~migratie | inrichting | no go | assumption{s,} | legacy | prepared for | reviewer | reviewed by |
            aanleiding | fase | dagen | analyse | ontwerp | bouw | test | tarief | inzet | openstaande punten | vervolg
            | vervolg~{stappen,acties} | proef~conversie | conversie | leverancier | wij stellen voor |
            ontwerp~sessie{s,} | workshop{s,} | concept versie | versie~{beheer,historie} | stand van zaken |
            doelstelling{en,} | doel | doel van {het,dit} {project,document} | scope | afbakening | {buiten,binnen,out
            of,in} scope | fasering | planning | werk~{stroom,stromen} |
            mijl~palen | mijl~paal | risico's | risicos | rand~voorwaarden |
            uitgangs~punten | project~{organisatie,groep,leider,team,resultaat,fase} | stuur~groep | deliverables |
            aanpak | beheersing | kwaliteit | capaciteit | governance | stakeholders | milestones | risks | assumptions
            | approach | objectives | background | werk~pakket{ten,} | opdracht~gever | begroting uren | activiteiten |
            resultaten | achtergrond | inleiding | beheers~maatregel{en,} | tijd~pad | besluit~vorming |
            project~beheersing | go live | implementatie | product~eigenaar | sprint{s,} | work packages | steering
            committee""",
    ),
    Paper.PROGRESS_REPORT: Words(
        titles="""{week,maand,project,sprint,test,migratie}~status | status {week,wk,sprint,project} |
            {status,project,weekly,sprint,progress} {note,mail,update,summary} | status~{bericht,mail,notitie,memo} |
            stand van zaken {project,week,migratie,implementatie,inrichting} | stoplicht~{rapportage,overzicht} |
            overdracht {project,projectmap,opdracht,werkzaamheden} | hand~over {note,notes,document} |
            {raid,verbeter,punten,openstaande punten,todo,knelpunten}~{log,lijst,overzicht,register} | open~staande
            {punten,acties,issues} | open issues | known issues | management~samenvatting project |
            overdrachts~{document,notitie,dossier} | overdracht {aan,naar} {de,} {lijn,beheer,lijnorganisatie} |
            project~{evaluatie,afsluiting,review} | evaluatie {project,pilot,implementatie} | pilot~evaluatie | health
            check | {maand,week,sprint}~{update,bericht,review} | sprint report | dashboard project | go live
            {rapport,besluit,checklist} | vrijgave~advies | nazorg~{rapport,verslag} |
            {risico,issue,actie,besluiten,wijzigings,raid,bevindingen}~{log,register,lijst,logboek,dossier,overzicht} |
            risico~analyse | raid | wijzigings~verzoek{en,} | change {log,request,requests} | risk {log,register} |
            issue log | voortgangs~{rapportage,rapportages,rapport,verslag,overzicht,bericht,notitie} |
            status~{rapportage,rapport, update,overzicht} |
            {week,maand,kwartaal,tussen,project,stuurgroep,fase,periode}~{rapportage,rapport} |
            eind~{rapport,rapportage,verslag} | {highlight,progress,status,end stage,final,closure,weekly,monthly}
            report | project~{status,voortgang,evaluatie,update} | progress update | stuurgroep~{notitie,memo,stuk} |
            memo stuurgroep | gevraagde besluiten | aan stuurgroep | evaluatie~rapport | week~bericht | lessons learned
            | decharge~{document,verlening,verzoek,advies} | evaluatie en decharge | decharge | wat ging goed |
            what went well | voortgang""",
        terms="""rest~punten | verleent decharge | wat kan beter | geleerde lessen |
            blokkade{s,} | blockers | loopt | geblokkeerd | uren deze week | resteert | {hulpvraag,hulp nodig} |
            {volgende,eerstvolgende} mijl~paal | deze week | volgende week | vorige week | in progress | this week |
            next week | blocked | uitgelopen | kans | impact | maatregel{en,} | eigenaar | prioriteit | owner |
            mitigation | probability | voort~gang |
            afgerond | gereed | op schema | op koers | {deze,afgelopen,komende,vorige,volgende} {periode,week, maand} |
            planning | budget | risico's | risicos | issues | knel~punten | aandachts~punten | mijl~paal | mijl~palen |
            actie~punten | besluiten | status | groen | oranje | rood | behaald{e,} {resultaten,} | vertraging |
            uitgevoerd | on track | next {steps,period} | completed | stuur~groep | gerealiseerd | stand van zaken |
            besteed{e,} uren | gevraagde besluiten | resterend | bijsturing | escalatie{s,} | voortgang per
            {werkpakket,onderdeel}""",
    ),
    Paper.PROCESS_DESIGN: Words(
        titles="""{rollen en,} autorisaties | rechten per rol | rol~beschrijving{en,} | toegangs~{matrix,beleid} |
            stroom~diagram | nulmeting | huidige {werkwijze,situatie} | gewenste situatie | knelpunten~analyse |
            bpmn | lesplan | programma training | proces~diagram | stroom~schema | flow~chart | dpia |
            gegevensbeschermings~effectbeoordeling | data protection impact assessment | privacy~{toets,analyse,impact
            assessment} | pia | {register van verwerkingen,verwerkings~register,verwerkingen~register} | rollen en
            verantwoordelijkheden | roles and responsibilities | taken en verantwoordelijkheden | training |
            trainings~{materiaal,handout,programma} | e-learning |
            proces~{ontwerp,beschrijving,beschrijvingen,model,modellen,plaat,kaart,handboek,architectuur,analyse,stappen,
            schema} | werk~{proces,processen,instructie,instructies,wijze} | procedure~beschrijving | swimlane{s,} |
            process {design,description,model,map,flow} | administratieve organisatie | ao ic | raci | raci~matrix | to
            be proces | {ist,soll} {proces,situatie} | as is {proces,process} | instructie | service~blueprint |
            hr~proces{sen,} | procesbeschrijving in dienst | werk~afspraken""",
        terms="""op hoofdlijnen | vier ogen | goed~keuring | proef~run |
            process name | process id | start event | user task | sequence flow | gateway | swim lane | verwerking{en,}
            | betrokkenen | categorieen persoonsgegevens | bewaar~termijn{en,} | grondslag | risico voor betrokkenen |
            verwerkings~doel{en,} | doel van de verwerking | beveiligings~maatregelen | consulted | informed |
            oefening{en,} | proces~{stap,stappen,eigenaar,doel} | stap {1,2,3,4,5} | stap | rol | rollen | input |
            output | trigger | verantwoordelijk{e,} | uitzondering{en,} | invoer | actor | systeem | kpi | controle |
            doorloop~tijd | activiteit{en,} | hand~eling | registreert | controleert | start~punt | eind~punt |
            beslis~moment | subproces | process step | responsible | accountable | aanleiding | resultaat | klik {op,} |
            menu | scherm | autoriseert | ontvangt | workflow | taak | swimlane""",
    ),
    Paper.FUNCTIONAL_DESIGN: Words(
        titles="""functioneel ontwerp | release notes | changelog | versie~informatie | bekende problemen | technisch ontwerp
            | fo | ontwerp | design | inrichtings~{document,plan,rapport} | requirements | programma van eisen | pve |
            user stories | use cases | use case | {data,gegevens,informatie}~model | functional
            {design,specification,requirements} | technical {design,specification} | ontwerp~{document,besluiten} |
            {interface,koppelvlak,bericht}~{specificatie,ontwerp,beschrijving} | solution {design,architecture} |
            architectuur~{document,schets,plaat} | autorisatie~{matrix,model,concept} | backlog | product~backlog |
            systeem~ontwerp | detail~ontwerp | globaal ontwerp | eisen en wensen | software requirements |
            configuratie~{document,overzicht} | rapportage~ontwerp | schermontwerp | wireframes | koppelingen~overzicht""",
        terms="""functionaliteit{en,} | lezen | wijzigen | tekens | {moet,moeten} voldoen aan | verplicht veld | toont |
            eisen | wensen | must have | should have | could have | moscow | veld{en,} | validatie{s,} | scherm{en,} |
            autorisatie{s,} | rollen | interface{s,} | koppeling{en,} | requirement{s,} |
            acceptatie~{criteria,criterium} | als {gebruiker,medewerker,beheerder} wil ik | as a user | bericht{en,} |
            attribu{ut,ten} | entiteit{en,} | systeem | gebruiker{s,} | business rules | bedrijfs~regels | knop |
            invoer~veld | fout~melding | api | webservice | xml | database | non functionals | the system shall | het
            systeem {moet,toont,controleert} | versie~beheer | ontwerp~keuze | applicatie | inrichting""",
    ),
    Paper.FIELD_MAPPING: Words(
        titles="""{veld,velden,data,gegevens,conversie,veldnaam,interface,kolom}~{mapping,lijst,beschrijving} | mapping |
            mapping~{document,tabel,sheet} | data~dictionary | gegevens~woordenboek | {field,data,column} mapping |
            bestands~beschrijving | record~{layout,beschrijving} | conversie~{tabel,regels} | data dictionary |
            code~{tabel,boek,lijst} | veld~definities | berichten~boek | {export,import}~{definitie,specificatie} |
            stamtabel{len,} | kolombeschrijving | metadata | source to target""",
        terms="""bron~{veld,kolom,tabel,systeem} | doel~{veld,kolom,tabel,systeem} | veld~{naam,lengte,type} | data~type |
            lengte | verplicht | omschrijving | transformatie | {source,target} {field,column,table,system} | varchar |
            nvarchar | char | integer | decimal | boolean | formaat | opmerking{en,} | conversie~regel | kolom |
            info~type | mandatory | field name | data type | primary key | default | numeriek | alfanumeriek | jjjjmmdd
            | yyyymmdd | optioneel | vertaling | toelichting | bron | doel | one to one | nullable | string | date |
            datum~formaat""",
    ),
    Paper.MINUTES: Words(
        titles="""retro | retro~{verslag,notities,sprint} | start stop continue | mad sad glad | notulen |
            workshop~{notities,uitwerking,resultaten,opbrengst,output} | uitwerking {workshop,sessie,werksessie,brainstorm} |
            opbrengst {workshop,sessie,werksessie} | brown~paper | {workshop,session,retro,call} output |
            {gespreks,terugkoppelings,sessie,bijeenkomst,stand-up,sprint,demo}~verslag | verslag
            {gesprek,interview,demo,sessie,workshop,bezoek,vooroverleg,kennismaking} | afspraken~lijst | verslaglegging
            | {bila,bilateraal,mt,team,keten,leveranciers,kwartaal,voortgangs,afstemmings}~overleg |
            {meeting,call,workshop,session} {summary,recap,minutes,notes} | follow-up {meeting,call} | gesproken met |
            actiepunten | besluitvorming stuurgroep | overleg~notities | notities {overleg,sessie,interview} |
            terugkoppeling {overleg,sessie,workshop,interviews} | focus~groep | review~verslag | aanwezig{en,} |
            attendees | {werk,klankbord,brainstorm,ontwerp}~{sessie,groep,bijeenkomst} |
            interview~{verslag,verslagen,leidraad,vragen,opzet,guide} | gespreks~leidraad | interviews | bevindingen
            interviews | huidig proces | verslag
            {overleg,vergadering,stuurgroep,bijeenkomst,werkgroep,projectgroep,kick-off,bespreking,sessie} |
            {overleg,besprekings,vergader,werkoverleg,stuurgroep,projectgroep,workshop}~verslag | actie~{lijst,en
            besluitenlijst,punten} | actie en besluiten~lijst | besluiten~lijst | agenda | minutes | {meeting,steering}
            {notes,minutes,report} | minutes of {the,} {meeting,} | kick~off | verslag van {de,het,een}
            {overleg,vergadering,bijeenkomst,bespreking,stuurgroep,projectgroep,kick-off} | action list | aantekeningen
            overleg | vergader~stukken | project~overleg | stuurgroep~overleg | werk~overleg | retrospective |
            startoverleg | agenda~punten""",
        terms="""kudos | goed | kan beter | ging {goed,minder,niet goed} | went well | energie | parkeerplaats | parking
            lot | gele briefjes | post its | refinement | stories | begeleiding | hoe het nu gaat | hoe we het willen |
            aanw | afw | volgende keer | knel~punt{en,} | wens{en,} | gesproken met | zoekt uit | to do | huidige
            {werkwijze,situatie} | gewenste situatie | terugkoppeling | afstemmen | doorgesproken | pakt op | loopt uit
            | schuift door | aanwezig{en,} | aanwezig zijn | afwezig | afgemeld | verhinderd | mededelingen | actie{s,}
            | besluit{en,} | agenda~punt{en,} | agenda | rond~vraag | opening | sluiting | volgende
            {vergadering,overleg,afspraak,bijeenkomst} | volgend overleg | voorzitter | notulist | attendees | present |
            apologies | action items | actie~houder | wvttk | actie~punten | vastgesteld | verslag vorige | next meeting
            | besproken | afgesproken | deelnemers | datum overleg | chair | wie wat wanneer | ter kennisname""",
    ),
    Paper.TEST_PLAN: Words(
        titles="""test~{plan,rapport,rapportage,verslag,strategie,scenario,scenario's,scenarios,script,scripts,gevallen,cases,
            case,aanpak,dossier,protocol,uitvoering,set,specificatie,overzicht} | acceptatie~{test,testplan,criteria} |
            {gebruikers,functionele,keten,regressie,integratie,proefdraai}~{acceptatietest,test,testen} | gat | fat |
            uat | test {plan,cases,case,report,script,scenario,strategy} | master test~plan | schaduw~draaien |
            bevindingen~{lijst, rapport} | proef~{conversie,verloning} | user acceptance test""",
        terms="""test~{geval,gevallen,omgeving,stap,stappen,resultaat,resultaten,data,er,ers,soort,soorten,basis} | tester |
            {verwacht,werkelijk,gewenst}{e,} {resultaat,uitkomst,resultaten} | geslaagd | gefaald | bevinding{en,} |
            pre~conditie{s,} | {expected,actual} result | regressie~test | akkoord | test~script | pass | fail | passed
            | failed | acceptatie~criteria | uitgangs~situatie | hertest | test {id,case,step} | prioriteit | blokkerend
            | entry criteria | exit criteria | testable | dekking""",
    ),
}
