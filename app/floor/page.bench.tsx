/** The floor of the bench: a dynamic page with nothing in it. Only bench builds have it. */
export default function FloorPage() {
  return <main />;
}
