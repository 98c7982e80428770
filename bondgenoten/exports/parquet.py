"""Rows as Parquet, for programs: codes, typed columns, and what they are in the file's metadata."""

import json
from typing import IO

import pyarrow as pa
from pyarrow import parquet

from bondgenoten import metrics, store
from bondgenoten.exports.provenance import provenance
from bondgenoten.language import words
from bondgenoten.metrics import Question


def write(file: IO[bytes], reader: store.Reader, question: Question) -> None:
    """Batch by batch; the key `bondgenoten` of the metadata holds its provenance as JSON."""
    batches = metrics.batches(reader, question)
    schema = batches.schema.with_metadata({"bondgenoten": _told(reader, question)})
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(pa.RecordBatch.from_arrays(batch.columns, schema=schema))


def _told(reader: store.Reader, question: Question) -> str:
    told = {"metric": question.name} | provenance(reader, question).codes()
    for language in ("nl", "en"):
        told[f"title_{language}"] = words(language)(f"metric.{question.name}.title")
        told[f"definition_{language}"] = words(language)(f"metric.{question.name}.definition")
    return json.dumps(told, ensure_ascii=False)
