open311-not-found = There is nothing at this address.
open311-key-wrong = The key is missing, or is not valid in this commune. Ask the commune for one, or check the parameter api_key.
open311-key-not-allowed = This key does not allow this operation.
open311-key-service = Ask the commune for a key: it is given once, and can be withdrawn.
open311-jurisdiction-unknown = No open commune has this jurisdiction_id. Give its short name or its HCP code.
open311-service-unknown = No service has the code { $code }. The list of services gives the codes.
open311-parameter-missing = The parameter { $name } is needed.
open311-date-wrong = The parameter { $name } is not a date. Write it like 2026-11-24T10:00:00Z.
open311-stretch-wide = Too many cases have changed since this date: choose a later start.
open311-span-long = The time asked for is longer than { $days } days. Ask several times for less.
open311-status-wrong = The status to ask for is open or closed.
open311-update-status-wrong = The updates extension does not know this status.
open311-number-wrong = The parameter { $name } is a whole number from 1.
open311-point-wrong = The position cannot be read. Give lat and long in decimal degrees.
open311-point-half = Give lat and long together.
open311-point-elsewhere = This point is not in the commune. Check the position, or turn to the commune concerned.
open311-point-neighbour = This point is in { $name }. Send the request with jurisdiction_id={ $slug }.
open311-place-missing = Say where: lat and long, address_string or address_id.
open311-number-unknown = No object has the number { $number }. Add a position or an address.
open311-number-near = No object has the number { $number }. Near numbers: { $near }.
open311-photos-many = At most { $most } photos with one report.
open311-notice-due = Answer by { $day } at the latest.
open311-notice-follow = Follow it: { $link }
open311-notice-media-url = The picture of media_url was not taken: attach the photo to the form (multipart, field media).
open311-yes = Yes
open311-no = No
open311-update-words = Update from the body in charge of the work.
open311-update-note = Update from a partner ({ $status }). { $words }
open311-welcome-title = Reports for programs (Open311)
open311-welcome-lead = Any application that speaks Open311 GeoReport v2 can read and file reports here: { $count ->
    [one] one category
   *[other] { $count } categories
 }, in XML and in JSON.
open311-welcome-discovery = Discovery
open311-welcome-services = Services
open311-welcome-definition = Questions of a service
open311-welcome-requests = Published reports
open311-welcome-updates = Changes of state
open311-welcome-bulk = All published reports in one file (GeoReport Bulk)
open311-welcome-forms = End the address with .xml or .json. The parameter locale chooses the language: ar, fr, zgh or en.
open311-welcome-code = HCP code
open311-welcome-send = File a report
open311-welcome-demo = On this demonstration the key is demo.
open311-welcome-shown = Words and photos are reviewed before they are published. Complaints about persons are filed on the commune's own pages, where their author is protected.

# Rows of another system's export that have no category here yet.
open311-menu-imports = Imported reports to place
open311-imports-title = Imported reports to place
open311-imports-lead = These reports come from another system, under categories that do not exist here. Choose ours for each: all of them become files with their old dates, and nobody is written to.
open311-imports-none = Without a category
open311-imports-source = From:
open311-imports-choose = Our category
open311-imports-go = Place them
open311-imports-empty = Nothing waits
open311-imports-empty-text = Every imported report has found its category.
open311-imports-said = They are being placed now.
open311-import-placed = Became files: { $count }
open311-import-waiting = Wait for a category: { $count }
open311-import-same = Taken before: { $count }
open311-import-moved = Stand otherwise now: { $count }
open311-import-noted = Told again, kept beside the file: { $count }

# Services of another system's catalogue, as texts of categories that could be ours.
open311-menu-proposed = Proposed categories
open311-proposed-title = Categories proposed from other systems
open311-proposed-lead = Each service of an imported catalogue, as the text of a category. Nothing of it is offered: read it, translate and complete it, then put it into the catalogue.
open311-proposed-questions = { $count ->
    [one] one question
   *[other] { $count } questions
 }
open311-proposed-text = Text of the category
open311-proposed-empty = Nothing proposed yet
open311-proposed-empty-text = A catalogue comes in with the command: jamaa import open311-services.
open311-catalogue-large = A catalogue has at most { $most } services.
# rights that a key of a program may hold
open311-right-open311-file = File reports by Open311
open311-right-open311-update = Update reports by Open311
