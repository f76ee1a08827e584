export function CreatorPage() {
  return <h1>CreatorPage</h1>;
}
