"""The names of months and seasons in English, with their numbers in EDTF; and the words
that number quarters.
"""

MONTH_NAMES = (
    "January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul", "August Aug",
    "September Sept Sep", "October Oct", "November Nov", "December Dec",
)  # fmt: skip
MONTHS = {
    month: number for number, names in enumerate(MONTH_NAMES, 1) for month in names.split()
}
NTH = {word: number for number, words in enumerate(("first 1st 1", "second 2nd 2", "third 3rd 3", "fourth 4th 4"), 1)
       for word in words.split()}  # fmt: skip
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
