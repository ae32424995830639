"""Reads the numbers of one call together."""

from collections.abc import Callable

from aiodataloader import DataLoader

MOST_KEY_LENGTH = 200


def create_loader(read: Callable[[list[str]], dict[str, dict]]) -> DataLoader:
    """All numbers that are requested in the same turn share one call of `read`. A number without a record gives None."""

    async def read_all(keys: list[str]) -> list[dict | None]:
        records = read(keys)
        return [records.get(key) for key in keys]

    return DataLoader(read_all)


async def load(loader: DataLoader, key: object) -> dict | None:
    """Keys come from other systems: anything but a short text has no record, and must not fail the others."""
    return await loader.load(key) if _is_possible(key) else None


def _is_possible(key: object) -> bool:
    if not isinstance(key, str) or not 0 < len(key) <= MOST_KEY_LENGTH or "\0" in key:
        return False
    try:
        key.encode()
    except UnicodeEncodeError:
        return False
    return True
