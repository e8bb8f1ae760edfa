"""Figures and dates read out of words, with their units, scales, signs and hedges."""
