# SPDX-License-Identifier: Apache-2.0
"""Turns Kubernetes' own descriptions of its objects into strict JSON schemas: what is not described is refused."""


def strict(schema):
    """A copy without prose, in which objects take the members they name and no others, and null is no value."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    out = {}
    for key, value in schema.items():
        if key in ("properties", "$defs", "definitions"):
            out[key] = {name: strict(part) for name, part in value.items()}
        elif key in ("enum", "required", "default"):
            out[key] = value
        elif key == "description" or key.startswith("x-kubernetes-"):
            continue
        else:
            out[key] = strict(value)
    if isinstance(out.get("type"), list):
        kept = [name for name in out["type"] if name != "null"]
        out["type"] = kept[0] if len(kept) == 1 else kept
    if schema.get("nullable"):
        out["type"] = [out["type"], "null"] if isinstance(out.get("type"), str) else out.get("type", [])
        out = {key: value for key, value in out.items() if key != "nullable" and value != []}
    if schema.get("x-kubernetes-int-or-string"):
        out = {key: value for key, value in out.items() if key not in ("type", "anyOf")} | {"type": ["integer", "string"]}
    open_ended = schema.get("x-kubernetes-preserve-unknown-fields") or schema.get("x-kubernetes-embedded-resource")
    if "properties" in out and "additionalProperties" not in out and not open_ended:
        out["additionalProperties"] = False
    return out


def references(schema):
    """Every $ref that stands anywhere in a schema."""
    if isinstance(schema, list):
        for part in schema:
            yield from references(part)
    elif isinstance(schema, dict):
        for key, value in schema.items():
            if key == "$ref" and isinstance(value, str):
                yield value
            else:
                yield from references(value)
