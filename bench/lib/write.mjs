// The write of a record, as a browser without JavaScript sends it: the page's own form, filled in.
import { randomUUID } from "node:crypto";

const FORM = "/my-training/records/new";
const CLAIM = "claims[]";

export async function recordWriter(reader) {
  const { status, body } = await reader.ask(FORM);
  const form = status === 200 ? formIn(body.toString()) : null;
  if (!form) return null;
  const send = (claim) =>
    reader.ask(FORM, multipart({ ...form.fields, [CLAIM]: claim, onceKey: randomUUID() }, reader.origin));
  const claim = await firstTaken(form.claims, send);
  return async () => {
    const answer = await send(claim);
    if (answer.status !== 303) throw new Error(`the record was not written: ${answer.status}`);
    return answer;
  };
}

/** The first criterion that the record serves as it is; others ask for parts or a case as well. */
async function firstTaken(claims, send) {
  for (const claim of claims) if ((await send(claim)).status === 303) return claim;
  throw new Error("no criterion takes the record");
}

/** Hidden fields as they stand, what a person types, and the criteria that the form offers. */
function formIn(html) {
  const form = html
    .match(/<form[\s\S]*?<\/form>/g)
    ?.find((each) => /name="did"/.test(each) && /name="onceKey"/.test(each));
  if (!form) return null;
  const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([tag]) => ({
    type: attribute(tag, "type") ?? "text",
    name: attribute(tag, "name"),
    value: attribute(tag, "value") ?? "",
  }));
  const hidden = inputs.filter(({ type, name }) => name && (type === "hidden" || type === "date"));
  const claims = inputs.filter(({ name }) => name === CLAIM).map(({ value }) => value);
  const fields = {
    ...Object.fromEntries(hidden.map(({ name, value }) => [name, value])),
    happenedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    kind: "analysis",
    title: "週次ログ点検",
    did: "外部通信を宛先ごとに数え、初めて現れた宛先を確かめた。",
    learned: "初出の数を見る。",
    tlp: "AMBER",
    supervision: "3",
    periodCovered: new Date(Date.now() - 86_400_000).toISOString().slice(0, 7),
    judged: "3",
    right: "3",
  };
  return { fields, claims };
}

function attribute(tag, name) {
  const found = tag.match(new RegExp(`\\b${name}="([^"]*)"`));
  return found?.[1].replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("&#x27;", "'");
}

function multipart(fields, origin) {
  const boundary = `----bench${randomUUID()}`;
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = Buffer.from(`${parts.join("")}--${boundary}--\r\n`);
  const headers = {
    origin,
    "sec-fetch-site": "same-origin",
    "content-type": `multipart/form-data; boundary=${boundary}`,
    "content-length": String(body.length),
  };
  return { method: "POST", headers, body };
}
