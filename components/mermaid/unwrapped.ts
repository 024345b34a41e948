/** What stands before a label of a message or a note. */
const LABELLED = /^ {2}(?:\S+-(?:>>|x)\S+|Note over \S+): /gm;

/**
 * Tells Mermaid of each label not to wrap it. It would not, but of a label that does not say so Mermaid 11 looks it up,
 * and copies its whole configuration for that: a seventh of what a drawing takes. Whoever copies the source does not
 * see it.
 */
export const unwrapped = (source: string): string => source.replace(LABELLED, '$&nowrap:');
