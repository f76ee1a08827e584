export function BriefsPage() {
  return <h1>BriefsPage</h1>;
}
