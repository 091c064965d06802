"""Workshop tools of the project: never shipped."""
