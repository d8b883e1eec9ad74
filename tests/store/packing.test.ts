import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openPacking } from '../../src/store/packing.ts';
import { migrations } from '../../src/store/start.ts';

function database(): ReturnType<typeof openDatabase> {
  const db = openDatabase(':memory:');
  migrate(db, ':memory:', migrations);
  return db;
}

const sample = { v: 1, turns: 0, settings: { plain: false, zone: null }, recent: [], note: 'x' };

it('what is packed against a sample comes back as it was', () => {
  const packing = openPacking(database(), sample);
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom(1, 0, 'x', null));
  const document = fc.record({ v: value, turns: value, settings: fc.oneof(value, fc.constant(sample.settings)), recent: value, note: value, other: value }, { requiredKeys: [] });
  fc.assert(fc.property(document, (each) => {
    const { number, json, length } = packing.pack(each);
    const plain: unknown = JSON.parse(JSON.stringify(each));
    expect(packing.unpack(number, json)).toEqual(plain);
    expect(Math.abs(length - JSON.stringify(plain).length)).toBeLessThan(20);
  }));
});

it('a field that is as in the sample takes no room', () => {
  const { json } = openPacking(database(), sample).pack({ ...sample, turns: 7 });
  expect(json).toBe('{"turns":7}');
});

it('documents packed against an older sample can still be read', () => {
  const db = database();
  const { number, json } = openPacking(db, sample).pack({ ...sample, turns: 7 });
  const later = openPacking(db, { ...sample, settings: { plain: true } });
  expect(later.unpack(number, json)).toEqual({ ...sample, turns: 7 });
  expect(later.pack(sample).number).not.toBe(number);
});
