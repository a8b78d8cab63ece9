"""What came back: its schema, whether it stands, what of the source it tells, and the draft it is."""
