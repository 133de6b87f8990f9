"""Henvisningsgrunnlag and the sheet that goes home: edit, preview, print, save."""
