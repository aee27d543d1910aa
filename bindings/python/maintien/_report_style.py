"""How a written report looks: on a screen by day and by night, on a phone, on paper."""

STYLE = """
:root{color-scheme:light dark;--paper:#fff;--ink:#1a1a1a;--faint:#5c5c5c;--line:#c9c9c9;--card:#f3f5f7;--link:#004f80;
--c-blue:#0072b2;--c-orange:#e69f00;--c-green:#009e73;--c-vermilion:#d55e00;--c-sky:#56b4e9;--c-purple:#cc79a7;--c-grey:#767676}
@media (prefers-color-scheme:dark){:root{--paper:#15181b;--ink:#ececec;--faint:#b4b4b4;--line:#4a5056;--card:#20262b;--link:#8cc8f0;
--c-blue:#4aa3df;--c-orange:#e69f00;--c-green:#2cc295;--c-vermilion:#f08a3c;--c-sky:#2f6f96;--c-purple:#d793b7;--c-grey:#9a9a9a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
header,main,footer{max-width:62rem;margin:0 auto;padding:0 1.25rem}
h1{font-size:1.75rem;line-height:1.2;margin:1.5rem 0 .4rem}
h2{font-size:1.3rem;margin:2.2rem 0 .6rem;padding-top:.6rem;border-top:2px solid var(--line)}
h3{font-size:1.05rem;margin:1.4rem 0 .3rem}
a{color:var(--link)}
nav ul{list-style:none;padding:0;margin:.8rem 0;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem}
.lead{color:var(--faint);margin:.2rem 0}
.banner{background:var(--card);border-left:4px solid var(--c-orange);padding:.6rem .9rem;margin:1rem 0}
.cards{list-style:none;padding:0;margin:1rem 0;display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.8rem}
.cards li{background:var(--card);border-radius:.4rem;padding:.8rem 1rem}
.cards .label,.cards .detail{display:block;font-size:.9rem}
.cards .big{display:block;font-size:1.7rem;line-height:1.25;font-weight:600;font-variant-numeric:tabular-nums}
.wide{overflow-x:auto;margin:.6rem 0 1.4rem}
.wide:focus-visible{outline:2px solid var(--link)}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:left;font-weight:600;padding:.4rem 0}
th,td{text-align:left;vertical-align:top;padding:.28rem .8rem .28rem 0;border-bottom:1px solid var(--line)}
thead th{color:var(--faint);font-weight:600}
tbody th{font-weight:400;min-width:11rem}
td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
thead th:not(:first-child){text-align:right}
th:first-child:nth-last-child(4){width:46%}
td:nth-child(2):nth-last-child(3){width:14%}
td:nth-child(3):nth-last-child(2){width:18%}
.note{display:block;color:var(--faint);font-size:.88em}
figure{margin:1rem 0 1.8rem}
figure svg{display:block;width:100%;min-width:34rem;max-width:52rem;height:auto}
figcaption{color:var(--faint);font-size:.92rem}
dt{font-weight:600;margin-top:.7rem}
dd{margin:0}
footer{color:var(--faint);font-size:.88rem;margin-top:2.5rem;padding-bottom:2rem}
@media (max-width:40rem){
table{font-size:.82rem}
tbody th{min-width:7rem}
th,td{padding-right:.5rem}
td.number{white-space:normal}
td.number .note{white-space:nowrap}
}
@media print{
@page{size:A4;margin:16mm}
:root{color-scheme:light;--paper:#fff;--ink:#000;--faint:#444;--line:#bbb;--card:#f3f3f3;--link:#000;--c-blue:#0072b2;--c-vermilion:#d55e00;--c-sky:#56b4e9;--c-purple:#cc79a7;--c-grey:#767676}
html{font-size:12px}
body{font-size:9.5pt}
header,main,footer{max-width:none;padding:0}
nav{display:none}
.cards{grid-template-columns:repeat(3,1fr);gap:2mm}
.wide{overflow:visible}
table{font-size:8pt}
td,th{padding-right:.5rem}
figure svg{min-width:0;max-width:16cm}
figure,tr,.cards li,dt,.banner{break-inside:avoid}
h2,h3,caption,dt{break-after:avoid}
thead{display:table-header-group}
}
"""
