"""The vocabulary of the papers that a person has of himself. Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.detect.judging.papers.words import Words
from app.domain.papers import Paper

OF_ONESELF: Final[Mapping[Paper, Words]] = {
    Paper.OWN_PAYSLIP: Words(
        titles="""{loon,salaris}~{strook,strookje,stroken,specificatie,afrekening,slip} | pay~slip | salary {slip,statement} |
            wage slip | specificatie {salaris,loon} | verlonings~overzicht | bezoldigings~specificatie | pay statement""",
        terms="""loon~heffing | bruto | netto | netto {loon,salaris,betaling,uitbetaling} | netto uit te betalen |
            {loon,}heffings~korting | bijzonder tarief | cumulatieven | cumulatief | pensioen~premie |
            vakantie~{geld,toeslag} | reservering{en,} | loon~tijdvak | periode | in dienst | tabel~loon | sv~loon |
            uur~loon | zvw | whk | wga | reiskosten~{vergoeding,} | uit te betalen | vakantie~{uren,dagen} |
            functie~loon | basis~salaris | inhoudingen | premie~{loon,sv} | gross | net pay | deductions | tax code |
            year to date | loon in geld | fiscaal loon | arbeids~korting | verlof~saldo | ikb | werkgever | werknemer""",
    ),
    Paper.OWN_ANNUAL_STATEMENT: Words(
        titles="jaar~{opgave,opgaaf} | annual {income,salary,} statement | jaar~overzicht {loon,salaris,inkomen}",
        terms="""loon {loonbelasting,loonheffing,voor} | ingehouden loon~{heffing,belasting} | verrekende arbeids~korting |
            loon zorgverzekeringswet | fiscaal loon | premie volksverzekeringen | bijdrage zvw | kalender~jaar |
            loonheffings~korting | inhoudings~plichtige | levensloop~verlofkorting | totaal werknemersverzekeringen""",
    ),
    Paper.OWN_TAX_RETURN: Words(
        titles="""aangifte {inkomstenbelasting,ib,inkomsten} | belasting~aangifte | ib~aangifte | {voorlopige,definitieve}
            aanslag | aanslag {inkomstenbelasting,zorgverzekeringswet} | {income,} tax return |
            aangifte~{biljet,gegevens} | toeslag~{beschikking,berekening} | {zorg,huur,kinderopvang}~toeslag | vooraf
            ingevulde aangifte | uitnodiging tot het doen van aangifte | voorlopige teruggaaf | schenk~belasting |
            erf~belasting""",
        terms="""box {1,2,3} | belasting~dienst | eigen woning | fiscale partner | fiscaal partner | verzamel~inkomen |
            woz~waarde | aftrek~post{en,} | heffings~korting{en,} | hypotheek~rente | te betalen | te ontvangen | terug
            te {krijgen,ontvangen} | belasting~jaar | premie volksverzekeringen | aanslag~nummer | spaargeld |
            banktegoeden | giften | zorg~kosten | inkomsten uit werk | loon en uitkeringen | tax year | taxable income |
            gezamenlijke grondslag""",
    ),
    Paper.OWN_MEDICAL_LETTER: Words(
        loose_titles="recept | prescription",
        titles="""medische brief | medisch dossier | mijn gezondheid~{meter,dossier,} | specialisten~brief | ontslag~brief
            ziekenhuis | verwijs~brief | verwijzing | uitslag {onderzoek,bloedonderzoek,lab,scan,mri} | lab~uitslag{en,}
            | brief {huisarts,specialist,ziekenhuis} | poli~{bezoek,brief} | poliklinische brief | discharge
            {letter,summary} | referral letter | medical {letter,report} | afspraak~{bevestiging,brief}
            {ziekenhuis,polikliniek,} | consult~{verslag,brief} | operatie~verslag | controle~afspraak |
            tandarts~{nota,begroting} | vaccinatie~bewijs""",
        terms="""ziekenhuis | medisch centrum | poli~kliniek | huis~arts | specialist | diagnose | anamnese | behandeling |
            medicatie | lichamelijk onderzoek | conclusie | patient | patient~nummer | afspraak | kliniek |
            fysio~{therapie, therapeut} | tandarts | cardiologie | dermatologie | orthopedie | neurologie | radiologie |
            geachte collega | collegiale groet{en,} | met collegiale hoogachting | bloed~druk | klachten | controle |
            voor~geschiedenis | arts | internist | chirurg | consult | beleid | zorg~verzekeraar | diagnosis | hospital
            | clinic | mg | praktijk | apotheek | behandelaar | bloedonderzoek | mri""",
    ),
    Paper.OWN_CV: Words(
        titles="""curriculum vitae | cv | resume | levensloop | profielschets | profiel | consultant~profiel | {cv,profiel}
            {adviseur,consultant}""",
        terms="""werk~ervaring | opleiding{en,} | vaardigheden | competenties | talen | talen~kennis | cursussen |
            certificaten | certificeringen | nationaliteit | referenties | hobbys | hobby's | work experience |
            experience | education | skills | languages | opdrachtgever | rol | huidige functie | profiel | personalia |
            loopbaan | werkzaamheden | trainingen | publicaties | relevante opdrachten | nevenactiviteiten | projecten |
            certifications | references | employment history | branche~kennis | resultaten | kennis van""",
    ),
    Paper.OWN_BANK_STATEMENT: Words(
        titles="""rekening~{afschrift,afschriften,overzicht} | bank~{afschrift,afschriften} | af en bijschrijvingen | bij en
            afschrijvingen | transactie~{overzicht,s} | bank statement | account statement | mutatie~overzicht | mijn
            transacties | betaal~rekening | spaar~rekening | {credit,}card~{afschrift,overzicht,statement} | credit card
            {statement,bill,afschrift} | kaart~overzicht | financieel jaaroverzicht
            | af-bij | dagafschrift""",
        terms="""cardholder | card number | kaart~{nummer,houder} | total due | minimum payment | tegen~rekening |
            naam tegenpartij | tegenpartij | saldo | af bij | bij af | mededelingen | boek~datum |
            valuta~datum | rente~datum | incasso | betaal~automaat | pin~betaling | ideal | overboeking | nieuw saldo |
            vorig saldo | oud saldo | begin~saldo | eind~saldo | geld~automaat | counterparty | balance | machtiging |
            bea | periodieke overboeking | rekening~houder | omschrijving | bedrag | debit | credit | mutatie~soort |
            betaalpas | transactie~datum | naam omschrijving | spaaropdracht | automatische incasso""",
    ),
    Paper.OWN_ID: Words(
        titles="""paspoort | identiteits~{kaart,bewijs} | identity card | passport | rij~bewijs | driving licen{c,s}e |
            koninkrijk der nederlanden | kingdom of the netherlands | legitimatie~bewijs | nederlandse identiteitskaart""",
        terms="""document~nummer | geldig tot | date of expiry | plaats van geboorte | place of birth | nationaliteit |
            nationality | geslacht | sex | surname | given names | lengte | height | persoons~nummer | personal no |
            datum van {afgifte,verstrekking} | date of issue | autoriteit | authority | burgemeester van | naam |
            voornamen""",
    ),
    Paper.OWN_INSURANCE: Words(
        titles="""polis | polis~{blad,voorwaarden,overzicht} | {zorg,auto,inboedel,reis,aansprakelijkheids,opstal,woon,levens,
            rechtsbijstand,fiets,arbeidsongeschiktheids}~verzekering | verzekerings~{polis,bewijs,overzicht,pakket} |
            zorg~polis | insurance {policy,certificate} | schade~{formulier,melding,aangifte} | vergoedingen~overzicht |
            groene kaart | declaratie~overzicht zorg""",
        terms="""polis~nummer | premie | verzekerde{n,} | verzekering~nemer | eigen risico | dekking | ingangs~datum |
            aanvullende verzekering | vergoeding | kenteken | relatie~nummer | zorg~verzekeraar | basis~verzekering |
            maand~premie | verzekerd bedrag | policy number | premium | insured | coverage | schade~vrije jaren | eigen
            bijdrage | polis~datum""",
    ),
    Paper.OWN_MORTGAGE: Words(
        titles="""hypotheek | {rente,lening,hypotheek}~aanbod | hypothecaire lening | aanbod hypothecair krediet |
            hypotheek~{offerte,akte,aanvraag,overzicht,advies,rente,gesprek} | koop~{overeenkomst,akte}
            woning | koop~{overeenkomst,akte} | taxatie~rapport | huur~{overeenkomst,contract} | leverings~akte |
            mortgage | mortgage {offer,deed,statement} | akte van {levering,hypotheek} | rentevoorstel | bindend aanbod""",
        terms="""hypotheek~verstrekker | rentevast{e,} {periode,} | lening~deel | annuiteit{en,} | aflossing |
            aflossings~vrij | geld~verstrekker | onderpand | woning | koop~som | notaris | nhg | overlijdens~risico |
            kadaster | kadastraal | markt~waarde | lening | hoofdsom | maand~last{en,} | koper | verkoper | huurder |
            verhuurder | huur~prijs | loan | lender | borrower | property""",
    ),
    Paper.OWN_PENSION: Words(
        titles="""pensioen~{overzicht,aanspraken,opgave,brief,polis} | uniform pensioen~overzicht | upo | mijn
            pensioen~{overzicht,} | pension {statement,overview}""",
        terms="""pensioen~fonds | te bereiken pensioen | ouderdoms~pensioen | partner~pensioen | factor a | aow |
            nabestaanden | pensioen~leeftijd | opgebouwd pensioen | deelnemer | wezen~pensioen | pensioen~uitvoerder""",
    ),
    Paper.OWN_CONTRACT: Words(
        titles="""arbeids~{overeenkomst,contract} | employment {contract,agreement} | lease~{overeenkomst,contract} | addendum
            arbeidsovereenkomst | overeenkomst van opdracht | stage~overeenkomst | loopbaan~afspraken |
            werkgevers~verklaring | salaris~{brief,verhoging,wijziging} | bonus~brief""",
        terms="""werkgever | werknemer | proef~tijd | opzeg~termijn | {on,}bepaalde tijd | geheim~houding |
            concurrentie~beding | in dienst | vakantie~dagen | arbeids~duur | functie | cao | salaris | standplaats |
            employer | employee | probation | notice period | ondergetekenden | komen overeen""",
    ),
    Paper.OWN_PAPER: Words(
        titles="""diploma | certificaat | bewijs van inschrijving | {huwelijks,geboorte,overlijdens}~akte | testament |
            school~rapport | verklaring omtrent het gedrag | vog | jaar~afrekening {energie,water,stroom} |
            energie~{nota, rekening,contract} | telefoon~rekening | woz~beschikking | gemeentelijke belastingen |
            aanslagbiljet | kinder~opvang~{overeenkomst,contract} | boete | naheffing | lidmaatschap |
            reis~{bescheiden,bevestiging,schema} | boarding pass | instap~kaart | e~ticket | itinerary | booking confirmation |
            {boekings,reserverings}~bevestiging | travel {booking,itinerary} | trein~kaartje | boekings~bevestiging |
            vlieg~ticket{s,} | ticket{s,} | garantie~bewijs |
            bestel~bevestiging | orderbevestiging | trouw~akte | cijfer~lijst | registratie~bewijs""",
        terms="""klant~nummer | verbruik | meter~stand{en,} | termijn~bedrag | inschrijf~nummer | behaald | geslaagd |
            beschikking | aanslag | reserverings~nummer | boeking | vertrek | bezorging | bestelling | examen""",
    ),
}
