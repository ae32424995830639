"""Verifies the grant that the gateway signs for every call. See docs/publish-a-subgraph.md of person360."""

import asyncio
import json
import time
import urllib.request
from dataclasses import dataclass

import jwt

ISSUER = "person360-gateway"
LEEWAY_SECONDS = 5
REFRESH_SECONDS = 600
"""How long a key that the gateway withdrew is still accepted."""
COOLDOWN_SECONDS = 2
"""Grants with unknown keys cause at most one fetch in this time."""
FETCH_TIMEOUT_SECONDS = 3
MOST_KEY_SET_BYTES = 256 * 1024
MOST_TOKEN_LENGTH = 8_192


@dataclass(frozen=True)
class Grant:
    """What the gateway allows in this call."""

    agency: str
    purpose: str
    datasets: frozenset[str]


class KeysUnavailable(Exception):
    """The gateway's keys cannot be fetched, so no grant can be verified (503)."""


class KeySet:
    """The gateway's public keys by their id, fetched when they are needed and cached."""

    def __init__(self, url: str):
        self._url = url
        self._keys: dict[str, jwt.PyJWK] = {}
        self._started_at = float("-inf")
        self._fetched_at = float("-inf")
        self._lock = asyncio.Lock()

    async def find(self, key_id: str) -> jwt.PyJWK | None:
        if time.monotonic() - self._fetched_at > REFRESH_SECONDS:
            await self._fetch()
        if key_id not in self._keys:
            await self._fetch()
        if self._fetched_at == float("-inf"):
            raise KeysUnavailable
        return self._keys.get(key_id)

    async def _fetch(self) -> None:
        """All waiting calls share one fetch, and the next one waits for the cooldown."""
        async with self._lock:
            if time.monotonic() - self._started_at < COOLDOWN_SECONDS:
                return
            self._started_at = time.monotonic()
            try:
                text = await asyncio.to_thread(self._read)
                keys = jwt.PyJWKSet.from_dict(json.loads(text)).keys
            except (OSError, ValueError, jwt.PyJWTError):
                # The cached keys stay in use.
                return
            self._keys = {key.key_id: key for key in keys if key.key_id and key.algorithm_name == "ES256"}
            self._fetched_at = time.monotonic()

    def _read(self) -> bytes:
        with urllib.request.urlopen(self._url, timeout=FETCH_TIMEOUT_SECONDS) as response:
            return response.read(MOST_KEY_SET_BYTES)


async def verify_grant(authorization: str, subgraph: str, keys: KeySet) -> Grant | None:
    """Returns the grant of an Authorization header; None if it is not valid (401). May raise KeysUnavailable."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token or len(token) > MOST_TOKEN_LENGTH:
        return None
    try:
        header = jwt.get_unverified_header(token)
        # The algorithm is never the token's choice, and no extension is known. See RFC 7515, 4.1.11.
        if header.get("alg") != "ES256" or "crit" in header or not isinstance(header.get("kid"), str):
            return None
        key = await keys.find(header["kid"])
        if key is None:
            return None
        claims = jwt.decode(
            token,
            key,
            algorithms=["ES256"],
            issuer=ISSUER,
            audience=subgraph,
            leeway=LEEWAY_SECONDS,
            options={"require": ["iss", "aud", "iat", "exp"]},
        )
    except jwt.PyJWTError:
        # The caller does not learn the reason.
        return None
    return _read_claims(claims, subgraph)


def _read_claims(claims: dict, subgraph: str) -> Grant | None:
    datasets, conditions = claims.get("datasets"), claims.get("conditions", {})
    # PyJWT accepts a list of audiences; a grant is for one subgraph.
    if claims["aud"] != subgraph or not isinstance(datasets, list) or not isinstance(conditions, dict):
        return None
    if not all(isinstance(dataset, str) for dataset in datasets):
        return None
    # A dataset with conditions opens only for some persons. This subgraph cannot check them, so it stays closed.
    return Grant(
        agency=str(claims.get("agency")),
        purpose=str(claims.get("purpose")),
        datasets=frozenset(datasets) - conditions.keys(),
    )
