"""Writes a laptop: chooses templates, gives each file its format, name, folder, origin and properties."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.detection.labels import FILES, Labelled, Laptop, Owner, RegisteredClient, write_manifest
from benchmarks.detection.marks import mark_origin
from benchmarks.detection.unseen import (
    allowed_office,
    allowed_own,
    allowed_project,
    allowed_public,
    allowed_technical,
    cannot_read,
    client_care,
    client_figures,
    client_letters,
    client_lists,
    client_raw,
    client_staff,
    in_english,
)
from benchmarks.detection.unseen.draft import REGISTER, Client, Draft, Template, World
from benchmarks.detection.unseen.names import CODENAMES, FIRMS
from benchmarks.detection.unseen.paper import Content, Mail, Paper, Properties, Raw
from benchmarks.detection.unseen.people import Organisation, organisation, person, plain
from benchmarks.detection.unseen.prose import lengthen
from benchmarks.detection.unseen.writers.render import COMPANY_FORMATS, LABEL_FORMATS, rendered

GENERATOR: Final = "unseen"
AREAS: Final = (
    client_staff, client_letters, client_care, client_lists, client_figures, client_raw, allowed_project, allowed_own,
    allowed_office, allowed_public, allowed_technical, cannot_read, in_english,
)  # fmt: skip
SHARES: Final = (("client-data", 0.35), ("unreadable", 0.05))  # the rest is allowed
PLACES: Final = (
    "Downloads", "Downloads", "Desktop", "Documents", "Documents/Oud", "Desktop/uitzoeken", "Documents/Werk",
    "Downloads/tijdelijk", "Documents/2024", "Documents/Overig/van usb",
)  # fmt: skip
OWN_PLACES: Final = ("Documents/Thuis", "Documents/Administratie thuis/2024", "Downloads", "Documents/Persoonlijk")


def make_laptop(folder: Path, seed: int, files: int) -> Laptop:
    """Writes `files` files under `folder`/FILES and the manifest. The same seed makes the same laptop."""
    rng = Random(f"unseen {seed}")
    world = make_world(rng)
    laptop = Laptop(
        generator=GENERATOR, seed=seed, owner=world.owner, clients=tuple(client.registered for client in world.clients)
    )
    taken: set[str] = set()
    labelled = []
    for number, template in enumerate(_chosen(rng, files)):
        labelled.append(_write(folder / FILES, template, world, Random(f"{seed} {number} {template.case}"), taken))
    laptop = replace(laptop, files=tuple(labelled))
    write_manifest(folder, laptop)
    return laptop


def make_world(rng: Random) -> World:
    me = person(rng, (1965, 1992))
    firm_name = rng.choice(FIRMS)
    firm = replace(organisation(rng), name=firm_name, domain=f"{plain(firm_name)}.nl", sort="firm", variants=())
    owner = Owner(
        name=me.full,
        mail=f"{plain(me.first)}.{plain(me.last)}@{firm.domain}",
        firm=firm.name,
        domains=(firm.domain,),
        tenant_ids=(firm.tenant,),
        ibans=(me.iban,),
    )
    codenames = rng.sample(CODENAMES, 6)
    clients: list[Client] = []
    wanted = ["municipality", rng.choice(("hospital", "care")), rng.choice(("housing", "school", "welfare"))]
    while len(clients) < 5:
        found = organisation(rng, wanted[len(clients)] if len(clients) < len(wanted) else None)
        words = {word for client in clients for word in client.organisation.name.split()}
        if not words & set(found.name.split()) - {"Gemeente", "Stichting", "B.V.", "Ziekenhuis", "Logistiek"}:
            clients.append(_client(rng, found, codenames.pop()))
    return World(
        me=me, owner=owner, firm=firm, clients=tuple(clients), colleagues=tuple(person(rng) for _ in range(6))
    )  # fmt: skip


def _client(rng: Random, place: Organisation, codename: str) -> Client:
    bare = place.domain.removesuffix(".nl")
    sharepoint, intranet = f"{bare}.sharepoint.com", f"{rng.choice(('intranet', 'portaal', 'werkplek'))}.{place.domain}"
    processor = f"{rng.choice(('hrcloud', 'loonportaal', 'archiefdienst', 'mijnpersoneel'))}-{bare[:9]}.nl"
    contacts = tuple(person(rng) for _ in range(4))
    return Client(
        organisation=place,
        registered=RegisteredClient(
            name=place.name,
            variants=place.variants,
            domains=(place.domain,),
            tenant_ids=(place.tenant,),
            keywords=(f"Project {codename}",),
            hosts=(sharepoint, intranet),
            processor_domains=(processor,),
            contacts=tuple(
                (who.full, f"{plain(who.first)[:1]}.{plain(who.infix + who.surname)}@{place.domain}")
                for who in contacts
            ),
        ),
        contacts=contacts,
        sharepoint=sharepoint,
        intranet=intranet,
        processor=processor,
        keyword=f"Project {codename}",
    )


def _chosen(rng: Random, files: int) -> list[Template]:
    """Every template comes as often as the others of its group, as far as the number allows."""
    counts = {truth: round(files * share) for truth, share in SHARES}
    groups = [
        ([known for known in REGISTER if known.truth == "client-data"], counts["client-data"]),
        ([known for known in REGISTER if known.truth == "unreadable"], counts["unreadable"]),
        (
            [known for known in REGISTER if known.truth not in ("client-data", "unreadable")],
            files - sum(counts.values()),
        ),
    ]
    chosen: list[Template] = []
    for templates, wanted in groups:
        rounds, rest = divmod(wanted, len(templates))
        chosen += templates * rounds + rng.sample(templates, rest)
    rng.shuffle(chosen)
    return chosen


def _write(root: Path, template: Template, world: World, rng: Random, taken: set[str]) -> Labelled:
    draft = Draft(rng=rng, world=world, sorts=template.sorts)
    traces = _traces(template, draft)
    draft.traced = bool(traces)
    content = template.make(draft)
    _lengthen(draft, template, content)
    extension = rng.choice(template.formats)
    if isinstance(content, Raw):
        extension = content.extension
    elif isinstance(content, Mail):
        extension = "eml"
    properties, traces = _properties(draft, template, traces, extension)
    path = _path(draft, template, content.name, extension, traces, taken)
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(rendered(content, extension, rng, properties))
    origin, referrer = _origin(draft, template, traces, target.name)
    mark_origin(target, origin, referrer)
    told = draft.client is not None and bool(draft.named or traces)
    return Labelled(
        path=path,
        truth=template.truth,
        kinds=tuple(sorted(draft.kinds_in(content))) if template.truth != "unreadable" else (),
        client=draft.client.registered.name if told and draft.client else None,
        special=template.special,
        case=template.case,
        hard=template.hard,
        hidden=template.hidden,
        origin_url=origin,
        referrer_url=referrer,
    )


def _lengthen(draft: Draft, template: Template, content: Content) -> None:
    """Reports are pages long; now and then so is what a letter hides in."""
    if not isinstance(content, Paper) or draft.english:
        return
    if template.truth == "documentation" or template.make.__module__ == allowed_public.__name__:
        lengthen(draft, content, 0, 25)
    elif template.truth == "client-data" and draft.chance(0.25):
        lengthen(draft, content, 1, 8)


def _traces(template: Template, draft: Draft) -> set[str]:
    """Chooses the client of the file and how it shows, besides in the text."""
    share = {"free": 0.7, "always": 1.0, "public": 1.0, "documentation": 0.85, "never": 0.0}[template.trace]
    if not draft.chance(share):
        return set()
    clients = draft.world.clients
    fitting = [client for client in clients if not template.sorts or client.organisation.sort in template.sorts]
    if not fitting:
        return set()
    draft.client = draft.pick(fitting)
    if template.trace == "public":
        return {"public"}
    if template.trace == "documentation":
        return set(draft.some(("origin", "company", "folder", "firm label"), 0, 2))
    possible = ("origin", "origin", "company", "label", "folder")
    if template.trace == "always":
        return {draft.pick(possible[:4]), *draft.some(possible, 0, 1)}
    return set(draft.some(possible, 0, 2))


def _properties(draft: Draft, template: Template, traces: set[str], extension: str) -> tuple[Properties, set[str]]:
    """Who made the file; a trace that the format cannot carry becomes an origin."""
    kept = set(traces)
    if ("label" in kept and extension not in LABEL_FORMATS) or ("company" in kept and extension not in COMPANY_FORMATS):
        kept = (kept - {"label", "company"}) | {"origin"}
    world, made = draft.world, draft.moment()
    properties = Properties(made=made)
    if draft.client and kept & {"company", "label"}:
        properties.author = draft.pick(draft.client.contacts).full if draft.chance(0.5) else ""
        properties.company = draft.client.organisation.name if "company" in kept else ""
        if "label" in kept:
            properties.label_tenant = draft.client.organisation.tenant
            properties.label_name = draft.pick(("Vertrouwelijk", "Intern", "Confidential", "Bedrijfsvertrouwelijk"))
    elif template.truth in ("documentation", "own"):
        properties.author, properties.company = world.owner.name, draft.pick((world.firm.name, ""))
        if "firm label" in kept or draft.chance(0.15):
            properties.label_tenant, properties.label_name = world.firm.tenant, draft.pick(("Algemeen", "Intern"))
    elif template.truth == "clean" and draft.chance(0.3):
        properties.author = draft.pick(("Gebruiker", "Administrator", "Redactie", draft.person().full))
    return properties, kept


def _path(draft: Draft, template: Template, name: str, extension: str, traces: set[str], taken: set[str]) -> str:
    place = draft.pick(OWN_PLACES if template.truth == "own" else PLACES)
    if "folder" in traces and draft.client:
        project = draft.pick((draft.client.organisation.name, *draft.client.organisation.variants))
        place = f"Documents/{draft.pick(('Projecten', 'Klanten', 'Opdrachten 2025'))}/{project.replace('/', '-')}"
    stem = "".join(sign if sign not in '<>:"/\\|?*\n\t' else "_" for sign in name).strip(". ")[:90]
    path, number = f"{place}/{stem}.{extension}", 1
    while path.lower() in taken:
        number += 1
        path = f"{place}/{stem} ({number}).{extension}"
    taken.add(path.lower())
    return path


def _origin(draft: Draft, template: Template, traces: set[str], name: str) -> tuple[str | None, str | None]:
    """Address of the file and of the page with the link."""
    safe = plain(name.rpartition(".")[0]) + "." + name.rpartition(".")[2]
    client = draft.client
    if client and "public" in traces:
        site = f"https://www.{client.organisation.domain}"
        return (
            f"{site}/{draft.pick(('downloads', 'documenten', 'wp-content/uploads/2025/03', 'media'))}/{safe}",
            f"{site}/",
        )
    if client and "origin" in traces:
        page = draft.pick(
            (f"https://{client.sharepoint}/sites/{draft.pick(('HR', 'project', 'bedrijfsvoering'))}/",
             f"https://{client.sharepoint}/personal/", f"https://{client.intranet}/", f"https://{client.processor}/rapportage/")
        )  # fmt: skip
        return f"{page}{draft.pick(('Gedeelde%20documenten', '_layouts/15', 'export', 'download'))}/{safe}", page
    if template.truth in ("clean", "own") and draft.chance(0.35):
        site = draft.pick(
            ("https://mail.google.com/", "https://opendata.voorbeeldbureau.nl/", "https://www.handelsplein-online.nl/",
             "https://kennisplatform-overheid.nl/", "https://mijn.bankvoorbeeld.nl/", f"https://{draft.world.firm.domain}/")
        )  # fmt: skip
        return f"{site}files/{safe}", site if draft.chance(0.6) else None
    return None, None
