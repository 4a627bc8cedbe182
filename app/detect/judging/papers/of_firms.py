"""The vocabulary of what any firm sends and gets, and of its own rules. Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.detect.judging.papers.words import Words
from app.domain.papers import Paper

OF_FIRMS: Final[Mapping[Paper, Words]] = {
    Paper.INVOICE: Words(
        titles="""factuur | facturen | invoice | invoices | nota | credit~{nota,factuur,note} | proforma{factuur,} |
            verzamel~factuur | openstaande {posten,facturen,verkoopfacturen,debiteuren} |
            {verkoop,openstaande}~facturen | ouderdoms~analyse debiteuren | {debiteuren,facturen}~{stand,saldi} |
            outstanding invoices | aged debtors | inkoop~{factuur,order} | betalings~herinnering | aanmaning |
            verkoop~factuur | purchase
            order | factuur~overzicht | kassabon | receipt""",
        terms="""factuur~{nummer,nr,datum,adres,bedrag} | verval~datum | btw | sub~totaal | totaal
            {incl,inclusief,excl,exclusief} {btw,} | te betalen | kvk | kvk~nummer | iban | debiteur~nummer |
            debiteuren~nummer | omschrijving | aantal | tarief | bedrag | betalings~{termijn,kenmerk,voorwaarden} | excl
            btw | incl btw | vat | amount due | due date | ons kenmerk | invoice {number,date} | btw~nummer | bic |
            stuks~prijs | binnen {14,30} dagen | order~nummer | unit price | uw referentie | subtotal | total | prijs |
            korting | verplichting~nummer | crediteur""",
    ),
    Paper.QUOTATION: Words(
        loose_titles="voorstel | aanbieding | inschrijving | proposal",
        titles="""offerte | offertes | quotation | quote | prijs~opgave | project~offerte | opdracht~{bevestiging,verlening} |
            raam~overeenkomst | dienstverlenings~overeenkomst | statement of work | sow | {commercial,} proposal |
            offerte~{aanvraag,verzoek} | inzet~overeenkomst | inhuur~overeenkomst | nadere overeenkomst |
            mantel~overeenkomst | verwerkers~overeenkomst | data processing agreement | geheimhoudings~verklaring |
            geheimhoudings~overeenkomst | non disclosure agreement | nda | samenwerkings~overeenkomst""",
        terms="""offerte~{nummer,nr,datum} | geldigheid{sduur,} | geldig tot | tarieven | uur~tarief |
            dag~{deel,delen,tarief} | algemene voorwaarden | inzet | wij bieden {u,} aan | honorarium | exclusief btw |
            excl btw | opdracht | akkoord | investering | ondertekening | aan te bieden | naar aanleiding van uw | fixed
            price | nacalculatie | reistijd | hourly rate | day rate | terms and conditions | opdracht~nemer |
            opdracht~gever | partijen | overeen~gekomen | verwerker | verwerkings~verantwoordelijke | aanbod | uw
            aanvraag | onze aanpak | handtekening""",
    ),
    Paper.TIMESHEET: Words(
        titles="""uren~{staat,staten,registratie,verantwoording,overzicht,briefje,briefjes,declaratie,lijst,specificatie,export}
            | time~sheet{s,} | week~{staat,staten,briefje,urenstaat} | werk~briefje | maand~staat | gewerkte uren |
            project~uren | hours worked | time {registration,report} | uren""",
        terms="""uren | week | weeknummer | maandag | dinsdag | woensdag | donderdag | vrijdag | project | project~code |
            activiteit | totaal | declarabel | akkoord {opdrachtgever,leidinggevende,} | hours | billable | reis~uren |
            ma | di | wo | do | vr | overwerk | medewerker | werkzaamheden | paraaf | monday | friday | consultant |
            adviseur""",
    ),
    Paper.EXPENSES: Words(
        titles="""declaratie | declaratie~{formulier,overzicht,staat} | onkosten~{declaratie,nota,vergoeding,formulier} |
            reis~kosten~{declaratie,formulier,overzicht} |
            reis~declaratie | reiskosten | kilometer~{registratie,declaratie,overzicht} |
            ritten~{registratie,administratie,staat} | expense {report,claim,sheet} | expenses | bonnetjes | travel
            expenses | onkosten""",
        terms="""kilometers | km | parkeren | parkeer~kosten | trein | openbaar vervoer | bonnetje | bon | bedrag | vertrek |
            aankomst | declarant | vergoeding | kenteken | begin~stand | eind~stand | lunch | diner | hotel | mileage |
            receipt | overnachting | reden | doel | bewijsstuk | datum | zakelijk | prive""",
    ),
    Paper.FIRM_PAPER: Words(
        titles="""personeels~{handboek,reglement,gids} | huis~{regels,reglement} | {privacy,informatiebeveiligings,verzuim,
            beveiligings,personeels,integriteits,arbo,kwaliteits,opleidings,thuiswerk,lease,auto,beloning}~beleid |
            {thuiswerk,auto,lease,mobiliteits,telefoon,verlof,onkosten,studiekosten,fiets,bonus}~regeling |
            gedrags~{code,regels} | code of conduct | {company,privacy,security,travel,leave,it} policy |
            kwaliteits~handboek | employee handbook | nieuws~brief | interne memo | jaar~plan |
            arbeidsvoorwaarden~{regeling,} | protocol | beleid | privacy~{verklaring, statement} |
            ziekteverzuim~protocol | verzuim~{protocol,reglement,beleid} | klokkenluiders~regeling | klachten~regeling |
            disclaimer | bedrijfs~presentatie | profiel bureau | over ons""",
        terms="""medewerkers | regeling | beleid | van toepassing | collega's | collegas | ons bureau | onze organisatie |
            artikel {1,2,3} | inwerking~treding | de werkgever | de medewerker | toepassing | directie | geldt voor |
            policy | applies to | employees | wij verwachten | procedure | uitgangspunt{en,} | evaluatie van {dit,deze}""",
    ),
}
