import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartPng, chartSvg, type Chart } from '../../src/runtime/chart.ts';

const chart: Chart = {
  kind: 'chart', text: 'in words', title: 'Trust', labels: ['5 Oct', '12 Oct', '19 Oct'], from: 0, to: 10,
  lines: [{ name: 'Trust in myself', points: [3, null, 5] }, { name: 'How safe I feel', points: [6, 7, 8] }],
};

describe('a chart', () => {
  it('names its title, its lines, its weeks and its scale', () => {
    const svg = chartSvg(chart);
    for (const words of ['Trust', 'Trust in myself', 'How safe I feel', '5 Oct', '19 Oct', '>0<', '>10<']) expect(svg).toContain(words);
  });
  it('draws no line over a week without a value', () => {
    expect(chartSvg({ ...chart, lines: chart.lines.slice(0, 1) })).not.toContain('<polyline');
    expect(chartSvg({ ...chart, lines: chart.lines.slice(1) })).toContain('<polyline');
  });
  it('tells its lines apart without colour', () => {
    expect(chartSvg(chart)).toContain('stroke-dasharray');
    expect(chartSvg(chart)).toMatch(/<circle[\s\S]*<rect [^>]*width="14"/);
  });
  it('becomes a PNG of 960 x 540 in which the words are drawn', async () => {
    const words = await chartPng(chart);
    const none = await chartPng({ ...chart, title: '', labels: ['', '', ''], lines: chart.lines.map(line => ({ ...line, name: '' })) });
    const view = new DataView(words.buffer, words.byteOffset);
    expect([view.getUint32(0), view.getUint32(16), view.getUint32(20)]).toEqual([0x89504e47, 960, 540]);
    // Without a font the renderer leaves words out without a sign; then both pictures would be of a size.
    expect(words.length).toBeGreaterThan(none.length + 1_000);
  });
  it('is well formed whatever its words and values are', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.array(fc.option(fc.double({ noNaN: true, min: -50, max: 50 }))), (words, points) => {
      const svg = chartSvg({ ...chart, title: words, labels: points.map(() => words), lines: [{ name: words, points }] });
      expect(svg).not.toMatch(/NaN|undefined|[\u0000-\u0009\u000B-\u001F]/u);
      expect(svg.isWellFormed()).toBe(true);
      expect(svg.match(/&(?!amp;|lt;|gt;|quot;)/g)).toBeNull();
    }), { numRuns: 100 });
  });
});

describe('shares of people', () => {
  const shares = (...points: (number | null)[]): string => chartSvg({
    kind: 'chart', form: 'shares', title: 'Week', text: '', from: 0, to: 100, labels: ['How safe?'],
    lines: ['0 to 3', '4 to 6', '7 to 10'].map((name, index) => ({ name, points: [points[index] ?? null] })),
  });

  it('a part without people is not drawn, the others carry their percentage', () => {
    expect(shares(50, 0, 50).match(/\d+%/gu)).toEqual(['50%', '50%']);
  });

  it('a part that was counted with the middle is named there', () => {
    expect(shares(null, 60, 40)).toContain('60% (0 to 3 + 4 to 6)');
  });
});
