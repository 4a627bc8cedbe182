"""What sentences about one person are made of: where they end and go on, who speaks in them, whose they are."""

from __future__ import annotations

import re
from typing import Final

# A line that goes on in small letters is one that was wrapped; so is one that ends with a word nothing ends with.
_ENDS_NOTHING: Final = rb"".join(
    rb"(?<! %b)" % word for word in b"te de in op en of van het een aan bij met voor door dat naar".split()
)
END: Final = re.compile(rb"[!?](?=\s)|(?<=[a-z0-9)%]{2})\.(?=\s)|" + _ENDS_NOTHING + rb"\n(?![ \t]{0,8}[a-z])")
# "Rek. NL..", "geb. 3 mei": a sentence goes on behind these.
SHORTENED: Final = re.compile(
    rb"(?:^|[^a-z])(?:rek|geb|loc|bv|nl|vlgs|o\.a|i\.v\.m|v\.d|m\.b\.t|vd|gem|tel|nr|no|pers|adr|dhr|hr|mw|mevr|fam|dr|ir|ing|drs|mr|prof|st|ca|bijv|evt|incl|excl"
    rb"|max|min|jl|resp"
    rb"|afd|ong|gld|bsn|wnd|ivm|art|vgl|betr|sal|mob|mrs|ms|dept|approx)$",
    re.IGNORECASE,
)
FIRST_WORD: Final = re.compile(rb"\s{0,4}(?:[-*] )?(?:[Mm]et )?([A-Z][a-z-]{2,20})\b")
# Notes and chats leave the person out: "Zit in een scheiding." Somebody else may say it, on a line that begins with his name.
GOES_ON: Final = re.compile(
    rb"\s*(?:[A-Z][^\n]{2,40}\d\d?:\d\d[^\n]{0,8}\s{0,4}|\[?\d\d?:\d\d[^\n:]{0,12} [A-Z][^\n:]{1,30}: ?"
    rb"|[A-Z][a-z]{2,20}[^\n:.]{0,20}: )?"
    rb"(?:(?:[-*]|\xe2\x80\xa2) )?(?i:(?:hij|zij|ze|haar|zijn|hem|he|she|his|her|they|diens|betrokkene)\b|(?:zit|is"
    rb"|was|heeft|had"
    rb"|ligt|slikt|gebruikt|woont|wil|kan"
    rb"|vindt|vertelt|zegt|noemt|komt|kwam|kampt|werkt|moet|mag|krijgt|kreeg|gaat|ging|has|takes|took|says"
    rb"|blijkt|lijkt|voelt|durft|drinkt|slaapt|eet|huilt|weigert|vertrekt|verzuimt|ontkent|erkent|overweegt|struggling"
    rb"|admitted) (?!(?:er|het|u|je"
    rb"|dit|dat|de|there|it|this|that|you)\b)"
    rb"|(?:(?:arbeids)?contract|besloten|besluit|aanbod|advies|eindoordeel|oordeel|conclusie|afspraak|dossier"
    rb"|ontslag|woning|thuissituatie|schulden|recommendation|outcome"
    rb"|decision|agreed|verdict|dus|daarom|inmiddels)\b"
    rb"|(?i:nee|ja|wat|ok|oke|jeetje|hoezo|echt|oh?|no|yes|what|really)\b[^\n.]{0,12}(?=\n|$)|[A-Z]\. (?:is|was"
    rb"|heeft|zit) )"
)
# A note of a talk is about whom it was with.
TALK: Final = re.compile(
    rb"[ #*_]{0,6}(?:(?:return[ -]to[ -]work|welfare|disciplinary|absence|grievance|appraisal|investigation"
    rb"|probation) (?:interview|meeting|hearing|talk|notes?)|"
    rb"(?:(?:kort |concept|terugkoppeling ))?(?:gespreks?|exit|functionerings|beoordelings|verzuim|voortgangs|intake"
    rb"|sollicitatie|selectie|huis)?-? ?"
    rb"(?:gesprek(?:sverslag|snotitie)?|interview|intake|bezoek|(?:gespreks)?notities?|casus|verslag|aantekeningen"
    rb"|conversation"
    rb"|meeting|talk|notes?|case)"
    rb"(?: (?:gesprek|interview|inzake|met|van|over|with|on|about"
    rb"|(?:ouders|moeder|vader|familie|partner) van))*|beoordeling|functioneren|performance review"
    rb"|appraisal"
    rb"|geinterviewde|interviewee|respondent|cliente?|patiente?|leerling|bewoner|bewoonster|huurder|kandidaat"
    rb"|sollicitant)(?: ?(?:19|20)\d\d)?[ :,-]{1,4}",
    re.IGNORECASE,
)
# `Xanthe Oosting weigert ...`: who behaves so has a name, also one of no list.
ACTS: Final = re.compile(
    rb"(?:^|(?<=[.!?\n] )|(?<=\n))[-* ]{0,4}([A-Z][a-z-]{1,20}) (?:(?:van|de|der|den|het|'t|ten|ter|te|el|von|in"
    rb"|op) ){0,3}([A-Z][A-Za-z-]{2,25}) "
    rb"(?=[a-z])"
)
# Who is quoted, or has an office, is not whom it is about: "zegt onderzoeker Linda Kamp".
SPEAKER: Final = re.compile(
    rb"\b(?:zegt|aldus|volgens|stelt|vindt|meldt|says|according to|by|door|auteur|onderzoeker|hoogleraar"
    rb"|prof(?:essor)?\.?"
    rb"|lector|wethouder|burgemeester|minister|staatssecretaris|kamerlid|woordvoerder|voorzitter|directeur"
    rb"|bestuurder|spreker"
    rb"|journalist|redacteur|trainer|docent|bedrijfsarts|arts|psycholoog|adviseur|consultant|advocaat"
    rb"|(?:de )?consulent|proceseigenaar|key-?user"
    rb"|spits|verdediger|middenvelder|doelman|aanvaller|keeper"
    rb"|rechter)[ \t:]{1,3}$",
    re.IGNORECASE,
)
OFFICE_BEHIND: Final = re.compile(
    rb"[ \t]{0,3}[(,] ?(?:hoogleraar|onderzoeker|bedrijfsarts|arts|adviseur|projectleider|manager|teamleider"
    rb"|directeur"
    rb"|wethouder|docent|trainer|spreker|voorzitter|psycholoog|consultant|beheerder|functioneel beheer|key-?user"
    rb"|proceseigenaar|tester)",
    re.IGNORECASE,
)
YOU: Final = re.compile(rb"\b(?:u|uw|je|jij|jou|jouw|you|your)\b", re.IGNORECASE)
# A letter to a relative is about whom it calls so: "met uw moeder loopt het niet goed".
YOURS: Final = re.compile(
    rb"\b(?:met|van|voor|bij|dat|heeft|is|over|with|of|for) (?:uw|your) (?:moeder|vader|man|vrouw|partner|zoon|dochter"
    rb"|kind|broer|zus|echtgeno(?:ot|te)|mother|father|husband|wife|son|daughter|child)\b",
    re.IGNORECASE,
)
# Whom the family calls so is the family's: a mail about an aunt is no client's.
KIN: Final = re.compile(rb"\b(?:tante|oom|oma|opa|aunt(?:ie)?|uncle|grandma|grandpa|granny) ?\Z", re.IGNORECASE)
KIN_NAMED: Final = re.compile(rb"(?:tante|oom|oma|opa|aunt(?:ie)?|uncle|grandma|grandpa|granny)\b", re.IGNORECASE)
FAMILY_GREETING: Final = re.compile(
    rb"\s*(?:(?:lieve|liefste|lieverd|schat|my dear(?:est)?|darling)(?! (?:collega|team|allen|mensen|klant))"
    rb"|(?:hoi|hallo|dag|ha|hey|hi) (?:mam|mama|pap|papa|oma|opa|zus|broer(?:tje)?|mum|mom|dad|gran)\b)",
    re.IGNORECASE,
)
FAMILY_CLOSING: Final = re.compile(
    rb"\b(?:kus(?:jes)?|liefs|knuffel|xx+|love|mam|mama|pap|papa|oma|opa|mum|mom|dad)\b[^\n.]{0,30}\s*\Z", re.IGNORECASE
)
# Something else than a person is spoken of between a name and what is told, or nobody in particular.
OF_OTHERS: Final = re.compile(
    rb"\b(?:leveranciers?|monteurs?|bezorgers?|door de (?:trein|file)|(?:in|bij) de (?:meeting|vergadering)"
    rb"|uw bedrijf|jullie"
    rb"|supplier|vendor|applicaties?|application|systeem|system|module|koppeling(?:en)?|interface"
    rb"|software|server"
    rb"|planning|agenda|project(?:en)?|proces(?:sen)?|process(?:es)?|procedures?|protocol|beleid|policy"
    rb"|partij(?:en)?|aannemer|roosters?"
    rb"|rapportages?|wanneer een|indien|als een|zodra een|(?:een|de|elke|iedere) (?:medewerker|werknemer|client"
    rb"|leerling|huurder|inwoner)"
    rb"|medewerkers|werknemers|employees|an employee|if an?|when an?|zoals|bijvoorbeeld|hoofdpersoon|personage)\b",
    re.IGNORECASE,
)
IS_STORY: Final = re.compile(
    rb"\b(?:in de roman|recensie|boekbespreking|speelfilm|hoofdpersoon|personages?|wedstrijdverslag|duels geschorst"
    rb"|book review"
    rb"|novel)\b|[,.?!][\"'] (?:zei|vroeg|riep|fluisterde|antwoordde|mompelde|schreeuwde|said|asked|whispered|cried) ",
    re.IGNORECASE,
)
# Between commas: who speaks so is written about by a novelist.
SPEECH_IN_STORY: Final = re.compile(
    rb", (?:he|she) (?:told|asked|answered|thought|whispered|murmured)(?: (?:her|him|them))?, "
    rb"|, (?:fluisterde|mompelde|prevelde|antwoordde|dacht) (?:hij|zij|ze)[,.]",
)
# An office in brackets says who somebody is; what he has is told of him nevertheless: "X (teamleider) zit thuis met ...".
STATE_BEHIND: Final = re.compile(
    rb"[ \t]{0,3}\([^()\n]{3,60}\),? (?:is|was|zit|zat|ligt|lag|valt|viel|kampt|herstelt|slikt|meldde"
    rb"|meldt|gaat|krijgt|kreeg|heeft"
    rb"|had|komt|moet|stopt|has|takes|suffers|will)\b",
    re.IGNORECASE,
)
