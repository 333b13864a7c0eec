/** Codes of two cities: the first four digits name the city. A code that is not known says nothing. */
export const isRemote = (schoolRegion: string | null, placeRegion: string | null): boolean => {
  if (!schoolRegion || !placeRegion) return false;
  return schoolRegion.slice(0, 4) !== placeRegion.slice(0, 4);
};
