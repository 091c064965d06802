"""Other formats, read into gestures and written from a document."""
