import { asObject, asText, type Json, type JsonObject, objectsOf } from "../reservation.ts";

const MAX_DEPTH = 40;
const VOCABULARY = /^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/;

/**
 * Gives JSON-LD without its own notation (https://www.w3.org/TR/json-ld11/): properties in full or with a prefix
 * under their bare names, wrapped values and lists as plain ones, and what stands elsewhere and is pointed at by its
 * `@id` in the place that points at it. What was pointed at is no item of its own.
 */
export function plainLinkedData(items: readonly unknown[]): JsonObject[] {
  const nodes = new Map<string, JsonObject>();
  for (const item of items) collect(item, nodes, 0);
  const resolved = new Map<string, JsonObject | undefined>();
  const used = new Set<JsonObject>();

  const plain = (value: Json | undefined, depth: number): Json | undefined => {
    if (depth > MAX_DEPTH) return undefined;
    if (Array.isArray(value)) return value.map((one) => plain(one, depth + 1) ?? null);
    const object = asObject(value);
    if (!object) return value;
    const list = object["@list"] ?? object["@set"];
    if (list !== undefined) return plain(list, depth + 1);
    if (object["@value"] !== undefined && object["@type"] !== "QDateTime") return object["@value"];
    return pointedAt(object, depth) ?? members(object, depth);
  };
  const members = (object: JsonObject, depth: number): JsonObject => {
    const bare: JsonObject = {};
    for (const [key, inner] of Object.entries(object)) {
      if (key !== "__proto__") bare[key.replace(VOCABULARY, "")] = plain(inner, depth + 1);
    }
    return bare;
  };
  const pointedAt = (object: JsonObject, depth: number): JsonObject | undefined => {
    const id = pointerOf(object);
    const node = id === undefined ? undefined : nodes.get(id);
    if (id === undefined || !node) return undefined;
    used.add(node);
    if (!resolved.has(id)) {
      // Pointing in a circle ends here: within itself a node is a bare pointer.
      resolved.set(id, undefined);
      resolved.set(id, members(node, depth));
    }
    return resolved.get(id);
  };

  const whole = objectsOf(items).map((item) => ({ item, bare: members(item, 0) }));
  for (const { item, bare } of whole) {
    const [nodesOf, graph] = [item["@graph"], bare["@graph"]];
    if (Array.isArray(nodesOf) && Array.isArray(graph))
      bare["@graph"] = graph.filter((_, at) => !used.has(asObject(nodesOf[at]) ?? {}));
  }
  return whole.filter(({ item }) => !used.has(item)).map(({ bare }) => bare);
}

/** The `@id` of an object that says nothing else. */
function pointerOf(object: JsonObject): string | undefined {
  const keys = Object.keys(object);
  return keys.length === 1 && keys[0] === "@id" ? asText(object["@id"]) : undefined;
}

function collect(value: unknown, nodes: Map<string, JsonObject>, depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) for (const one of value) collect(one, nodes, depth + 1);
  const object = asObject(value);
  if (!object) return;
  const id = asText(object["@id"]);
  if (id !== undefined && pointerOf(object) === undefined && !nodes.has(id)) nodes.set(id, object);
  for (const inner of Object.values(object)) collect(inner, nodes, depth + 1);
}
