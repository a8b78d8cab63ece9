"""The Model Context Protocol: an assistant reads reports, and checks its answer before it shows it.

`server` names the tools, `folders` says which files they may read, `answers` what they tell.
Needs the extra `mcp`.
"""
