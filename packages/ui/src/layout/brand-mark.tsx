/** The seal of the house: a roof, and under it a thing done. The favicon of every portal is the same drawing. */
export function BrandMark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg className="st-mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="#ad3827" />
      <g fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round">
        <path d="M6.5 14.5 16 7l9.5 7.5" />
        <path d="M10.5 19.5l4 4 7.5-8.5" />
      </g>
    </svg>
  )
}
