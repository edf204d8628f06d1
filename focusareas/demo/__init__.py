"""An invented administration that shows what the system does, loaded by `seed_demo`."""
