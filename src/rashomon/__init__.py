"""One incident, every account."""
