/** The image cannot be built where the tests run, so its recipe is read: what it must and must not do. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../', import.meta.url);
const recipe = readFileSync(new URL('Dockerfile', root), 'utf8').replaceAll('\\\n', ' ');
const ignored = readFileSync(new URL('.dockerignore', root), 'utf8').split('\n').filter(line => line !== '');
const lines = recipe.split('\n').map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#'));
const of = (word: string): readonly string[] => lines.filter(line => line.startsWith(`${word} `)).map(line => line.slice(word.length + 1).trim());
const pinned = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { readonly optionalDependencies: Readonly<Record<string, string>> };

describe('the image', () => {
  it('runs as an ordinary user, from the last USER line on', () => {
    const user = of('USER').at(-1);
    expect(user).toMatch(/^(?!root\b|0\b)\w/);
    // Nothing is copied or given away after it, which only root may do.
    expect(lines.findLastIndex(line => line.startsWith('USER '))).toBeGreaterThan(lines.findLastIndex(line => /^(COPY|ADD|RUN mkdir)/.test(line)));
  });

  it('brings the Node that the project pins, and takes out the pinned runtimes', () => {
    const major = Object.entries(pinned.optionalDependencies).find(([name]) => name.startsWith('node-'))?.[1].split('.')[0];
    for (const image of of('FROM')) expect(image).toMatch(new RegExp(`^node:${major}\\b`, 'u'));
    const install = of('RUN').find(run => run.includes('npm ci')) ?? '';
    for (const name of Object.keys(pinned.optionalDependencies).filter(each => each.startsWith('node-'))) {
      const removed = [...install.matchAll(/node_modules\/(node-[\w*-]+)/gu)].map(([, pattern]) => new RegExp(`^${pattern?.replaceAll('*', '.*')}$`, 'u'));
      expect(removed.some(pattern => pattern.test(name)), name).toBe(true);
    }
    expect(install).toContain('node_modules/.bin/node');
  });

  it('installs without the tools of developers and with the optional packages, one of which draws the charts', () => {
    const install = of('RUN').filter(run => run.includes('npm ')).join(' ');
    expect(install).toContain('npm ci --omit=dev');
    expect(install).not.toMatch(/--omit[= ]optional|--no-optional|npm install/);
  });

  it('copies only what is there and not ignored', () => {
    for (const copy of of('COPY').filter(each => !each.startsWith('--from'))) {
      const sources = copy.split(/\s+/u).slice(0, -1).filter(each => !each.startsWith('--'));
      for (const source of sources) {
        expect(existsSync(new URL(source, root)), source).toBe(true);
        expect(ignored).not.toContain(source.replace(/^\.\//u, ''));
      }
    }
    for (const needed of ['src', 'content', 'intents', 'package.json']) expect(of('COPY').some(copy => copy.split(/\s+/u).includes(needed)), needed).toBe(true);
  });

  it('makes the model and compiles while it is built, after what it is made of was copied, as the user who will run it', () => {
    const made = lines.findIndex(line => line.startsWith('RUN ') && line.includes('node src/main.ts classify'));
    const compiled = lines.findIndex(line => line.startsWith('RUN ') && line.includes('--input-type=module'));
    for (const line of [made, compiled]) {
      expect(line).toBeGreaterThan(lines.findLastIndex(each => each.startsWith('COPY ')));
      // Compiled code is found only under the user id that compiled it.
      expect(line).toBeGreaterThan(lines.findLastIndex(each => each.startsWith('USER ')));
    }
  });

  it('gives that user the two folders that are written to, and no other', () => {
    const user = of('USER').at(-1);
    const given = of('RUN').flatMap(run => [...run.matchAll(/chown (\S+) (.+)$/gu)]).map(([, to, folders]) => [to, folders?.split(' ')]);
    expect(given).toEqual([[`${user}:${user}`, ['.cache', '/data']]]);
    expect(lines.findIndex(line => line.includes('chown '))).toBeLessThan(lines.findLastIndex(line => line.startsWith('USER ')));
  });

  it('keeps code compiled with the flags of its entry point, on which compiled code depends', () => {
    const flags = (JSON.parse(of('ENTRYPOINT')[0] ?? '[]') as readonly string[]).filter(word => word.startsWith('--'));
    const compiling = of('RUN').find(run => run.includes('--input-type=module')) ?? '';
    for (const flag of flags) expect(compiling).toContain(flag);
    for (const [, part] of compiling.matchAll(/"([\w/]+)"/gu)) expect(existsSync(new URL(`src/${part}.ts`, root)), part).toBe(true);
    const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { readonly scripts: { readonly start: string } };
    expect(scripts.start).toBe(`node ${flags.join(' ')} src/main.ts`);
  });

  it('holds no secret: no token, no key, nothing of a data folder', () => {
    expect(recipe).not.toMatch(/TOKEN|SECRET|PASSWORD|\.npmrc\s+\S*root/u);
    for (const name of ['.git', 'data', 'node_modules']) expect(ignored).toContain(name);
    expect(ignored.some(pattern => pattern.startsWith('*.db'))).toBe(true);
  });

  it('writes only to its volume, listens to SIGTERM, and says how it is', () => {
    expect(of('VOLUME')).toEqual(['/data']);
    expect(recipe).toMatch(/MEND_DB=\/data\//u);
    expect(of('STOPSIGNAL')).toEqual(['SIGTERM']);
    // As a list, so that node itself gets the signal and no shell stands between.
    expect(of('ENTRYPOINT')).toEqual(['["node", "--max-semi-space-size=4", "--heap-growing-percent=30", "--initial-old-space-size=48", "--optimize-for-size", "--v8-pool-size=1", "--import=./src/compiled-code.mjs", "src/main.ts"]']);
    const health = of('HEALTHCHECK').join(' ');
    expect(health).toContain('/health/live');
    expect(health).toContain('MEND_HTTP_PORT');
    expect(recipe).toMatch(/MEND_HTTP_PORT=\d+/u);
  });
});
