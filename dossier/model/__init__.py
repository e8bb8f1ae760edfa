"""What a dossier is: dates, quantities, sources, claims, facts and findings. Pure and
frozen; knows no files and no HTML.
"""
