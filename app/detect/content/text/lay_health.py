"""How colleagues, managers and carers say that somebody is ill: no diagnosis, but parts of the body, help and being away.

Patterns of words that say it of a person; what a word alone may say of anything ("uitgeput", "afgekeurd") has its company.
"""

from __future__ import annotations

from typing import Final

_FEW: Final = r"(?:[a-z0-9']+ ){0,3}"
_SIDE: Final = r"(?:(?:linker|rechter)[ -]?)?"
_LIMBS: Final = (
    r"(?:heup|pols|enkel|been|arm|ribb?(?:en)?|sleutelbeen|vingers?|duim|te(?:en|nen)|neus|knie(?:en)?|voet(?:en)?|hand|kaak"
    r"|schouder|elleboog|rug|nek|hiel|kuit|bekken|schedel|meniscus|kruisband(?:en)?|achillespees|pees|pezen|enkelbanden"
    r"|hamstring|wervels?|ruggenwervels?|rugwervels?|trommelvlies|oogkas|borstbeen|bovenarm|onderarm|onderbeen|bovenbeen"
    r"|scheenbeen|kuitbeen|schouderblad|stuitje|middenvoetsbeentje)"
)
_HURT: Final = (
    r"(?:gebroken|verstuikt|verrekt|gekneusd|gescheurd|ingescheurd|afgescheurd|verbrijzeld|geamputeerd|ontstoken|versleten"
    r"|verdraaid|verzwikt|uit de kom|gezwollen|opgezet|geopereerd|gehecht|verlamd)"
)
_ORGANS: Final = (
    r"(?:hart|long|nier|lever|oog|huid|spier|darm|maag|rug|nek|knie|schouder|heup|gewrichts|buik|borst|voet|enkel|pols|elleboog"
    r"|blaas|prostaat|keel|kaak|been|vinger|hersen|zenuw|schildklier|galblaas|alvleesklier|baarmoeder(?:hals)?|eierstok|teelbal"
    r"|slokdarm|bot|bekken|stuit|meniscus|kruisband|achillespees|enkelband|pees|amandel|lies|oor|neus|milt|hand|duim|wervel"
    r"|staar|hernia|bypass|hartklep|rugwervel|luchtweg|klier|lymfe|netvlies|bijholte|voorhoofdsholte|spatader|trommelvlies)"
)
_OF_ORGANS: Final = (
    r"(?:klachten|problemen|patiente?|ziekte|aandoening|operatie|letsel|blessure|breuk|pijn|kwaal|afwijking|falen|kanker|tumor"
    r"|gezwel|ontsteking|infectie|infarct|bloeding|fractuur|krampen|ruptuur|scheur|verzakking|vernauwing|laesies?|verkalking"
    r"|transplantatie|prothese|amputatie|verwijdering|biopsie|punctie|slijtage|degeneratie|verlamming|katheterisatie)"
)
_DRUGS: Final = (
    r"(?:medicatie|medicijnen|pillen|tabletten|antibiotica|slaappillen|pijnmedicatie|slaapmiddelen|kalmeringsmiddelen"
    r"|hormonen|plaspillen|puffers?|injecties|bloeddrukpillen|medication|antidepressants|painkillers)"
)
_PLACES: Final = (
    r"(?:intensive care|ic|i\.c\.|seh|spoedeisende hulp|hartbewaking|eerste hulp|brandwondencentrum|hospice|paaz|crisisopvang"
    r"|afkickkliniek|revalidatie(?:centrum|kliniek)?|ziekenhuis|verpleeghuis|psychiatrie|ggz(?:-instelling|-kliniek)?|kliniek"
    r"|verslavingskliniek|kraamafdeling|isolatie|operatiekamer|intensive care unit|hospital)"
)
_HELPERS: Final = (
    r"(?:psycholoog|psychiater|therapeut|fysio|fysiotherapeut|ggz|cardioloog|oncoloog|neuroloog|internist|gynaecoloog"
    r"|reumatoloog|orthopeed|uroloog|dermatoloog|longarts|verslavingszorg|verslavingsarts|verslavingskliniek|huisarts"
    r"|verloskundige|ergotherapeut|dietist|logopedist|chirurg|pijnpoli|kno-arts|oogarts|traumatherapeut|praktijkondersteuner"
    r"|poh-ggz|counsellor|psychologist|psychiatrist|physiotherapist)"
)
# In capitals only: "add" and "ms" are also other words.
_SHORT: Final = r"(?-i:ADD|PDS|MS|ALS|PTSS|PTSD|ASS|HSP|OCD|OCS|BPS|PDD-NOS|NAH|LVB|CVS|EDS|SLE|HIV|AIDS|COPD|PCOS|CRPS|IBS|POTS)"

_AWAY: Final = (
    rf"(?:is|was|weer|opnieuw|keer|langdurig|volledig|plotseling|plots|gedeeltelijk|deels|wederom|helaas) uitgevallen"
    rf"|(?:valt|viel) (?:voorlopig|langdurig|volledig|weer|opnieuw|(?:zeker )?(?:een |twee |drie |zes |enkele )?(?:weken|maanden)"
    rf"|wegens ziekte|een tijd(?:je)?) uit|(?:valt|viel) {_FEW}uit (?:met|wegens|vanwege) "
    rf"|zit (?:nu |inmiddels |weer |nog )*(?:al|sinds|vanaf) (?:[a-z0-9]+ ){{1,5}}(?:ziek |overspannen |noodgedwongen )?thuis"
    rf"|(?:zit|is|bleef|blijft) {_FEW}(?:ziek|overspannen|oververmoeid|opgebrand|uitgeput|met klachten|grieperig) (?:thuis|uitgevallen)"
    rf"|(?:ernstig|ongeneeslijk|langdurig|dood|psychisch|geestelijk|terminaal|doods|flink|behoorlijk|weer|al) ?ziek\b"
    rf"|voelt zich (?:niet lekker|beroerd|grieperig|ziek|ellendig)|ziek (?:naar huis|op bed|in bed|uit dienst)"
    rf"|(?:herstelt|herstelde|herstellende|herstellend|aan het herstellen|hersteld) (?:nog )?(?:van|thuis)"
    rf"|aan de beterende hand|revalide(?:ert|erde|ren)|revalidatietraject|uit het ziekenhuis"
    rf"|(?:ligt|lag|ligt nu|beland|belandde|beland is|terechtgekomen|opgenomen|binnengebracht|afgevoerd|gebracht) "
    rf"(?:[a-z0-9]+ ){{0,4}}(?:in|op|naar|bij) (?:de |het |een )?{_PLACES}"
    rf"|(?:op|in) de (?:intensive care|hartbewaking) (?:[a-z]+ )?(?:ligt|lag|opgenomen|beland)"
    rf"|off (?:sick|ill)|signed off (?:sick|work|with|for)|(?:in|to|into) hospital\b|hospitali[sz]ed|too ill to"
)
_TREATED: Final = (
    rf"(?:slikt|slikte|slikken|neemt|nam|krijgt|kreeg|gebruikt|gebruikte|heeft|had|afhankelijk van|stopte met|takes|is on|on)"
    rf" (?:[a-z]+ ){{0,2}}{_DRUGS}"
    rf"|{_DRUGS} (?:(?:is |had |heeft |wordt )?(?:[a-z]+ )?(?:slikt|slikte|gebruikt|neemt|krijgt|afgebouwd|afbouwt|nodig heeft)|tegen)"
    rf"|(?:loopt|liep|zit|zat|is|was|gaat|ging|komt|kwam|moet|wil|mag|loop|ga|ben) {_FEW}(?:bij|naar|langs) (?:de |een |zijn |haar |mijn )?{_HELPERS}"
    rf"|(?:bij|naar) (?:de |een )?{_HELPERS} (?:loopt|gaat|moet|geweest|komt|verwezen|terecht)"
    rf"|(?:dag|deeltijd|kliniek|crisis)behandeling|(?:trauma|gespreks|schema|gedrags|groeps|relatie|psycho|hormoon|zuurstof|licht)therapie"
    rf"|behandeltraject|afkick(?:kliniek|en|t|te|traject)|ontgifting|ontwenning(?:skuur)?|chemokuren|chemo"
    rf"|(?:moet|wordt|werd|is|gaat|laat zich|kan) {_FEW}(?:geopereerd|opereren|gedotterd|gekatheteriseerd|bestraald|gedialyseerd)"
    rf"|(?:na|van|voor) (?:een|de|zijn|haar|mijn|je) (?:[a-z]+ )?operatie|onder het mes|onder narcose"
    rf"|(?:nieuwe|kunst) ?(?:heup|knie|hartklep|schouder|nier|lever)|donor(?:nier|hart|lever)|pacemaker|hoortoestel(?:len)?"
    rf"|zuurstof(?:fles|masker)|hulphond|blindengeleidehond|scootmobiel|mitella|(?:in het|met) gips|rolstoelafhankelijk"
    rf"|(?:had|has had|needs|underwent|recovering from|scheduled for|after) (?:[a-z]+ ){{0,2}}surgery|chemotherapy|radiotherapy"
    rf"|doorverwezen naar (?:de |een )?{_HELPERS}|(?:een |twee |drie )?stents?\b|insuline ?(?:spuit|pen)|knobbel(?:tje)?s? in (?:haar|zijn)|euthanasie(?:verzoek|verklaring)?|wilsonbekwaam"
)
_BODY: Final = (
    rf"(?:zijn|haar|mijn|je|uw|een|beide|de|twee|drie|m'n|z'n) {_SIDE}{_LIMBS} (?:is |zijn |heeft |had |was )?(?:[a-z]+ )?{_HURT}"
    rf"|(?:gebroken|verstuikte|verrekte|gekneusde|gescheurde|ingescheurde|afgescheurde|verbrijzelde|geamputeerde?|ontstoken"
    rf"|versleten|verzwikte|opgezette|kapotte|slechte|zwakke|stijve|pijnlijke|zere) {_SIDE}{_LIMBS}"
    rf"|(?:slechte|zwakke|kwakkelende|broze) (?:gezondheid|hart|longen|ogen|gezicht|gehoor)|zwak hart|slecht ter been"
    rf"|door (?:zijn|haar|m'n|z'n|mijn) (?:rug|enkel|knie) (?:heen |is |was )?(?:gegaan|gezakt|heen)"
    rf"|{_ORGANS}{_OF_ORGANS}|hoofd(?:pijn|letsel|wond)"
    rf"|(?:heeft|had|hebben|kreeg|vanwege|wegens|lijdt aan|diagnose|gediagnosticeerd met|i\.?v\.?m\.?|vastgesteld:) (?:de diagnose |ook |zelf |waarschijnlijk )?{_SHORT}"
    rf"|{_SHORT} (?:is |werd )?(?:vastgesteld|geconstateerd|gediagnosticeerd)"
    rf"|broke (?:his|her) (?:leg|arm|ankle|wrist|hip|foot|hand|collarbone|nose)|(?:broken|fractured|sprained|torn) (?:leg|arm|ankle|wrist|hip|foot|hand|ligament|meniscus)"
    rf"|bad back|heart (?:condition|problems|failure)|(?:kreeg|heeft|had) een (?:attaque|hartaanval|beroerte|herseninfarct|epileptische)"
    rf"|(?:verminderd|gedeeltelijk|volledig|minder|niet) (?:inzetbaar|belastbaar) (?:door|vanwege|wegens|i\.?v\.?m|sinds|na)"
    rf"|(?:slecht|zwaar) hoort|doof geboren|blind (?:aan|geboren|is)|(?:gips|spalk|brace) om"
)
_MIND: Final = (
    r"opgebrand|trekt het (?:psychisch|mentaal|fysiek|lichamelijk|even|echt) niet|(?:psychisch|mentaal|lichamelijk|fysiek) niet (?:meer )?aan|"
    r"zichzelf (?:gesneden|verwond|beschadigd|snijdt)|snijdt zich(?:zelf)?|op van de zenuwen|oververmoeid(?:heid)?|vermoeidheidsklachten|(?:fysiek|mentaal|emotioneel|lichamelijk) uitgeput"
    r"|(?:fysiek|mentaal) overbelast|mentaal (?:niet goed|in de knoop|instabiel|zwaar)|psychisch (?:niet goed|in de knoop|instabiel|kwetsbaar)"
    r"|psychiatrisch(?:e)? (?:verleden|patient|patiente|opname|klachten|problematiek|behandeling)|zelfmoordpoging|zelfdoding|suicidepoging"
    r"|(?:zijn|haar|last van|voor|met) angsten|angst-? en (?:paniek|stemmings)[a-z]*|sombere (?:buien|gedachten|stemming|periode)|somberheidsklachten"
    r"|getraumatiseerd|trauma (?:opgelopen|verwerken)|hallucinaties|wanen|psychoses|geheugenverlies|concentratieverlies|dwangmatig gedrag"
    r"|hoogsensitief|hooggevoelig|bipolair|manisch-depressief|suicidaal|depressief|zenuwinzinking|inzinking gehad|mentale klachten|mentale problemen"
    r"|(?:alcohol|drugs|gok|game|cocaine|coke|drank|medicijn|wiet|seks|porno)-?(?:probleem|problemen|verslaving|verslaafde?|misbruik|afhankelijk(?:heid)?)"
    r"|alcoholist(?:e)?|alcoholisme|verslaafd aan|aan de (?:drank|drugs|coke|pillen)|in verwachting|hoogzwanger|(?:in|last van) de overgang"
    r"|overgangsklachten|opvliegers|menopauze|vruchtbaarheids(?:behandeling|traject)|ivf(?:-behandeling|-traject)?|keizersnede|doodgeboren"
    r"|mental health (?:issues|problems|condition)|nervous breakdown|panic attacks?|(?:is|was) (?:expecting (?:a baby|twins|her)|disabled|depressed|bipolar|diabetic)"
)
LAY: Final = rf"{_AWAY}|{_TREATED}|{_BODY}|{_MIND}"
