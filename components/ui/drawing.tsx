import type { ReactNode } from "react";

type Props = {
  width: number;
  height: number;
  viewBox?: string;
  /** What the drawing says. Leave out only where the same stands beside it in words. */
  label?: string | undefined;
  slot?: string;
  className?: string;
  children: ReactNode;
};

/** An SVG that is either an image with a sentence or, beside words, nothing to a screen reader. */
export function Drawing({
  width,
  height,
  viewBox = `0 0 ${width} ${height}`,
  label,
  slot,
  className,
  children,
}: Props) {
  const frame = { width, height, viewBox, ...(className && { className }), ...(slot && { "data-slot": slot }) };
  if (label === undefined) {
    return (
      <svg {...frame} aria-hidden="true" focusable="false">
        {children}
      </svg>
    );
  }
  return (
    <svg {...frame} role="img" aria-label={label} focusable="false">
      {children}
    </svg>
  );
}
