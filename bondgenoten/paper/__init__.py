"""The paper: the quarterly review as PDF/UA-1, workbook and CSV, from the rows of reviews.

review.py gathers the rows, the sections say them, drawing.py draws them, layout.typ lays them out.
"""

from bondgenoten.paper.printing import pdf
from bondgenoten.paper.review import Edition, Review, gather
from bondgenoten.paper.saving import file_name, machine, save
from bondgenoten.paper.workbook import workbook

__all__ = ["Edition", "Review", "file_name", "gather", "machine", "pdf", "save", "workbook"]
