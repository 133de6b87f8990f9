"""The station itself: founding, logging in, users, its card, copies and safekeeping."""
