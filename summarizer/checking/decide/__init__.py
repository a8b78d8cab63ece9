"""What is decided of a claim, one small file a field."""
