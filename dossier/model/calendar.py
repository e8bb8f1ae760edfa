"""The names of months and seasons, as English writes them, with the numbers that they have in EDTF."""

MONTH_NAMES = (
    "January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul", "August Aug",
    "September Sept Sep", "October Oct", "November Nov", "December Dec",
)  # fmt: skip
MONTHS = {month: number for number, names in enumerate(MONTH_NAMES, 1) for month in names.split()}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
