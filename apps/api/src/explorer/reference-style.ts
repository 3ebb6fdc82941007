/** The colours and measures of the portals (packages/ui), written out: the page loads nothing of them. */
export const REFERENCE_STYLE = `
:root { color-scheme: light dark; --canvas: #f7f6f2; --side: #efede6; --surface: #fff; --ink: #1d2825; --soft: #4c5a55; --line: #e4e1d9;
  --edge: #87908b; --primary: #0e6a5a; --tint: #e1efea; --bad: #b0261c }
@media (prefers-color-scheme: dark) { :root { --canvas: #0f1513; --side: #131a18; --surface: #18211e; --ink: #e7edea; --soft: #aebab5;
  --line: #2a3530; --edge: #6d7a75; --primary: #5fc4ab; --tint: #17352e; --bad: #f2938a } }
* { box-sizing: border-box }
html { scroll-padding-top: 72px }
body { margin: 0; background: var(--canvas); color: var(--ink); font: 14px/1.57 -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei',
  'Noto Sans CJK SC', 'Noto Sans SC', sans-serif }
a { color: var(--primary); text-decoration: none }
a:hover { text-decoration: underline }
:focus-visible { outline: 2px solid var(--primary); outline-offset: 2px; border-radius: 4px }
header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; padding: 12px 24px;
  background: var(--surface); border-bottom: 1px solid var(--line) }
header strong { margin-inline-end: auto }
.brand { display: flex; align-items: center; gap: 10px; color: var(--ink); font-weight: 600 }
.page { display: grid; grid-template-columns: 240px minmax(0, 1fr); max-width: 1280px; margin: 0 auto }
nav { position: sticky; top: 57px; align-self: start; display: flex; flex-direction: column; gap: 4px; padding: 24px 16px }
nav label { color: var(--soft); font-size: 13px }
nav input { width: 100%; height: 36px; margin-bottom: 12px; padding: 0 10px; font: inherit; color: inherit; background: var(--surface);
  border: 1px solid var(--edge); border-radius: 8px }
nav a { display: flex; justify-content: space-between; padding: 6px 10px; border-radius: 8px; color: var(--ink) }
nav a:hover { background: var(--side); text-decoration: none }
small { color: var(--soft) }
main { padding: 24px; min-width: 0 }
h2 { margin: 32px 0 12px; font-size: 20px }
h3 { margin: 0 0 6px; font-size: 15px }
h3 a { color: var(--ink); font-family: ui-monospace, Menlo, Consolas, monospace }
p { margin: 0 0 8px; max-width: 76ch }
code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 13px; overflow-wrap: anywhere }
pre { margin: 8px 0 0; padding: 10px 12px; border-radius: 8px; background: var(--side); white-space: pre-wrap }
.entry { margin-bottom: 12px; padding: 16px 20px; background: var(--surface); border: 1px solid var(--line); border-radius: 12px;
  content-visibility: auto; contain-intrinsic-size: auto 200px }
.entry:target { border-color: var(--primary) }
dl { display: grid; gap: 6px; margin: 8px 0 }
dl div { display: grid; grid-template-columns: 88px minmax(0, 1fr); gap: 12px }
dt { color: var(--soft) }
dd { margin: 0 }
.scroll { overflow-x: auto }
table { width: 100%; border-collapse: collapse }
th, td { padding: 8px 12px 8px 0; text-align: start; vertical-align: top; border-top: 1px solid var(--line); font-weight: 400 }
td p { margin: 0 }
.tag { padding: 1px 8px; border-radius: 99px; background: var(--tint); color: var(--primary); font-size: 12px }
.gone { color: var(--bad) }
[hidden] { display: none !important }
@media (max-width: 760px) { .page { grid-template-columns: minmax(0, 1fr) } nav { position: static; padding-bottom: 0 }
  nav a { display: none } main { padding: 16px } header { padding: 10px 16px } dl div { grid-template-columns: minmax(0, 1fr); gap: 0 } }
`
