/** Text of machines, character for character. */
export function SourceText({ children }: { readonly children: string }) {
  return <pre className="st-source">{children}</pre>
}
