/** What the tests use of their browser: the width of its window decides between desk and phone. */
interface Window {
  happyDOM?: { setViewport(viewport: { width: number; height: number }): void }
}
