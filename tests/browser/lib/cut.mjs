// What `docpane cut` makes of the Chinese sample.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Pages 1 to 9 of 13, as the command writes them; its debug build is there once the Rust tests have run. */
export function cut() {
  const built = ['debug', 'fast'].map((profile) => `${ROOT}target/${profile}/docpane`).find((path) => existsSync(path));
  const run = (command, args) => execFileSync(command, [...args, 'cut', 'samples/work-summary.docx', '--pages', '1-9'], { cwd: ROOT, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    if (built) return run(built, []).toString('utf8');
  } catch {
    // Built before there was such a command.
  }
  return run('cargo', ['run', '--quiet', '--locked', '--']).toString('utf8');
}
