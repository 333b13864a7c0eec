import { Markup } from "./html";

/** The page's own look: one file, no script, light and dark, and readable on paper. */
export const style = new Markup(`
:root { color-scheme: light dark; --line: light-dark(#d5d9e0, #3a404b); --muted: light-dark(#525a68, #a9b1be);
  --soft: light-dark(#f4f6f9, #1c2027); --accent: light-dark(#1d4f91, #8fb8f0); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.65 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", system-ui, sans-serif;
  background: light-dark(#fff, #14171c); color: light-dark(#1b1f27, #e7eaf0); }
a { color: var(--accent); text-underline-offset: 3px; }
a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 8px; top: 8px; padding: 8px; background: var(--soft); }
.page { display: grid; grid-template-columns: minmax(0, 1fr); gap: 24px; max-width: 1280px; margin: 0 auto; padding: 16px; }
@media (min-width: 900px) { .page { grid-template-columns: 260px minmax(0, 1fr); }
  nav { position: sticky; top: 16px; align-self: start; max-height: calc(100vh - 32px); overflow: auto; } }
nav ul { list-style: none; margin: 0; padding: 0; columns: 160px; } nav li a { display: inline-block; min-height: 28px; font-size: 14px; }
nav [aria-current] { font-weight: 700; }
.operations { list-style: none; margin: 0; padding: 0; } .operations li { padding: 4px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.operations a { display: inline-block; min-height: 24px; }
header { max-width: 1280px; margin: 0 auto; padding: 16px 16px 0; } header p { max-width: 70ch; }
h1 { font-size: 28px; line-height: 1.3; margin: 8px 0; } h2 { font-size: 22px; margin: 32px 0 8px; }
h3 { font-size: 16px; margin: 0; overflow-wrap: anywhere; } h4 { font-size: 14px; margin: 16px 0 4px; color: var(--muted); }
.operation { border: 1px solid var(--line); border-radius: 6px; padding: 12px 16px; margin: 12px 0; scroll-margin-top: 12px; }
.method { display: inline-block; min-width: 64px; font-weight: 700; }
code, pre { font: 13px/1.5 ui-monospace, "Cascadia Mono", Menlo, monospace; }
pre { background: var(--soft); padding: 8px 12px; border-radius: 6px; overflow: auto; margin: 4px 0; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); }
th { white-space: nowrap; } td code { overflow-wrap: anywhere; } .muted { color: var(--muted); }
@media print { nav, .skip { display: none; } .operation { break-inside: avoid; } }
`);
