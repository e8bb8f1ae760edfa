"""The parts that pages are put together from: facts, claims, notes, lists, states and
prose, as views.
"""
