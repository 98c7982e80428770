"""A data package: every metric and table as machine CSV in one zip, described in datapackage.json.

The description follows the Tabular Data Package of Frictionless Data. Same question, same bytes.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

import pyarrow as pa

from bondgenoten import contract, metrics, store
from bondgenoten.exports import csv
from bondgenoten.exports.provenance import provenance
from bondgenoten.language import LANGUAGES, words
from bondgenoten.metrics import METRICS, Question

FIXED = (1980, 1, 1, 0, 0, 0)  # the moment every file in the zip bears
Described = dict[str, Any]


def write(file: IO[bytes], reader: store.Reader, question: Question) -> None:
    """All metrics with the choices of one question; a metric drops what it does not use."""
    asked = [replace(question, name=name).plain() for name in METRICS]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        resources = [_put(package, reader, one) for one in asked]
        described = _package(reader, question) | {"resources": resources}
        text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
        package.writestr(_entry("datapackage.json"), text.encode())


def _put(package: zipfile.ZipFile, reader: store.Reader, question: Question) -> Described:
    path = f"data/{question.name}.csv"
    digest, size, rows = hashlib.sha256(), 0, 0
    batches = metrics.batches(reader, question)

    def values() -> Iterator[csv.Values]:
        nonlocal rows
        for batch in batches:
            rows += batch.num_rows
            yield csv.values_of(batch)

    with package.open(_entry(path), "w", force_zip64=True) as sink:
        for part in csv.machine_parts(batches.schema.names, values()):
            sink.write(part)
            digest.update(part)
            size += len(part)
    return _resource(question, batches.schema) | {
        "path": path, "bytes": size, "rows": rows, "hash": f"sha256:{digest.hexdigest()}",
    }  # fmt: skip


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, FIXED)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    return entry


def _package(reader: store.Reader, question: Question) -> Described:
    nl = words("nl")
    return {
        "profile": "tabular-data-package",
        "name": "bondgenoten",
        "title": nl("export.package.title"),
        "description": nl("export.package.text"),
        **_in_both("title", "export.package.title"),
        **_in_both("description", "export.package.text"),
        **provenance(reader, question).codes(),
    }


def _resource(question: Question, schema: pa.Schema) -> Described:
    name, nl = question.name, words("nl")
    kind = contract.KINDS.get(name)
    described: Described = {"fields": [_field(column, kind) for column in schema]}
    if kind:
        described["primaryKey"] = list(kind.key)
    return {
        "profile": "tabular-data-resource",
        "name": name.replace("_", "-"),
        "title": nl(f"metric.{name}.title"),
        "description": nl(f"metric.{name}.definition"),
        **_in_both("title", f"metric.{name}.title"),
        **_in_both("description", f"metric.{name}.definition"),
        **_in_both("unit", f"metric.{name}.unit"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": described,
    }


def _field(column: pa.Field, kind: contract.Kind | None) -> Described:
    of_contract = {one.name: one for one in kind.columns} if kind else {}
    field: Described = {
        "name": column.name,
        "type": _type(column.type),
        "title": words("nl")(f"column.{column.name}"),
        **_in_both("title", f"column.{column.name}"),
    }
    known = of_contract.get(column.name)
    if known and known.codes:
        field["constraints"] = {"enum": list(known.codes)}
    if known and known.required:
        field.setdefault("constraints", {})["required"] = True
    return field


def _type(kind: pa.DataType) -> str:
    if pa.types.is_boolean(kind):
        return "boolean"
    if pa.types.is_integer(kind) or (pa.types.is_decimal(kind) and kind.scale == 0):
        return "integer"
    if pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return "number"
    return "date" if pa.types.is_date(kind) else "string"


def _in_both(label: str, message: str) -> dict[str, str]:
    return {f"{label}_{language}": words(language)(message) for language in LANGUAGES}
