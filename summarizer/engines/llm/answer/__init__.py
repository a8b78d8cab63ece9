"""What came back: its schema, whether it stands, what of the source it tells, and its draft."""
