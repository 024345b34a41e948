/**
 * The id of the part of the page that is searched, known to both sides. In it `[data-group]` hold
 * `[data-row]`, and those of them that are concepts are `[data-concept]`.
 */
export const SEARCHED_ID = 'searched';
