dashboard-menu = Dashboard
dashboard-title = Dashboard
dashboard-empty = No case yet
dashboard-empty-text = Figures appear here with the first case received by the services you follow.
dashboard-periods = Period
dashboard-period = { $days ->
    [one] Last day
   *[other] Last { $days } days
 }
dashboard-nowhere = Place not given
# The main figures
dashboard-tile-open = Open cases
dashboard-tile-open-note = Right now
dashboard-tile-late = Late
dashboard-tile-late-note = Past their date and not answered
dashboard-tile-service = Answered within the commune’s target
dashboard-tile-service-note = { $part } of { $whole }
dashboard-tile-answer = Answered within the legal delay
dashboard-tile-answer-note = { $part } of { $whole }
dashboard-tile-median = Median days to answer
dashboard-tile-median-note = { $whole ->
    [0] No answer in this period
    [one] { $whole } answer
   *[other] { $whole } answers
 }
dashboard-tile-mark = Satisfaction, out of 5
dashboard-tile-mark-note = { $whole ->
    [0] No rating in this period
    [one] { $whole } rating
   *[other] { $whole } ratings
 }
# The charts
dashboard-chart-months = Received each month: the last twelve months
dashboard-chart-months-before = Received each month: the year before
dashboard-chart-units = Answered in time, by service
dashboard-chart-categories = Received, by category
dashboard-chart-areas = Received, by arrondissement
dashboard-chart-reopened = Reopened, by category
dashboard-chart-empty = Nothing to show in this period.
dashboard-count-months = Total: { $whole }
dashboard-count-months-before = Total: { $whole }
dashboard-count-units = { $part } of { $whole } within the commune’s target
dashboard-count-categories = Total: { $whole }. The first ten categories.
dashboard-count-areas = Total: { $whole }
dashboard-count-reopened = { $part } of { $whole } ({ $share }): the first answer was not enough
dashboard-month-1 = Jan
dashboard-month-2 = Feb
dashboard-month-3 = Mar
dashboard-month-4 = Apr
dashboard-month-5 = May
dashboard-month-6 = Jun
dashboard-month-7 = Jul
dashboard-month-8 = Aug
dashboard-month-9 = Sep
dashboard-month-10 = Oct
dashboard-month-11 = Nov
dashboard-month-12 = Dec
# The tables
dashboard-table-units = Figures by service
dashboard-table-categories = Figures by category
dashboard-table-areas = Figures by arrondissement
dashboard-table-months = Figures month by month
dashboard-table-reopened = Reopened cases
dashboard-first-units = Service
dashboard-first-categories = Category
dashboard-first-areas = Arrondissement
dashboard-first-months = Month
dashboard-first-reopened = Category
dashboard-column-received = Received
dashboard-column-open = Open now
dashboard-column-late = Late now
dashboard-column-answered = Answered
dashboard-column-service = Within target
dashboard-column-answer = Within legal delay
dashboard-column-median = Median days
dashboard-column-mark = Satisfaction / 5
dashboard-column-settled = Received and answered
dashboard-column-reopened = Reopened
dashboard-column-share = Share
# How it is computed
dashboard-how = How are these figures computed?
dashboard-how-reach = Everyone sees the figures of the cases that their grants cover; no name and no text appears here.
dashboard-how-open = Open and late: right now. Everything else: during the chosen period, today included.
dashboard-how-kept = Every delay that stopped during the period is counted, in time or too late. A reopened case keeps the verdict of its first delay.
dashboard-how-median = Median: half of the answers were faster and half slower, from receipt to the last answer.
dashboard-how-mark = Satisfaction: the mean of marks from 1 to 5, those of people who reopened their case included.
dashboard-how-reopened = Share of reopened cases: among those received during the period and answered at least once.
dashboard-how-left-out = Cases withdrawn by their author or joined to another count neither as answers nor in delays.
