/* What a search can be narrowed down by: which results have which values, in lists that are loaded once somebody does. */

/* The lists of all bundles of an index as one: the place of each result, and the places that have each value. */
export const load = async (addresses) => {
  const parts = await Promise.all(addresses.map(async (address) => (await fetch(address)).json()));
  const places = new Map();
  const filters = Object.create(null); // a value may be called as what each object has: constructor
  for (const part of parts) {
    const first = places.size - 1;
    for (const [start, names, end] of part.results)
      for (const name of names.split(" ")) places.set(`${start}${name}${end}`, places.size);
    for (const [name, values] of Object.entries(part.filters))
      for (const [value, steps] of Object.entries(values)) {
        const found = ((filters[name] ??= Object.create(null))[value] ??= []);
        let place = first;
        for (const step of steps)
          if (step > 0) found.push((place += step));
          else for (let left = step; left; left++) found.push(++place);
      }
  }
  return { places, filters };
};

/* Whether a result has, of each filter that something is chosen of, one of the chosen values. */
export const passes = ({ places, filters }, chosen) => {
  const marks = Object.entries(chosen).map(([name, values]) => {
    const has = new Uint8Array(places.size);
    for (const value of values) for (const place of filters[name]?.[value] ?? []) has[place] = 1;
    return has;
  });
  return ({ id }) => marks.every((has) => has[places.get(id)]);
};

/* How many results have each value of a filter; of all that there are where no results are given. */
export const counts = ({ places, filters }, name, results) => {
  const values = Object.entries(filters[name] ?? {});
  if (!results) return values.map(([value, having]) => [value, having.length]);
  const found = new Uint8Array(places.size);
  for (const { id } of results) found[places.get(id)] = 1;
  return values.map(([value, having]) => [value, having.reduce((sum, place) => sum + found[place], 0)]);
};
