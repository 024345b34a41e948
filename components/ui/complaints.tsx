/** What of a link could not be read: said once, plainly, and in the way of nothing. */
export function Complaints({ complaints }: { readonly complaints: readonly string[] }) {
  if (complaints.length === 0) return null;
  return (
    <p
      role="status"
      className="border-b border-line bg-fault-soft px-4 py-2 text-sm text-fault sm:px-7"
    >
      {complaints.join(' ')}
    </p>
  );
}
