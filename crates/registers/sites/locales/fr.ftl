# Sites et guichets
