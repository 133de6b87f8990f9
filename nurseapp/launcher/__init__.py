"""Shows exactly one window at a time; holds no secret and draws nothing itself."""
