"""Illness and distress in plain words: injuries, grief, a child that worries people, addiction, confusion, the care of a day.

What people write to each other in mails and chats, and carers in their notes; no diagnosis, no number.
"""

from __future__ import annotations

from typing import Final

_INJURIES: Final = (
    r"blauwe plek(?:ken)?|blauw oog|bloedneus|bebloed(?:e)?|bloeduitstorting(?:en)?|kneuzing(?:en)?|schaafwond(?:en)?"
    r"|snijwond(?:en)?|hoofdwond(?:je)?|vleeswond|steekwond(?:en)?|brandblaren|tweedegraads|derdegraads|verstuiking"
    r"|(?:\d+|drie|vier|vijf|zes|enkele) hechtingen|bewusteloos|buiten bewustzijn|gereanimeerd|onderkoeld|uitgedroogd"
    r"|(?:vinger|duim|hand|arm|voet|been) (?:[a-z]+ )?(?:bekneld|afgekneld|geplet|tussen de)|van de (?:ladder|trap"
    r"|steiger|fiets) (?:gevallen|gestort)|uitgegleden|(?:hevig|veel) bloed(?:de|verlies)|lichtgewond|zwaargewond"
    r"|(?:een|zijn|haar) (?:voor)?tand(?:en)? (?:eruit|gebroken|afgebroken|kwijt)|tongbeet|klap tegen (?:het|zijn"
    r"|haar) hoofd"
)
_GRIEF: Final = (
    r"rouw|rouwt|in de rouw|rouwproces|rouwtherapie|rouwgroep|rouwklachten|doodgeboren|stilgeboren"
    r"|(?:kindje|baby|zwangerschap|vrucht) (?:[a-z]+ ){0,3}(?:verloren|kwijtgeraakt|verliezen|weggehaald|afgebroken)"
    r"|(?:verloor|verloren) (?:[a-z]+ ){0,2}(?:kindje|baby|zwangerschap|tweeling)"
    r"|hartje (?:[a-z]+ ){0,2}(?:klopte|klopt) niet|curettage|gecuretteerd|buitenbaarmoederlijk|abortus"
    r"|lost the baby|lost (?:her|their) (?:baby|child)|stillborn|grieving|bereavement leave|in mourning"
)
_OF_CHILDREN: Final = (
    r"(?:plast|plassen|plaste) (?:[a-z0-9]+ ){0,3}(?:in (?:zijn |haar )?(?:bed|broek))|bedplassen|bedplast|zindelijk"
    r"|(?:ontwikkelings|taal|spraak|groei|leer)achterstand|ontwikkelingsstoornis|leerstoornis|automutilatie"
    r"|zelfverwonding|zelfbeschadigend|(?:eet|at) (?:[a-z]+ ){0,3}(?:niets?|nauwelijks|bijna niets?) (?:meer)?"
    r"|(?:eet|at) (?:bijna |helemaal )?niets? meer|gooit (?:alles|haar eten|zijn eten) (?:er )?(?:weer )?uit"
    r"|ondergewicht|(?:zwaar|ernstig) overgewicht|sondevoeding|selectief mutis(?:me|tisch)|nachtmerries|driftaanvallen"
    r"|hechtingsproblemen|hechtingsproblematiek|gedragsproblemen|gedragsstoornis|prikkelgevoelig|overprikkeld"
    r"|slaapwandelt|(?:hyperactief|adhd-?pillen)|zelfbeschadigt|bijt (?:zichzelf|zich)|pdd-nos|odd|mcdd"
)
_MIND: Final = (
    r"(?:hoort|hoorde) (?:weer |nog )?stemmen|ziet (?:weer )?dingen die er niet zijn|waanbeelden|wanen|paranoide?"
    r"|achterdochtig|psychotisch(?:e)?|decompenseert|gedecompenseerd|psychische decompensatie|suicidale?"
    r"|(?:wil|wilde|hoeft|hoefde) (?:[a-z]+ ){0,2}niet meer (?:[a-z]+ )?leven|(?:niet meer|geen zin meer) (?:te |om te "
    r")?(?:willen )?leven|doodswens|uit het leven (?:stappen|gestapt)|een einde aan (?:zijn|haar|het) leven"
    r"|poging (?:tot|gedaan tot) zelf(?:moord|doding)|(?:pillen|medicijnen|tabletten) (?:in ?genomen|geslikt)"
    r"|durft (?:[a-z]+ ){0,3}(?:huis |de deur )?niet (?:meer )?(?:uit|naar buiten|alleen te zijn|de deur uit)"
    r"|(?:durft|kan) (?:de deur|het huis) niet (?:meer )?uit|straatvrees|smetvrees|pleinvrees|hoogtevrees|faalangst"
    r"|paniek(?:erig)?(?: aanval)?|huilt (?:de hele|elke|veel|aan een stuk)|huilbuien|levensmoe|zwaarmoedig"
    r"|somber(?:heid)?|lusteloos|ingestort|stort(?:te)? in|in elkaar gezakt|helemaal op|crisisdienst|crisiskaart"
    r"|crisisplaatsing|crisisopname|zorgmachtiging|inbewaringstelling|ibs|rechterlijke machtiging|ambulante begeleiding"
    r"|(?:verward|onbegrepen) gedrag|(?:is|raakt|raakte|was) (?:[a-z]+ ){0,2}verward|in de war|dwaalt|vergeetachtig(?:heid)?"
    r"|vergeet (?:alles|steeds|haar medicijnen|zijn medicijnen)|geheugenpoli(?:kliniek)?"
)
_ADDICTION: Final = (
    r"(?:bij|naar|van|door|in) (?:de )?verslavingszorg|verslavingskliniek|verslavingsarts|(?:weer|al|nog steeds) "
    r"(?:aan het drinken|aan de drank|aan het blowen|aan het gokken)|blowt|cold turkey|afgekickt|afkicken|clean sinds"
    r"|nuchter sinds|ontnuchter(?:en|d)|terugval (?:in|gehad|met)|heeft een terugval|anonieme alcoholisten"
    r"|aa-(?:groep|bijeenkomst(?:en)?)|(?:snuift|spuit|gebruikt) (?:weer |nog |veel )?(?:coke|cocaine|speed|heroine|ghb"
    r"|ketamine|wiet|drugs|lachgas)|overdos(?:is|e)|drinkt zich|(?:flessen|fles) (?:wodka|jenever|whisky|wijn) per"
    r"|goes to rehab|in rehab|relapsed?|drinking problem|drinks heavily"
)
_CARE: Final = (
    r"palliatieve? (?:zorg|traject|fase|sedatie|behandeling|verpleging|terminaal)|terminale fase|comfortbeleid"
    r"|niet-reanimeren|niet reanimeren|reanim(?:eren|atie)[ :-]{1,3}(?:nee|ja|niet)|decubitus(?:wond)?|doorligplek(?:ken)?"
    r"|stoma(?:zakje|zorg)?|katheter(?:zak)?|wondzorg|wondverzorging|zwachtel(?:en|s)?|steunkousen (?:aan|uit)|tillift"
    r"|valgevaar|valrisico|incontinentiemateriaal|medicatie (?:uitzetten|aanreiken|toedienen|geven|gegeven|innemen"
    r"|ingenomen)|insuline (?:spuiten|\d+ ?e\b)|(?:oog|oor)druppel(?:s|en) (?:geven|toedienen)|zuurstof (?:\d|via)"
    r"|bloedglucose|bloedsuiker|nuchter \d|bmi[ :]{1,2}\d\d|rr[ :]{1,2}\d{2,3}/\d{2,3}|temp(?:eratuur)?[ .:]{1,3}3[6-9][.,]\d"
    r"|\d ?mg (?:[a-z]+ )?(?:gegeven|toegediend)|zorgprofiel vv|vv0?[4-9]\b|zzp ?[1-9]\b"
    r"|(?:icd|icpc|dsm)(?:[ -]?(?:10|11|1|2|5|iv))?[ :-]{1,3}(?:code )?[a-z]\d{2}(?:\.\d{1,2})?"
)
_ABSENT: Final = (
    r"(?:meld|meldde) (?:me|mij) (?:[a-z]+ ){0,3}ziek|(?:me|mij) (?:[a-z]+ )?ziek (?:moet|moeten|wil) melden"
    r"|(?:heeft|krijgt|kreeg|zit in|in) (?:nu |al )?(?:een |de )(?:iva|wga|wia|wajong|ziektewet)\b(?: gekregen)?"
    r"|(?:loopt|zit|zat) bij (?:het )?(?:riagg|ggz|mentrum|iriszorg|novadic|jellinek|parnassia|altrecht|tactus)"
    r"|(?:moet|moest) (?:[a-z]+ ){0,3}(?:kijkoperatie|scan|biopsie|punctie|bestraling)|ligt (?:in coma|aan de beademing)"
    r"|(?:zijn|haar|mijn) (?-i:ADD|ADHD|MS|ALS|PTSS|PTSD|ASS|OCD|OCS|BPS|NAH|LVB|CVS|SLE|HIV|COPD|PCOS|CRPS|PDS|ME)\b"
    r"|door (?:zijn|haar|mijn) rug|pijn (?:in|aan) (?:zijn|haar|mijn|de|het)|slechte uitslag|uitslag (?:was|is) (?:niet )?goed"
    r"|bult(?:je)? in (?:haar|zijn) (?:borst|hals|nek)|(?:loopt|liep) (?:met|op) (?:een )?(?:stok|krukken)"
)
_ENGLISH: Final = (
    r"unfit (?:for|to) work|physiotherapy|physio sessions?|torn (?:[a-z]+ ){0,2}(?:meniscus|ligament|tendon|muscle|cartilage)"
    r"|(?:acute|chronic|severe) (?:[a-z]+ )?(?:pancreatitis|bronchitis|appendicitis|hepatitis|sinusitis|gastritis|pain"
    r"|asthma|migraine|depression|stress|fatigue|illness)|(?:knee|back|neck|shoulder|hip|chest|abdominal) (?:pain|surgery"
    r"|injury|replacement)|(?:broken|fractured|sprained|dislocated) (?:wrist|rib|ribs|elbow|shoulder|finger|thumb|toe|knee"
    r"|jaw|hip|nose|collarbone)|light duties|sick note|fit note|doctor'?s note|stitches|black eye|bruis(?:es|ed|ing)"
    r"|concussed|hearing voices|self-?harm(?:ing|ed|s)?|suicidal|overdosed|psychotic|miscarried|in labou?r|premature baby"
    r"|(?:has|had|have|with) (?:a )?(?:flu|fever|covid|chickenpox|tonsillitis|pneumonia|shingles|a cold|a heart condition)"
)
DISTRESS: Final = "|".join((_INJURIES, _GRIEF, _OF_CHILDREN, _MIND, _ADDICTION, _CARE, _ABSENT, _ENGLISH))
