"""A report as a person or a tool wants to read it: pages, tables and exchange formats."""
