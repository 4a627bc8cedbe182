"""Special kinds of personal data but health: union, religion, crime, descent, orientation, politics.

Source: GDPR, articles 9 and 10.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from app.detect.content.expressions import Expression, compiled
from app.detect.content.text.anchors import Anchors
from app.detect.content.text.piece import Hit, Piece
from app.detect.content.text.special_meanings import is_meant_otherwise
from app.detect.content.text.told import told

_UNIONS: Final = (
    r"(?:fnv|cnv|vcp|avv|vakbond(?: [a-z]+)?|vakbeweging|vakcentrale|vakvereniging|abvakabo|de unie|aob|nu ?'?91"
    r"|acop|acp|npb|anpv"
    r"|cmhf|ambtenarencentrum|fng|vvmc|nvj|kntv|vnv|vnc|lad|fbz|kaderunie|nautilus|bond|trade union)"
)
# Whose membership it is, says a verb: who works for a union, or speaks with it, is no member by that.
_JOINS: Final = (
    rf"(?:aangemeld|ingeschreven|aangesloten|lid geworden|gemeld|meld(?:t|de)? (?:zich|me|mij) (?:[a-z]+ ){{0,3}}aan"
    rf"|sluit(?:en)? (?:zich|me|mij) (?:[a-z]+ ){{0,2}}aan|sloot (?:zich|me"
    rf"|mij) (?:[a-z]+ ){{0,2}}aan) (?:als (?:kader)?lid )?"
    rf"(?:bij|van|voor) (?:de |het |een |zijn |haar |mijn )?(?:vakbond )?{_UNIONS}"
    rf"|(?:stapte?|gestapt|overgestapt) (?:[a-z]+ ){{0,2}}(?:over )?naar (?:de |het )?{_UNIONS}"
    rf"|lidmaatschap (?:van|bij) (?:de |het |zijn |haar )?{_UNIONS}|(?:contributie|premie) (?:aan|voor|van"
    rf"|bij) (?:de |zijn |haar )?{_UNIONS}"
    rf"|(?:vertegenwoordigd|bijgestaan|gesteund|geholpen|begeleid|ondersteund) door (?:de |zijn |haar |een "
    rf"|mijn )?{_UNIONS}"
    rf"|(?:hulp|steun|bijstand|rechtsbijstand|advies|rechtshulp) (?:van|via|bij) (?:zijn|haar|mijn|uw) (?:vak)?bond"
    rf"|(?:zit|zat|gekozen|actief) (?:[a-z]+ ){{0,2}}in (?:het |een )?(?:[a-z]*bestuur|kadergroep|ledenraad"
    rf"|actiecomite|bondsraad) van (?:de )?{_UNIONS}"
    rf"|(?:zijn|haar|mijn|uw) vakbond(?:slidmaatschap|scontributie)?|vakbonds(?:man|vrouw|kader|actief)"
    rf"|(?:lid|kaderlid|leden):? {_UNIONS}|{_UNIONS}[ -]?(?:contributie|lidmaatschap)|lidmaatschap vakbond"
    rf"|namens (?:de )?(?:vakbond|fnv|cnv) lid"
    rf"|(?:via|met hulp van) (?:de |zijn |haar |mijn )?(?:vakbond|fnv|cnv|aob"
    rf"|abvakabo) (?:[a-z]+ ){{0,3}}(?:klacht|bezwaar|procedure|zaak|claim)"
    rf"|(?:fnv|cnv|vakbond|bond) (?:treedt )?(?:op )?namens (?:hem|haar|mij)"
    rf"|member of (?:unite|unison|gmb|the (?:union|gmb|rmt))|(?:unite|unison|gmb|rmt) member"
    rf"|joined (?:the|a|his|her) (?:[a-z]+ )?union|in the union|union (?:rep|representative|dues)|shop steward"
    rf"|trade unionist|unionised"
)
_FAITHS: Final = (
    r"(?:moslima?|islamitisch|rooms[- ]?katholiek|katholiek|protestants?|gereformeerd|hervormd|joods|jood"
    r"|humanist(?:isch)?|agnost|remonstrants?|doopsgezind|luthers?|vrijgemaakt|soennitisch|sjiitisch"
    r"|hindoe(?:istisch)?|boeddhist(?:isch)?"
    r"|christen|christelijk|jehova'?s? getuige|sikh|evangelisch|atheist|alevi|orthodox|soefi|muslim|jewish"
    r"|catholic|hindu|buddhist|christian)"
)
# As somebody's persuasion stands behind his name or a church: "mw. De Wit: hervormd", "de kerk (rooms-katholiek)".
_PERSUASION: Final = (
    r"(?:moslima?|(?:rooms[- ]?)?katholiek|r\.?k|pkn|protestant|(?:nederlands )?hervormd|gereformeerd(?: \(?vrijgemaakt)?"
    r"|joods|jehova'?s? getuige|hindoe|boeddhist|atheist|humanist|remonstrants|doopsgezind|evangelisch|luthers)"
)
_CLERGY: Final = (
    r"(?:imam|dominee|ds|predikant|pastoor|pastor|priester|kapelaan|rabbi(?:jn)?|pandit|voorganger|ouderling)"
)
_PEOPLES: Final = (
    r"(?:turkse?|marokkaanse?|surinaamse?|antilliaanse?|curacaose?|arubaanse?|hindoestaanse?|javaanse?|molukse?"
    r"|indonesische?|indische?|chinese?|poolse?"
    r"|roemeense?|bulgaarse?|syrische?|iraakse?|iraanse?|afghaanse?|somalische?|eritrese?|ethiopische?|ghanese?"
    r"|nigeriaanse?|kaapverdische?|koerdische?"
    r"|berberse?|arabische?|afrikaanse?|aziatische?|joodse?|roma|sinti|oekraiense?|russische?|pakistaanse?"
    r"|indiase?|vietnamese?|filipijnse?|tunesische?"
    r"|algerijnse?|egyptische?|libanese?|turkish|moroccan|surinamese|chinese|polish|afro-?[a-z]+|niet-?westerse"
    r"|westerse|gemengde)"
)
_PERSONS_OF: Final = (
    r"(?:marokkaan|turk|surinamer|antilliaan|arubaan|molukker|koerd|syrier|eritreeer|ethiopier|somalier|afghaan"
    r"|irakees|iraki"
    r"|iranier|roemeen|bulgaar|oekrainer|ghanees|nigeriaan|pakistaan|kaapverdier|algerijn|tunesier|egyptenaar|libanees"
    r"|hindoestaan|creool|zigeuner)"
)
_LANGUAGES: Final = (
    r"(?:tigrinya|tigrijns|arabisch|turks|koerdisch|berbers|tamazight|tarifit|dari|pasjtoe?|farsi|perzisch|somali(?:sch)?"
    r"|pools|roemeens|bulgaars|oekraiens|russisch|papiaments?|papiamentu|sranan(?:tongo)?|sarnami|hindi|urdu|punjabi"
    r"|chinees|mandarijn|kantonees|vietnamees|amhaars|portugees|spaans|albanees|servisch|kroatisch|bosnisch|armeens"
    r"|georgisch|maleis|indonesisch|tagalog|thai|twi|swahili|lingala|romani)"
)
_FLED_FROM: Final = (
    r"(?:syrie|eritrea|ethiopie|somalie|soedan|afghanistan|irak|iran|jemen|oekraine|turkije|marokko|suriname|polen"
    r"|roemenie|bulgarije|pakistan|congo|nigeria|ghana|gambia|guinee|kameroen|sierra leone|burundi|rwanda|oeganda"
    r"|egypte|algerije|tunesie|libie|libanon|palestina|gaza|armenie|azerbeidzjan|georgie|rusland|tsjetsjenie|bosnie"
    r"|servie|kosovo|albanie|china|tibet|vietnam|birma|myanmar|sri lanka|india|indonesie|de molukken|curacao|aruba"
    r"|colombia|venezuela|de antillen)"
)
_PARTIES: Final = r"(?:VVD|PvdA|GroenLinks|D66|CDA|SP|PVV|FvD|ChristenUnie|SGP|Volt|DENK|BBB|JA21|PvdD|50PLUS|NSC)"
_ADVERBS: Final = r"(?:[a-z]+ ){0,2}"
_PHRASES: Final[Mapping[str, str]] = {
    "union": (
        rf"(?:lid|kaderlid|bestuurslid|gezel) (?:is |was |geworden |te zijn |te worden )?(?:van|bij) (?:de "
        rf"|het )?(?:vakbond )?{_UNIONS}"
        rf"|aangesloten bij (?:de |vakbond )?{_UNIONS}"
        rf"|lid (?:ben|bent|is|was|zijn|waren) (?:al [a-z0-9 ]{{2,20}} )?(?:van|bij) (?:de |het )?(?:vakbond )?{_UNIONS}"
        rf"|(?:vakbond|bond|vakbondslid|lidmaatschap|contributie) (?:[a-z]+ )?\({_UNIONS}(?: [a-z]+)?\)"
        rf"|(?:kaderlid|vakbondslid|bondslid|bondscontributie)"
        rf"|(?:actief|kaderlid|vrijwilliger|gekozen) (?:in|bij|voor) (?:de |zijn |haar )?{_UNIONS}"
        rf"|bij(?:ge)?sta(?:an|at) door (?:de )?{_UNIONS}|(?:waar|waarvan) (?:zij|hij|ze) [a-z ]{{0,15}}lid (?:van )?is"
        rf"|vakbonds(?:lid|contributie|kaderlid|vertegenwoordiger|lidmaatschap)|contributie {_UNIONS}"
        rf"|{_UNIONS}-(?:lid|kaderlid)"
        rf"|{_JOINS}|{_UNIONS}[ -](?:lid|kaderlid|leden)\b|(?:is|was|al|jaren|geworden) vakbondslid"
        rf"|lidmaatschap (?:van )?(?:de )?{_UNIONS}|(?:union|fnv|cnv) member|member of (?:the )?(?:{_UNIONS}"
        rf"|[a-z]* ?union)"
    ),
    "religion": (
        rf"(?:is|was|zijn|ben|belijdend|praktiserend|overtuigd|streng|gelovig|opgevoed als"
        rf"|bekeerd tot) {_ADVERBS}{_FAITHS}"
        rf"|{_FAITHS}e? (?:achtergrond|geloof|huize|opvoeding|gezin|overtuiging|afkomst)|als {_FAITHS} "
        rf"|bekeerd tot|belijdend(?:e)? (?:lid|leden)|dooplid|doopleden|geboortelid|gedoopt (?:in|als|op|te)"
        rf"|belijdenis (?:gedaan"
        r"|afgelegd|doen)|(?:getrouwd|trouwt|trouwde|trouwen|begraven|huwelijk) (?:[a-z]+ ){0,2}in (?:de |een "
        r"|hun )?(?:[a-z-]+ )?"
        r"(?:moskee|kerk|synagoge|tempel|kathedraal)\b|(?:eerste|heilige) communie|vormsel|bar mitswa|bat mitswa|op hadj"
        r"|naar mekka|bedevaart naar|islamitische? (?:begrafenis|huwelijk|feestdag)|koranschool|kerkganger|kerkelijke bijdrage"
        r"|(?:uit de kerk (?:gestapt|getreden)|als kerklid|kerklidmaatschap)"
        r"|lid (?:ben|bent|is|was|zijn) van de (?:[a-z-]+ )?(?:kerk|moskee|parochie|gemeente te)|parochiaan"
        r"|vrij (?:voor|vanwege|wegens|tijdens) (?:de |het |zijn |haar )?(?:moskee|kerk(?:dienst)?|synagoge|gebed"
        r"|geloof)"
        r"|(?:is|was|wordt|werd) (?:[a-z]+ ){0,2}(?:ouderling|diaken|kerkenraadslid)|jom kipoer|sjabbat|sabbat"
        r"|pesach|chanoeka|diwali|vrijdaggebed|halal|koosjer|kosher|zondagsrust"
        r"|niet op zondag"
        rf"|bidt (?:vijf|5) ?(?:keer|maal)"
        r"|draagt [a-z ]{0,20}hoofddoek|ramadan|suikerfeest|offerfeest|gebedsruimte|verklaart moslim|wegens (?:zijn"
        r"|haar) geloof|jehova'?s getuige"
        r"|(?:zijn|haar|uw|mijn) (?:geloof(?:sovertuiging)?|religie|godsdienst)|gebedstijden|(?:gaat|ging|gaan"
        r"|bezoekt) [a-z ]{0,25}(?:naar de |de )?(?:moskee|kerk|synagoge|tempel)\b|koranles|koranschool"
        r"|catechisatie|lid van de (?:[a-z-]+ )?(?:kerk|moskee|gemeente te)"
        rf"|[a-z]{{2,}}\)? ?[:,(] ?{_PERSUASION}"
        rf"|{_CLERGY} (?:is )?(?:gebeld|gevraagd|gewaarschuwd|komt|bezoekt|kwam|langs|op bezoek)|(?:bezoek|gesprek|contact)"
        rf" (?:van|met) (?:de |een |zijn |haar )(?:imam|dominee|pastoor|rabbijn|priester)"
        r"|ziekenzalving|ziekencommunie|laatste sacramenten|sacrament der zieken|halal(?:voeding|voedsel|maaltijd(?:en)?)"
        r"|koosjere? (?:maaltijd(?:en)?|eten|voeding)|ga (?:[a-z]+ ){0,4}naar de (?:moskee|kerk|synagoge|tempel)"
        r"|(?:actief|vrijwilliger|betrokken) (?:in|bij) (?:de |een |zijn |haar )(?:moskee|kerk|synagoge|parochie)"
    ),
    "criminal": (
        r"proces-?verbaal van (?:bevindingen|verhoor|aanhouding|overtreding|misdrijf)|ik, verbalisant|jeugddetentie|leerstraf"
        r"|halt-?(?:straf|afdoening|traject)|(?:sinds|tijdens|na|uit|vanwege|door|zijn|haar|diens) detentie\b"
        r"|(?:maanden|jaar|weken|een tijd|ooit|al eens) (?:vast)?gezeten (?:voor|wegens)|(?:heeft"
        r"|had) (?:[a-z]+ ){0,3}vastgezeten"
        r"|(?:geschorst|ontslagen|verwijderd|veroordeeld|vervolgd|aangeklaagd) (?:wegens|vanwege|voor|na) (?:[a-z]+ ){0,2}"
        r"(?:mishandeling|diefstal|geweld|fraude|drugshandel|drugsbezit|wapenbezit|bedreiging|afpersing|vandalisme"
        r"|brandstichting"
        r"|aanranding|verkrachting|stalking|heling|inbraak|witwassen)"
        r"|strafrechtelijk onderzoek (?:naar|tegen|loopt)|loopt (?:er )?een strafrechtelijk onderzoek"
        r"|vog (?:van|voor) [^.\n]{2,40} (?:is|werd|wordt) (?:geweigerd|afgewezen|ingetrokken|niet afgegeven)"
        r"|strafzaak (?:wegens|tegen|vanwege)|(?:loopt|liep) (?:er )?(?:nu )?(?:nog )?een strafzaak"
        r"|verzette (?:zich )?(?:hevig )?tegen (?:haar |zijn |de )?aanhouding|tegen aanhouding|waarvan aangifte"
        r"|betrapt op (?:diefstal|fraude|het stelen|stelen|drugs|smokkel)|er is aangifte gedaan|aangifte (?:is )?gedaan"
        r"|(?:heeft|had) [a-z ]{0,20}gestolen|op staande voet [a-z ]{0,30}(?:diefstal|fraude|verduistering)"
        r"|uit detentie"
        r"|in de gevangenis|zit vast|enkelband|huiselijk geweld|drugshandel|verduisterd"
        r"|door de politie (?:[a-z]+ )?(?:aangehouden|opgepakt|verhoord|gehoord|meegenomen)"
        r"|als verdachte (?:is |wordt |werd |bent |zijn )?(?:gehoord|verhoord|aangehouden|aangemerkt)"
        r"|(?:zijn|haar|uw|mijn|diens) (?:aanhouding|arrestatie|veroordeling|detentie|strafzaak|reclasseringswerker"
        r"|reclasseringsambtenaar|strafblad|celstraf|inverzekeringstelling)"
        r"|(?:zich|u) schuldig (?:heeft |hebt |had )?gemaakt (?:heeft |hebt )?aan (?:[a-z]+ )?(?:fraude|diefstal"
        r"|verduistering|mishandeling|oplichting|heling|valsheid|bedreiging|geweld|witwassen|afpersing|ontvreemding"
        r"|een (?:misdrijf|strafbaar feit))"
        r"|aangifte [a-z ]{0,20}(?:onder|met) (?:proces-?verbaal(?:nummer)?|pv|nummer)"
        r"|proces-?verbaal(?:nummer)? pl ?\d"
        r"|(?:zit|zat|verblijft|verbleef) (?:nog |momenteel |nu )?"
        r"(?:in (?:voorarrest|hechtenis|een pi|de pi|de cel)|gedetineerd)"
        r"|in voorarrest|in verzekering gesteld|(?:onherroepelijk|bij verstek|door de (?:politie)?rechter) veroordeeld"
        r"|(?:is|werd|was) (?:[a-z]+ )?(?:veroordeeld|aangehouden|gearresteerd|gedagvaard)\b"
        r"|loopt (?:er )?(?:[a-z]+ )?(?:aangifte|vervolging)|openbaar ministerie (?:vervolgt|eist)"
        r"|verklaring omtrent (?:het )?gedrag[^.\n]{0,60}(?:geweigerd|afgewezen|ingetrokken|niet (?:verstrekt"
        r"|afgegeven))|eerdere veroordeling"
        r"|strafblad|veroordeeld (?:voor|wegens|tot|geweest)|eerder veroordeeld|vog (?:is |werd "
        r"|wordt )?(?:geweigerd|afgewezen|ingetrokken|niet (?:verstrekt|afgegeven|verleend))"
        r"|(?:weigering|afwijzing) (?:van )?(?:de |een |zijn |haar )?vog|geen vog (?:gekregen|ontvangen)"
        r"|aangifte (?:gedaan )?tegen|verdacht van|verdachte (?:in|van)"
        r"|aangehouden (?:voor|wegens|op verdenking|door)|op verdenking van|voorlopige hechtenis|in detentie"
        r"|gedetineerd|gevangenisstraf|celstraf|taakstraf|werkstraf"
        r"|(?:toezicht van de|contact met de|begeleid door de) reclassering|reclasseringstoezicht"
        r"|tbs(?:-maatregel)?|justitiele documentatie|strafrechtelijk(?:e)? (?:verleden|antecedenten|vervolgd"
        r"|veroordeling|vervolging)"
        r"|antecedenten|proces-?verbaal (?:opgemaakt )?tegen|in aanraking (?:geweest )?met (?:de )?(?:politie"
        r"|justitie)|(?:voorwaardelijk|onvoorwaardelijk)e? straf"
        r"|(?:wegens|van|voor) (?:een )?(?:doodslag|moord|verkrachting|aanranding|stalking|belaging|brandstichting|wapenbezit"
        r"|bedreiging|afpersing|drugshandel|witwassen|openlijke geweldpleging)"
        r"|(?:wegens|van|voor) (?:diefstal|verduistering|mishandeling|oplichting|heling|fraude|inbraak|drugsbezit"
        r"|zedendelict|huiselijk geweld|rijden onder invloed)"
        r"|(?:politie|marechaussee|recherche|fiod) (?:heeft|had|nam) (?:[a-z.'-]+ ){1,6}(?:aangehouden|opgepakt"
        r"|verhoord|gearresteerd)"
        r"|(?:is|was|werd|wordt) (?:[a-z]+ )?(?:opgepakt|ingerekend|voorgeleid|vastgezet)\b|rijbewijs (?:kwijt"
        r"|ingevorderd|ingenomen)"
        r"|(?:reed|rijdt|gereden) (?:met drank op|onder invloed)|has a (?:criminal )?(?:conviction|record)"
        r"|previous convictions?"
        r"|criminal record|(?:was|been|is) convicted|conviction (?:for|of)|(?:his|her) conviction (?:in|on|was|is|has)"
        r"|arrested for|(?:admitted|confessed to|caught|accused of|charged with|dismissed for|fired for) (?:the |a |his |her )?"
        r"(?:theft|stealing|fraud|assault|embezzl(?:ing|ement)|shoplifting)"
        r"|(?:diefstal|verduistering|fraude|mishandeling|ontvreemding)[a-z \n]{0,30}(?:toegegeven|bekend|erkend|opgebiecht)\b"
        r"|(?:geld|goederen|spullen|kasgeld|medicatie|medicijnen|apparatuur|voorraad|materiaal)[a-z \n]{0,50}"
        r"(?:weggenomen|ontvreemd|gestolen|verduisterd|achterovergedrukt)"
        r"|suspected of"
    ),
    "ethnicity": (
        rf"van {_ADVERBS}{_PEOPLES} (?:afkomst|komaf|herkomst|origine|bloed)|{_PEOPLES} (?:achtergrond|afkomst"
        rf"|herkomst|roots|origine|komaf|migratieachtergrond|nationaliteit en)"
        r"|(?:zijn|haar|uw) (?:etnische |culturele )?(?:afkomst|huidskleur|etniciteit)|migratieachtergrond"
        r"|etnische (?:afkomst|achtergrond)|(?:donkere|zwarte|getinte) huid(?:skleur)?\b|woonwagen(?:kamp|bewoner)?"
        rf"|{_PEOPLES}[ -](?:gemeenschap|man|vrouw|jongen|meisje|familie|gezin|ouders|moeder|vader|jongere|wortels"
        rf"|tak)\b"
        rf"|(?:is|ben|was) (?:[a-z]+ ){{0,2}}{_PERSONS_OF}\b|(?:oorspronkelijk|van oorsprong|van huis uit) (?:uit"
        rf"|afkomstig uit) [a-z]{{3,20}}"
        rf"|(?:ouders|vader|moeder|grootouders) (?:van [a-z' ]{{2,30}} )?(?:komt|komen|kwam"
        rf"|kwamen) (?:[a-z]+ )?uit [a-z]{{3,20}}"
        rf"|{_PEOPLES}-nederland(?:er|s|se)"
        rf"|of {_PEOPLES} (?:descent|origin)"
        rf"|(?:gevlucht|vluchtte|vluchtten) (?:in \d{{4}} |[a-z]+ )?(?:uit|vanuit) {_FLED_FROM}"
        rf"|(?:afkomstig|komt oorspronkelijk|kwam|kwamen) (?:uit|vanuit) {_FLED_FROM}"
        rf"|fled (?:from )?{_FLED_FROM}|(?:is|was|als|status van) (?:een )?statushouder"
    ),
    "orientation": (
        rf"(?:is|was|ben|zich als|openlijk) {_ADVERBS}(?:homo|homoseksueel|lesbisch|lesbienne|biseksueel|bi"
        rf"|panseksueel|transgender|trans|non-?binair|gay|queer|aseksueel|lesbian|bisexual)"
        r"|(?:hij|zij|ze|die) [a-z ]{0,15}(?:homo|homoseksueel|lesbisch|biseksueel|bi|gay|queer"
        r"|trans(?:gender)?) (?:is|was)"
        rf"|homoseksueel|lesbisch|lesbienne|biseksueel|transvrouw|transman|non-?binair"
        r"|(?:lesbische|homoseksuele|homofiele|biseksuele|transgender) (?:juf|meester|leraar|lerares|docente?|leerling|collega"
        r"|man|vrouw|jongen|meisje|moeder|vader|zoon|dochter|broer|zus|medewerk(?:er|ster)|client[e]?|leidinggevende|relatie)\b"
        r"|met (?:zijn (?:man|vriend|echtgenoot)|haar (?:vrouw|vriendin|echtgenote))"
        r" (?:samen ?(?:woont|woonde|is gaan wonen|ging wonen)|(?:is )?getrouwd(?: is)?|trouwt|trouwde)"
        r"|(?:samen ?woon(?:t|de)|woon(?:t|de) samen|samenwonend) met (?:zijn (?:man|vriend)|haar (?:vrouw|vriendin))"
        r"|(?:getrouwd|relatie|verkering|verloofd|gehuwd) (?:is |heeft )?met (?:een|zijn|haar) (?:man|vriend|vrouw|vriendin)"
        r"|uit de kast|coming-?out|(?:zijn|haar|uw) (?:seksuele )?(?:geaardheid|orientatie|gerichtheid|voorkeur)"
        r"|seksuele (?:geaardheid|gerichtheid|voorkeur|orientatie) is"
        r"|in (?:medische )?transitie|geslachtsverandering|genderdysforie|(?:zijn man en hij|haar vrouw en zij)"
    ),
    "politics": (
        rf"(?:lid|kaderlid|raadslid|afdelingsvoorzitter) (?:van|voor|bij) (?:de |het )?{_PARTIES}"
        rf"|stemt (?:op )?(?:de |het )?{_PARTIES}"
        rf"|politieke (?:voorkeur|overtuiging|gezindheid) is|{_PARTIES}-lid|partijlid van"
    ),
}
_VALUE: Final = r"(?: ?\([^()\n]{1,25}\))?[ ]?(?:[:\t]|\n)[ \t]{0,20}"  # beside its label, or on the line below it
_LABELS: Final[Mapping[str, str]] = {
    "union": (
        rf"(?:vakbond(?:s ?lid(?:maatschap)?)?|lid(?:maatschap)? (?:van )?(?:een |de )?vakbond|contributie vakbond"
        rf"|trade union"
        rf"|union membership){_VALUE}(?:ja\b|yes\b|{_UNIONS}\b|sinds|lid\b|[€ ]*\d)"
    ),
    "religion": (
        rf"(?:religie|geloof(?:sovertuiging)?|godsdienst|kerkgenootschap|levensovertuiging|kerkelijke (?:gezindte"
        rf"|gemeente)|religion){_VALUE}(?:{_FAITHS}|islam|r\.?k\.?\b|n\.?h\.?\b|pkn|ger\b|christendom|jodendom"
        rf"|hindoeisme|boeddhisme|humanis)"
    ),
    "criminal": (
        rf"verdachte{_VALUE}[a-z.-]+ [a-z]"
        rf"|(?:strafblad|veroordeling(?:en)?|delict|strafbaar feit|vog|antecedenten|justitiele documentatie"
        rf"|strafrechtelijk verleden|criminal record){_VALUE}(?:ja\b|yes\b|aanwezig|geweigerd|afgewezen"
        rf"|niet (?:verstrekt|afgegeven)|diefstal|mishandeling|fraude|oplichting|heling|inbraak|\d{{4}}"
        rf"|veroordeeld|verduistering|drugs|zeden)"
    ),
    "ethnicity": (
        rf"(?:etniciteit|afkomst|etnische (?:achtergrond|afkomst|herkomst)|herkomst|migratieachtergrond"
        rf"|culturele achtergrond|ras|ethnicity){_VALUE}(?:{_PEOPLES}|turks|marokkaans|surinaams|antilliaans"
        rf"|nederlands|niet-westers|westers|ja\b|turkije|marokko|suriname|blank|kaukasisch)"
        rf"|(?:thuis ?taal|moeder ?taal|taal thuis|gesproken taal thuis|home language|mother tongue){_VALUE}{_LANGUAGES}\b"
    ),
    "orientation": (
        rf"(?:(?:seksuele )?(?:geaardheid|gerichtheid|orientatie|voorkeur)|sexual orientation){_VALUE}(?:homo"
        rf"|lesbisch|bi|hetero|gay|trans|queer|aseksueel|pan)"
    ),
    "politics": (
        rf"(?:politieke (?:voorkeur|overtuiging|gezindheid|partij)|partijlidmaatschap){_VALUE}(?:{_PARTIES}|links"
        rf"|rechts)"
    ),
}


def _one_pattern(patterns: Mapping[str, str]) -> Expression:
    return compiled("|".join(rf"\b(?:{pattern})" for pattern in patterns.values()), any_case=True)


# One search over the text for all kinds; which kind it is, is asked at the few places that are found.
_ANY_PHRASE: Final = _one_pattern(_PHRASES)
_ANY_LABEL: Final = compiled(
    "|".join(rf"(?:^|[\n\t;|,(])[ *-]{{0,6}}(?:{pattern})" for pattern in _LABELS.values()), any_case=True
)
_PHRASE: Final = {kind: compiled(rf"\b(?:{pattern})\b", any_case=True) for kind, pattern in _PHRASES.items()}
_LABELLED: Final = {kind: compiled(pattern, any_case=True) for kind, pattern in _LABELS.items()}

TRIGGERS: Final = (_ANY_PHRASE, _ANY_LABEL)


# What happened in one case: told of somebody who is named near it, also where the sentence itself names nobody.
_CASE: Final = compiled(
    r"\bstrafzaak (?:wegens|tegen|vanwege)|\bloopt (?:er )?(?:nu |nog )*een straf(?:zaak|rechtelijk onderzoek)"
    r"|\baangifte (?:is )?gedaan|\bproces-?verbaal(?:nummer)? pl ?\d|\bals verdachte [a-z ]{0,12}(?:gehoord|verhoord)"
    r"|\bin voorarrest|\bin verzekering gesteld|\bproces-?verbaal van |\bik, verbalisant",
    any_case=True,
)


# Nobody flees in a rule or a heading.
_OF_ORIGIN: Final = compiled(r"(?:gevlucht|vluchtten?|fled) ", any_case=True)


def find_special(piece: Piece, anchors: Anchors) -> Iterator[Hit]:
    """Unsure: told of somebody who is not named near it."""
    for any_kind, kinds, is_value in ((_ANY_PHRASE, _PHRASE, False), (_ANY_LABEL, _LABELLED, True)):
        for start, end in piece.matches(any_kind):
            is_cell = piece.from_table and not (piece.before(start, 3) + piece.after(end, 3)).strip()
            word = 3 if _OF_ORIGIN.match(piece.text, start) is not None else 2
            found = told(piece, anchors, start, end, word=word, is_value=is_value or is_cell)
            # "Proces-verbaal" holds a word that is told of rules.
            least = 1 if b"-verbaal" in piece.around(start, end, 60).lower() else 2
            is_case = found.has_person and found.alone >= least and _CASE.search(piece.text, start, end) is not None
            if not (found.is_sure or found.is_possible or is_case):
                continue
            for kind, pattern in kinds.items():
                exact = pattern.search(piece.text, start, min(len(piece.text), end + 20))
                if exact is not None and exact[0] < end and not is_meant_otherwise(piece, exact):
                    sure = found.is_sure or (is_case and kind == "criminal")
                    yield Hit(kind, *exact, piece.text[slice(*exact)].lower(), sure=sure)
