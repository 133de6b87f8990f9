"""Made-up people for a training station, through the ordinary use cases."""
