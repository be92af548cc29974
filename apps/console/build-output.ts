import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Smaller ones gain nothing: they fit into a packet or two as they are. */
const COMPRESSED_FROM_BYTES = 1_400;
const COMPRESSIBLE = /\.(?:js|css|html|svg)$/;

/** Writes `.br` and `.gz` beside what can be compressed: the service sends them as they are. */
export function compressed(): Plugin {
  return {
    name: 'warta:compressed',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir = '' }) {
      for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!COMPRESSIBLE.test(file)) continue;
        const content = readFileSync(path.join(dir, file));
        if (content.length < COMPRESSED_FROM_BYTES) continue;
        writeFileSync(path.join(dir, `${file}.br`), brotliCompressSync(content));
        writeFileSync(path.join(dir, `${file}.gz`), gzipSync(content, { level: 9 }));
      }
    },
  };
}

/** Bytes of script, gzipped, that the first view may need: 1.6 s on a slow mobile line of 1 Mbit/s. */
const FIRST_VIEW_SCRIPT_BYTES_MAX = 200_000;

/** What a person sees first, its chart included although that comes later. */
const FIRST_VIEW = ['index.html', 'src/search/search-page.tsx', 'src/search/volume-plot.ts'];

interface ManifestEntry {
  file: string;
  imports?: string[];
}

/** Fails the build when the first view needs more script than that, and says how much it needs. */
export function withinBudget(): Plugin {
  return {
    name: 'warta:within-budget',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir = '' }) {
      const text = readFileSync(path.join(dir, '.vite', 'manifest.json'), 'utf8');
      const files = scriptsOf(JSON.parse(text) as Record<string, ManifestEntry>, FIRST_VIEW);
      const sizes = files.map((file) => gzipSync(readFileSync(path.join(dir, file))).length);
      const bytes = sizes.reduce((sum, size) => sum + size, 0);
      const said = `the first view needs ${bytes} bytes of script (gzip), ${files.length} files`;
      if (bytes > FIRST_VIEW_SCRIPT_BYTES_MAX) {
        this.error(`${said}; ${FIRST_VIEW_SCRIPT_BYTES_MAX} are allowed`);
      }
      this.info(said);
    },
  };
}

/** Files of these entries and of all that they import at once. */
function scriptsOf(manifest: Record<string, ManifestEntry>, entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (name: string) => {
    const entry = manifest[name];
    if (entry === undefined) throw new Error(`the manifest of the build lacks ${name}`);
    if (seen.has(name)) return;
    seen.add(name);
    for (const imported of entry.imports ?? []) visit(imported);
  };
  for (const entry of entries) visit(entry);
  return [...new Set([...seen].map((name) => manifest[name]?.file ?? ''))].filter((file) =>
    file.endsWith('.js'),
  );
}
