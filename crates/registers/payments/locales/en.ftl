# The cash desk. Sums come written with their currency, except in refusals, where they are in dirhams.
payments-menu = Cash desk
payments-dues = Sums due
payments-owed = Still to pay:
payments-state-due = To pay
payments-state-paid = Paid
payments-state-cancelled = Cancelled
payments-receipt = Receipt of payment
payments-method = Way of payment
payments-method-cash = Cash
payments-method-cheque = Cheque
payments-method-transfer = Transfer
payments-method-card = Card
payments-collect = Take the payment
payments-at-cash-desk = It is paid at the cash desk.
payments-day-title = Cash journal
payments-day = Day
payments-show = Show
payments-total = Total
payments-at = Paid on
payments-reference = File
payments-to-file = Back to the file
payments-empty = No payments on this day
payments-empty-text = Receipts show here by their numbers.
payments-not-paid = The decision waits for the payment of { $sum } MAD.
payments-nothing-due = Nothing is owed for this file.
payments-sum-changed = The sum owed has changed: { $sum } MAD. Check it and try again.
payments-count = { $count ->
    [one] { $count } receipt
   *[other] { $count } receipts
 }
