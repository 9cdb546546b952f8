# The staff pages of areas, quarters and boundaries
places-menu = Places
places-title = Areas and quarters
places-areas = Areas
places-name = Name
places-kind = Kind
places-kind-commune = Commune
places-kind-arrondissement = Arrondissement
places-code = HCP code
places-population = Inhabitants (2024)
places-boundary = Boundary
places-drawn = Known
places-not-drawn = Not known
places-quarters = Quarters
places-quarter = Quarter
places-arrondissement = Arrondissement
places-arrondissement-hint = With a point, it is found by itself.
places-point = Point
places-all = All
places-without = No arrondissement
places-no-quarter = No quarter here yet
places-add-quarter = Add a quarter
places-name-ar = Name in Arabic
places-name-fr = Name in French
places-name-en = Name in English
places-lat = Latitude
places-lon = Longitude
places-save = Save

# The drawing of the commune and the import of its boundaries
places-map = The commune and its arrondissements
places-nothing-drawn = No boundary is known yet
places-nothing-drawn-text = Until then, a report keeps its point but no arrondissement is found for it.
places-boundaries = Boundaries
places-boundaries-lead = A GeoJSON file in degrees (WGS 84): one polygon per area, with its HCP code in the property “code”. Neighbouring communes may be in it too: their points are then sent to them.
places-file = GeoJSON file
places-file-hint = Areas that the file does not name keep their boundary.
places-import = Import the boundaries

# Notices after a change
places-quarter-added = The quarter was added.
places-quarter-changed = The quarter was saved.
places-boundaries-imported = The boundaries were imported.

# Refusals beside a field; $code is the code of an area
places-commune-unknown = No commune of the country has the code { $code }.
places-arrondissement-unknown = This arrondissement is not one of ours.
places-name-wrong = Write a name of at most { $most } characters.
places-point-wrong = Write both coordinates in degrees, such as 34.0389 and -6.8225.
places-point-outside = This point is outside of the commune.
places-file-absent = Choose a file.
places-file-unreadable = This file is not GeoJSON.
places-file-empty = There is no area in this file.
places-file-without-codes = An area of this file has no property “code”.
places-code-twice = The code { $code } stands twice in the file.
places-code-unknown = No commune or arrondissement has the code { $code }.
places-shape-missing = The area { $code } has no polygon.
places-shape-abroad = The area { $code } does not lie in Morocco. Are the coordinates in degrees, longitude first?
places-shape-crossed = The outline of { $code } crosses itself. Repair it in the map program, then import it again.

# Open data: titles of datasets and columns
places-data-areas = Areas
places-data-areas-about = The commune and its arrondissements, with their codes and inhabitants at the census of 2024.
places-data-quarters = Quarters
places-data-quarters-about = Names that people use for parts of town, with their arrondissement where it is certain.
places-column-code = HCP code
places-column-kind = Kind of area
places-column-parent = Code of the area above
places-column-id = Identifier
places-column-arrondissement = Code of the arrondissement
places-column-name-ar = Name in Arabic
places-column-name-fr = Name in French
places-column-population = Inhabitants in 2024
places-column-lat = Latitude
places-column-lon = Longitude
