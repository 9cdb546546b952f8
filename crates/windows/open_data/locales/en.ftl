# The catalogue of open data
open_data-menu = Data
open_data-title = Open data
open_data-lead = What the commune knows and may show to all, without asking and without an account: to read, to check, to reuse.
open_data-licence = Free to reuse with source and date (law 31-13, article 6). Licence, to be confirmed by the commune:
open_data-catalogue = The catalogue for programs (DCAT)
open_data-rows = { $count ->
    [0] No row yet
    [one] One row
   *[other] { $count } rows
    }
open_data-none = No file has been published yet
open_data-preview = The first rows
open_data-preview-of = { $count ->
    [one] One row in all.
   *[other] { $count } rows in all: download the file to have every one.
    }
open_data-rows-more = More than { $count } rows
open_data-preview-of-more = More than { $count } rows: download the file to have every one.
open_data-columns = The columns
open_data-column = Example of a column
open_data-download = Download
open_data-excel = CSV for spreadsheets (Excel)
open_data-count = Rows
open_data-updated = Read on
open_data-often = Updated
open_data-often-text = Continuously
open_data-empty = Still empty
open_data-empty-text = Rows appear as soon as the commune has something to put in them.
