"""The PDF minutes of a session."""
