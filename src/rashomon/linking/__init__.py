"""Which episodes are one incident, which voices and actors are one, who copies whom."""
