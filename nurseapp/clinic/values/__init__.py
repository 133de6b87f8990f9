"""What the use cases take and give: frozen values with the words already chosen."""
