import { cva } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/platform/cn";
import { Link } from "./link";
import { Mark, type MarkKind } from "./mark";

const look = cva("msg", { variants: { tone: { back: "back", wait: "wait", ok: "ok", plain: "" } } });

const MARKS: Record<"back" | "wait" | "ok" | "plain", MarkKind> = {
  back: "broken",
  wait: "caution",
  ok: "done",
  plain: "now",
};

type MessageProps = Omit<ComponentProps<"div">, "title"> & {
  tone?: "back" | "wait" | "ok" | "plain";
  /** What did, or did not, happen. */
  title: ReactNode;
  /** Why. */
  why?: ReactNode;
  /** What is safe. */
  safe?: ReactNode;
  links?: readonly { href: string; label: string; target?: "_blank"; note?: string }[];
};

/** A bordered box: first what happened, then why, then what is safe. Refusals take the focus. */
export function Message({ tone = "plain", title, why, safe, links = [], className, children, ...rest }: MessageProps) {
  return (
    <div data-slot="message" className={cn(look({ tone }), className)} {...rest}>
      <Mark kind={MARKS[tone]} size={18} />
      <p className="t">{title}</p>
      {(why !== undefined || links.length > 0) && (
        <p>
          {why}
          {links.map(({ href, label, target, note }) => (
            <span key={href}>
              {" "}
              <Link href={href} {...(target && { target })}>
                {label}
                {note !== undefined && <span className="vh">{note}</span>}
              </Link>
            </span>
          ))}
        </p>
      )}
      {safe !== undefined && <p className="small">{safe}</p>}
      {children}
    </div>
  );
}
