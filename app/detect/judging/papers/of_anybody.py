"""The vocabulary of what anybody may have: published, empty, made up, added up. Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.detect.judging.papers.words import Words
from app.domain.papers import Paper

OF_ANYBODY: Final[Mapping[Paper, Words]] = {
    Paper.CONTACT_LIST: Words(
        titles="""organogram | organisatie~{schema,structuur} | organi{s,z}ation chart |
            contact~{lijst,personen,personenlijst,gegevens,personenoverzicht} | telefoon~{lijst,gids} |
            relatie~{lijst,beheer} | adressen~{lijst,boek} | bereikbaarheids~{lijst,overzicht} | projectteam |
            project~leden | contacts | {contact,distribution,stakeholder,mailing,phone} list |
            stakeholder~{overzicht,analyse,lijst} | wie is wie | verzend~lijst | leveranciers~lijst | smoelen~boek |
            address book | contacts export | genodigden | deelnemers~lijst | {presentie,aanwezigheids}~lijst |
            attendance {list,sheet} | netwerk~contacten | key contacts""",
        terms="""functie | organisatie | e~mail | telefoon | mobiel | rol | bedrijf | job title | company | telefoon~nummer |
            e~mail~adres | doorkies~nummer | title | phone | organization | bereikbaar | werkdagen | contactpersoon""",
    ),
    Paper.EMPTY_FORM: Words(
        titles="""formulier | {aanvraag,inschrijf,aanmeld,mutatie,intake,meldings,toestemmings,invul,registratie,machtigings,
            wijzigings,evaluatie,bestel,opzeg,klachten,verlof,declaratie,beoordelings,aanmeldings,inschrijvings,ziekmeldings,
            gegevens,antwoord,contact}~formulier | {application,registration,request,consent,intake,claim} form |
            vragen~lijst | enquete | check~list | invul~{document,sheet} | questionnaire""",
        terms="""handtekening | in te vullen | aankruisen | plaats en datum | invullen | s v p | doorhalen wat niet van
            toepassing is | hieronder invullen | in blokletters | please {fill in,complete,print} | signature | tick |
            niet invullen | in te vullen door | zo volledig mogelijk | naam en handtekening | voor akkoord | kruis aan |
            ondergetekende | datum | retourneren | opsturen""",
    ),
    Paper.TEMPLATE: Words(
        titles="""sjabloon | template | model~{brief,contract,overeenkomst} | voorbeeld~{brief,document,formulier,contract} |
            format | brief~{sjabloon,model,format} | blanco | leeg {model,formulier,format} | invul~{instructie,format}
            | standaard~{brief,tekst,contract} | concept~brief | merge~document | mail~merge |
            import~{template,sjabloon,format}""",
        terms="""mergefield | lorem ipsum | invullen | vul {hier,in} | hier invullen | naam {invullen,klant} | dd mm
            {jjjj,yyyy}""",
    ),
    Paper.MANUAL: Words(
        titles="""handleiding | {gebruikers,beheerders,installatie,product,snelstart,gebruiks,systeem}~handleiding | user
            {manual,guide} | manual | quick {reference card,reference guide,start,start guide} | snelstart~{gids,kaart} |
            how to | zo doe je dat | faq | veelgestelde vragen | gebruiks~aanwijzing | help~{tekst,teksten,pagina} |
            instructie~{kaart,video} | stap voor stap | getting started | administrator guide | installation guide""",
        terms="""klik {op,} | kies | log in | inloggen | menu | knop | tabblad | scherm | opslaan | selecteer | vul {in,} |
            venster | icoon | startpagina | wachtwoord | veelgestelde vragen | let op | tip | click | select | choose |
            button | tab | screen | save | sign in | stap {1,2,3} | step {1,2,3} | navigeer | open | druk op | apparaat |
            display | help~desk | home""",
    ),
    Paper.AGGREGATE: Words(
        titles="""draai~tabel | samenvatting | statistiek{en,} | kern~{cijfers,getallen} | totalen | pivot | dashboard |
            {formatie,personeels,verzuim,leeftijds}~{opbouw,cijfers,statistiek} | leeftijds~opbouw | sociaal
            jaar~verslag | verzuim~cijfers | aantallen | maand~totalen | statistics | summary | management~informatie |
            stuur~informatie""",
        terms="""gemiddeld{e,} | totaal | aantal | percentage | per
            {afdeling,leeftijdsgroep,leeftijdscategorie,wijk,team,jaar,maand,
            kwartaal,functiegroep,schaal,sector,geslacht} | eind~totaal | leeftijds~{klasse,categorie,groep,cohort} |
            grand total | {count,sum,average} of | {som,aantal,gemiddelde} van | verdeling | man | vrouw | tot en met 24
            | jonger dan | ouder dan | 25 tot 35 | 65 plus | average | median | total | number of | rijlabels | row
            labels""",
    ),
    Paper.BENCHMARK: Words(
        loose_titles="kengetallen | kern~cijfers",
        titles="""benchmark | benchmark~{rapport,rapportage,resultaten,studie,gegevens,onderzoek} | bench~marking |
            {branche,sector}~{vergelijking,cijfers,gegevens} | peer~group | referentie~{waarden,groep,cijfers} |
            vergelijkings~tabel | salaris~benchmark | beloningsonderzoek | kostenvergelijking""",
        terms="""gemiddelde | mediaan | kwartiel | percentiel | p25 | p50 | p75 | p90 | sector | peers | norm | fte per |
            referentie | referentie~groep | onderkant | bovenkant | laagste | hoogste | median | quartile | percentile |
            branche | deelnemende organisaties | respondenten | spreiding""",
    ),
    Paper.PUBLIC: Words(
        loose_titles="programme | programma | wet | besluit van | regeling van | richtlijn | uitspraak | arrest",
        titles="""congres | conference |
            summit | symposium | seminar | webinar | master~class | studie~dag | kennis~sessie |
            {congres,dag,seminar,symposium,kennisdag}~programma | {conference,event} {programme,program,agenda,schedule} |
            sprekers | speakers | keynote | vakbeurs | netwerk~{bijeenkomst,borrel} | vacature |
            besluiten~lijst {college,raad, gemeenteraad,b en w} | openbare
            {besluitenlijst,besluiten,vergadering} | werken bij | wij zoeken | jaar~rekening | bezoldiging
            topfunctionarissen | wnt~{verantwoording,} | wet normering topinkomens | brochure | folder | persbericht |
            press release | jaar~{verslag,stukken} | annual report | wets~voorstel | kamer~{stuk,stukken,brief} |
            staats~{blad,courant} | memorie van toelichting | handreiking | white~paper | nieuws~bericht | flyer |
            onderzoeks~rapport | verordening | collectieve arbeidsovereenkomst | fact~sheet | leidraad | magazine |
            {bestemmings,omgevings,beleids}~{plan,visie,nota} | coalitie~akkoord |
            raads~{besluit,voorstel,informatiebrief} | kadernota | programma~begroting | user guide | datasheet |
            productinformatie | publicatieblad | vacature~tekst | tarieven~blad | publieks~{versie,samenvatting} |
            inwoners~krant | inwoners~informatie | veelgestelde vragen""",
        terms="""inloop | ontvangst met koffie | lunch | borrel | pauze | spreker | dagvoorzitter | moderator | keynote |
            coffee break | networking drinks | break~out | wij bieden | wij vragen | solliciteer{en,} | volgens de
            cao | gepubliceerd op de website | topfunctionaris |
            bezoldiging | raad van toezicht | isbn | issn | copyright | alle rechten voorbehouden | colofon | uitgave |
            uitgever | artikel {1,2,3} | eerste lid | tweede lid | onderdeel {a,b} | noot voor de redactie | einde
            persbericht | oplage | vormgeving | druk~werk | ecli | onze minister | bij wet | meer informatie | voor meer
            informatie | inhouds~opgave | doi | all rights reserved | published by | abstract | references | literatuur
            | bronnen | vind~plaats | gelet op | overwegende dat | treedt in werking | staatsblad | redactie |
            fotografie | bezoek onze website | www | abonneer | niets uit deze uitgave | auteurs | voorwoord |
            gepubliceerd | publicatie~datum | rechtbank | hoger beroep | raad van {bestuur,commissarissen,toezicht} |
            accountants~verklaring | verslag~jaar | open data | aan de raad | inwoners | bezoekadres | openingstijden |
            gratis""",
    ),
}
