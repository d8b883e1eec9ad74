/** Each exercise as a Mermaid diagram, so that an author sees where every choice leads. */
import { graphOf } from '../knowledge/graph.ts';
import { content } from './content.ts';
import { Failure } from './failure.ts';

export async function graph(id: string | null): Promise<number> {
  const flows = (await content()).library.en.flows;
  const chosen = id === null ? Object.values(flows) : Object.values(flows).filter(flow => flow.id === id);
  if (chosen.length === 0) throw new Failure(2, `There is no exercise "${id}". There are: ${Object.keys(flows).join(', ')}.`);
  process.stdout.write(chosen.map(flow => `# ${flow.id}\n\n\`\`\`mermaid\n${graphOf(flow).trimEnd()}\n\`\`\`\n`).join('\n'));
  return 0;
}
