"""Asking until every task has an outcome: bounded, and never silent."""
