"""From merged dossiers to pages: words, links, footnotes and contexts. Knows no files but
the theme's, and no Pelican.
"""
