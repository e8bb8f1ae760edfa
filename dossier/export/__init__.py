"""From merged dossiers to data: exact values for programs. Knows no HTML and no Pelican."""
