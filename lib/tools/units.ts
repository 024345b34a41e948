export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** As people type it and as it is told: 10 years are 10 years, and no leap day comes in between. */
export const YEAR_MS = 365 * DAY_MS;
