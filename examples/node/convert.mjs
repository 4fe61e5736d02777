// node convert.mjs FOLDER OUT [--pages 3]: reads every DOCX in a folder and writes, for each, NAME.json (metadata, outline, text by page) and
// NAME.html (its first pages, for search engines and first paint). One worker thread a core; each holds one document at a time, so that
// memory stays the same however large the folder is.
import { opendir, mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, extname, join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { DocpaneError, open } from 'docpane/server';

/** Larger files are left out: a thread would need several times as much. */
const MOST_BYTES = 64 * 2 ** 20;

/** What a thread may take beside the engine, whose own memory is given up after each large document. */
const HEAP_MB = 256;

async function convert(file, out, pages) {
  const bytes = await readFile(file);
  if (bytes.length > MOST_BYTES) throw new DocpaneError('TooLarge', `${bytes.length} bytes`);
  const name = basename(file, extname(file));
  const doc = await open(bytes, { fileName: basename(file) });
  try {
    const { metadata, pageCount } = doc;
    const json = { metadata, pageCount, outline: doc.outline(), text: doc.text(), warnings: doc.warnings() };
    await writeFile(join(out, `${name}.json`), JSON.stringify(json));
    await writeFile(join(out, `${name}.html`), doc.html({ pages: [1, pages] }));
    return pageCount;
  } finally {
    doc.close();
  }
}

/** Asks the main thread for one file after the other. */
function work() {
  const { out, pages } = workerData;
  parentPort.on('message', async (file) => {
    const answer = await convert(file, out, pages).then(
      (count) => ({ file, pages: count }),
      (error) => ({ file, error: error instanceof DocpaneError ? error.kind : String(error) }),
    );
    parentPort.postMessage(answer);
  });
  parentPort.postMessage({ ready: true });
}

/** Names come one by one from the folder: no list of them is made. */
async function* documents(folder) {
  for await (const entry of await opendir(folder)) {
    if (entry.isFile() && /\.(docx|docm|dotx|dotm)$/i.test(entry.name) && !entry.name.startsWith('~$')) yield join(folder, entry.name);
  }
}

/** Gives files to threads as they ask, and tells each answer as a line of JSON. */
async function run(folder, out, pages) {
  await mkdir(out, { recursive: true });
  const files = documents(folder);
  const counts = { good: 0, bad: 0 };
  const thread = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { out, pages }, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
      worker.on('error', reject);
      worker.on('exit', resolve);
      worker.on('message', async (answer) => {
        if (answer.file) {
          counts[answer.error ? 'bad' : 'good']++;
          console.log(JSON.stringify(answer));
        }
        const { value, done } = await files.next();
        if (done) await worker.terminate();
        else worker.postMessage(value);
      });
    });
  await Promise.all(Array.from({ length: availableParallelism() }, thread));
  console.error(`${counts.good} documents, ${counts.bad} that could not be read; at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  return counts;
}

if (!isMainThread) work();
else {
  const [folder, out, , pages = '3'] = process.argv.slice(2);
  if (!folder || !out) {
    console.error('node convert.mjs FOLDER OUT [--pages 3]');
    process.exitCode = 2;
  } else await run(folder, out, Number(pages));
}
