"""A file comes in: what stands there, what is done about it, and what SharePoint makes of Office, PDF and HTML files.

Source of the last: https://github.com/OneDrive/onedrive-api-docs/issues/935
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.microsoft365.contents import Content
from tests.microsoft365.drive_json import item_json
from tests.microsoft365.drive_state import Conflict, Drive, Item
from tests.microsoft365.messages import Answer, GraphError, json_answer
from tests.microsoft365.people import Person

if TYPE_CHECKING:
    from tests.microsoft365.world import World

REWRITTEN = (".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".pptm", ".pdf", ".html", ".htm", ".aspx")

PROPERTIES = b"<!-- properties of the library -->"  # what is written into them


def check_match(wanted: str | None, item: Item | None) -> None:
    """If-Match with an eTag or a cTag, as Graph gives them (quoted). 412 resourceModified."""
    if wanted is None or (wanted.strip() == "*" and item is not None):
        return
    if not wanted.strip().startswith(('"', 'W/"')):
        raise GraphError(400, "invalidRequest", "The ETag is malformed.", inner="malformedEntityTag")
    tags = {tag.strip() for tag in wanted.replace('","', '", "').split(", ")}
    if item is None or not tags & {item.etag, item.ctag}:
        raise GraphError(
            412,
            "resourceModified",
            "The resource has changed since the caller last read it.",
            inner="entityTagDoesNotMatch",
        )


def store_content(
    world: World,
    drive: Drive,
    parent: Item,
    name: str,
    content: Content,
    by: Person,
    conflict: Conflict,
    replaces: str | None,
) -> Answer:
    """201 with the new item, 200 with the replaced one."""
    standing = drive.child(parent, name)
    check_match(replaces, standing)
    if replaces is not None:
        conflict = "replace"
    name, standing = drive.free_name(parent, name, conflict)
    if standing is not None and standing.is_folder:
        raise GraphError(409, "nameAlreadyExists", "A folder with that name exists.")
    if standing is not None:
        drive.replace(standing, content, by)
        return _answer(world, drive, standing, 200)
    return _answer(world, drive, drive.add(parent, name, content, by), 201)


def replace_content(
    world: World, drive: Drive, item: Item, content: Content, by: Person, replaces: str | None
) -> Answer:
    """The content of an item that is named by its id."""
    check_match(replaces, item)
    if item.is_folder:
        raise GraphError(400, "invalidRequest", "A folder has no content.")
    drive.replace(item, content, by)
    return _answer(world, drive, item, 200)


def _answer(world: World, drive: Drive, item: Item, status: int) -> Answer:
    if world.rewrites == "at_once":
        _rewrite(world, drive, item)
    assert item.content is not None
    address = world.downloads.address(item.content, item.etag)
    answer = json_answer(status, item_json(drive, item, world.site_id, download_url=address))
    if world.rewrites == "after":
        _rewrite(world, drive, item)
    return answer


def _rewrite(world: World, drive: Drive, item: Item) -> None:
    """Libraries put their properties into the file: size, hash and both tags differ from what was sent; no version is added."""
    if drive.owner is not None or not item.name.lower().endswith(REWRITTEN) or item.content is None:
        return
    item.content = world.contents.keep(item.content.read() + PROPERTIES)
    item.content_version += 1
    drive.touch(item)
