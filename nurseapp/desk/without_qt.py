"""What the lock screen reads that knows nothing of Qt: read while another core reads Qt."""

import nurseapp.base.channel
import nurseapp.base.clock
import nurseapp.base.errors
import nurseapp.base.flow
import nurseapp.clinic.station.card
import nurseapp.desk.display
import nurseapp.desk.doors
import nurseapp.desk.lock.flow
import nurseapp.look.by_value
import nurseapp.look.tokens  # noqa: F401
