"""The paper: the quarterly review as PDF/UA-1, workbook and CSV, from the rows of reviews.

review.py gathers the rows, the sections say them, drawing.py draws them, layout.typ lays them out.
"""

from bondgenoten.paper.printing import pdf
from bondgenoten.paper.review import Review, gather
from bondgenoten.paper.saving import save

__all__ = ["Review", "gather", "pdf", "save"]
