
"use strict";
// Shows the signed JSON of this file and checks its signature, without any network. Everything that is shown comes from
// that JSON, as text: what you read is what was checked.

const P256_HEAD = "3059301306072a8648ce3d020106082a8648ce3d03010703420004";
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

// RFC 8785 for what these documents hold: strings, whole numbers, booleans, null, lists, objects with ASCII keys.
// `without` leaves one member of the outermost object out.
function canonical(value, without) {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new Error("not a whole number");
    return String(value);
  }
  if (typeof value === "string") {
    if (/\p{Cs}/u.test(value)) throw new Error("half character");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return "[" + value.map((member) => canonical(member)).join(",") + "]";
  const keys = Object.keys(value).filter((key) => key !== without);
  if (!keys.every((key) => /^[\x00-\x7f]*$/.test(key))) throw new Error("key");
  return "{" + keys.sort().map((key) => JSON.stringify(key) + ":" + canonical(value[key])).join(",") + "}";
}

function bytesOf(base64) {
  if (typeof base64 !== "string") throw new Error("no base64");
  const text = atob(base64);
  if (btoa(text) !== base64) throw new Error("no base64");
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// DER (SEQUENCE of two INTEGERs) to the 64 bytes r and s that WebCrypto wants.
function rawSignature(der) {
  const raw = new Uint8Array(64);
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der.length > 72) throw new Error("no signature");
  let at = 2;
  for (const end of [32, 64]) {
    const size = der[at + 1];
    if (der[at] !== 0x02 || !(size > 0 && size <= 33) || at + 2 + size > der.length) throw new Error("no signature");
    let number = der.subarray(at + 2, at + 2 + size);
    if (number[0] >= 0x80 || (size > 1 && number[0] === 0 && number[1] < 0x80)) throw new Error("no signature");
    if (number[0] === 0) number = number.subarray(1);
    if (number.length > 32) throw new Error("no signature");
    raw.set(number, end - number.length);
    at += 2 + size;
  }
  if (at !== der.length) throw new Error("no signature");
  return raw;
}

async function isSigned(object) {
  try {
    const mark = object.signature;
    if (Object.keys(mark).sort().join() !== "algorithm,key,value" || mark.algorithm !== "ecdsa-p256-sha256") return false;
    const content = new TextEncoder().encode(canonical(object, "signature"));
    const spki = bytesOf(mark.key);
    if (spki.length !== 91 || !hex(spki).startsWith(P256_HEAD)) return false;
    const kind = { name: "ECDSA", namedCurve: "P-256" };
    const key = await crypto.subtle.importKey("spki", spki, kind, false, ["verify"]);
    return await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, rawSignature(bytesOf(mark.value)), content);
  } catch {
    return false;
  }
}

async function fingerprint(object) {
  try {
    return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytesOf(object.signature.key))));
  } catch {
    return "";
  }
}

function canCheck() {
  return typeof crypto !== "undefined" && Boolean(crypto.subtle);
}

// "valid", "invalid", or "unknown" where this browser has nothing to check with.
async function check(certificate) {
  if (!canCheck()) return "unknown";
  if (certificate === null || certificate.type !== "declaration-of-destruction" || certificate.schema !== 1) return "invalid";
  return (await isSigned(certificate)) ? "valid" : "invalid";
}

async function checkStatement(certificate, device) {
  const statement = certificate.statement;
  if (statement === undefined || statement === null || !canCheck()) return null;
  const period = statement.valid_from <= certificate.issued_at && certificate.issued_at <= statement.valid_until;
  const fits = statement.type === "device-statement" && statement.device_fingerprint === device && period;
  return { valid: fits && (await isSigned(statement)), firm: await fingerprint(statement) };
}

// Controls and direction marks as escapes, so that no name shows itself as another.
function visible(text) {
  return String(text).replace(HIDDEN, (character) => {
    const short = { "\n": "\\n", "\r": "\\r", "\t": "\\t" }[character];
    return short || "\\u" + character.codePointAt(0).toString(16).padStart(4, "0");
  });
}

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const part of content) {
    if (part === null || part === undefined) continue;
    if (typeof part === "object") {
      made.append(part);
    } else {
      const isolated = document.createElement("bdi");
      isolated.textContent = visible(part);
      made.append(isolated);
    }
  }
  return made;
}

function show(certificate, labels, outcome, device, statement) {
  const language = document.documentElement.lang === "en" ? "en" : "nl";
  const L = labels;
  const named = (group, key) => (Object.hasOwn(L[group], key) ? L[group][key] : key);
  const both = (texts) => texts[language];
  const format = { weekday: "short", day: "numeric", month: "short", year: "numeric" };
  const time = { ...format, hour: "2-digit", minute: "2-digit", hour12: false, timeZoneName: "short" };
  const moment = (text, how = time) => (text ? new Date(text).toLocaleString(language === "en" ? "en-GB" : "nl-NL", how) : "–");
  const size = (bytes) => Math.max(1, Math.round(bytes / 1000)).toLocaleString(language) + " kB";
  const groups = (digits) => digits.replace(/(.{4})(?=.)/g, "$1 ");

  const list = (rows) => {
    const made = element("dl");
    for (const [label, value, style] of rows) made.append(element("dt", "", label), element("dd", style || "", value));
    return made;
  };
  const table = (heads, rows) => {
    const head = element("thead", "", element("tr", "", ...heads.map((text) => element("th", "", text))));
    return element("div", "scroll", element("table", "", head, element("tbody", "", ...rows)));
  };

  const c = certificate;
  const verdict = element("section", "card verdict " + outcome,
    element("strong", "", L.verdict[outcome][0]), element("p", "", L.verdict[outcome][1]));
  if (device) verdict.append(list([[L.fingerprint, groups(device), "code"]]));
  if (statement) {
    verdict.append(element("p", "", statement.valid ? L.statement_valid : L.statement_invalid));
    if (statement.valid) verdict.append(list([[L.firm_fingerprint, groups(statement.firm), "code"]]));
  }
  verdict.append(element("p", "muted", L.honest));

  const page = document.getElementById("page");
  page.textContent = "";
  page.append(element("header", "", element("h1", "", L.title),
    element("div", "aside", element("div", "", c.number), element("div", "", moment(c.issued_at)))), verdict);
  if (outcome === "invalid") return;

  page.append(element("p", "sentence", c.client + ": " + both(c.wording) + "."));
  const trigger = named("triggers", c.trigger.kind) + (c.trigger.at ? ", " + moment(c.trigger.at) : "");
  page.append(element("section", "card", list([
    [L.client, c.client], [L.project, c.project], [L.agreement, c.agreement.scope], [L.purpose, c.agreement.purpose],
    [L.agreed, c.agreement.agreed_with + ", " + moment(c.agreement.agreed_at)],
    [L.evidence, c.agreement.evidence_sha256, "code"], [L.trigger, trigger], [L.firm, c.firm], [L.device, c.device],
    [L.disk, named("disks", c.disk_encryption)], ...(c.supplement_to ? [[L.supplement, c.supplement_to.number]] : []),
  ])));

  const rows = c.items.map((item) => {
    const name = element("td", "name", element("div", "", item.name), element("div", "digest", item.sha256 || L.no_digest));
    for (const place of item.places) {
      name.append(element("div", "muted", place.where + ": " + named("methods", place.method)));
    }
    if (item.attested_by) name.append(element("div", "muted", L.attested + ": " + item.attested_by));
    const deleted = element("td", "", element("div", "", moment(item.deleted_at)));
    if (item.seconds_late) deleted.append(element("div", "late", L.late.replaceAll("{due}", () => moment(item.due_at))));
    return element("tr", "", name, element("td", "", size(item.size_bytes)), deleted,
      element("td", "", element("div", "", named("methods", item.method)),
        element("div", "muted", named("locations", item.location))));
  });
  page.append(element("h2", "", L.section_items), table(L.item_heads, rows));
  if (c.items.some((item) => item.name_is_keyed_hash)) page.append(element("p", "muted", L.name_hashed));

  if (c.laptops) {
    page.append(element("h2", "", L.section_laptops), table(L.laptop_heads, c.laptops.map((one) => element("tr", "",
      element("td", "name", one.device || "–"), element("td", "name", one.person || "–"),
      element("td", "", both(one.text)), element("td", "", moment(one.at))))));
  }
  page.append(element("h2", "", L.section_residuals));
  if (!c.complete) page.append(element("p", "", c.laptops ? L.laptops_missing : L.incomplete));
  if (c.residuals.length) {
    page.append(table(L.residual_heads, c.residuals.map((residual) => element("tr", "",
      element("td", "", both(residual.text)), element("td", "name", residual.where),
      element("td", "", residual.until ? moment(residual.until, format) : L.until_unknown)))));
  } else {
    page.append(element("p", "", L.no_residuals));
  }

  page.append(element("h2", "", L.section_methods),
    list(c.methods.map((method) => [both(method.name), both(method.text)])));
  page.append(element("h2", "", L.section_limits),
    element("ul", "", ...both(c.limits).map((text) => element("li", "", text))));
  page.append(element("h2", "", L.section_receipt), element("p", "", both(c.receipt.text)),
    element("div", "receipt", ...L.receipt.map((text) => element("div", "", text))));
  page.append(element("p", "muted code", L.journal + ": " + c.journal_head.seq + " " + c.journal_head.hash));
}

async function start() {
  const labels = JSON.parse(document.getElementById("labels").textContent);
  let certificate = null;
  try {
    certificate = JSON.parse(document.getElementById("certificate").textContent);
  } catch {
    certificate = null;
  }
  const outcome = await check(certificate);
  const device = outcome === "valid" ? await fingerprint(certificate) : "";
  const statement = outcome === "valid" ? await checkStatement(certificate, device) : null;
  try {
    show(certificate, labels, outcome, device, statement);
  } catch {
    // Not the shape of a declaration: the verdict alone is shown.
    show({ number: "", issued_at: "" }, labels, "invalid", "", null);
  }
  document.documentElement.dataset.outcome = outcome;
}

start();
