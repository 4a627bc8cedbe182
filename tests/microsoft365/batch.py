"""`$batch`: up to twenty requests in one. Source: https://learn.microsoft.com/graph/json-batching"""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

from tests.microsoft365.access import Caller
from tests.microsoft365.messages import Answer, GraphError, Headers, Json, Request, json_answer

if TYPE_CHECKING:
    from tests.microsoft365.graph import Graph

MAX_PARTS = 20


def answer_batch(graph: Graph, request: Request, caller: Caller) -> Answer:
    """Answers come in another order than the requests; each has its own status, the whole is 200."""
    if request.method != "POST":
        raise GraphError(405, "BadRequest", "Specified HTTP method is not allowed for the request target.")
    parts = request.json().get("requests")
    if not isinstance(parts, list) or not parts:
        raise GraphError(400, "BadRequest", "Invalid batch payload format.")
    if len(parts) > MAX_PARTS:
        raise GraphError(400, "BadRequest", "Number of batch request steps exceeds the maximum value of 20.")
    ids = [part.get("id") for part in parts]
    if not all(isinstance(each, str) and each for each in ids) or len(set(ids)) != len(ids):
        raise GraphError(400, "BadRequest", "Every request step needs an id of its own.")
    statuses: dict[str, int] = {}
    answers: list[Json] = []
    for part in parts:
        failed = [other for other in part.get("dependsOn") or [] if statuses.get(other, 424) >= 400]
        if failed:
            answer = GraphError(424, "FailedDependency", "A request on which this one depends failed.").answer(
                request.at
            )
        else:
            answer = _one(graph, request, caller, part)
        statuses[part["id"]] = answer.status
        answers.append(_told(part["id"], answer))
    return json_answer(200, {"responses": answers[::-1]})


def _one(graph: Graph, request: Request, caller: Caller, part: Json) -> Answer:
    url, method = part.get("url"), part.get("method")
    if not isinstance(url, str) or not url.startswith("/") or not isinstance(method, str):
        return GraphError(400, "BadRequest", "A request step needs a method and a relative url.").answer(request.at)
    headers = [(str(key), str(value)) for key, value in (part.get("headers") or {}).items()]
    body = b""
    if "body" in part:
        if not any(key.lower() == "content-type" for key, _ in headers):
            return GraphError(400, "BadRequest", "Content-Type is needed with a body.").answer(request.at)
        raw = part["body"]
        body = base64.b64decode(raw) if isinstance(raw, str) else json.dumps(raw).encode()
    version = request.raw_path.split("/")[1]
    inner = Request(
        host=request.host,
        method=method.upper(),
        target=f"/{version}{url}",
        headers=Headers(headers),
        body=body,
        at=request.at,
        person=request.person,
        in_batch=True,
    )
    return graph.answer_part(inner, caller)


def _told(part_id: str, answer: Answer) -> Json:
    told: Json = {"id": part_id, "status": answer.status, "headers": answer.headers}
    if answer.body:
        is_json = answer.headers.get("Content-Type", "").startswith("application/json")
        told["body"] = json.loads(answer.body) if is_json else base64.b64encode(answer.body).decode()
    return told
