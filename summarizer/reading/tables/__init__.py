"""Tables: blocks of cells, found before lines are joined, so that no figure crosses a cell."""
