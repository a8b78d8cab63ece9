"""The commands, one a file (a folder for a family); `summarizer.cli.program` names them."""
