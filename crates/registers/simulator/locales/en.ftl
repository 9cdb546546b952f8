# The practice bank, to show and to train only.
simulator-title = Practice bank
simulator-notice = This is a simulation
simulator-notice-text = Nothing is paid here, and the cards are invented. Do not write the number of your card.
simulator-for = To pay to the commune:
simulator-card = Choose a card
simulator-card-paid = The bank agrees
simulator-card-declined = The bank refuses
simulator-card-silent = The bank never answers
simulator-card-late = The bank answers two hours later
simulator-card-twice = The bank answers twice
simulator-card-amount = The bank takes another sum
simulator-pay = Pay
simulator-leave = Go back without paying
simulator-said-declined = The practice bank refused. Nothing was taken.
simulator-said-done = The practice bank noted your choice.
simulator-back = Back to the commune
simulator-refused = The practice bank refuses this request: its signature or its data do not fit.
