/** Text with its `code` and *emphasis*, the only marks that a reading’s texts have. */
export function Marked({ text }: { readonly text: string }) {
  return text.split(/(`[^`]+`|\*[^*]+\*)/).map((part, index) => {
    const inner = part.slice(1, -1);
    // A text never changes, so neither do the places of its parts.
    if (part.startsWith('`')) {
      return (
        <code key={index} className="font-mono text-[0.85em]">
          {inner}
        </code>
      );
    }
    return part.startsWith('*') ? <em key={index}>{inner}</em> : part;
  });
}
