"""People as the clinic knows them, without storage: numbers, ages, roles, names."""
