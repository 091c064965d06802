"""Pictures computed once, without Qt, and painted by whoever has ink."""
