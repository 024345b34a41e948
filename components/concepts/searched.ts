/**
 * The id of the part of the page that is searched, known to both sides. In it `[data-group]` hold
 * `[data-row]`, and those of them that are concepts are `[data-concept]`. `[data-contents]` lists links to
 * groups, each with how many of its rows are shown in `[data-hits]`.
 */
export const SEARCHED_ID = 'searched';
