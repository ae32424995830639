"""The HTTP side of the subgraph: the grant first, then the body, then GraphQL."""

import asyncio
import json
import logging
from collections.abc import Callable
from pathlib import Path

from ariadne import graphql
from ariadne.contrib.federation import make_federated_schema
from graphql import GraphQLError
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from grants import KeysUnavailable, KeySet, verify_grant
from guards import guard_schema

MOST_BODY_BYTES = 2_000_000
MOST_BODY_SECONDS = 30
log = logging.getLogger("subgraph")
# Ariadne logs the text of operations, values included.
silent = logging.getLogger("subgraph.silent")
silent.setLevel(logging.CRITICAL + 1)


def create_app(name: str, sdl: Path, resolvers: list, loaders: Callable[[], dict], jwks_url: str) -> Starlette:
    """Serves the SDL with these resolvers. `loaders` is called for each request: a cache must not outlive its grant."""
    schema = make_federated_schema(sdl.read_text(encoding="utf-8"), *resolvers)
    guard_schema(schema)
    keys = KeySet(jwks_url)

    async def endpoint(request: Request) -> Response:
        try:
            grant = await verify_grant(request.headers.get("authorization", ""), name, keys)
        except KeysUnavailable:
            return _refuse(503, "GRANT_KEYS_UNAVAILABLE", "Grants cannot be verified now. Try again.")
        if grant is None:
            return _refuse(401, "UNAUTHENTICATED", "A valid grant for this system is needed.")
        if request.method != "POST":
            return _refuse(405, "METHOD_NOT_ALLOWED", "Send the operation with POST.")
        if not _is_plain_json(request):
            return _refuse(415, "UNSUPPORTED_MEDIA_TYPE", "Send the operation as application/json, not compressed.")
        try:
            body = await asyncio.wait_for(_read_body(request), MOST_BODY_SECONDS)
        except (TimeoutError, ClientDisconnect):
            return _refuse(408, "REQUEST_TIMEOUT", "The operation did not arrive in time.")
        if body is None:
            return _refuse(413, "PAYLOAD_TOO_LARGE", "The operation is too large.")
        operation = _parse(body)
        if operation is None:
            return _refuse(400, "BAD_REQUEST", "The body is not a GraphQL operation.")
        context = {"grant": grant, **loaders()}
        try:
            _, result = await graphql(
                schema,
                operation,
                context_value=context,
                introspection=False,
                error_formatter=_format_error,
                logger=silent,
            )
        except RecursionError:
            return _refuse(400, "BAD_REQUEST", "The operation is nested too deeply.")
        return JSONResponse(result, status_code=200 if "data" in result else 400, headers={"cache-control": "no-store"})

    async def health(_request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    every_method = ["GET", "POST", "PUT", "DELETE", "PATCH"]
    return Starlette(
        routes=[
            Route("/graphql", endpoint, methods=every_method),
            Route("/health/live", health),
            Route("/health/ready", health),
        ],
        exception_handlers={Exception: _fail},
    )


async def _fail(_request: Request, error: Exception) -> Response:
    log.error("A request failed: %s", type(error).__name__)
    return _refuse(500, "INTERNAL_SERVER_ERROR", "Internal error.")


def _is_plain_json(request: Request) -> bool:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return media_type == "application/json" and request.headers.get("content-encoding", "identity") == "identity"


async def _read_body(request: Request) -> bytes | None:
    """None: too large. Counts what arrives, whatever content-length says."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BODY_BYTES:
            return None
    return bytes(body)


def _parse(body: bytes) -> dict | None:
    try:
        operation = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(operation, dict) or not isinstance(operation.get("query"), str):
        return None
    variables, name = operation.get("variables"), operation.get("operationName")
    if not isinstance(variables, dict | None) or not isinstance(name, str | None):
        return None
    return {"query": operation["query"], "variables": variables, "operationName": name}


def _format_error(error: GraphQLError, _debug: bool) -> dict:
    """Passes on what was written for callers. Anything else is logged by its name and replaced."""
    cause = getattr(error, "original_error", None)
    place = {"path": error.path} if error.path else {}
    if cause is None or isinstance(cause, GraphQLError):
        extensions = error.extensions or {"code": "GRAPHQL_VALIDATION_FAILED"}
        return {"message": error.message, **place, "extensions": extensions}
    log.error("A resolver failed: %s", type(cause).__name__)
    return {"message": "The system could not answer this.", **place, "extensions": {"code": "INTERNAL_SERVER_ERROR"}}


def _refuse(status: int, code: str, message: str) -> Response:
    headers = {"www-authenticate": "Bearer"} if status == 401 else {}
    # The rest of a body that was refused is not worth reading.
    if status in (413, 408):
        headers["connection"] = "close"
    return JSONResponse({"errors": [{"message": message, "extensions": {"code": code}}]}, status, headers)
