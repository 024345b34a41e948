/** The services between the client and the last one, as far down as there are layers. */
export const BETWEEN = ['gateway', 'order', 'payment'] as const;
