/**
 * What the bot counts about itself, in Prometheus' text format 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/). Counted by kind only: no ids, no text.
 */
const specs = {
  mend_turns_total: ['counter', 'Turns by kind of event and outcome.'],
  mend_turns_unavailable_total: ['counter', 'Turns that the database could not take.'],
  mend_safety_readings_total: ['counter', 'Messages read as a danger, by kind.'],
  mend_denied_total: ['counter', 'Commands and presses refused because the person may not.'],
  mend_direct_safety_total: ['counter', 'Fixed safety replies sent while the database could not take the turn.'],
  mend_deliveries_total: ['counter', 'Parcels by platform and outcome.'],
  mend_sends_unknown_total: ['counter', 'Sends whose result was never known, by class.'],
  mend_turn_seconds_sum: ['counter', 'Seconds spent from receipt to commit.'],
  mend_leader: ['gauge', '1 when this process leads, 0 when it stands by.'],
  mend_in_flight: ['gauge', 'Parcels being sent now.'],
  mend_resident_bytes: ['gauge', 'Resident memory.'],
  mend_uptime_seconds: ['gauge', 'Seconds since the start.'],
} as const satisfies Record<string, readonly ['counter' | 'gauge', string]>;
export type MetricName = keyof typeof specs;
type Labels = Readonly<Record<string, string>>;

export interface Metrics {
  add(name: MetricName, labels?: Labels, by?: number): void;
  set(name: MetricName, value: number): void;
  /** The exposition text. */
  text(): string;
}

export function createMetrics(): Metrics {
  const values = new Map<MetricName, Map<string, number>>();
  const row = (name: MetricName): Map<string, number> => {
    const known = values.get(name) ?? new Map<string, number>();
    values.set(name, known);
    return known;
  };
  return {
    add(name, labels = {}, by = 1) {
      const key = keyOf(labels);
      row(name).set(key, (row(name).get(key) ?? 0) + by);
    },
    set: (name, value) => void row(name).set('', value),
    text: () => (Object.keys(specs) as MetricName[]).map(name => {
      const [type, help] = specs[name];
      const lines = [...row(name)].map(([key, value]) => `${name}${key} ${value}`);
      return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines].join('\n');
    }).join('\n') + '\n',
  };
}

function keyOf(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replaceAll(/[^\w.:-]/g, '_')}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}
