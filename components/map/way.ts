/** Where the lab is, seen from the page, and whether it opens beside that page. */
export interface Way {
  readonly lab: string;
  readonly beside: boolean;
}

export const besides = ({ beside }: Way) => (beside ? { target: '_blank', rel: 'noopener' } : {});

/** What has the focus must not lie under the headers; nor under the first column, which its scrolling box keeps clear of. */
export const CLEAR = 'scroll-mt-20 scroll-mb-4 md:scroll-mt-40';
