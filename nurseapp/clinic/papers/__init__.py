"""The papers about one sheet: referral, note for the health record, sheet to take home."""
