// A preview made by `docpane cut` opens like a document, ends where it was cut, and has nothing to unlock.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { firstPage, pageText, test, withViewer } from './harness.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What the command writes; its debug build is there once the Rust tests have run. */
function cut() {
  const built = ['debug', 'fast'].map((profile) => `${ROOT}target/${profile}/docpane`).find((path) => existsSync(path));
  const run = (command, args) => execFileSync(command, [...args, 'cut', 'samples/work-summary.docx', '--pages', '1-9'], { cwd: ROOT, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    if (built) return run(built, []);
  } catch {
    // Built before there was such a command.
  }
  return run('cargo', ['run', '--quiet', '--locked', '--']);
}

test('a sealed preview opens, counts all pages and holds nine', async (page, { address }) => {
  await page.goto(address);
  const text = cut().toString('utf8');
  await page.evaluate((json) => (document.querySelector('docpane-viewer').file = new File([json], 'preview.json')), text);
  await firstPage(page);
  assert.equal(await withViewer(page, (viewer) => viewer.pageCount), 13);
  assert.equal(await withViewer(page, (viewer) => viewer.shownPages), 9);
  await withViewer(page, (viewer) => (viewer.page = 9));
  assert.ok((await pageText(page, 9)).length > 100);
  await withViewer(page, (viewer) => (viewer.unlock(), (viewer.page = 11)));
  assert.equal(await withViewer(page, (viewer) => viewer.shownPages), 9);
  await page.locator('docpane-viewer .wall').waitFor();
  const hits = await withViewer(page, (viewer) => viewer.find('读者'));
  const boxes = await withViewer(page, (viewer) => viewer.search('读者'));
  assert.ok(hits > 10 && hits === boxes.length && boxes.every((hit) => hit.page <= 9 && hit.boxes[0].width > 5));
  await page.locator('docpane-viewer .mark.current').first().waitFor({ state: 'attached' });
  await withViewer(page, (viewer) => (viewer.view = 'reading'));
  await page.locator('docpane-viewer .section .flow').first().waitFor();
});
