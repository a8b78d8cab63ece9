"""Answers that were paid for once, kept on disk."""
