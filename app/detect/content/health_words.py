"""What a short cell says of somebody's health: illnesses, accidents, care and the profiles of those who live in homes."""

from __future__ import annotations

import re
from typing import Final

HEALTH: Final = re.compile(
    r"\b(?:ziek\w*|griep\w*|burn-?out\w*|zwanger\w*|bevalling|verkoud\w*|corona|covid\w*|migraine\w*|hernia\w*|depressi\w*"
    r"|psychos\w*|psychisch\w*|psychiatr\w*|\w*kanker|operatie|geopereerd|fractuur|gebroken|rug(?:klachten|pijn)?"
    r"|overspannen|stress\w*|diabetes\w*|astma|hart(?:infarct|falen|klacht\w*|kwaal|aanval|ziekte|operatie|ritme\w*|patient)"
    r"|knieklachten|\w{3,}klachten|adhd|autis\w*|dement\w*|rolstoel\w*|rollator|incontinen\w*|allerg\w*|insuline|slechthorend|copd|reuma\w*|epilepsie|revalidatie|arbeidsongeschikt\w*|sick\w*|flu"
    r"|pregnan\w*|surgery|wia|wga|iva|wajong|\w*infectie|\w*ontsteking|\w*wond|(?:ge)?kneu(?:sd|zing)\w*|(?:bot|heup|pols|enkel|been|arm|rib|lies|schedel|sleutelbeen)breuk"
    r"|\w*letsel|hersenschudding|decubitus|bewusteloos|misselijk|koorts|bloeding|gehecht|verstuikt?|verslikt|flauwgevallen"
    r"|medicatiefout|suikerziekte|scootmobiel|traplift|gehoorapparaat|prothese"
    r"|huishoudelijke (?:hulp|ondersteuning)"
    r"|hypertensie|cva|parkinson|alzheimer|kunstheup|chemo\w*|bestraling|dialyse|verslaving"
    r"|bloeduitstorting|schaafwond|gevallen (?:bij|op|van|in|uit|over)|valincident|hiv|injur\w*"
    r"|fractured?|asthma|cancer|ptss|angst\w*|eetstoornis\w*|anorexia|boulimia|\w{4,}stoornis(?:sen)?|trauma\w*|suicid\w*|rouw"
    r"|borderline|schizofren\w*|verslaafd|dyslexie|dyscalculie|hartfalen|blaasontsteking|epileps\w*|notenallergie"
    r"|somatisch|psychogeriatr\w*|dysfagie|coeliakie|glutenintolerantie|lactose-?intoleran\w*|slikproble\w*|ondervoed\w*"
    r"|(?:nier|diabetes|lever|dialyse|maag)dieet|(?:zout|natrium|eiwit|kalium)(?:loos|arm|beperkt) dieet"
    # Profiles of long-term care. Source: Wet langdurige zorg, zorgprofielen.
    r"|(?:VV|VG|LG|LVG|SGLVG|ZGaud|ZGvis|GGZ-?[BW]?)[ -]?(?:0\d|10))\b",
    re.IGNORECASE,
)
# What is done for one person at home or in a ward: it says of itself that somebody needs care.
CARE: Final = re.compile(
    r"\b(?:stoma\w*|\w*katheter\w*|wondzorg|wondverzorging|steunkous\w*|insuline\w*|sondevoeding|decubitus\w*|incontinentie\w*"
    r"|palliati\w*|medicatie (?:uitzetten|aanreiken|toedienen|geven|klaarzetten)|oogdruppel\w*|zwachtelen|tillift|vergeetachtig"
    r"|adl(?:-zorg)?)\b",
    re.IGNORECASE,
)
