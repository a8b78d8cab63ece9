"""Outline rules: view of a document → numbered units."""
