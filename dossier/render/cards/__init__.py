"""What stands for a page where people share its address: its picture and its description."""
