"""What is private about a person and is no kind of data: debts, a dismissal, violence at home, an addiction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from app.detect.content.expressions import Expression, compiled

_DEBTS: Final = (
    r"(?:huur|betalings|premie|hypotheek)?achterstand(?:en)?|schuldsanering|schuldhulp(?:verlening)?"
    r"|(?:loon)?beslag|deurwaarder"
    r"|ontruim(?:ing|d|en)|bewindvoer(?:ing|der)|onder bewind|faillissement|dwangbevel|wanbetal(?:er|ing)"
    r"|budgetbeheer"
    r"|(?:problematische|hoge) schuld(?:en)?|in de schulden|rent arrears|garnishment|evict(?:ed|ion)|bankruptcy"
)
_CONDUCT: Final = (
    r"(?:laatste |officiele |schriftelijke |formele )+waarschuwing|gewaarschuwd|berisp(?:t|ing)|geschorst"
    r"|schorsing|op non-?actief"
    r"|ontslag op staande voet|ontslagen|ontslagdossier|wordt? ontslag|functioneert (?:\w+ ){0,4}(?:onvoldoende"
    r"|matig|slecht|niet)"
    r"|onvoldoende functioneren|disfunction[a-z]+|verbetertraject|verzuimt zonder|plichtsverzuim|onder invloed"
    r"|gestolen|diefstal"
    r"|fraude|grensoverschrijdend|intimidatie|pest(?:en|gedrag)|gepest|agressie[fv]?e?|agressief|misconduct"
    r"|written warning"
    r"|dismiss(?:ed|al)|absent without leave|under the influence|harass(?:ed|ment)|performance improvement|suspended"
)
_HOME: Final = (
    r"huiselijk geweld|veilig thuis|mishandel(?:d|ing)|verwaarloz(?:ing|en)|verwaarloosd|uithuisgeplaatst"
    r"|uithuisplaatsing"
    r"|onder toezicht|voogd(?:ij)?|(?:echt)?scheiding|gescheiden|dakloos|thuisloos|verslaa(?:fd|ving)"
    r"|alcohol(?:ist|isme|gebruik)"
    r"|drugs(?:gebruik)?|suicid[a-z]+|zelfmoord|asielzoeker|statushouder|verblijfsvergunning|uitgeprocedeerd"
    r"|mantelzorg"
    r"|bijstandsuitkering|in de bijstand|ww-uitkering|wia-uitkering|wajong|zwanger(?:schap)?|bevalling"
    r"|domestic violence|custody"
    r"|divorc(?:e|ed)|homeless|addict(?:ed|ion)|refugee|pregnan(?:t|cy)"
)
_ABSENCE: Final = (
    r"ziek gemeld|ziekgemeld|ziek thuis|zit (?:ziek )?thuis|is (?:langdurig |al )?ziek|uitgevallen|overspannen"
    r"|arbeidsongeschikt"
    r"|(?:is|was) (?:weer |opnieuw )?opgenomen|(?:had|underwent|needs) (?:\w+ )?surgery|recovering (?:at home|from)"
    r"|(?:bij|naar) (?:de|een) (?:psycholoog|psychiater|verslavingszorg)|slaapt slecht|slecht slaapt|opgenomen in"
    r"|on leave (?:with|for|due)|(?:severe |has )"
    r"(?:anxiety|depression)|burn[ -]?out|depressie[fv]?|antidepressiva|in behandeling (?:bij|voor)|geopereerd"
    r"|off sick|sick leave|hospitali[sz]ed"
)
# What is told of one person only, whatever the document is about otherwise: how he behaves, how he is judged, what became
# of him. Verbs and outcomes, no topics: "conflict" is a workshop's, "scheldt collega's uit" is not.
_BEHAVIOUR: Final = (
    r"uitgescholden|scheldt|uitschelden|(?:schreeuwt|schreeuwde|schreeuwen) (?:tegen|naar)|snauwt|bedreigd[e]?"
    r"|bedreigt"
    r"|(?:heeft|had|hebben) (?:\w+ ){0,3}(?:gelogen|gestolen|geslagen|gefraudeerd|geintimideerd|gepest|verduisterd)"
    r"|liegt (?:over|tegen)"
    r"|kleineert|vernedert|intimideert|manipuleert|pest (?:collega|haar|hem|een)|pesterij(?:en)?|gefraudeerd"
    r"|vervals(?:t|te|en)"
    r"|komt (?:\w+ ){0,3}te laat|kwam (?:\w+ ){0,3}te laat|te laat gekomen|werkweigering|weiger(?:t"
    r"|de) (?:\w+ ){0,3}(?:werk"
    r"|opdracht|instructies?|medewerking|gesprek|functie|taken|taak|dienst(?:en)?|overwerk|passend)"
    r"|komt (?:\w+ ){0,2}afspraken niet na|houdt zich niet aan|dronken|naar drank"
    r"|zwart (?:maakt|maken|gemaakt)|zwartmaken|roddelt|roddelen over|buiten ?gesloten|wordt genegeerd"
    r"|negeert (?:haar|hem|mij)"
    r"|ruzie (?:met|tussen)|in conflict met|conflict tussen|(?:praten|spreken|praat"
    r"|spreekt) (?:\w+ ){0,2}niet meer met"
    r"|niet meer (?:samen )?(?:willen|wil|kunnen|kan) (?:samen)?werken|door een deur"
    r"|verstoorde (?:arbeids)?(?:relatie|verhouding)"
    r"|(?:hebben|heeft|had|hadden|kreeg|kregen|maken|maakt) (?:\w+ ){0,4}(?:ruzie|onenigheid|een conflict|woorden)\b"
    r"|voel(?:t|de) zich (?:\w+ ){0,4}(?:veilig|onveilig|gehoord|gezien|gewaardeerd|gepasseerd|gepest|bedreigd"
    r"|genegeerd)"
    r"|maakt (?:haar|hem|mij|collega's) (?:belachelijk|zwart|uit)|luistert niet|trekt zich niets aan|neemt (?:geen"
    r"|weinig) verantwoordelijkheid"
    r"|(?:haalt|behaalt|haalde) (?:\w+ ){1,3}niet|slecht bereikbaar|orde houden|spijbelt|drinkt (?:te )?veel"
    r"|loopt de kantjes"
    r"|(?:heeft|hebben) schulden|vraagt (?:om )?een voorschot|sfeer (?:is )?verziekt|(?:is|was) (?:unhappy"
    r"|dissatisfied|frustrated) with (?:his|her|their)"
    r"|looking for (?:another|a new) job|meeneemt naar huis|neemt (?:\w+ ){1,3}mee naar huis|bevoordeel(?:t|de)"
    r"|voelt zich niet"
    r"|feels? (?:\w+ )?(?:unsafe|ignored|bullied|excluded|undervalued)|argu(?:es|ed) with|(?:rude|aggressive"
    r"|abusive) (?:to|towards)"
    r"|clash(?:es|ed) with|missed (?:\w+ ){0,2}deadlines|(?:is|was|been|often|always) late for|denied it"
    r"|klacht(?:en)? (?:over|tegen|ingediend tegen) (?:haar|hem|zijn|mevrouw|de heer|dhr|mw)"
    r"|aangesproken op (?:zijn|haar)"
    r"|seksueel getinte?|ongewenst gedrag van|misdraagt|misdragen|agressief gedrag|yell(?:s|ed|ing) at|shout(?:s|ed"
    r"|ing) at"
    r"|bull(?:ied|ies|ying)|falsif(?:ied|ying|ies)|admitted (?:to|that)|lied (?:to|about)|stole|gossip(?:s|ed"
    r"|ing) about"
    r"|not speaking to|no longer speak(?:s|ing)? to|refus(?:es|ed) to (?:work|follow|cooperate|speak)"
    r"|grievance against"
    r"|complaints? (?:about|against) (?:him|her|his)|undermin(?:es|ed|ing) (?:him|her|me|the team)"
)
_JUDGED: Final = (
    r"functioneert (?:\w+ ){0,4}(?:onvoldoende|matig|slecht|niet|ondermaats|zwak)|disfunctioneert|(?:zijn|haar"
    r"|diens) "
    r"(?:dis)?functioneren (?:is|was|blijft|laat|schiet)|presteert (?:\w+ ){0,3}(?:onvoldoende|matig|slecht"
    r"|ondermaats|onder de maat)"
    r"|onder de maat|beoordeeld (?:als|met) (?:een )?(?:onvoldoende|matig|slecht)|beoordeling onvoldoende"
    r"|niet geschikt voor"
    r"|ongeschikt voor (?:de|zijn|haar) functie|(?:tot|over|van|wordt) (?:de )?beeindiging (?:met"
    r"|van (?:het dienstverband|de"
    r" arbeidsovereenkomst))|tot beeindiging|(?:arbeids)?contract (?:wordt|werd|is) niet verlengd"
    r"|contract niet (?:te )?verleng(?:en|d)"
    r"|vaststellingsovereenkomst (?:met|voor|aan(?:ge)?bo)|vso (?:met|voor|aan)|vertrekregeling (?:met|voor|van)"
    r"|outplacement voor"
    r"|op staande voet|(?:wordt|is|werd) (?:ontslagen|geschorst|gedemoveerd|overgeplaatst|berispt|herplaatst)"
    r"|boventallig verklaard"
    r"|past niet (?:meer )?(?:in het team|bij (?:ons|de)|in de)|geen (?:draagvlak|vertrouwen|gezag) (?:meer)?"
    r"|andere plek voor (?:hem|haar)"
    r"|afscheid nemen van (?:hem|haar)|van (?:hem|haar) af\b|uit (?:zijn|haar) functie|eindoordeel:? (?:onvoldoende"
    r"|matig|slecht)"
    r"|not (?:a good )?fit for|let (?:him|her) go|summary dismissal|demoted|no longer has the (?:trust|support)"
    r"|verbetertraject|tweede kans|aanbod: ?(?:€|eur) ?\d|underperform(?:s|ed|ing)|poor performance by|(?:his"
    r"|her) (?:poor )?performance"
    r" (?:is|was|remains)|performance improvement plan|(?:was|is|be|being|been) (?:dismissed|fired|laid off"
    r"|terminated|suspended)"
    r"|(?:final )?written warning|gross misconduct|settlement agreement (?:with|for)|severance (?:of|package"
    r"|pay) (?:for|of)"
)
_MEANS: Final = (
    r"(?:huur|rekening(?:en)?|energie|zorgpremie|boodschappen|hypotheek) (?:\w+ ){0,2}(?:niet"
    r"|nauwelijks) (?:meer )?(?:kan |kunnen )?"
    r"betalen|(?:uitkering|bijstand|toeslag) (?:is |wordt |werd )?(?:\w+ )?(?:gestopt|stopgezet|ingetrokken"
    r"|afgewezen|verlaagd"
    r"|beeindigd)|(?:bijzondere|individuele|aanvullende) bijstand|voedselbank|(?:niet"
    r"|moeilijk) (?:meer )?rond ?(?:te )?komen"
    r"|afgesloten van (?:gas|stroom|water|energie)|alimentatie|op straat (?:te )?staan|cannot pay (?:the|my|his"
    r"|her) rent|in arrears"
    r"|food bank|benefits? (?:was|were|has been) (?:stopped|cut)|in debt"
)
# What is noted of somebody in his own words or in those of whoever saw it: signs, no names of matters.
_NOTED: Final = (
    r"trekt het niet(?: meer)?|kan het niet (?:meer )?aan|zit (?:er )?(?:helemaal )?doorheen|ingestort|huilt veel"
    r"|huilbui(?:en)?|in tranen|barstte in huilen|(?:she|he) (?:cried|broke down)|in tears|geldproblemen"
    r"|voorschot op (?:zijn|haar|het)|meegenomen zonder (?:te )?betalen|ontvreemd"
    r"|(?:valse|onterechte) declaraties|false (?:expense )?claims|disciplinary (?:hearing|action|procedure)"
    r"|your employment (?:will (?:be|end)|is terminated|has (?:been|ended))|failed (?:the|a|his"
    r"|her) (?:\w+ )?(?:drugs?|alcohol) test"
    r"|(?:positief|gepakt) (?:getest )?op (?:drugs|alcohol)"
    r"|niet (?:\w+ )?komen opdagen|kwam niet opdagen|(?:did not|didn't|failed to) (?:show|turn) up (?:again"
    r"|for (?:work|his|her|their))"
    r"|zich (?:\w+ ){0,2}(?:gediscrimineerd|geintimideerd|vernederd|buitengesloten|onveilig) (?:voelt|voelde)"
    r"|gediscrimineerd door|gepasseerd voor (?:een )?promotie|discriminated against|passed over for"
    r"|(?:haalt|behaalt|haalde) (?:zijn|haar) (?:\w+ ){1,6}niet|presteert (?:\w+ )?matig"
    r"|niet (?:goed )?met mensen omgaan"
    r"|team loopt (?:leeg|bij (?:hem|haar) weg)|(?:om|moet) iets anders (?:te )?zoeken|(?:geen"
    r"|niet) (?:\w+ )?verlenging (?:te )?geven"
    r"|(?:hem|haar) geen verlenging|met smoes(?:jes|en)?|valt (?:\w+ ){0,3}in de rede"
    r"|(?:zwager|neef|broer|vriend|familie) (?:\w+ ){0,2}opdracht(?:en)? (?:gunt|gaf|geeft)|vriendjespolitiek"
    r"|belangenverstrengeling"
    r"|prive (?:laat|liet) tanken|op kosten van de (?:zaak|gemeente)|niet meer (?:met \w+ )?samen ?(?:te )?werken"
    r"|(?:vrouw|man|partner|vriendin?) (?:is|heeft) (?:bij )?(?:hem|haar) (?:weg|verlaten)"
    r"|slaapt (?:\w+ )?(?:al )?(?:\w+ ){0,3}in (?:zijn|z'n|haar) auto"
    r"|zakte door het ijs|twijfels? over (?:\w+ )?(?:stressbestendigheid|motivatie|houding|integriteit)"
    r"|(?:komt|kwam) (?:\w+ )?(?:weinig|onzeker|arrogant|ongeinteresseerd|emotioneel) (?:\w+ )?over"
    r"|boventallig ?(?:verklaard|$)|vroegpensioen (?:aanbieden|aangeboden)|made redundant|vso (?:voorleggen|tekenen"
    r"|getekend)"
    r"|smell(?:ed|s) of (?:alcohol|drink)|(?:been |keeps |often )arriving late|(?:she|he) became tearful"
    r"|(?:reizen|kosten|uren|ritten) die (?:hij|zij|ze) niet (?:heeft )?(?:gemaakt|gewerkt|gereden)|spookdeclaraties"
    r"|te licht voor (?:deze|de) functie|(?:laat|liet) steken vallen|advies: (?:afwijzen|niet aannemen|ontslag)"
    r"|(?:niet|nauwelijks) (?:\w+ )?bijbenen|fout op fout|met de nek aangekeken|op de vuist"
    r"|seksue(?:le|el) (?:\w+ )?(?:toespelingen|intimiderend|overschrijdend|opmerkingen)|durft niet (?:meer )?alleen"
    r"|bij de vertrouwenspersoon (?:gemeld|geklaagd|aangegeven)|(?:visa|work permit) was (?:refused|revoked)"
    r"|(?:slaat|schopt|bijt|spuugt) (?:personeel|medewerkers|begeleid|zichzelf|haar|hem|andere|zijn|zusje|broertje)"
    r"|(?:eet|slaapt) (?:\w+ )?(?:niet|slecht)\b|medicatie (?:is )?(?:verhoogd|verlaagd|geweigerd)"
    r"|wordt (?:\w+ )?geslagen|taking (?:cash|money) from|(?:advance|loan) on (?:his|her|their) (?:wages|salary)"
)
_AT_HOME: Final = (
    r"(?:komt|krijgt|heeft|is|onder|loopt|loopt er|aangevraagd|verlenging|een|de) (?:een |de |er |nu |al )*(?:ots|uhp"
    r"|ondertoezichtstelling|machtiging uithuisplaatsing|raadsonderzoek|zorgmelding|jeugdbeschermer|gezinscoach)"
    r"|(?:moeder|vader|ouder|oma|opa|zus|partner) (?:belde|kwam|stond|zat) (?:[a-z]+ )?(?:huilend|in tranen|overstuur|in paniek"
    r"|dronken)|durft niet (?:meer )?(?:naar (?:school|huis|het werk)|alleen thuis)|wordt (?:[a-z]+ ){0,3}(?:gepest|geslagen"
    r"|mishandeld|bedreigd|misbruikt)|slaat (?:haar|hem|zijn vrouw|zijn kinderen|de kinderen)|bang voor (?:haar|zijn) (?:man|ex"
    r"|vader|stiefvader|partner|vriend)|(?:bij|in) (?:de |het )?blijf-?van-mijn-lijf[a-z]*|(?:in de )?vrouwenopvang"
    r"|incasso(?:bureau|kosten)|schulden bij|(?:leent|leende|geleend) (?:geld )?van (?:collega|familie)|betaalt de huur niet"
    r"|kan (?:de |het )?(?:huur|eten|schoolgeld|boodschappen) niet (?:meer )?betalen|afgesloten van (?:gas|water|stroom)"
    r"|(?:[2-9]|twee|drie|vier|meerdere|diverse) (?:officiele )?waarschuwingen|steevast te laat|zou (?:haar"
    r"|hem) niet (?:opnieuw|weer"
    r"|nog eens) aannemen|niet uitnodigen voor|wil weg(?:,|\.| bij| naar)|(?:rouwt|rouw) (?:om|van|na)|uit elkaar(?:,|\."
    r"| gegaan)"
    r"|(?:visum|verblijf) (?:is |werd )?(?:geweigerd|ingetrokken)|schulden (?:[a-z]{1,5}[.:]? )?(?:eur ?)?\d[\d.]{2,}"
    r"|post (?:ligt |blijft )?ongeopend|(?:through|for) ivf|ivf-?(?:traject|behandeling)|\d weken zwanger"
    r"|in detentie|(?:zit|zat) (?:vast|in de gevangenis)|blauwe plekken|gezinsvoogd|driftbuien|krast zich"
    r"|zichzelf krast"
    r"|snijdt zich|zelfbeschadiging|woning (?:is )?(?:ernstig )?vervuild|drinkt (?:weer|(?:\w+ ){0,5}(?:fles"
    r"|flessen|wijn|bier|whisky|wodka|drank|alcohol|jenever))"
    r"|(?:contact|relatie) (?:\w+ )?verbroken|post niet meer (?:te )?open(?:en|t)|couveuse|te vroeg geboren"
    r"|miskraam|miscarriage|stillb(?:orn|irth)"
    r"|gezamenlijke huishouding|openstaande vordering|geen inkomen"
    r"|teveel (?:betaalde|ontvangen) (?:uitkering|bijstand)|kredietbank|\d (?:mnd|maanden?) achter\b"
    r"|kind overleden|(?:man|vrouw|vader|moeder|partner|zoon|dochter) (?:is |vorige \w+ )?(?:plotseling )?overleden"
    r"|(?:zijn|gaan|gingen) uit elkaar|vechtscheiding|omgangsregeling|stalkt|gestalkt|in de prostitutie"
    r"|gokverslav[a-z]+|gokschuld(?:en)?"
    r"|(?:zwerft|slaapt) op straat|weigert eten|\dx gevallen|(?:is|was) (?:\w+ )?flauwgevallen"
)
_OF_ONE_ONLY: Final = rf"(?:{_BEHAVIOUR}|{_JUDGED})"
_PRIVATE: Final = rf"(?:{_DEBTS}|{_CONDUCT}|{_HOME}|{_ABSENCE}|{_MEANS}|{_OF_ONE_ONLY})"
_YOU: Final = r"\b(?:u|uw|jij|je|jou|jouw|you|your)\b"


def _compiled(pattern: str) -> Expression:
    return compiled(pattern, any_case=True)


_TOLD: Final = _compiled(rf"\b{_PRIVATE}\b")
_OF_ONE: Final = _compiled(rf"\b{_OF_ONE_ONLY}")
# Apart from the others: one automaton of all of them does not fit in the memory that it gets.
_NOTED_OF_ONE: Final = _compiled(rf"(?:\b|^)(?:{_NOTED})")
_TOLD_OF_HOME: Final = _compiled(rf"\b(?:{_AT_HOME})\b")
_TOLD_TO: Final = _compiled(rf"{_YOU}[^.\n]{{0,80}}\b{_PRIVATE}\b|\b{_PRIVATE}\b[^.\n]{{0,50}}{_YOU}")


_SAYS_YOU: Final = re.compile(_YOU.encode(), re.IGNORECASE)
_YOU_WITHIN: Final = 100  # bytes
_WORD_BYTES: Final = 12


def places_of_circumstances(folded: bytes) -> Sequence[tuple[int, int]]:
    """Where something of the kind is said."""
    found = (_TOLD, _NOTED_OF_ONE, _TOLD_OF_HOME)
    return sorted(span for expression in found for span in expression.spans(folded))


def places_of_conduct(folded: bytes) -> Sequence[tuple[int, int]]:
    """Where it is said how somebody behaves, how he is judged, or what became of him."""
    return sorted(span for expression in (_OF_ONE, _NOTED_OF_ONE) for span in expression.spans(folded))


def is_told_to_reader(folded: bytes) -> bool:
    """Whether the reader of a letter is told so of himself: "uw huurachterstand"."""
    if _TOLD_TO.search(folded) is not None:
        return True
    noted = (start for start, _ in _NOTED_OF_ONE.spans(folded))
    return any(_SAYS_YOU.search(_sentence_before(folded, start)) is not None for start in noted)


def _sentence_before(folded: bytes, end: int) -> bytes:
    """What stands before a place in its sentence, with the word at the place."""
    before = folded[max(0, end - _YOU_WITHIN) : end]
    return re.split(rb"[.!?\n]", before)[-1] + folded[end : end + _WORD_BYTES]
