/**
 * A member that an element has by its kind. A mail can put form fields in the place of a form's own members
 * (`<input name="childNodes">`); its prototype's are none of the mail's.
 */
export function ofItsKind<N extends Node, K extends keyof N>(node: N, name: K): N[K] {
  const kind: object = Object.getPrototypeOf(node);
  const value: N[K] = Reflect.has(kind, name) ? Reflect.get(kind, name, node) : node[name];
  return typeof value === "function" ? value.bind(node) : value;
}
