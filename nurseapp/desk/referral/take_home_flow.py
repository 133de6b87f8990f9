"""The sheet that the parent carries home: what was agreed, and never a score."""

from __future__ import annotations

from nurseapp.clinic.values.papers import TakeHomeDraft
from nurseapp.desk.referral.paper_flow import PaperCases, PaperFlow, PaperState

TakeHomeCases = PaperCases[TakeHomeDraft]
TakeHomeFlow = PaperFlow[TakeHomeDraft]
TakeHomeState = PaperState[TakeHomeDraft]
