"use client";

import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import en from "@/content/messages/en/errors.json";
import ja from "@/content/messages/ja/errors.json";

type Props = { reference: string | undefined; retry: () => void };

/** The only words that the browser carries by itself: when a page fails, the server cannot be asked for them. */
export function Failure({ reference, retry }: Props) {
  const words = languageHere() === "en" ? en.failed : ja.failed;
  return (
    <div role="alert">
      <div className="head">
        <div>
          <h1>{words.title}</h1>
          <p className="sub">{words.why}</p>
          <p className="sub">{words.unsaved}</p>
        </div>
      </div>
      <p className="rowx">
        <Button look="primary" onClick={retry}>
          {words.retry}
        </Button>
        <LinkButton href="/">{words.home}</LinkButton>
      </p>
      {reference !== undefined && (
        <p className="hint sec">
          {words.reference} <span className="n">{reference}</span>
        </p>
      )}
    </div>
  );
}

/** The page's; where nothing of the page came, the browser's. */
export function languageHere(): "ja" | "en" {
  if (typeof document === "undefined") return "ja";
  return (document.documentElement.lang || navigator.language).startsWith("ja") ? "ja" : "en";
}
