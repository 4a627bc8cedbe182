"""All parts that speak to Graph, on one account, one silence and one stream of changes."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import requests

from app.domain.office365 import Office365Settings
from app.domain.remote_ports import RemoteMemory, Tokens
from app.remote.office365.batch import Batches
from app.remote.office365.client import GraphClient
from app.remote.office365.cloud_copies import Office365CloudCopies
from app.remote.office365.collections import Office365Collections
from app.remote.office365.documents import Office365Documents
from app.remote.office365.downloads import Downloads
from app.remote.office365.drive import SiteDrive
from app.remote.office365.feed import SPACING, SiteFeed
from app.remote.office365.line import Line
from app.remote.office365.lists import SharePointList
from app.remote.office365.sessions import UploadSessions
from app.remote.office365.silence import Silence
from app.remote.office365.site import Site
from app.remote.office365.uploads import Uploads


@dataclass(frozen=True, kw_only=True)
class Office365:
    """Any thread. `feed.patience` is set by whoever keeps guards."""

    client: GraphClient
    silence: Silence
    site: Site
    feed: SiteFeed
    documents: Office365Documents
    collections: Office365Collections
    cloud_copies: Office365CloudCopies
    batches: Batches
    memory: RemoteMemory

    def list(self, name: str) -> SharePointList:
        """A list of the site by its display name."""
        return SharePointList(self.client, self.site, self.batches, self.memory, name)


def office365_on(
    settings: Office365Settings,
    session: requests.Session,
    tokens: Tokens,
    memory: RemoteMemory,
    now: Callable[[], datetime],
    *,
    wait: Callable[[float], None] = time.sleep,
    chance: Callable[[], float] = random.random,
    spacing: timedelta = SPACING,
) -> Office365:
    """`wait` sleeps so many seconds, `chance` gives a number from 0 to 1."""
    silence = Silence(memory, now, wait, chance)
    client = GraphClient(settings.graph_url, Line(session), tokens, silence, wait=wait, chance=chance)
    batches = Batches(client, silence)
    site = Site(client, memory, settings.site)
    drive = SiteDrive(client, site)
    feed = SiteFeed(client, drive, batches, memory, now, spacing=spacing)
    downloads = Downloads(client, silence)
    uploads = Uploads(drive, UploadSessions(drive), downloads, now)
    return Office365(
        client=client,
        silence=silence,
        site=site,
        feed=feed,
        documents=Office365Documents(drive, feed, uploads, downloads),
        collections=Office365Collections(drive, feed, uploads, downloads),
        cloud_copies=Office365CloudCopies(client, settings.allows),
        batches=batches,
        memory=memory,
    )
