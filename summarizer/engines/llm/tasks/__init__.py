"""What is asked of a model: one task a unit, a section, or the whole report, and their chunks."""
