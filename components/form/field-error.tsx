/** × and what to type. */
export function FieldError({ id, errors }: { id: string; errors: readonly string[] }) {
  if (errors.length === 0) return null;
  return (
    <div data-slot="field-error" id={id}>
      {errors.map((error) => (
        <p key={error} className="err">
          {error}
        </p>
      ))}
    </div>
  );
}
