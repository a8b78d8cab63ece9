"""Faithful statements, faults injected into them, and how well the checks tell them apart.

Made apart from the checks: nothing here reads figures, titles or names with the grammars that the
checks use. Only the outline is taken from the package, to know which text a unit has.
"""
