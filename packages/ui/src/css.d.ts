/** A style sheet as text. One <style> of UiProvider carries them all: remotes then need no style sheet of their own. */
declare module '*.css?inline' {
  const css: string
  export default css
}
