/** What an operator sees: JSON lines and Prometheus metrics. Counts, codes and times; never content or addresses. */

/** One structured line. Values are numbers and words of the server's own, never anything a client sent. */
export type Logger = (event: string, fields?: Record<string, string | number | boolean>) => void;

/** Writes each event as one line of JSON. */
export function jsonLogger(write: (line: string) => void, now: () => number): Logger {
  return (event, fields = {}) => {
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), event, ...fields })}\n`);
  };
}

const HELP = {
  sidedesk_connections: "Open sockets.",
  sidedesk_desks_in_memory: "Desks whose roster is in memory.",
  sidedesk_envelopes_total: "Envelopes that were kept.",
  sidedesk_envelope_bytes_total: "Bytes of the envelopes that were kept.",
  sidedesk_appends_total: "Groups of envelopes that were acknowledged.",
  sidedesk_refusals_total: "Refusals by code.",
  sidedesk_requests_total: "HTTP requests by status.",
  sidedesk_faults_total: "Faults of the server itself.",
} as const;

type MetricName = keyof typeof HELP;

/** Counters and gauges of one server. */
export class Metrics {
  readonly #values = new Map<string, number>();

  /** Adds to a metric; `label` is one `name="value"` pair of the server's own words. */
  add(name: MetricName, by = 1, label = ""): void {
    const key = label ? `${name}{${label}}` : name;
    this.#values.set(key, (this.#values.get(key) ?? 0) + by);
  }

  set(name: MetricName, value: number): void {
    this.#values.set(name, value);
  }

  /** The Prometheus text format, version 0.0.4. */
  text(): string {
    const lines: string[] = [];
    for (const [name, help] of Object.entries(HELP)) {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${name.endsWith("_total") ? "counter" : "gauge"}`);
      const series = [...this.#values].filter(([key]) => key === name || key.startsWith(`${name}{`));
      for (const [key, value] of series) lines.push(`${key} ${value}`);
    }
    return `${lines.join("\n")}\n`;
  }
}
