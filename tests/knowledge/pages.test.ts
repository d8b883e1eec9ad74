import { expect, test } from 'vitest';
import { coveragePage } from '../../src/knowledge/coverage.ts';
import { graphOf } from '../../src/knowledge/graph.ts';
import { readContent } from '../../src/knowledge/library.ts';
import { exercise, titled, withTree } from './tree.ts';

function knowledge(changes = {}) {
  return withTree(changes, (root) => {
    const result = readContent(root);
    if (result.kind === 'refused') throw new Error(JSON.stringify(result.problems));
    return result.content.library.en;
  });
}

test('the graph of an exercise shows where every choice leads', () => {
  const flow = knowledge({ 'content/exercises/promise.yaml': exercise.replace('label: Make it smaller', 'label: "Make it \\"small\\" | tiny"') }).flows['exercise.promise'];
  expect(flow && graphOf(flow)).toMatchInlineSnapshot(`
    "flowchart TD
      %% exercise.promise: One small promise
      s0["say: say<br/>A small promise that you keep is worth more than a big one."]
      s1["write: plan<br/>What will you do, and when? Begin with #34;If#34;."]
      s2{{"scale: sure<br/>How sure are you?"}}
      s3{{"choose: smaller<br/>Shall we make it smaller?"}}
      s4["time: follow-up<br/>When may I ask how it went?"]
      s5["show: result<br/>#123;plan#125;"]
      s6(["end: end<br/>I will ask once, and any answer is fine."])
      s0 --> s1
      s1 --> s2
      s2 ==>|"below 7"| s3
      s2 --> s4
      s3 ==>|"Make it #34;small#34; #124; tiny"| s1
      s3 ==>|"Keep it as it is"| s4
      s3 -->|"skip"| s4
      s4 --> s5
      s5 --> s6
    "
  `);
});

test('the coverage page lists every section in the order of the document, and what nobody has written yet', () => {
  const sections = '"10.1": Support\n"8.3": How forgiving can go\n"9.3": Promises\n';
  const own = titled(exercise, 'Own').replace('["9.3"]', '[own]');
  const signed = titled(exercise, 'Signed').replace('reviewed: none', 'reviewed: Ann Example, couples counsellor, 2026-11-20');
  expect(coveragePage(knowledge({ 'content/sections.yaml': sections, 'content/exercises/own.yaml': own, 'content/exercises/signed.yaml': signed }))).toMatchInlineSnapshot(`
    "# What the content covers

    Written from \`content/\`: change it there. 2 of 3 sections of the source document are covered.

    | section | subject | units | reviewed |
    |---|---|---|---|
    | 8.3 | How forgiving can go | \`faq.how-to-forgive\` | 0 of 1 |
    | 9.3 | Promises | \`exercise.promise\`, \`exercise.signed\` (reviewed) | 1 of 2 |
    | 10.1 | Support | **nothing yet** | 0 of 0 |

    Not from the source document: \`check-in.trust\`, \`exercise.own\`.
    "
  `);
});
