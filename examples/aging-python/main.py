"""Starts the subgraph: python main.py. Settings: PORT, HOST, PERSON360_GRANT_JWKS_URL."""

import os
from pathlib import Path

import uvicorn

from resolvers import create_loaders, resolvers
from server import create_app

NAME = "aging"

if __name__ == "__main__":
    jwks_url = os.environ.get("PERSON360_GRANT_JWKS_URL")
    if not jwks_url:
        raise SystemExit("PERSON360_GRANT_JWKS_URL is not set. Set it to the address of the gateway's key set.")
    app = create_app(NAME, Path(__file__).with_name(f"{NAME}.graphql"), resolvers, create_loaders, jwks_url)
    uvicorn.run(
        app,
        host=os.environ.get("HOST", "127.0.0.1"),
        port=int(os.environ.get("PORT", "4020")),
        # Longer than the gateway keeps idle connections.
        timeout_keep_alive=75,
        timeout_graceful_shutdown=10,
        server_header=False,
        access_log=False,
        log_level="warning",
    )
