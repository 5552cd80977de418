/** The two hatches, once per page. Size 0, not hidden: a hidden pattern paints nothing. */
export function MarkDefs() {
  return (
    <svg className="defs" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" className="hatch-bg" />
          <path d="M1 0V5" className="hatch-ln" />
        </pattern>
        <pattern id="hatchb" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width="6" height="6" className="hatchb-bg" />
          <path d="M1 0V6" className="hatchb-ln" />
        </pattern>
      </defs>
    </svg>
  );
}
