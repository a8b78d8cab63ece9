"""Facts: what an anchor is said of, above reading and anchors and below every engine."""
