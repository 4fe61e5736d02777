// Steps on the console: what runs, how long it took, and what it said if it failed.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Prints one line about what is being done. */
export function say(text) {
  console.log(`· ${text}`);
}

/** Seconds since `start` (from `performance.now()`), such as `1.2 s`. */
export function since(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** Whether `command` can be started. */
export function has(command, args = ['--version']) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** The first line that `command` prints, or `''`. */
export function firstLine(command, args = ['--version']) {
  const result = spawnSync(command, args, { encoding: 'utf8' });
  return result.status === 0 ? result.stdout.split('\n')[0].trim() : '';
}

/**
 * Runs a command from the root, its output kept back and shown only if it fails (or if `live`).
 * Resolves with the output; rejects with an `Error` that names the command. After `minutes` the command and what it started are
 * ended, so that one that hangs says what it had said.
 */
export function run(command, args, { live = false, env = {}, cwd = root, minutes = null } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      detached: minutes !== null,
    });
    let output = '';
    const giveUp = () => {
      output += `\nnot done after ${minutes} minutes`;
      end(child);
      // Whoever got away holds them still.
      child.stdout?.destroy();
      child.stderr?.destroy();
    };
    const late = minutes === null ? null : setTimeout(giveUp, minutes * 60_000);
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.on('error', (error) => reject(new Error(`${command}: ${error.message}`)));
    child.on('close', (code) => {
      clearTimeout(late);
      if (code === 0) return resolve(output);
      const shown = [command, ...args].join(' ');
      reject(Object.assign(new Error(`${shown} ended with ${code}${live ? '' : `\n${tail(output)}`}`), { output }));
    });
  });
}

/** Runs `work` as a named step and says how long it took. */
export async function step(name, work) {
  const start = performance.now();
  say(`${name} …`);
  const result = await work();
  console.log(`  ${name}: ${since(start)}`);
  return result;
}

/** Ends a process and all that it started, browsers that lead groups of their own among them. */
function end(child) {
  for (const id of [...startedBy(child.pid), child.pid]) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** The processes that one has started, and those that they have. */
function startedBy(id) {
  const { stdout = '' } = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = (stdout ?? '').trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent) => pairs.filter(([, of]) => of === parent).flatMap(([own]) => [own, ...below(own)]);
  return below(id);
}

function tail(text, lines = 80) {
  const all = text.trimEnd().split('\n');
  return all.slice(-lines).join('\n');
}
