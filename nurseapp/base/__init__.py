"""What every layer may lean on: errors, text, time, paths, flows."""
