"""Findings to text, annotations, JSON and SARIF; and strangers' words where they could be
taken for something else.
"""
