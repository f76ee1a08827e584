export function CreatorsPage() {
  return <h1>CreatorsPage</h1>;
}
