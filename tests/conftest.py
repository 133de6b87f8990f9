"""Every test draws offscreen, unless somebody asks to look (`QT_QPA_PLATFORM=xcb pytest`)."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
