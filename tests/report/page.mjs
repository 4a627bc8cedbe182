// Opens a self-checking declaration as a browser would, with the little of the DOM that it uses, and prints what it shows.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const source = readFileSync(process.argv[2], "utf8");
const withCrypto = process.argv[3] !== "no-crypto";

class Node {
  constructor(name) { this.name = name; this.children = []; this.own = ""; }
  set textContent(text) { this.children = []; this.own = text; }
  get textContent() { return this.own + this.children.map((child) => child.textContent).join(""); }
  append(...nodes) {
    for (const node of nodes) {
      if (!(node instanceof Node)) throw new Error("only elements are appended");
      this.children.push(node);
    }
  }
  lines() { return this.children.length ? this.children.flatMap((child) => child.lines()) : [this.own]; }
  names() { return [this.name, ...this.children.flatMap((child) => child.names())]; }
}

const block = (id) => {
  const found = new RegExp(`<script type="application/json" id="${id}">([^]*?)</script>`).exec(source);
  const node = new Node("script");
  node.textContent = found[1];
  return node;
};
const elements = { certificate: block("certificate"), labels: block("labels"), page: new Node("main") };
const root = { lang: /<html lang="(..)">/.exec(source)[1], dataset: {} };
const document = {
  documentElement: root,
  createElement: (name) => new Node(name),
  getElementById: (id) => elements[id],
};
const scripts = [...source.matchAll(/<script>([^]*?)<\/script>/g)];
if (scripts.length !== 1) throw new Error("one script");
const world = { document, atob, btoa, TextEncoder, console };
if (withCrypto) world.crypto = globalThis.crypto;
vm.runInNewContext(scripts[0][1], world);
const until = Date.now() + 20000;
while (root.dataset.outcome === undefined && Date.now() < until) await new Promise((done) => setImmediate(done));
const names = [...new Set(elements.page.names())].sort();
console.log(JSON.stringify({ outcome: root.dataset.outcome, lines: elements.page.lines(), names }));
