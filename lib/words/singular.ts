/** `parcels` → `parcel`: what is counted is named in the plural, and with an s. */
export const singular = (nouns: string): string => nouns.replace(/s$/, '');
