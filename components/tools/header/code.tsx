/** What is sent, as it is sent. */
export function Code({ children }: { readonly children: string }) {
  return <code className="font-mono text-[0.875em] break-all">{children}</code>;
}
