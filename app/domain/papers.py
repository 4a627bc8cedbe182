"""What a document is: the papers that the detector tells apart, whatever they are called or kept in."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from app.domain.messages import Message


class Paper(StrEnum):
    """The value is the detail of a content reason."""

    # What belongs to a client: about its people, or its business.
    PAYROLL = "payroll"
    PERSONNEL_FILE = "personnel-file"
    PERSONNEL_LIST = "personnel-list"
    ABSENCE = "absence"
    APPRAISAL = "appraisal"
    APPLICATION = "application"
    CITIZENS = "citizens-file"
    PATIENTS = "patient-file"
    PUPILS = "pupil-file"
    DEBTS = "debt-file"
    JUSTICE = "criminal-file"
    COMPLAINT = "complaint"
    ID_COPY = "id-copy"
    MEMBERS = "member-list"
    FIGURES = "business-figures"

    # Project documentation (VR-P5a).
    PLAN = "plan"
    PROGRESS_REPORT = "progress-report"
    PROCESS_DESIGN = "process-design"
    FUNCTIONAL_DESIGN = "functional-design"
    FIELD_MAPPING = "field-mapping"
    MINUTES = "minutes"
    TEST_PLAN = "test-plan"

    # The consultant's own.
    OWN_PAYSLIP = "own-payslip"
    OWN_ANNUAL_STATEMENT = "own-annual-statement"
    OWN_TAX_RETURN = "own-tax-return"
    OWN_MEDICAL_LETTER = "own-medical-letter"
    OWN_CV = "own-cv"
    OWN_BANK_STATEMENT = "own-bank-statement"
    OWN_ID = "own-id"
    OWN_INSURANCE = "own-insurance"
    OWN_MORTGAGE = "own-mortgage"
    OWN_PENSION = "own-pension"
    OWN_CONTRACT = "own-contract"
    OWN_PAPER = "own-paper"

    # The firm's own, and what it sends and gets as any firm does.
    INVOICE = "invoice"
    QUOTATION = "quotation"
    TIMESHEET = "timesheet"
    EXPENSES = "expenses"
    FIRM_PAPER = "firm-paper"

    # What anybody may have.
    CONTACT_LIST = "contact-list"
    EMPTY_FORM = "empty-form"
    TEMPLATE = "template"
    MANUAL = "manual"
    FICTITIOUS = "fictitious"
    AGGREGATE = "aggregate"
    BENCHMARK = "benchmark"
    PUBLIC = "public-document"
    CODE = "code"
    LOG = "log"
    PRIVATE_MAIL = "private-mail"


CLIENT_PAPERS: Final = frozenset(
    {
        Paper.PAYROLL,
        Paper.PERSONNEL_FILE,
        Paper.PERSONNEL_LIST,
        Paper.ABSENCE,
        Paper.APPRAISAL,
        Paper.APPLICATION,
        Paper.CITIZENS,
        Paper.PATIENTS,
        Paper.PUPILS,
        Paper.DEBTS,
        Paper.JUSTICE,
        Paper.COMPLAINT,
        Paper.ID_COPY,
        Paper.MEMBERS,
        Paper.FIGURES,
    }
)
DOCUMENTATION_PAPERS: Final = frozenset(
    {
        Paper.PLAN,
        Paper.PROGRESS_REPORT,
        Paper.PROCESS_DESIGN,
        Paper.FUNCTIONAL_DESIGN,
        Paper.FIELD_MAPPING,
        Paper.MINUTES,
        Paper.TEST_PLAN,
    }
)
OWN_PAPERS: Final = frozenset(
    {
        Paper.OWN_PAYSLIP,
        Paper.OWN_ANNUAL_STATEMENT,
        Paper.OWN_TAX_RETURN,
        Paper.OWN_MEDICAL_LETTER,
        Paper.OWN_CV,
        Paper.OWN_BANK_STATEMENT,
        Paper.OWN_ID,
        Paper.OWN_INSURANCE,
        Paper.OWN_MORTGAGE,
        Paper.OWN_PENSION,
        Paper.OWN_CONTRACT,
        Paper.OWN_PAPER,
    }
)
FIRM_PAPERS: Final = frozenset({Paper.INVOICE, Paper.QUOTATION, Paper.TIMESHEET, Paper.EXPENSES, Paper.FIRM_PAPER})

# What a paper of the consultant's own kind is when it is somebody else's.
OF_ANOTHER: Final = {
    Paper.OWN_PAYSLIP: Paper.PAYROLL,
    Paper.OWN_ANNUAL_STATEMENT: Paper.PAYROLL,
    Paper.OWN_TAX_RETURN: Paper.CITIZENS,
    Paper.OWN_MEDICAL_LETTER: Paper.PATIENTS,
    Paper.OWN_CV: Paper.APPLICATION,
    Paper.OWN_ID: Paper.ID_COPY,
    Paper.OWN_PENSION: Paper.PERSONNEL_FILE,
    Paper.OWN_CONTRACT: Paper.PERSONNEL_FILE,
}


def paper_text(paper: Paper) -> Message:
    """What a person calls such a paper ("salarisadministratie"). The catalogue has an entry `paper.<value>` for each."""
    return Message(f"paper.{paper.value}")
