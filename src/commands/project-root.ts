import { fileURLToPath } from 'node:url';

/** The folder that holds `content/`, `intents/` and `src/`. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));
