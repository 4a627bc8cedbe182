"""From evidence to a verdict: clients, own papers, documentation, what is left alone. VR-K1, VR-P1a, VR-P1b."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import docx
import openpyxl
import pytest

from app.detect.process.worker_process import DetectionWorker
from app.domain.finding import Judgement, Origin, ReasonType, Verdict, points_to_client
from tests import samples
from tests.detect.fakes import (
    OTHER_TENANT,
    OWN_IBAN,
    OWN_TENANT,
    SHAREPOINT,
    TENANT,
    FakeFiles,
    client,
    context,
)
from tests.detect.reading.test_formats import with_member

LABEL_INFO = "docMetadata/LabelInfo.xml"


def types_of(judgement: Judgement) -> set[ReasonType]:
    return {reason.type for reason in judgement.reasons}


def text(folder: Path, content: str, name: str = "notitie.txt") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def letter(folder: Path, *paragraphs: str, company: str | None = None) -> Path:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    path = folder / "brief.docx"
    document.save(str(path))
    if company is not None:
        properties = f"<Properties><Company>{company}</Company></Properties>".encode()
        path.write_bytes(with_member(path.read_bytes(), "docProps/app.xml", properties))
    return path


def labelled(path: Path, tenant: str) -> Path:
    info = f'<clbl:labelList xmlns:clbl="urn:x"><clbl:label id="{{a}}" siteId="{{{tenant}}}"/></clbl:labelList>'
    path.write_bytes(with_member(path.read_bytes(), LABEL_INFO, info.encode()))
    return path


@pytest.mark.parametrize(
    "host", [SHAREPOINT, "intranet.voorbeeldstad.example", "salarisverwerker.example", "app.salarisverwerker.example"]
)
def test_a_file_from_the_clients_environment_or_its_processor_is_client_data(
    detector: DetectionWorker, tmp_path: Path, host: str
) -> None:
    """VR-P1a, VR-P1b"""
    judgement = detector.judge(text(tmp_path, "Notitie over van alles."), Origin(host=host, zone=3))
    assert (judgement.verdict, judgement.client_id) == (Verdict.CLIENT_DATA, client().id)
    assert (judgement.reasons[0].type, judgement.reasons[0].detail) == (ReasonType.ORIGIN, host)


def test_the_referrer_counts_as_origin(detector: DetectionWorker, tmp_path: Path) -> None:
    judgement = detector.judge(text(tmp_path, "Notitie."), Origin(host="cdn.example", referrer_host=SHAREPOINT))
    assert judgement.verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize(
    ("name", "verdict"), [("omzet per vestiging.csv", Verdict.CLIENT_DATA), ("benchmark.csv", Verdict.CLEAN)]
)
def test_the_clients_own_turnover_is_no_table_of_totals(
    detector: DetectionWorker, tmp_path: Path, name: str, verdict: Verdict
) -> None:
    path = tmp_path / name
    path.write_text("Vestiging;Omzet 2024;Omzet 2025\nNoord;672561;140981\nZuid;681683;414585\nOost;866798;805013\n")
    origin = Origin(host=SHAREPOINT if verdict is Verdict.CLIENT_DATA else "www.branche.example", zone=3)
    assert detector.judge(path, origin).verdict is verdict


@pytest.mark.parametrize("host", ["voorbeeldstad.example", "www.voorbeeldstad.example"])
def test_a_brochure_from_the_public_website_is_clean(detector: DetectionWorker, tmp_path: Path, host: str) -> None:
    judgement = detector.judge(samples.brochure_pdf(tmp_path / "b.pdf"), Origin(host=host, zone=3))
    assert judgement.verdict is Verdict.CLEAN


def test_the_same_host_in_the_intranet_zone_is_the_environment(detector: DetectionWorker, tmp_path: Path) -> None:
    judgement = detector.judge(samples.brochure_pdf(tmp_path / "b.pdf"), Origin(host="voorbeeldstad.example", zone=1))
    assert judgement.verdict is Verdict.CLIENT_DATA


def test_a_host_that_only_ends_like_the_client_is_somebody_else(detector: DetectionWorker, tmp_path: Path) -> None:
    judgement = detector.judge(text(tmp_path, "Notitie."), Origin(host="nepvoorbeeldstad.example"))
    assert judgement.verdict is Verdict.CLEAN


def test_a_label_of_the_clients_tenant_is_client_data(detector: DetectionWorker, tmp_path: Path) -> None:
    judgement = detector.judge(labelled(letter(tmp_path, "Een brief."), TENANT), None)
    assert (judgement.verdict, judgement.client_id) == (Verdict.CLIENT_DATA, client().id)
    assert types_of(judgement) == {ReasonType.LABEL}


def test_a_label_in_the_custom_properties_is_read_too(detector: DetectionWorker, tmp_path: Path) -> None:
    name = "MSIP_Label_0a1b2c3d-0000-1111-2222-333344445555_SiteId"
    custom = f'<Properties><property name="{name}"><lpwstr>{TENANT.upper()}</lpwstr></property></Properties>'
    path = letter(tmp_path, "Een brief.")
    path.write_bytes(with_member(path.read_bytes(), "docProps/custom.xml", custom.encode()))
    assert detector.judge(path, None).verdict is Verdict.CLIENT_DATA


def test_a_label_of_an_unknown_tenant_is_a_reason_without_a_client(detector: DetectionWorker, tmp_path: Path) -> None:
    judgement = detector.judge(labelled(letter(tmp_path, "Een brief."), OTHER_TENANT), None)
    assert judgement.client_id is None
    assert [(reason.type, reason.detail) for reason in judgement.reasons] == [(ReasonType.LABEL, OTHER_TENANT)]
    assert judgement.verdict is Verdict.CLEAN


def test_an_encrypted_file_from_the_client_is_unreadable_and_points_to_the_client(
    detector: DetectionWorker, tmp_path: Path
) -> None:
    """VR-K1"""
    path = tmp_path / "foto.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    judgement = detector.judge(path, Origin(host=SHAREPOINT))
    assert (judgement.verdict, judgement.error) == (Verdict.UNREADABLE, "picture")
    assert points_to_client(judgement.reasons)


def test_the_name_of_the_client_with_one_sensitive_kind_is_client_data(
    detector: DetectionWorker, tmp_path: Path
) -> None:
    number = samples.make_bsn(random.Random(1))
    judgement = detector.judge(text(tmp_path, f"Gemeente-Voorbeeldstad\nBSN: {number}"), None)
    assert (judgement.verdict, judgement.client_id) == (Verdict.CLIENT_DATA, client().id)
    assert judgement.kinds == {"bsn": 1}


@pytest.mark.parametrize("name", ["Lonen_gemeente_VOORBEELDSTAD_2026.txt", "GVS lonen.txt", "zaaksysteem-delta.txt"])
def test_a_client_in_the_name_of_the_file_is_seen(detector: DetectionWorker, tmp_path: Path, name: str) -> None:
    assert detector.judge(text(tmp_path, "niets", name), None).client_id == client().id


def test_a_client_in_the_name_of_the_folder_is_seen(detector: DetectionWorker, tmp_path: Path) -> None:
    folder = tmp_path / "Gemeente Voorbeeldstad"
    folder.mkdir()
    assert detector.judge(text(folder, "niets"), None).client_id == client().id


def test_accents_do_not_hide_a_client(tmp_path: Path) -> None:
    worker = DetectionWorker(FakeFiles())
    worker.use(context(clients=(client(name="Coöperatie Ångström"),)))
    judgement = worker.judge(text(tmp_path, "Betreft: COOPERATIE ANGSTRÖM."), None)
    worker.close()
    assert [reason.detail for reason in judgement.reasons] == ["Coöperatie Ångström"]


def test_an_abbreviation_counts_as_it_is_written_only(tmp_path: Path) -> None:
    worker = DetectionWorker(FakeFiles())
    worker.use(context(clients=(client(name="ING", variants=(), domains=(), keywords=()),)))
    assert worker.judge(text(tmp_path, "Mevrouw ing. De Vries is aanwezig."), None).client_id is None
    assert worker.judge(text(tmp_path, "Overleg met ING volgt."), None).client_id == client().id
    worker.close()


def test_a_part_of_a_word_is_no_name(detector: DetectionWorker, tmp_path: Path) -> None:
    assert detector.judge(text(tmp_path, "Nieuwvoorbeeldstadje ligt ver weg."), None).client_id is None


def test_a_company_property_and_the_name_are_client_data(detector: DetectionWorker, tmp_path: Path) -> None:
    path = letter(tmp_path, "Intern stuk van de gemeente Voorbeeldstad.", company=samples.CLIENT_NAME)
    judgement = detector.judge(path, None)
    assert judgement.verdict is Verdict.CLIENT_DATA
    assert ReasonType.PROPERTY in types_of(judgement)


def test_the_word_confidential_with_a_client_is_client_data(detector: DetectionWorker, tmp_path: Path) -> None:
    judgement = detector.judge(text(tmp_path, "VERTROUWELIJK\nReorganisatie gemeente Voorbeeldstad."), None)
    assert judgement.verdict is Verdict.CLIENT_DATA


def test_the_disclaimer_of_a_mail_makes_nothing_confidential(detector: DetectionWorker, tmp_path: Path) -> None:
    sender = f"Jan <jan@{samples.CLIENT_DOMAIN}>"
    body = "Afspraak om tien uur. Groet, Jan\n\nThis message is confidential. Vertrouwelijk."
    path = samples.mail_eml(tmp_path / "m.eml", sender, "robin@adviesbureau.example", "Afspraak", body)
    judgement = detector.judge(path, None)
    assert judgement.verdict is Verdict.CLEAN
    assert ReasonType.SENDER in types_of(judgement)


def test_a_mail_from_the_client_with_a_payroll_is_client_data(detector: DetectionWorker, tmp_path: Path) -> None:
    payroll = samples.payroll_xlsx(tmp_path / "p.xlsx", 10).read_bytes()
    path = samples.mail_eml(
        tmp_path / "m.eml", f"a@hr.{samples.CLIENT_DOMAIN}", "b@elders.example", "Lonen", "Zie", [("p.xlsx", payroll)]
    )
    judgement = detector.judge(path, None)
    assert (judgement.verdict, judgement.client_id) == (Verdict.CLIENT_DATA, client().id)
    assert {ReasonType.SENDER, ReasonType.CONTENT} <= types_of(judgement)


@pytest.mark.parametrize("knows_sizes", [True, False])
def test_the_same_content_as_a_registered_copy_is_recognised(tmp_path: Path, knows_sizes: bool) -> None:
    path = text(tmp_path, "Onschuldige regels.\n" * 100)
    sizes = frozenset({5, path.stat().st_size}) if knows_sizes else None
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    worker = DetectionWorker(FakeFiles())
    worker.use(context(digests={digest: client().id}, digest_sizes=sizes))
    judgement = worker.judge(path, None)
    worker.close()
    assert (judgement.verdict, judgement.client_id) == (Verdict.CLIENT_DATA, client().id)
    assert types_of(judgement) == {ReasonType.FINGERPRINT}


def test_personal_data_in_bulk_is_client_data_without_a_client(detector: DetectionWorker, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    rows = list(samples.payroll_rows(10, domain="elders.example"))
    path.write_text(
        "Nr;Voornaam;Naam;BSN;Geb. datum;IBAN;Salaris;Mail\n" + "\n".join(";".join(map(str, r)) for r in rows)
    )
    judgement = detector.judge(path, None)
    assert (judgement.verdict, judgement.client_id) == (Verdict.CLIENT_DATA, None)
    assert judgement.kinds["bsn"] == judgement.kinds["iban"] == 10


def test_health_data_of_persons_is_special(detector: DetectionWorker, tmp_path: Path) -> None:
    rows = "\n".join(f"Anna;de Vries {index};griep;2026-10-0{index}" for index in range(1, 8))
    judgement = detector.judge(text(tmp_path, "Voornaam;Achternaam;Diagnose;Ziek sinds\n" + rows, "v.csv"), None)
    assert judgement.verdict is Verdict.CLIENT_DATA
    assert judgement.special
    assert judgement.kinds["health"] > 0


def test_a_process_design_about_absence_holds_no_health_data(detector: DetectionWorker, tmp_path: Path) -> None:
    path = letter(tmp_path, "Procesontwerp verzuimmelding", "De leidinggevende registreert de ziekmelding.")
    judgement = detector.judge(path, None)
    assert judgement.verdict is Verdict.DOCUMENTATION
    assert judgement.kinds == {}


@pytest.mark.parametrize(
    "content",
    [
        "Ordernummer 123456782 is verzonden.",
        "Referentie 111222333-4 en 0.111222333",
        "RSIN: 123456782\nBTW: NL123456782B01",
        "Een paar adressen: a@elders.example en b@elders.example.",
        "Het salaris in 2026 stijgt. De kosten zijn 12.500 euro.",
        "Bel 010-1234567 of 06 12345678.",
    ],
)
def test_ordinary_texts_stay_clean(detector: DetectionWorker, tmp_path: Path, content: str) -> None:
    judgement = detector.judge(text(tmp_path, content), None)
    assert judgement.verdict is Verdict.CLEAN
    assert not {"bsn", "salary", "iban"} & set(judgement.kinds)


def test_a_column_of_order_numbers_is_no_column_of_bsns(detector: DetectionWorker, tmp_path: Path) -> None:
    rng = random.Random(5)
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Orders")
    sheet.append(["Ordernummer", "Aantal"])
    for _ in range(300):
        sheet.append([rng.randint(10**8, 10**9 - 1), rng.randint(1, 9)])
    path = tmp_path / "orders.xlsx"
    book.save(path)
    assert detector.judge(path, None).verdict is Verdict.CLEAN


@pytest.mark.parametrize("title", ["Projectplan Zaakgericht werken", "Voortgangsrapportage oktober", "Progress report"])
def test_project_documentation_is_recognised(detector: DetectionWorker, tmp_path: Path, title: str) -> None:
    """VR-P5b"""
    path = letter(tmp_path, title, "Opdrachtgever: Gemeente Voorbeeldstad", "Contact: jan@voorbeeldstad.example")
    assert detector.judge(path, None).verdict is Verdict.DOCUMENTATION


def test_the_sample_progress_report_is_documentation(detector: DetectionWorker, tmp_path: Path) -> None:
    judgement = detector.judge(samples.progress_report_docx(tmp_path / "r.docx"), None)
    assert (judgement.verdict, judgement.client_id) == (Verdict.DOCUMENTATION, client().id)


def test_documentation_with_personal_data_is_client_data(detector: DetectionWorker, tmp_path: Path) -> None:
    """VR-P5a"""
    numbers = "\n".join(f"BSN {samples.make_bsn(random.Random(seed))}" for seed in range(4))
    assert detector.judge(letter(tmp_path, "Projectplan", numbers), None).verdict is Verdict.CLIENT_DATA


def test_an_own_payslip_is_own(detector: DetectionWorker, tmp_path: Path) -> None:
    number = samples.make_bsn(random.Random(3))
    slip = f"Loonstrook oktober\nRobin de Adviseur\nBSN: {number}\nBruto salaris: 4.500,00\nRekening {OWN_IBAN}"
    judgement = detector.judge(text(tmp_path, slip), None)
    assert judgement.verdict is Verdict.OWN
    assert judgement.kinds["iban"] == 1  # whoever it belongs to


def test_an_own_bank_statement_is_own(detector: DetectionWorker, tmp_path: Path) -> None:
    rng = random.Random(4)
    rows = [f"2026-11-01;{OWN_IBAN};{samples.make_iban(rng)};-12,50;Boodschappen" for _ in range(9)]
    path = text(tmp_path, "Datum;Rekening;Tegenrekening;Bedrag;Omschrijving\n" + "\n".join(rows), "af.csv")
    assert detector.judge(path, None).verdict is Verdict.OWN


def test_the_own_label_makes_no_payroll_own(detector: DetectionWorker, tmp_path: Path) -> None:
    payroll = labelled(samples.payroll_xlsx(tmp_path / "p.xlsx", 10), OWN_TENANT)
    assert detector.judge(payroll, None).verdict is Verdict.CLIENT_DATA
    assert detector.judge(labelled(letter(tmp_path, "Brief."), OWN_TENANT), None).verdict is Verdict.OWN


def test_the_client_that_most_points_at_is_named(tmp_path: Path) -> None:
    other = client(
        id="client-2", name="Waterschap Elders", variants=(), domains=(), hosts=(), keywords=(), tenant_ids=()
    )
    worker = DetectionWorker(FakeFiles())
    worker.use(context(clients=(other, client())))
    judgement = worker.judge(text(tmp_path, "Waterschap Elders"), Origin(host=SHAREPOINT))
    worker.close()
    assert judgement.client_id == client().id
    assert "Waterschap Elders" not in repr(judgement.reasons)


def test_five_thousand_clients_still_find_the_right_one(tmp_path: Path) -> None:
    rng = random.Random(9)
    many = tuple(client(id=f"c{i}", name=f"Stichting {rng.randbytes(5).hex()} {i}", domains=()) for i in range(5_000))
    worker = DetectionWorker(FakeFiles())
    worker.use(context(clients=many))
    judgement = worker.judge(text(tmp_path, "regel\n" * 50_000 + many[4_321].name), None)
    worker.close()
    assert judgement.client_id == "c4321"


def test_score_lies_between_zero_and_one_and_size_is_told(detector: DetectionWorker, tmp_path: Path) -> None:
    path = samples.payroll_xlsx(tmp_path / "p.xlsx", 20, samples.CLIENT_NAME)
    judgement = detector.judge(path, Origin(host=SHAREPOINT))
    assert 0.9 < judgement.score <= 1.0
    assert judgement.size_bytes == path.stat().st_size
