"""Puts the guard of the SDL in front of every field."""

from graphql import (
    GraphQLError,
    GraphQLObjectType,
    GraphQLSchema,
    default_field_resolver,
    get_named_type,
    value_from_ast_untyped,
)

FEDERATION_FIELDS = {"Query._service", "Query._entities", "_Service.sdl"}


def guard_schema(schema: GraphQLSchema) -> None:
    """Raises ValueError if a field is neither guarded, nor a key, nor tagged public: it is never served."""
    for type_ in schema.type_map.values():
        if not isinstance(type_, GraphQLObjectType) or type_.name.startswith("__"):
            continue
        keys = _key_fields(type_)
        for name, field in type_.fields.items():
            coordinate = f"{type_.name}.{name}"
            levels = [alternatives for node in (field, type_, get_named_type(field.type)) for alternatives in _policies(node)]
            if "hard-bar" in _tags(field) | _tags(type_):
                field.resolve = _closed(coordinate)
            elif levels:
                field.resolve = _guarded(coordinate, levels, field.resolve or default_field_resolver)
            elif not (name in keys or coordinate in FEDERATION_FIELDS or "public" in _tags(field) | _tags(type_)):
                raise ValueError(f"{coordinate} has no guard: give it @policy, or tag it public, or make it a key.")


def _guarded(coordinate, levels, resolve):
    def guarded(source, info, **arguments):
        datasets = info.context["grant"].datasets
        for alternatives in levels:
            if not any(needed and datasets.issuperset(needed) for needed in alternatives):
                raise _forbidden(coordinate)
        return resolve(source, info, **arguments)

    return guarded


def _closed(coordinate):
    def closed(_source, _info, **_arguments):
        raise _forbidden(coordinate)

    return closed


def _forbidden(coordinate: str) -> GraphQLError:
    return GraphQLError(f"The grant does not open {coordinate}.", extensions={"code": "FORBIDDEN_FIELD", "public": True})


def _directives(node):
    definitions = [getattr(node, "ast_node", None), *(getattr(node, "extension_ast_nodes", None) or ())]
    for definition in definitions:
        for directive in (definition and definition.directives) or ():
            arguments = directive.arguments or ()
            yield directive.name.value, {a.name.value: value_from_ast_untyped(a.value) for a in arguments}


def _policies(node):
    """Of each @policy the alternatives, which each list the datasets that are needed together."""
    return [values["policies"] for name, values in _directives(node) if name == "policy"]


def _tags(node) -> set[str]:
    return {values["name"] for name, values in _directives(node) if name == "tag"}


def _key_fields(node) -> set[str]:
    return {field for name, values in _directives(node) if name == "key" for field in values["fields"].split()}
