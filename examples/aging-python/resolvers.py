"""What each field of aging.graphql returns. The guards are in front of these functions (guards.py)."""

from ariadne import QueryType
from ariadne.contrib.federation import FederatedObjectType

from loader import create_loader, load
from records import read_benefit_access, read_clients, read_community_care, read_protection, read_units

query = QueryType()
person = FederatedObjectType("Person")
resolvers = [query, person]


def create_loaders() -> dict:
    """Called for each request."""
    return {
        "clients": create_loader(read_clients),
        "communityCare": create_loader(read_community_care),
        "adultProtection": create_loader(read_protection),
        "benefitAccess": create_loader(read_benefit_access),
    }


@query.field("careCoordinationUnits")
def resolve_units(_query, _info, county=None):
    return read_units(county)


@person.reference_resolver
async def resolve_person(_type, info, representation):
    """None for a number without a record."""
    client = await load(info.context["clients"], representation.get("agingClientId"))
    return client and dict(client)


@person.field("communityCare")
@person.field("adultProtection")
@person.field("benefitAccess")
def resolve_program(client, info):
    return info.context[info.field_name].load(client["agingClientId"])
