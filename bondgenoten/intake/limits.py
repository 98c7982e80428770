"""How large a file may be. The largest sensible one, 400,000 meetings, is a file of 40 MB; what is far
beyond it is refused at once and says which limit it is over."""

MB = 1024 * 1024

LARGEST = 200 * MB  # bytes of a file on disk
LARGEST_UNPACKED = 400 * MB  # bytes of all parts of a workbook together
MOST_ROWS = 1_000_000  # of a file or sheet: all meetings of a country
MOST_COLUMNS = 16_384  # with a heading: as many as a sheet of Excel has
MOST_BESIDE = 100_000  # cells to the right of the headings, in one chunk of rows
LONGEST_LINE = 1 * MB  # about; of a CSV file
MOST_ASIDE = 200_000  # different texts on a sheet that is none of ours
LONG = 1_000  # characters: no cell of the contract holds more than 200
MOST_IN_LONG = 4_000_000  # characters of one sheet in cells that are longer than that
MOST_FAULTS = (
    500_000  # of the cells of one file, warnings too: more is another column, or another file
)
MOST_REMEMBERED = 200_000  # different texts of a column whose meaning is kept while reading
MOST_CELLS = 15_000_000  # rows times columns of one sheet, empty cells included
MOST_TEXTS = 5_000_000  # different texts of a workbook
