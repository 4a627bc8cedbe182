"""Field names of payroll, HR and civil systems that no dictionary of words explains. Compared in lower case, as a whole.

Sources: the field lists that SAP HCM (infotypes 0001, 0002, 0006, 0008, 0009, 0014, 0015, 0041, 0105, 0185, 2001), AFAS Profit
(connector KnPerson, KnEmployee), the Dutch wage tax return (XML tags) and the Logisch Ontwerp BRP publish.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.detect.content.fields import Field

_NAMES: Final[dict[Field, str]] = {
    Field.EMPLOYEE_NUMBER: "pernr persno emid empid2 pers_nr persnr mdnr mednr emp_no employeeid personidexternal user_id2"
    " resource_id resource_no persoonsnr empnum medwnr wrknmrnr person-id-external person_id_external assignmentnumber",
    Field.PERSON_KEY: "bcco 01.01.10 anr onderwijsnr pgn personid person_id mrn zorgid",
    Field.BSN: "perid sose bsn_nr 01.01.20 sofinr sofinummer burgerservicenr social_sec nationalid national_id national-id"
    " nationalidcard nin citizenid bsncode sofnr natidnr"
    " natid bsnnr_partner partnerbsn",
    Field.LAST_NAME: "nachn nach2 name2 lanm 01.02.40 geslnm signnm geslachtsnaam zname sname achtnm gbnm spnm famnm"
    " fanam name_last",
    Field.FIRST_NAME: "vorna finm canm rufnm 01.02.10 vornm vrnm roepnm favor midnm",
    Field.INFIX: "vorsw vors2 01.02.30 voorv vrvg isbi voorvgs",
    Field.INITIALS: "inits voorl initl vrl",
    Field.NAME: "ename cname emplnm mdwnm persnm legal_name preferred_name worker emftx",
    Field.BIRTH_DATE: "gbdat dabi 01.03.10 gebdat birth_date gbdt gebdtm dtgeb datgeb geb_dat fgbdt birthdt",
    Field.BIRTH_YEAR: "gbjhr gebjr",
    Field.GENDER: "gesch vige 01.04.10 gesl geslcd",
    Field.PERSON_FACT: "famst natio gblnd gbort anzkd anred vics psna cobi rsbi 01.03.20 01.03.30 ptpc teilk empct wostd persg"
    " persk massn stat2 spras mofam",
    Field.STREET: "stras 08.11.10 strnm",
    Field.HOUSE_NUMBER: "hsnmr posta 08.11.20 huisnrtoev hmnr",
    Field.POSTCODE: "pstlz 08.11.60 zpcd",
    Field.CITY: "ort01 ort02 08.11.70 woonpl wplnm 08.09.10",
    Field.PHONE: "telnr telf1 com01 num01 mbnr tenr mbn2 ten2",
    Field.EMAIL: "usrid_long emad ema2 email_addr",
    Field.IBAN: "iban00 bankn baac ibannr bankrek",
    Field.SALARY: "ansal bet01 bet02 bet03 bet04 paycompvalue totalbasepay annualsalary annual_rt monthly_rt hourly_rt comprate"
    " lnsv lnlbph prlnaofanwlg brln emsa"
    " jaarsal mndsal pensink pensinkomen pensgrondslag pensgevsal pensgevloon pensgevsalaris pensgevinkomen",
    Field.PAY_PART: "betrg",
    Field.AMOUNT: "bedr anzhl maandbdr",
    Field.SCALE: "trfgr trfst trfar trfgb scid sast schaalcd",
    Field.WAGE_TYPE: "lgart lga01 lga02 lga03 lgtxt",
    Field.ABSENCE_CODE: "awart abwtg abwesenheit verlofcd",
    Field.HEALTH: "krank kenn1 sbgru sbpro sbaus kgdat vzmdat zmdt zknd verzperc icdcode icd10code zorgproduct arbeidsongperc",
    Field.RELIGION: "konfe",
    Field.ID_DOCUMENT: "icnum icnumber docnr_id doc_nr_id",
    Field.PERSON_DATE: "dat01 entry_date hiredate einda dtindnst indnstdt datindienst",
    Field.DATE: "begda endda aedtm",
    Field.THING_NUMBER: "kostl werks btrtl bukrs orgeh plans stell abkrs infty subty objid otype",
    Field.DEPARTMENT: "orgtx stext kltxt",
    Field.FUNCTION: "plstx stltx",
}

SYSTEM_FIELDS: Final[Mapping[str, Field]] = {name: field for field, names in _NAMES.items() for name in names.split()}
