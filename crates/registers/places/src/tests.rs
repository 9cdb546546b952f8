//! Places, tested.
