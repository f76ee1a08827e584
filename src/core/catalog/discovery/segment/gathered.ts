/** The values at these places, in their order. */
export function gathered<T extends Float64Array | Uint32Array | Int32Array>(
  values: T,
  places: Uint32Array,
): T {
  const found = new (values.constructor as new (length: number) => T)(places.length);
  for (let entry = 0; entry < places.length; entry++) found[entry] = values[places[entry]!]!;
  return found;
}
