/** Local time as the conversation needs it, by Node's `Temporal`: whether it is night, and when a weekly time comes next. */

/** From 23:00 to 05:00 in the person's zone. False when the zone is unknown: nobody's night is guessed. */
export function isNight(at: number, zone: string | null): boolean {
  if (zone === null) return false;
  const { hour } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return hour >= 23 || hour < 5;
}

/**
 * The next time it is `time` (HH:MM) on ISO weekday `day` in `zone`, strictly after `at`, in ms UTC.
 * In a gap of daylight saving the time moves later by the gap, in an overlap the first one counts
 * (Temporal's `compatible` disambiguation, as RFC 5545 has it).
 */
export function nextWeekly(at: number, zone: string, day: number, time: string): number {
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  for (let ahead = (day - now.dayOfWeek + 7) % 7; ; ahead += 7) {
    const date = now.toPlainDate().add({ days: ahead });
    const then = date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
    if (then > at) return then;
  }
}

/** The next time it is `time` (HH:MM) in `zone`, or in UTC when it is unknown; strictly after `at`. The same rules for daylight saving. */
export function nextDaily(at: number, zone: string | null, time: string): number {
  const timeZone = zone ?? 'UTC';
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  for (let days = 0; ; days += 1) {
    const then = today.add({ days }).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
    if (then > at) return then;
  }
}

/** ISO date in the zone, or in UTC when the zone is unknown. */
export function localDate(at: number, zone: string | null): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone ?? 'UTC').toPlainDate().toString();
}

/** An IANA zone for what was typed: "Europe/Dublin", "dublin", "new york"; null when none fits. */
export function findZone(typed: string): string | null {
  const wanted = typed.trim().toLowerCase().replace(/[\s_]+/gu, '_');
  if (wanted === '') return null;
  const zones = Intl.supportedValuesOf('timeZone');
  const zone = zones.find((each) => each.toLowerCase() === wanted) ?? zones.find((each) => each.toLowerCase().endsWith(`/${wanted}`));
  return zone ?? (wanted === 'utc' || wanted === 'gmt' ? 'UTC' : null);
}

/** "20:30", "8:30 pm", "8pm", "20.30", "9" -> "20:30"; null when it is no time of day. */
export function findTime(typed: string): string | null {
  const match = /^\s*(?:at\s+)?(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?\s*$/iu.exec(typed);
  if (!match) return null;
  const half = match[3]?.toLowerCase()[0];
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const full = half === 'p' ? (hour % 12) + 12 : half === 'a' ? hour % 12 : hour;
  return full < 24 && minute < 60 ? `${String(full).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null;
}
