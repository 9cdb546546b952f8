# Sites and counters
