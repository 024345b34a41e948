interface OpenInLabProps {
  readonly href: string;
}

/** The way from a frame to the page that it is a part of. */
export const OpenInLab = ({ href }: OpenInLabProps) => (
  <a
    href={href}
    target="_blank"
    rel="noopener"
    className="inline-block py-0.5 text-muted underline underline-offset-2 hover:text-ink"
  >
    Open in Idempotency Lab
  </a>
);
