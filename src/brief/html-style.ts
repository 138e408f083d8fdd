import { WARNING } from './wording.ts';

/** The one style sheet of a drafted page: calm on a screen of any width, in light and dark, and on A4. */
export const STYLE: string = `
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#21201d;--soft:#66625a;--line:#dcd7cc;--warn:#8a2c12;--warn-paper:#fbeee8;--accent:#2c5166}
@media (prefers-color-scheme:dark){:root{--paper:#1b1c1e;--ink:#e4e1da;--soft:#a29d92;--line:#3a3a3b;--warn:#f0a68c;--warn-paper:#35231d;--accent:#9cc3d8}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.65 var(--serif);--serif:Charter,"Bitstream Charter","Iowan Old Style",Georgia,"Liberation Serif","Noto Serif",serif;--sans:system-ui,-apple-system,"Segoe UI","Liberation Sans","Noto Sans",sans-serif;--mono:ui-monospace,"Cascadia Mono",Menlo,"DejaVu Sans Mono","Liberation Mono",monospace;overflow-wrap:break-word}
:lang(zh-Hans),:lang(zh-CN){--cjk:"Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC","Songti SC","SimSun","Noto Sans CJK SC","Noto Sans SC"}
:lang(zh-Hant),:lang(zh-TW),:lang(zh-HK){--cjk:"Noto Serif CJK TC","Noto Serif TC","Source Han Serif TC","Songti TC","PMingLiU","Noto Sans CJK TC","Noto Sans TC"}
:lang(zh){--cjk:"Noto Serif CJK SC","Noto Serif SC","Songti SC","SimSun","Noto Sans CJK SC","Noto Sans SC"}
:lang(ko){--cjk:"Noto Serif CJK KR","Noto Serif KR","AppleMyungjo","Batang","Noto Sans CJK KR","Noto Sans KR"}
:lang(ja){--cjk:"Noto Serif CJK JP","Noto Serif JP","Hiragino Mincho ProN","Yu Mincho","Noto Sans CJK JP"}
:lang(zh),:lang(ko),:lang(ja){font-family:Charter,Georgia,"Liberation Serif",var(--cjk),serif;line-height:1.75;font-style:normal}
:lang(ko){word-break:keep-all}
.page{max-width:42rem;margin:0 auto;padding:0 1.25rem 4rem}
.warning{font:600 .8125rem/1.4 var(--sans);letter-spacing:.06em;color:var(--warn);background:var(--warn-paper);border:1px solid currentColor;border-radius:.25rem;padding:.6rem .8rem;margin:1.25rem 0 0;text-align:center}
h1{font:600 1.75rem/1.25 var(--serif);margin:2.25rem 0 .25rem}
.about{font-size:1.25rem;line-height:1.45;margin:0 0 1.25rem;color:var(--soft)}
.facts{font:.875rem/1.55 var(--sans);color:var(--soft);border-block:1px solid var(--line);padding:.75rem 0;margin:0 0 2.25rem}
.facts p{margin:.15rem 0}
h2{font:600 1.1875rem/1.35 var(--serif);margin:2.5rem 0 .5rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
.sentence{margin:.85rem 0}
.sentence::first-letter{text-transform:uppercase}
.sentence:target,.notes>li:target{background:color-mix(in srgb,var(--accent) 14%,transparent);border-radius:.2rem}
q{quotes:"\\201C" "\\201D"}
bdi{unicode-bidi:isolate}
a{color:var(--accent);text-decoration:none;border-radius:.15rem}
a:hover{text-decoration:underline}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.ref{font:600 .6875rem/1 var(--sans);vertical-align:super;padding:.35rem .3rem;margin-left:.05rem;white-space:nowrap}
.notes{list-style:none;margin:0;padding:0;font-size:.9375rem;line-height:1.55}
.notes>li{display:grid;grid-template-columns:2.1rem minmax(0,1fr);padding:.9rem 0;border-bottom:1px solid var(--line)}
.notes>li:last-child{border-bottom:0}
.number{font:600 .8125rem/1.9 var(--sans);color:var(--soft)}
.number a{display:inline-block;min-width:1.5rem;min-height:1.5rem}
.notes p{margin:0 0 .35rem}
cite{font-style:italic}
cite:lang(zh),cite:lang(ko),cite:lang(ja){font-style:normal}
.chain{font:.8125rem/1.6 var(--sans);color:var(--soft)}
.chain span{white-space:nowrap}
blockquote{margin:.45rem 0 .55rem;padding:.05rem 0 .05rem .85rem;border-left:3px solid var(--line)}
.record{font:.75rem/1.55 var(--sans);color:var(--soft)}
code{font:.75rem/1.5 var(--mono);word-break:break-all}
.cautions{font:.875rem/1.55 var(--sans);color:var(--soft);padding-left:1.1rem}
.cautions li{margin:.3rem 0}
@media (max-width:30rem){body{font-size:1rem}.page{padding-inline:1rem}.notes>li{grid-template-columns:1.6rem minmax(0,1fr)}h1{margin-top:1.6rem}}
@page{size:A4;margin:22mm 24mm 20mm;@top-center{content:"${WARNING}";font:600 7.5pt sans-serif;letter-spacing:.06em;color:#8a2c12}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#66625a}}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--warn:#8a2c12;--warn-paper:#fff;--accent:#000}
html{font-size:10pt}body{line-height:1.5}.page{max-width:none;padding:0}.warning{margin-top:0}h1{margin-top:14pt}
h2{break-after:avoid}.sentence{break-inside:avoid;orphans:3;widows:3}.notes>li{break-inside:avoid;padding:.7rem 0}.ref{padding:0 .1rem}}
`;
