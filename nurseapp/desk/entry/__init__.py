"""Før inn: a sheet that was not answered on the device is tapped in by the nurse."""
