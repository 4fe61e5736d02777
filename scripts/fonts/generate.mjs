// Makes the font book (README.md beside this file): fetches the open fonts that Debian, PyPI and npm have by name, each in a
// folder of its own, and hands them to make_book.py. Arguments go through: `npm run fonts -- --facts FILE`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say } from '../lib/run.mjs';

const here = join(root, 'scripts/fonts');
const python = join(root, 'target/fonts-env');
const debian = ['fonts-crosextra-carlito', 'fonts-liberation', 'fonts-wine'];
const debianFolders = ['/usr/share/fonts', '/usr/share/wine/fonts'];

say("fetching Python's packages and the fonts of npm");
if (!existsSync(join(python, 'bin/python'))) {
  await run('python3', ['-m', 'venv', python]);
}
await run(join(python, 'bin/pip'), ['install', '--quiet', '--requirement', join(here, 'requirements.txt')]);
await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: here });
if (!existsSync(debianFolders[1])) {
  say(`Debian's fonts may be missing: apt-get install ${debian.join(' ')}`);
}
// The named packages first: Debian may have older cuts of the same fonts.
const folders = [join(python, 'lib'), join(here, 'node_modules'), ...debianFolders];
const args = folders.filter((folder) => existsSync(folder)).flatMap((folder) => ['--fonts', folder]);
await run(join(python, 'bin/python'), ['-W', 'ignore', join(here, 'make_book.py'), ...args, ...process.argv.slice(2)], { live: true });
