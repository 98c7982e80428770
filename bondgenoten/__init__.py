"""Bondgenoten: the networks of every basisteam, and whether they meet.

The rooms, from the ground up; imports run one way, upwards:

    contract, periods, language   plain facts: the data contract, quarters, words
    reference, versions, store    reference files, the register as a file, the register in DuckDB
    sql/rules, sql/metrics        one definition a file; metrics.py names and asks them
    intake, exports               files in, files out
    charts, palette               a frame becomes a figure
    history                       batches, versions of a row, what waits for a word
    effects                       what an import does to what the register says
    ui, cli                       the browser and the command line
"""
