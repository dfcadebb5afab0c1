"""One report → its annotations: a chain of spaCy components, each in a folder of its own."""
