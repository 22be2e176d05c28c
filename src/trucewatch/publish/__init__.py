"""publish: a record as documents: the HTML report, a table, points for a map. Nothing here knows today's date."""

from trucewatch.publish.agreement_page import agreement_html
from trucewatch.publish.formats import FORMATS, write
from trucewatch.publish.ledger_table import ledger_csv
from trucewatch.publish.mask import mask
from trucewatch.publish.points import geojson
from trucewatch.publish.report import html
from trucewatch.publish.table import csv

__all__ = ["FORMATS", "agreement_html", "csv", "geojson", "html", "ledger_csv", "mask", "write"]
