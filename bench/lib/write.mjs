// The write of a record, as a browser without JavaScript sends it: the page's own form, filled in.
import { randomUUID } from "node:crypto";

const FORM = "/my-training/records/new";

export async function recordWriter(reader) {
  const { status, body } = await reader.ask(FORM);
  const fields = status === 200 ? fieldsOf(body.toString()) : null;
  if (!fields) return null;
  return async () => {
    const answer = await reader.ask(FORM, multipart({ ...fields, onceKey: randomUUID() }, reader.origin));
    if (answer.status !== 303) throw new Error(`the record was not written: ${answer.status}`);
    return answer;
  };
}

/** Hidden fields as they stand, and what a person types. */
function fieldsOf(html) {
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
  const claim = inputs.find(({ name }) => name === "claims");
  return {
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
    ...(claim && { claims: claim.value }),
  };
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
