/** Sent to the window when a page that was seen before its scripts ran can answer what is pressed. */
export const PAGE_STARTED = 'page.started';
