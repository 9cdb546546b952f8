open311-yes = ⵢⵢⵉⵀ
open311-no = ⵓⵀⵓ
