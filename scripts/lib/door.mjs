// Given to the app's process: TRACE never reaches proxy.ts, because the request object of the web platform refuses that method,
// and Next answers a bare 500. It is answered here, before Next, in both languages: nobody's browser sends it.
import { readFileSync } from "node:fs";
import http from "node:http";
import { fromRoot } from "./paths.mjs";

const wordsIn = (locale) => {
  const { title, why } = JSON.parse(
    readFileSync(fromRoot("content", "messages", locale, "barriers.json"), "utf8"),
  ).methodUnknown;
  return `${title}\n${why}\n`;
};

const { createServer } = http;
http.createServer = (...given) => {
  const listener = given.pop();
  return createServer(...given, (request, response) => {
    if (request.method !== "TRACE") return listener(request, response);
    const text = ["ja", "en"].map(wordsIn).join("\n");
    const headers = {
      "content-type": "text/plain; charset=utf-8",
      allow: "GET, HEAD, POST",
      "x-content-type-options": "nosniff",
    };
    return response.writeHead(405, headers).end(text);
  });
};
