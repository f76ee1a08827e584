export function SensePage() {
  return <h1>SensePage</h1>;
}
