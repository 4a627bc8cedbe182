"""How colleagues, managers and carers say that somebody is ill: no diagnosis, but parts of the body, help and being away.

Patterns of words that say it of a person; what a word alone may say of anything ("uitgeput", "afgekeurd") has its company.
"""

from __future__ import annotations

from typing import Final

_FEW: Final = r"(?:[a-z0-9']+ ){0,3}"
_SIDE: Final = r"(?:(?:linker|rechter)[ -]?)?"
_LIMBS: Final = (
    r"(?:heup|pols|enkel|been|arm|ribb?(?:en)?|sleutelbeen|vingers?|duim|te(?:en|nen)|neus|knie(?:en)?|voet(?:en)?"
    r"|hand|kaak"
    r"|schouder|elleboog|rug|nek|hiel|kuit|bekken|schedel|meniscus|kruisband(?:en)?|achillespees|pees|pezen|enkelbanden"
    r"|hamstring|wervels?|ruggenwervels?|rugwervels?|trommelvlies|oogkas|borstbeen|bovenarm|onderarm|onderbeen"
    r"|bovenbeen"
    r"|scheenbeen|kuitbeen|schouderblad|stuitje|middenvoetsbeentje)"
)
_HURT: Final = (
    r"(?:gebroken|verstuikt|verrekt|gekneusd|gescheurd|ingescheurd|afgescheurd|verbrijzeld|geamputeerd|ontstoken"
    r"|versleten"
    r"|verdraaid|verzwikt|uit de kom|gezwollen|opgezet|geopereerd|gehecht|verlamd)"
)
_ORGANS: Final = (
    r"(?:hart|long|nier|lever|oog|huid|spier|darm|maag|rug|nek|knie|schouder|heup|gewrichts|buik|borst|voet|enkel"
    r"|pols|elleboog"
    r"|blaas|prostaat|keel|kaak|been|vinger|hersen|zenuw|schildklier|galblaas|alvleesklier|baarmoeder(?:hals)?"
    r"|eierstok|teelbal"
    r"|slokdarm|bot|bekken|stuit|meniscus|kruisband|achillespees|enkelband|pees|amandel|lies|oor|neus|milt|hand"
    r"|duim|wervel"
    r"|staar|hernia|bypass|hartklep|rugwervel|luchtweg|klier|lymfe|netvlies|bijholte|voorhoofdsholte|spatader"
    r"|trommelvlies)"
)
_OF_ORGANS: Final = (
    r"(?:klachten|problemen|patiente?|ziekte|aandoening|operatie|letsel|blessure|breuk|pijn|kwaal|afwijking|falen"
    r"|kanker|tumor"
    r"|gezwel|ontsteking|infectie|infarct|bloeding|fractuur|krampen|ruptuur|scheur|verzakking|vernauwing|laesies?"
    r"|verkalking"
    r"|transplantatie|prothese|amputatie|verwijdering|biopsie|punctie|slijtage|degeneratie|verlamming|katheterisatie)"
)
_DRUGS: Final = (
    r"(?:medicatie|medicijnen|pillen|tabletten|antibiotica|slaappillen|pijnmedicatie|slaapmiddelen|kalmeringsmiddelen"
    r"|hormonen|plaspillen|puffers?|injecties|bloeddrukpillen|medication|antidepressants|painkillers)"
)
_PLACES: Final = (
    r"(?:intensive care|ic|i\.c\.|seh|spoedeisende hulp|hartbewaking|eerste hulp|brandwondencentrum|hospice|paaz"
    r"|crisisopvang"
    r"|afkickkliniek|revalidatie(?:centrum|kliniek)?|ziekenhuis|verpleeghuis|psychiatrie|ggz(?:-instelling"
    r"|-kliniek)?|kliniek"
    r"|verslavingskliniek|kraamafdeling|isolatie|operatiekamer|intensive care unit|hospital)"
)
_HELPERS: Final = (
    r"(?:psycholoog|psychiater|therapeut|fysio|fysiotherapeut|ggz|cardioloog|oncoloog|neuroloog|internist|gynaecoloog"
    r"|reumatoloog|orthopeed|uroloog|dermatoloog|longarts|verslavingszorg|verslavingsarts|verslavingskliniek|huisarts"
    r"|verloskundige|ergotherapeut|dietist|logopedist|chirurg|pijnpoli|kno-arts|oogarts|traumatherapeut"
    r"|praktijkondersteuner"
    r"|poh-ggz|counsellor|psychologist|psychiatrist|physiotherapist)"
)
# In capitals only: "add" and "ms" are also other words.
_SHORT: Final = (
    r"(?-i:ADD|PDS|MS|ALS|PTSS|PTSD|ASS|HSP|OCD|OCS|BPS|PDD-NOS|NAH|LVB|CVS|EDS|SLE|HIV|AIDS|COPD|PCOS|CRPS|IBS|POTS)"
)

_AWAY: Final = (
    rf"(?:is|was|weer|opnieuw|keer|langdurig|volledig|plotseling|plots|gedeeltelijk|deels|wederom|helaas) uitgevallen"
    rf"|(?:valt|viel) (?:voorlopig|langdurig|volledig|weer|opnieuw|(?:zeker )?(?:een |twee |drie |zes "
    rf"|enkele )?(?:weken|maanden)"
    rf"|wegens ziekte|een tijd(?:je)?) uit|(?:valt|viel) {_FEW}uit (?:met|wegens|vanwege) "
    rf"|zit (?:nu |inmiddels |weer |nog )*(?:al|sinds|vanaf) (?:[a-z0-9]+ ){{1,5}}(?:ziek |overspannen "
    rf"|noodgedwongen )?thuis"
    rf"|(?:zit|is|bleef|blijft) {_FEW}(?:ziek|overspannen|oververmoeid|opgebrand|uitgeput|met klachten"
    rf"|grieperig) (?:thuis|uitgevallen)"
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
    rf"(?:slikt|slikte|slikken|neemt|nam|krijgt|kreeg|gebruikt|gebruikte|heeft|had|afhankelijk van|stopte met"
    rf"|takes|is on|on)"
    rf" (?:[a-z]+ ){{0,2}}{_DRUGS}"
    rf"|{_DRUGS} (?:(?:is |had |heeft |wordt )?(?:[a-z]+ )?(?:slikt|slikte|gebruikt|neemt|krijgt|afgebouwd|afbouwt"
    rf"|nodig heeft)|tegen)"
    rf"|(?:loopt|liep|zit|zat|is|was|gaat|ging|komt|kwam|moet|wil|mag|loop|ga|ben) {_FEW}(?:bij|naar|langs) (?:de "
    rf"|een |zijn |haar |mijn )?{_HELPERS}"
    rf"|(?:bij|naar) (?:de |een )?{_HELPERS} (?:loopt|gaat|moet|geweest|komt|verwezen|terecht)"
    rf"|(?:dag|deeltijd|kliniek|crisis)behandeling|(?:trauma|gespreks|schema|gedrags|groeps|relatie|psycho|hormoon"
    rf"|zuurstof|licht)therapie"
    rf"|behandeltraject|afkick(?:kliniek|en|t|te|traject)|ontgifting|ontwenning(?:skuur)?|chemokuren|chemo"
    rf"|(?:moet|wordt|werd|is|gaat|laat zich|kan) {_FEW}(?:geopereerd|opereren|gedotterd|gekatheteriseerd"
    rf"|bestraald|gedialyseerd)"
    rf"|(?:na|van|voor) (?:een|de|zijn|haar|mijn|je) (?:[a-z]+ )?operatie|onder het mes|onder narcose"
    rf"|(?:(?:een|haar|zijn|mijn) nieuwe |kunst)(?:heup|knie|hartklep|schouder|nier|lever)|donor(?:nier|hart"
    rf"|lever)|pacemaker|hoortoestel(?:len)?"
    rf"|zuurstof(?:fles|masker)|hulphond|blindengeleidehond|scootmobiel|mitella|(?:in het|met) gips|rolstoelafhankelijk"
    rf"|(?:had|has had|needs|underwent|recovering from|scheduled for|after) (?:[a-z]+ ){{0,2}}surgery|chemotherapy"
    rf"|radiotherapy"
    rf"|doorverwezen naar (?:de |een )?{_HELPERS}|(?:een |twee |drie )?stents?\b|insuline ?(?:spuit|pen)"
    rf"|knobbel(?:tje)?s? in (?:haar|zijn)|euthanasie(?:verzoek|verklaring)?|wilsonbekwaam"
)
_BODY: Final = (
    rf"(?:zijn|haar|mijn|je|uw|een|beide|de|twee|drie|m'n|z'n) {_SIDE}{_LIMBS} (?:is |zijn |heeft |had "
    rf"|was )?(?:[a-z]+ )?{_HURT}"
    rf"|(?:gebroken|verstuikte|verrekte|gekneusde|gescheurde|ingescheurde|afgescheurde|verbrijzelde|geamputeerde?"
    rf"|ontstoken"
    rf"|versleten|verzwikte|opgezette|kapotte|slechte|zwakke|stijve|pijnlijke|zere) {_SIDE}{_LIMBS}"
    rf"|(?:slechte|zwakke|kwakkelende|broze) (?:gezondheid|hart|longen|ogen|gezicht|gehoor)|zwak hart|slecht ter been"
    rf"|door (?:zijn|haar|m'n|z'n|mijn) (?:rug|enkel|knie) (?:heen |is |was )?(?:gegaan|gezakt|heen)"
    rf"|{_ORGANS}{_OF_ORGANS}|hoofd(?:pijn|letsel|wond)"
    rf"|(?:heeft|had|hebben|kreeg|vanwege|wegens|lijdt aan|diagnose|gediagnosticeerd met|i\.?v\.?m\.?"
    rf"|vastgesteld:) (?:de diagnose |ook |zelf |waarschijnlijk )?{_SHORT}"
    rf"|{_SHORT} (?:is |werd )?(?:vastgesteld|geconstateerd|gediagnosticeerd)"
    rf"|broke (?:his|her) (?:leg|arm|ankle|wrist|hip|foot|hand|collarbone|nose)|(?:broken|fractured|sprained"
    rf"|torn) (?:leg|arm|ankle|wrist|hip|foot|hand|ligament|meniscus)"
    rf"|bad back|heart (?:condition|problems|failure)|(?:kreeg|heeft|had) een (?:attaque|hartaanval|beroerte"
    rf"|herseninfarct|epileptische)"
    rf"|(?:verminderd|gedeeltelijk|volledig|minder|niet) (?:inzetbaar|belastbaar) (?:door|vanwege|wegens|i\.?v\.?m"
    rf"|sinds|na)"
    rf"|(?:slecht|zwaar) hoort|doof geboren|blind (?:aan|geboren|is)|(?:gips|spalk|brace) om"
)
_MIND: Final = (
    r"opgebrand|trekt het (?:psychisch|mentaal|fysiek|lichamelijk|even|echt) niet|(?:psychisch|mentaal|lichamelijk"
    r"|fysiek) niet (?:meer )?aan|"
    r"zichzelf (?:gesneden|verwond|beschadigd|snijdt)|snijdt zich(?:zelf)?|op van de zenuwen|oververmoeid(?:heid)?"
    r"|vermoeidheidsklachten|(?:fysiek|mentaal|emotioneel|lichamelijk) uitgeput"
    r"|(?:fysiek|mentaal) overbelast|mentaal (?:niet goed|in de knoop|instabiel|zwaar)|psychisch (?:niet goed"
    r"|in de knoop|instabiel|kwetsbaar)"
    r"|psychiatrisch(?:e)? (?:verleden|patient|patiente|opname|klachten|problematiek|behandeling)|zelfmoordpoging"
    r"|zelfdoding|suicidepoging"
    r"|(?:zijn|haar|last van|voor|met) angsten|angst-? en (?:paniek|stemmings)[a-z]*|sombere (?:buien|gedachten"
    r"|stemming|periode)|somberheidsklachten"
    r"|getraumatiseerd|trauma (?:opgelopen|verwerken)|hallucinaties|wanen|psychoses|geheugenverlies"
    r"|concentratieverlies|dwangmatig gedrag"
    r"|hoogsensitief|hooggevoelig|bipolair|manisch-depressief|suicidaal|depressief|zenuwinzinking|inzinking gehad"
    r"|mentale klachten|mentale problemen"
    r"|(?:alcohol|drugs|gok|game|cocaine|coke|drank|medicijn|wiet|seks|porno)-?(?:probleem|problemen|verslaving"
    r"|verslaafde?|misbruik|afhankelijk(?:heid)?)"
    r"|alcoholist(?:e)?|alcoholisme|verslaafd aan|aan de (?:drank|drugs|coke|pillen)|in verwachting|hoogzwanger"
    r"|(?:in|last van) de overgang"
    r"|overgangsklachten|opvliegers|menopauze|vruchtbaarheids(?:behandeling|traject)|ivf(?:-behandeling|-traject)?"
    r"|keizersnede|doodgeboren"
    r"|mental health (?:issues|problems|condition)|nervous breakdown|panic attacks?|(?:is"
    r"|was) (?:expecting (?:a baby|twins|her)|disabled|depressed|bipolar|diabetic)"
)
LAY: Final = rf"{_AWAY}|{_TREATED}|{_BODY}|{_MIND}"
