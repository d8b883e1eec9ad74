/**
 * Every time zone, ten years, weekly at 02:30 on each day a clock is moved on: `node scripts/weekly-zones.ts [first year=2020] [years=10]`.
 * Each zone's weeks run through the step of the bot and are compared with the same weeks found from offsets alone. Exit 1 when a zone differs.
 */
import { projectLibrary } from '../tests/knowledge-of-project.ts';
import { openCalendar, weekOf, weeksByOffsets } from '../tests/conversation/community-calendar.ts';

const [firstYear = 2020, years = 10] = process.argv.slice(2).map(Number);
const from = Date.UTC(firstYear, 0, 1, 12);
const until = Date.UTC(firstYear + years, 0, 1, 12);
const library = projectLibrary();
const zones = Intl.supportedValuesOf('timeZone');
const began = Date.now();
const totals = { schedules: 0, posts: 0, expected: 0, 'at another time': 0, 'weeks with none or two': 0, 'in a gap': 0 };
const wrong: string[] = [];
for (const zone of zones) {
  // Clocks are moved on Sundays, Saturdays, Fridays and Thursdays.
  for (const weekday of [4, 5, 6, 7]) {
    const calendar = openCalendar(library, zone, weekday, '02:30', from);
    calendar.run(until);
    const expected = weeksByOffsets(zone, weekday, '02:30', from, until);
    const times = new Set(expected.map((post) => `${post.slot} ${post.at}`));
    const astray = calendar.posts.filter((post) => !times.has(`${post.slot} ${post.at}`)).length + Math.abs(calendar.posts.length - expected.length);
    const weeks = calendar.posts.map((post) => weekOf(post.slot));
    const doubled = weeks.length - new Set(weeks).size + weeks.filter((week, i) => i > 0 && Temporal.PlainDate.from(weeks[i - 1] ?? week).until(week).days !== 7).length;
    totals.schedules += 1;
    totals.posts += calendar.posts.length;
    totals.expected += expected.length;
    totals['at another time'] += astray;
    totals['weeks with none or two'] += doubled;
    totals['in a gap'] += calendar.posts.filter((post) => !Temporal.Instant.fromEpochMilliseconds(post.at).toZonedDateTimeISO(zone).toPlainTime().equals('02:30')).length;
    if (astray + doubled > 0) wrong.push(`${zone}, day ${weekday}: ${astray} at another time, ${doubled} weeks with none or two`);
  }
}
for (const line of wrong) process.stdout.write(`${line}\n`);
for (const [name, value] of Object.entries({ zones: zones.length, years, ...totals, seconds: Math.round((Date.now() - began) / 1000) })) process.stdout.write(`${name.padEnd(24)}${String(value).padStart(9)}\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;
