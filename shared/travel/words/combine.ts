/** Every way of naming every thing, both as lists with commas: `%` in a way stands for the thing. */
export const combine = (ways: string, things = ""): string =>
  things
    .split(",")
    .flatMap((thing) => ways.split(",").map((way) => way.replace("%", thing)))
    .join(",");
