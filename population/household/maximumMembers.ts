/** Places in a household, absent relatives included. Serials of persons are `household * placesPerHousehold + place`. */
export const maximumMembers = 12;
/** A power of two above it, so that a serial is cheap and leaves room. */
export const placesPerHousehold = 16;
