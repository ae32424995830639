/** Places in a household, absent relatives included. Serials of persons are `household * PLACES_PER_HOUSEHOLD + place`. */
export const MAXIMUM_MEMBERS = 12;
/** A power of two above it, so that a serial is cheap and leaves room. */
export const PLACES_PER_HOUSEHOLD = 16;
