//! Rules first, then deeds in a running town.
