"""A day on which nothing changes, with the assistant's time moved and every request counted at the server.

The guards ask as they do in the tray: the documentation of each project and the team's cards every five minutes. Whatever they
ask, one look at the stream of changes serves all of them.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from app.remote.office365.feed import AT_REST
from tests.microsoft365 import Microsoft365
from tests.remote.office365.laptop import ANNA, laptop

PROJECTS = 20
EVERY = timedelta(minutes=5)
DAY = timedelta(days=1)


def requests_of_a_day(folder: Path) -> dict[str, float]:
    with Microsoft365(folder / "resting") as service:
        service.tokens.life = 2 * DAY  # signing in anew is no look at the library
        service.add_person(ANNA, "Anna Bakker")
        places = [f"P-{number}" for number in range(PROJECTS)]
        for place in places:
            for number in range(10):
                service.drive.put(f"{place}/document-{number}.txt", b"content")
        hers = laptop(service)
        hers.office.feed.patience = AT_REST
        cursors = {place: hers.office.documents.changes(place, None).cursor for place in places}
        list(hers.office.collections.names("cards"))
        service.forget_requests()
        for _ in range(DAY // EVERY):
            service.clock.advance(EVERY)
            for place in places:
                cursors[place] = hers.office.documents.changes(place, cursors[place]).cursor
            list(hers.office.collections.names("cards"))
        count = len(service.requests)
        hers.session.close()
    return {"projects": PROJECTS, "requests_a_day": count, "requests_an_hour": count / 24}
