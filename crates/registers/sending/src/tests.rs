//! Rules first, then messages that leave, wait, fail and are erased.
