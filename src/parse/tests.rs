//! Documents made on the spot.
