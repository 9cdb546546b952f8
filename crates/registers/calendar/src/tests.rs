//! The calendar, tested.
