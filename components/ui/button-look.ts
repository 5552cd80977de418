import { cva, type VariantProps } from "class-variance-authority";

/** `primary` once per task area; `refuse` is outlined, `refuseFill` the one act at the foot of a page. */
export const buttonLook = cva("btn", {
  variants: {
    look: { plain: "", primary: "pri", outline: "aib", refuse: "back", refuseFill: "backfill", text: "txt" },
    size: { normal: "", small: "sm" },
    unavailable: { true: "off", false: "" },
  },
  defaultVariants: { look: "plain", size: "normal", unavailable: false },
});

export type ButtonLook = Pick<VariantProps<typeof buttonLook>, "look" | "size">;
