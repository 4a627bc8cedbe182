"""The contract of the command line, as data: which commands and options there are, and which fields they give."""

from __future__ import annotations

from types import MappingProxyType

CLIENT_OPTIONS = "domain tenant-id keyword host share mount processor-domain variant contact term term-source"

# command -> its arguments and options; optional ones are not told apart
COMMANDS = MappingProxyType(
    {
        "run": "--headless --for --jsonl",
        "demo": "",
        "scan": "paths --jsonl --register --json",
        "folder add": "dir --json",
        "folder remove": "dir --json",
        "folder list": "--json",
        "folder working": "--json",
        "folder move": "file code --json",
        "client add": "name --json " + " ".join(f"--{name}" for name in CLIENT_OPTIONS.split()),
        "client list": "--json",
        "client change": "name --json " + " ".join(f"--{name}" for name in CLIENT_OPTIONS.split()),
        "client import": "file --json",
        "client report": "name file --json",
        "project add": "code --client --goal --documents --member --json",
        "project list": "--json",
        "project show": "code --json",
        "project change": "code --json",
        "project member add": "code mailbox --until --json",
        "project member remove": "code mailbox --until --json",
        "project close": "code --at --dry-run --json",
        "project reopen": "code --reason --json",
        "project client-request": "code --evidence --json",
        "project retention": "code --keep-until --reason --release --json",
        "project delete-records": "code --confirm --json",
        "project declare": "code --json",
        "project laptops": "code --json",
        "audience check": "code mails --json",
        "audience place": "code --json",
        "agreement add": ("code --scope --purpose --agreed-with --agreed-at --evidence --place --until --hold --json"),
        "agreement fulfilled": "id --at --json",
        "agreement withdraw": "id --evidence --json",
        "agreement approve": "id --json",
        "agreement list": "--json",
        "agreement show": "id --json",
        "finding list": "--open --json",
        "finding show": "id --json",
        "finding resolve": ("ids --seal --keep --ask --returned --delete --documentation --not-client-data --json"),
        "finding forget": "id --json",
        "copy list": "--json",
        "copy show": "id --json",
        "copy add": "file --agreement --in-place --elsewhere --json",
        "copy move": "id --agreement --json",
        "copy plan": "id when --json",
        "copy delete": "ids --reason --json",
        "copy confirm": "id --json",
        "vault list": "--json",
        "vault open": "id --to --wait --json",
        "vault seal": "id --all --json",
        "vault check": "--json",
        "vault recover": "file --identity --json",
        "deadline list": "--json",
        "delete-due": "--dry-run --json",
        "certificate list": "--json",
        "certificate export": "id file --json",
        "certificate draft": "id --json",
        "certificate receipt": "id file --json",
        "certificate verify": "file --key --json",
        "clock status": "--json",
        "clock confirm": "--json",
        "card list": "--json",
        "card export": "file --json",
        "card import": "file --json",
        "card pull": "--json",
        "card publish": "--json",
        "journal list": "--since --event --project --limit --json",
        "journal verify": "file --head --key --full --json",
        "journal export": "file --json",
        "health list": "--json",
        "health attest": "device --by --until --json",
        "health partner": "--name --contact --reviewed --json",
        "team status": "--json",
        "team report": "file --from --to --json",
        "team preview": "--json",
        "team publish": "--json",
        "team accept": "device fingerprint --json",
        "team retire": "device --reason --json",
        "signin": "--device-code --json",
        "signout": "--json",
        "whoami": "--json",
        "status": "--json",
        "doctor": "--bundle --try-lock --json",
        "lock": "--json",
        "config get": "key --json",
        "config set": "key value --json",
        "config list": "--json",
        "policy show": "--json",
        "backup": "file --json",
        "restore": "file --json",
        "sync status": "--json",
        "sync once": "--yes --json",
        "sync keep": "id whose --json",
        "sync release": "ids --reason --json",
        "sync leave": "ids --reason --json",
        "sync agree": "code",
        "sync restore": "code dir --json",
        "sync drill": "code --json",
        "completion": "shell",
    }
)

NOT_BUILT = (
    *("terms", "breach", "rights", "contacts", "processors", "benchmark", "publication", "disclosure", "complaints"),
    *("evidence", "device", "away"),
)

SCAN = "path verdict kinds reasons client project special score bytes ms error"
CLIENT = "id name domains tenant_ids keywords hosts processor_domains contacts"
PROJECT = "code client principal status closed_at retention_until members documents origin open_findings copies overdue"
AGREEMENT = (
    "id project scope purpose place agreed_with agreed_at until evidence purpose_fulfilled_at withdrawn_at state"
)
FINDING = "id group path verdict kinds reasons client project special state found_at decide_by resolution"
COPY = "id project agreement location path name bytes sha256 state due_at planned_at blocked_by"
VAULT = "id project agreement name bytes sha256 sealed_at state path due_at"
DEADLINE = "copy project agreement trigger due_at planned_at state seconds_late next_warning_at"
DELETION = "dry_run clock items certificates"
DELETION_ITEM = "copy outcome method reason residuals"
CERTIFICATE = "id project agreement issued_at copies methods residuals complete receipt"
CERTIFICATE_CHECK = "valid signature signer fingerprint problem"
JOURNAL = "seq at event actor role project subject outcome data"
JOURNAL_CHECK = "valid entries purged first_bad problem head head_compared"
STATUS = "state clock next_deadline rules"
RULE = "id title state sentence count since"
DOCTOR = "state checks"
CHECK = "id state sentence fix"
SETTING = "key value default source locked allowed"
WHOAMI = "device fingerprint signed_in account tenant roles expires_at"
CLOSING = "dry_run closed_at items residuals"
CLOSING_ITEM = "copy name location due_at action"
CARD = "id kind version author role project at state reason"
CARD_MERGE = "accepted refused items"
HEALTH = "device check state sentence attested_by until"
CLOCK = "state reason highest_trusted_at"
SYNC = "remote last_success_at counts items"
SYNC_ITEM = "project path state reason at"
FOLDER = "path kind synchronised_by"
TEAM_STATUS = "as_of items"
TEAM_ROW = "device person team state last_seen rules next_due overdue open_findings head version problem"


def lacking(document: dict[str, object], fields: str) -> set[str]:
    """The fields of the contract that `document` does not have."""
    return set(fields.split()) - set(document)
