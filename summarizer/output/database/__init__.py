"""Many reports as tables: a DuckDB file, or a folder of Parquet files with the same tables.

`tables` says which tables there are, `rows` what a report puts into each, `spool` keeps the rows on
disk until all reports are there, `duckdb` and `parquet` write them.
"""
