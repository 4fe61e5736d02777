// What pages take of a machine's memory, as the system tells it.
import { readFileSync } from 'node:fs';

/** Bytes that the largest of a Chromium's page processes, with workers and wasm, shares with no other; null where the system does not tell. */
export async function largestPage(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateBytes(id));
  return sizes.length === 0 || sizes.includes(null) ? null : Math.max(...sizes);
}

function privateBytes(id) {
  try {
    const text = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
    return [...text.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].reduce((sum, [, kb]) => sum + Number(kb) * 1024, 0);
  } catch {
    return null;
  }
}
